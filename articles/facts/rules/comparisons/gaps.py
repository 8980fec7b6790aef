"""How long a type of draw had not been held: "the first trades draw in eleven months", "after a pause of 57 days". Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.amounts import Hedge
from articles.facts.rules.common.hedging import FORESEEN, SUPPOSED
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import types_of
from articles.facts.rules.common.speaking import PROVINCIAL
from articles.references import gettext_noop

from . import waits
from .waits import ABOUT_SHARE, DAYS

RULE = "comparisons"

_HEDGE = r"(?:(?:over|more than|just over|well over|at least|almost|nearly|close to|just under|about|around|roughly|some|less than|only|exactly|full) )*"
# Nothing between "first" and the time may say which of the draws it is the first of.
_FIRST = compiled(
    rf"\bfirst (?:(?!to\b|below\b|above\b|under\b|over\b|with\b|that\b|than\b|of more\b|larger\b|smaller\b|large\b|small\b|big\b|and\b|in\b|week\b|month\b)[\w'-]+ ){{0,8}}?(?:in|for) {_HEDGE}$"
)
_PAUSE = compiled(rf"\b(?:pause|gap|silence|break|wait|drought|hiatus|lull|absence|interval) of {_HEDGE}$")
_AFTER = compiled(rf"\bafter {_HEDGE}$")
_WITHOUT = compiled(
    r"'? (?:without (?:one\b|any\b|an? (?:[\w-]+ ){0,3}?(?:draw|round)\b)|of (?:silence|waiting|nothing|drought)\b|(?:pause|break|wait|silence|absence|hiatus|lull|drought)\b)"
)
# "The first in three months with more than 1,000" is the first of some.
_OF_SOME = compiled(
    r" (?:with|that|to|at|below|above|under|over|where|in which|between|from|for (?:a|the) (?:test|result))\b"
)
_LOOSE = compiled(
    rf"\b(?:of any (?:kind|type|sort)\b|(?:no|without a) (?:draw|round) (?:at all|whatsoever))|\b(?:not|never|{SUPPOSED}|{FORESEEN}|average|longest|shortest|files?|process\w*|applications?)\b"
)
# What the news is about was held so shortly before it.
RECENT = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class _Gap:
    """The days between a draw and the one of its type before it."""

    draw: Draw
    before: Draw

    @property
    def days(self) -> int:
        return (self.draw.date - self.before.date).days


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge for how long there is said to have been no draw of a type."""
    if passage.is_question or PROVINCIAL.search(passage.text) or _LOOSE.search(passage.text):
        return
    for number in (*passage.numbers, *_single(passage)):
        if number.role is Role.DURATION and number.unit in DAYS and _is_gap(passage, number):
            yield from _judged(passage, record, number)


_A_UNIT = compiled(r"\b(?:in|for) (?:[\w-]+ ){0,3}?(?P<a>an?) (?P<unit>week|month|year)\b(?!-|'s)")


def _single(passage: Passage) -> Iterator[NumberMention]:
    """Yield the "a" of "in just over a year"."""
    for match in _A_UNIT.finditer(passage.text):
        start, end = match.span("a")
        unit = match["unit"]
        yield NumberMention(
            part=0, start=start, end=end, value=1, role=Role.DURATION, unit=unit, noun=match.end()
        )


def _is_gap(passage: Passage, number: NumberMention) -> bool:
    text, end = passage.text, max(number.end, number.noun)
    if _FIRST.search(text, 0, number.start):
        return not _OF_SOME.match(text, end)
    if not passage.slugs:
        # A silence of no type may be that of all draws.
        return False
    if _PAUSE.search(text, 0, number.start):
        # "After the French draw of 24 April there was a pause of 75 days" tells of what came then, and not before.
        return waits.day_after(passage, number) is None
    return bool(_AFTER.search(text, 0, number.start) and _WITHOUT.match(text, end))


def _judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    of_type = [draw for draw in known if draw.category in types]
    if len(types) != 1 or len(of_type) < 2:
        return
    found = _gaps(passage, of_type)
    hedge = amounts.hedge(passage.text, number.start, number.end)
    lengths = [gap.days for gap in found] + [(passage.day - of_type[-1].date).days]
    # "No round between 21 March and 8 August, a silence of 140 days" says itself from when to when.
    lengths += [
        (span.end - span.start).days
        for period in passage.periods
        if period.form == "span"
        for span in period.spans
    ]
    if not found or any(_fits(number, days / DAYS[number.unit], hedge) for days in lengths):
        return
    gap = found[0]
    expected = max(1, round(gap.days / DAYS[number.unit]))
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("Between draws %(old)s and %(new)s there were %(days)s days."),
        expected=f"{expected} {number.unit}s",
        replacement=None
        if passage.text[number.start : number.end] in ("a", "an")
        else amounts.written(expected, passage.source[number.start : number.end]),
        rows=rows_of(gap.draw, gap.before),
        confidence=0.75,
        params={"old": gap.before.number, "new": gap.draw.number, "days": gap.days},
    )


def _gaps(passage: Passage, of_type: Sequence[Draw]) -> list[_Gap]:
    """Return the times before the draws that may be meant: those spoken of, and the newest where it is news."""
    latest = of_type[-1:] if passage.day - of_type[-1].date <= RECENT else []
    days = [mention for mention in passage.dates if mention.is_day]
    dated = [draw for draw in of_type if any(day.may_hold(draw.date) for day in days)]
    spoken = [draw for draw in (*passage.draws, *latest, *passage.before[:2]) if draw in of_type]
    meant = dict.fromkeys((*dated, *spoken))
    return [_Gap(draw, of_type[place - 1]) for draw in meant if (place := of_type.index(draw))]


def _fits(number: NumberMention, actual: float, hedge: Hedge) -> bool:
    """Whether so many weeks or months may be said of a time: begun ones and whole ones are counted alike."""
    claimed = number.value
    match hedge:
        case Hedge.OVER | Hedge.AT_LEAST:
            return claimed * 0.97 <= actual <= max(claimed + 1, claimed * 1.5)
        case Hedge.NEARLY | Hedge.UNDER | Hedge.AT_MOST:
            return min(claimed - 1, claimed * 0.8) <= actual <= claimed * 1.03
        case Hedge.ABOUT:
            return abs(claimed - actual) <= max(1, ABOUT_SHARE * actual)
    return abs(claimed - actual) <= 1
