"""Sums of two times that a sentence sets beside each other: "4,523 fewer than in August". Pure: no Django."""

from dataclasses import dataclass

from articles.facts.model import Record
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.readings import types_of
from articles.facts.rules.common.speaking import VAGUE
from draws.clock import Span, year_span

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
    "half": "half",
    "halfyear": "half",
    "quarter": "quarter",
}
# "The same quarter of 2025" is told by its length.
_LENGTHS = ((31, "month"), (92, "quarter"), (184, "half"), (366, "year"))


@dataclass(frozen=True, slots=True)
class Apart:
    """By how many invitations two times are apart."""

    readings: tuple[int, ...]
    are_years: bool
    # The same with their signs, and, where the sentence names no type, also for the one that is gone on about.
    signed: tuple[int, ...] = ()

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
    periods = [period for period in passage.periods if _kind(period)]
    compared = [period for period in periods if _THAN.search(text[: period.start])]
    if len(compared) != 1:
        return None
    kind = _kind(compared[0])
    own = [period for period in periods if period is not compared[0]]
    own = own or [*passage.context, *passage.earlier[::-1]]
    own = [period for period in own if _kind(period) == kind]
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


def _kind(period: Period) -> str:
    """Return of what length a time is, "" for one that is not compared."""
    if period.form != "carried":
        return _KINDS.get(period.form, "")
    days = (period.spans[0].end - period.spans[0].start).days + 1
    return next((kind for most, kind in _LENGTHS if most - 3 <= days <= most), "")


_BEFORE = compiled(r"(?:the |a )?(?:year before|previous year)\b")


def apart(passage: Passage, record: Record) -> Apart | None:
    """Return how far the time that a sentence is about is from the one that it is compared with, where it says both."""
    found = times(passage)
    if found is None:
        return None
    known = [draw for draw in record.draws if draw.date <= passage.day]
    topic = types_of(passage, known)
    types = topic if passage.slugs else frozenset[str]()

    def of(span: Span, kind: frozenset[str] = types) -> int:
        return sum(
            draw.invitations for draw in known if draw.date in span and (not kind or draw.category in kind)
        )

    if not (of(found.new) and of(found.old)):
        return None
    spans = (found.old, found.same) if found.same else (found.old,)
    kinds = dict.fromkeys((types, topic))
    signed = tuple(of(found.new, kind) - of(span, kind) for kind in kinds for span in spans)
    return Apart(tuple(abs(of(found.new) - of(span)) for span in spans), found.are_years, signed)
