"""Sums of two times that a sentence sets beside each other: "4,523 fewer than in August". Pure: no Django."""

from dataclasses import dataclass

from articles.facts.model import Record
from draws.clock import Span, year_span

from .passages import Passage
from .patterns import compiled
from .readings import types_of
from .speaking import VAGUE

_THAN = compiled(
    r"\b(?:than|as|against|compared (?:with|to)|unlike)(?: (?:in|of|for|during|the|those|that|it was|all of)){0,3} $"
)
# Times of one kind are compared with each other.
_KINDS = {
    "lastyear": "year",
    "thisyear": "year",
    "theyear": "year",
    "year": "year",
    "month": "month",
    "thismonth": "month",
    "lastmonth": "month",
}


@dataclass(frozen=True, slots=True)
class Apart:
    """By how many invitations two times are apart."""

    readings: tuple[int, ...]
    are_years: bool

    @property
    def invitations(self) -> int:
        return self.readings[0]


@dataclass(frozen=True, slots=True)
class Times:
    """The days that a sentence is about and those that it compares them with; `same` are those of the second up to the day of the year
    at which an unfinished first one stands."""

    new: Span
    old: Span
    same: Span | None
    are_years: bool


def times(passage: Passage) -> Times | None:
    """Return the two times that a sentence sets beside each other, where it says both."""
    text = passage.text
    if VAGUE.search(text):
        return None
    periods = [period for period in passage.periods if period.form in _KINDS]
    compared = [period for period in periods if _THAN.search(text[: period.start])]
    if len(compared) != 1:
        return None
    kind = _KINDS[compared[0].form]
    own = [period for period in periods if period is not compared[0]]
    own = own or [period for period in (*passage.context, *passage.earlier[::-1]) if period.form in _KINDS]
    own = [period for period in own if _KINDS[period.form] == kind]
    if not own:
        return None
    new, old = own[0].spans[0], compared[0].spans[0]
    if kind == "year" and _BEFORE.match(text, compared[0].start):
        # "In 2016, five more than the year before": before that year, and not before the article's.
        old = year_span(new.start.year - 1)
    if new == old:
        return None
    # A year that is not over may be set beside the same days of the other.
    is_open = kind == "year" and passage.day in new
    same = Span(old.start, old.start + (passage.day - new.start)) if is_open else None
    return Times(new, old, same, kind == "year")


_BEFORE = compiled(r"(?:the |a )?(?:year before|previous year)\b")


def apart(passage: Passage, record: Record) -> Apart | None:
    """Return how far the time that a sentence is about is from the one that it is compared with, where it says both."""
    found = times(passage)
    if found is None:
        return None
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known) if passage.slugs else frozenset[str]()

    def of(span: Span) -> int:
        return sum(
            draw.invitations for draw in known if draw.date in span and (not types or draw.category in types)
        )

    if not (of(found.new) and of(found.old)):
        return None
    spans = (found.old, found.same) if found.same else (found.old,)
    return Apart(tuple(abs(of(found.new) - of(span)) for span in spans), found.are_years)
