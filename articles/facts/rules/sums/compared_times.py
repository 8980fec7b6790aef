"""Sums of two times that a sentence sets beside each other: "4,523 fewer than in August". Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.facts.model import Record
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.readings import types_of
from articles.facts.rules.common.speaking import VAGUE
from draws.clock import Span, year_span

# What may stand between the words that compare and the time: "against the 98,903 invitations of", "tops the previous record of".
_SMALL = r"(?: (?:in|of|for|during|the|those|that|it was|all|whole|entire|full|twelve|months|total|figure|sum|number|count|invitations|itas|people|draws|rounds|previous|annual|record|high|old|just|only|issued|sent|[0-9][0-9,]*),?)"
_THAN = compiled(
    rf"\b(?:than|as|against|compared (?:with|to)|in comparison (?:with|to)|unlike|versus|vs\.?|vis-[aà]-vis|above|below|beneath|ahead of|behind|short of|shy of"
    r"|beats?|beating|tops?|topped|topping|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outdid|outstrip(?:s|ped)|eclips(?:es|ed)|trail(?:s|ed|ing)"
    r"|(?:up|down|over|rise|increase|growth|gain|jump|surge|leap|fall|drop|plunge|slump|decline|decrease|rose|grew|fell|dropped|shrank)[^;:.,]{0,30}? (?:on|from|over|after))"
    rf"{_SMALL}{{0,8}} $"
)
# So far before a time stand the words that set another beside it.
REACH = 90
# "From the first quarter to the second the number fell", "between 2024 and 2025".
_FROM = compiled(r"\b(?:from|between) (?:the )?$")
_TO = compiled(r",? (?:with [0-9,]+ )?(?:to|until|and) (?:the )?")
# Times of one kind are compared with each other.
_KINDS = {
    "lastyear": "year",
    "thisyear": "year",
    "theyear": "year",
    "year": "year",
    "years": "years",
    "samepoint": "year",
    "month": "month",
    "thismonth": "month",
    "lastmonth": "month",
    "half": "half",
    "halfyear": "half",
    "quarter": "quarter",
}
# "The same quarter of 2025" is told by its length.
_BY_LENGTH = frozenset(("carried", "sameas", "yearpart", "months", "firstmonths"))
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


def times(passage: Passage, place: int | None = None) -> Times | None:
    """Return the two times that a sentence sets beside each other, where it says both; of several those of the comparison that stands
    at a place."""
    text = passage.text
    if VAGUE.search(text):
        return None
    periods = [period for period in passage.periods if _kind(period)]
    if place is not None and (ends := _ends(text, periods)):
        return _told(passage, *ends)
    compared = [period for period in periods if _is_compared(text, period)]
    own = [period for period in periods if period not in compared]
    if place is not None and len(compared) > 1:
        compared = [one for one in compared if one.start > place][:1] or compared[-1:]
    if len(compared) != 1:
        return None
    kind = _kind(compared[0])
    # "More than in 2023; the year before had closed at 110,266": what comes behind is of another sentence.
    own = [period for period in own if ";" not in text[compared[0].end : period.start]]
    own = own or [*passage.context, *passage.earlier[::-1]]
    own = [period for period in own if _kind(period) == kind]
    if compared[0].form == "samepoint" or (not own and kind == "year"):
        own = list(_to_the_day(passage, compared[0]))
    return _told(passage, own[0], compared[0]) if own else None


def _is_compared(text: str, period: Period) -> bool:
    """Whether a time is one that something is compared with; the "than the" of "than the first" stands within it."""
    small = _INTO.match(text, period.start)
    end = small.end() if small else period.start
    return _THAN.search(text[max(0, end - REACH) : end]) is not None


_INTO = compiled(r"(?:in |for |of |during |than |against |that of )?(?:the )?")


def _to_the_day(passage: Passage, compared: Period) -> Iterator[Period]:
    """Yield a year up to the day that the sentence names, or up to the article's: "by 1 October 2026 there had been more than in 2025"."""
    ends = [
        one for one in passage.periods if one.form == "date" and _UNTIL.search(passage.text, 0, one.start)
    ]
    days = [one.spans[0].end for one in ends[:1]]
    if compared.form == "samepoint":
        days = [passage.day]
    for last in days:
        yield Period(compared.start, compared.start, "year", (Span(year_span(last.year).start, last),))


_UNTIL = compiled(r"\b(?:by|until|till|to|through|as of|as at) $")


def _ends(text: str, periods: Sequence[Period]) -> tuple[Period, Period] | None:
    """Return the later and the earlier of two times of one length that something went from and to."""
    for one in periods:
        if one.form == "years":
            first, last = (year_span(day.year) for day in (one.spans[0].start, one.spans[0].end))
            return replace(one, form="year", spans=(last,)), replace(one, form="year", spans=(first,))
    for old, new in pairwise(periods):
        if (
            _kind(old) == _kind(new)
            and _FROM.search(text, 0, old.start)
            and _TO.fullmatch(text, old.end, new.start)
        ):
            return new, old
    return None


def _told(passage: Passage, late: Period, early: Period) -> Times | None:
    old = early.spans[0]
    # "The year's total exceeds that of 2024": "the year" may be any that is spoken of, but this.
    new = next((span for span in late.spans if span != old), old)
    is_year = _kind(early) == "year"
    if is_year and _BEFORE.match(passage.text, early.start):
        # "In 2016, five more than the year before": before that year, and not before the article's.
        old = year_span(new.start.year - 1)
    if new == old:
        return None
    # A year that is not over may be set beside the same days of the other.
    is_open = is_year and passage.day in new
    same = Span(old.start, old.start + (passage.day - new.start)) if is_open else None
    return Times(new, old, same, is_year)


def _kind(period: Period) -> str:
    """Return of what length a time is, "" for one that is not compared."""
    if period.form not in _BY_LENGTH:
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
