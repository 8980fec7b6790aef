"""Questions that the record answers: their words as of a clock, out of draws in hand. No queries."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils import timezone
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import figures
from articles.clock import was_held
from articles.drafting.asked import HIGHEST, INVITATIONS, LATEST, LOWEST, Asked
from articles.drafting.sentences import draw_of_day
from articles.drafting.words import apart, day, list_of, names, whom_of
from articles.references import BadReference, Reference, parse
from articles.resolving import Clock, Record, Unresolved
from draws.models import Round

_REFERENCE = re.compile(r"\[\[([^\[\]]+)\]\]")


class Computed(NamedTuple):
    """A question, and its answer as Markdown with live figures."""

    question: str
    answer: str


def question(asked: Asked, today: date, whom: str = "") -> str:
    """Return the words of a question as asked on a day; `whom` is its type of draw in words, where it has one."""
    so_far = asked.year is not None and asked.year >= today.year
    text = {
        (LATEST, False): _("When was the newest draw%(whom)s in the record?"),
        (LOWEST, True): _("What is the lowest cut-off of %(year)s so far%(whom)s?"),
        (LOWEST, False): _("What was the lowest cut-off of %(year)s%(whom)s?"),
        (HIGHEST, True): _("What is the highest cut-off of %(year)s so far%(whom)s?"),
        (HIGHEST, False): _("What was the highest cut-off of %(year)s%(whom)s?"),
        (INVITATIONS, True): _("How many invitations have been issued so far in %(year)s%(whom)s?"),
        (INVITATIONS, False): _("How many invitations were issued in %(year)s%(whom)s?"),
    }[asked.kind, so_far]
    return text % {"year": asked.year, "whom": _(" for %(whom)s") % {"whom": whom} if whom else ""}


def compute(asked: Asked, clock: Clock, record: Record) -> Computed:
    """Answer a question as of a clock. It claims no more than what is in the record, which may have an end."""
    told = _Told.of(asked, clock, record)
    words = question(asked, told.today, told.whom)
    if not told.rounds:
        return Computed(words, _nothing(told))
    answer = {LATEST: _latest, LOWEST: _extreme, HIGHEST: _extreme, INVITATIONS: _sum}[asked.kind]
    return Computed(words, answer(told))


def references(answer: str) -> list[Reference]:
    """Return what an answer refers to."""
    return [parse(text) for text in _REFERENCE.findall(answer)]


def filled(answer: str, clock: Clock, record: Record) -> SafeString:
    """Return the HTML of an answer, its figures filled in."""

    def figure(text: str) -> SafeString:
        try:
            return figures.figure(parse(text), clock, record)
        except (Unresolved, BadReference):
            return figures.missing()

    # Words and references take turns.
    parts = enumerate(_REFERENCE.split(answer))
    html = format_html_join("", "{}", ((figure(part) if place % 2 else part,) for place, part in parts))
    return format_html("<p>{}</p>", html)


def plain(html: str) -> str:
    """Return the words of an answer as one line of text, as a pinned entry remembers them."""
    return " ".join(strip_tags(html).split())


@dataclass(frozen=True)
class _Told:
    """What an answer is made of: draws that had been held by the clock, and how far the record reached then."""

    asked: Asked
    rounds: Sequence[Round]
    whom: str
    today: date
    end: date
    is_dated: bool

    @classmethod
    def of(cls, asked: Asked, clock: Clock, record: Record) -> "_Told":
        today = timezone.localdate(clock.moment)
        rounds = [
            round
            for round in (record.draws.between(*asked.span) if asked.span else record.draws.rounds)
            if was_held(round, clock.moment) and (not asked.category or round.category.slug == asked.category)
        ]
        end = min(today, record.draws.reach_to or today)
        whom = whom_of(asked.category, rounds) if asked.category else ""
        return cls(asked, rounds, whom, today, end, clock.told is not None)

    @property
    def so_far(self) -> bool:
        return self.asked.year is not None and self.asked.year >= self.today.year

    @property
    def draws(self) -> str:
        category = f" category={self.asked.category}" if self.asked.category else ""
        return f"draws year={self.asked.year}{category}"


def _nothing(told: _Told) -> str:
    if told.asked.year is None:
        return _("The record has no such draw up to %(day)s.") % {"day": day(told.end)}
    return _("The record has no such draw of %(year)s up to %(day)s.") % {
        "year": told.asked.year,
        "day": day(told.end),
    }


def _latest(told: _Told) -> str:
    newest = [round for round in told.rounds if round.date == told.rounds[-1].date]
    values = {"number": newest[0].number, "today": day(told.today)}
    if len(newest) > 1:
        each = list_of(
            _(
                "[[round %(number)s link]] for %(whom)s, with [[round %(number)s invitations]] invitations and a cut-off "
                "of [[round %(number)s cutoff]]"
            )
            % {"number": round.number, "whom": names(round.category).whom}
            for round in newest
        )
        text = (
            _(
                "On %(today)s, the newest draws in the record were those of [[round %(number)s date]]: %(each)s."
            )
            if told.is_dated
            else _("The newest draws in the record are those of [[round %(number)s date]]: %(each)s.")
        )
        return text % (values | {"each": each})
    text = (
        _("On %(today)s, the newest in the record was %(draw)s, for %(whom)s. ")
        if told.is_dated
        else _("The newest in the record is %(draw)s, for %(whom)s. ")
    )
    text += _(
        "It had [[round %(number)s invitations]] invitations and a cut-off of [[round %(number)s cutoff]]."
    )
    return text % (values | {"draw": draw_of_day(newest[0]), "whom": names(newest[0].category).whom})


def _extreme(told: _Told) -> str:
    others, nominees = apart(told.rounds)
    counted = nominees if told.asked.category and nominees else others
    if not counted:
        return _nothing(told)
    lowest = told.asked.kind == LOWEST
    figure = (min if lowest else max)(round.crs_cutoff for round in counted)
    last = [round for round in counted if round.crs_cutoff == figure][-1]
    tied = sum(round.crs_cutoff == figure for round in counted) > 1
    text = (
        _("Up to %(end)s, the record of %(year)s has ") if told.so_far else _("The record of %(year)s has ")
    )
    text += (
        (
            _("[[%(draws)s %(kind)s]] as its lowest cut-off, last in %(draw)s, for %(whom)s.")
            if tied
            else _("[[%(draws)s %(kind)s]] as its lowest cut-off, in %(draw)s, for %(whom)s.")
        )
        if lowest
        else (
            _("[[%(draws)s %(kind)s]] as its highest cut-off, last in %(draw)s, for %(whom)s.")
            if tied
            else _("[[%(draws)s %(kind)s]] as its highest cut-off, in %(draw)s, for %(whom)s.")
        )
    )
    if not told.asked.category:
        text += " " + _(
            "Draws for provincial nominees are left out, because their cut-offs include 600 points for the nomination. "
            "Cut-offs of different types of draw cannot be compared."
        )
    return text % {
        "draws": told.draws,
        "draw": draw_of_day(last),
        "end": day(told.end),
        "kind": told.asked.kind,
        "whom": names(last.category).whom,
        "year": told.asked.year,
    }


def _sum(told: _Told) -> str:
    others, nominees = apart(told.rounds)
    counted = nominees if told.asked.category and nominees else others
    text = (
        _("Up to %(end)s, the record of %(year)s has ") if told.so_far else _("The record of %(year)s has ")
    )
    text += ngettext(
        "[[%(draws)s total]] invitations in [[%(draws)s count]] draw.",
        "[[%(draws)s total]] invitations in [[%(draws)s count]] draws.",
        len(counted),
    )
    if nominees and not told.asked.category:
        text += " " + ngettext(
            "Provincial nominees are counted apart: [[%(draws)s category=pnp total]] invitations in "
            "[[%(draws)s category=pnp count]] draw.",
            "Provincial nominees are counted apart: [[%(draws)s category=pnp total]] invitations in "
            "[[%(draws)s category=pnp count]] draws.",
            len(nominees),
        )
    return text % {"draws": told.draws, "end": day(told.end), "year": told.asked.year}
