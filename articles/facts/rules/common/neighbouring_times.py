"""Times told from one that is spoken of: "in 2021 ..., against 107,350 the year before". Pure: no Django."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from draws.clock import Span, month_span, year_span

from .patterns import compiled
from .periods import Period
from .weeks import in_year

# "The year before it opened" and "a year earlier than planned" are no times that draws are counted in.
_TOLD = compiled(
    r"\b(?:(?:the|a|one) (?P<unit>year|month) (?P<way>before|earlier|prior|previously|after|later)"
    r"(?! (?:it|its|the|than|this|they|their|we)\b)"
    r"|the (?P<which>previous|preceding|prior|following|next) (?P<unit2>year|month))\b"
)
_BACK = frozenset(("before", "earlier", "prior", "previously", "previous", "preceding"))
# Times of the article's day, which these words may be as well.
_OF_THE_DAY = frozenset(("lastyear", "lastmonth"))
# "In the year" is no time where "before" follows.
_CUT_SHORT = frozenset(("theyear", "thismonth"))
# "A year earlier" is the same days of that year; "the year before" may be all of it too.
_EXACT = frozenset(("earlier", "previously", "later"))


def told(found: Sequence[Period], text: str, around: Iterable[Period], day: date) -> list[Period]:
    """Put the year or the month beside the one that a sentence names in the place of words that are told by it.
    Where it names none, those `around` give another reading beside that from the article's day."""
    result = [*_neighbours(text, found, around), *_joined(found, text)]
    result.sort(key=lambda period: period.start)
    plain = list(result)
    for match in _TOLD.finditer(text):
        own = next((one for one in result if one.start < match.end() and match.start() < one.end), None)
        if own is not None and own.form not in (_OF_THE_DAY if own.end >= match.end() else _CUT_SHORT):
            continue
        unit = match["unit"] or match["unit2"]
        # "2023, the year before and the year after" are told by one year; "the year before that" by the last told.
        plain = [one for one in plain if one is not own]
        known = [one for one in result if one is not own] if text.startswith(" that", match.end()) else plain
        anchor = _anchor(known, unit, match.start())
        if anchor is not None:
            spans = _beside(anchor.spans[0], unit, match)
            if spans[0].start <= day:
                told_by = Period(*match.span(), unit, spans)
                result = [one for one in result if one is not own]
                if own is not None and own.form in _OF_THE_DAY:
                    told_by = replace(own, spans=spans)
                result.append(told_by)
                result.sort(key=lambda period: period.start)
        elif own is not None:
            others = [
                span for one in around if _is_whole(one, unit) for span in _beside(one.spans[0], unit, match)
            ]
            result[result.index(own)] = replace(own, spans=tuple(dict.fromkeys((*own.spans, *others[:1]))))
    return result


# "A year before, the first half had produced 23": that of the year named first.
_YEAR_OF = compiled(
    r"\b(?:the|a|one) year (?:before|earlier|previously)|\b(?:the )?(?:previous|preceding|prior) year|\blast year|\b20[0-9]{2}"
)
_THEN = compiled(r",? (?:in |during |over |from |between )?(?:the )?(?:months of )?")
_PARTS = frozenset(("half", "quarter", "month", "months", "firstmonths"))


def _joined(found: Sequence[Period], text: str) -> list[Period]:
    """Give parts of a year right behind one the days of that year."""
    result: list[Period] = []
    for one in found:
        named = None
        if one.form in _PARTS and not _DIGITS.search(text, one.start, one.end):
            named = next(
                (
                    match
                    for match in _YEAR_OF.finditer(text, max(0, one.start - _NEAR), one.start)
                    if _THEN.fullmatch(text, match.end(), one.start)
                    # "In the first half of 2026 March was the strongest".
                    and not any(
                        other.start < match.start() < other.end and other.form in _PARTS for other in found
                    )
                ),
                None,
            )
        if named is None:
            result.append(one)
            continue
        result = [other for other in result if other.end <= named.start()]
        digits = named[0][-4:]
        year = int(digits) if digits.isdigit() else one.spans[0].start.year - 1
        result.append(replace(one, start=named.start(), spans=(_in_year(one.spans[0], year),)))
    return result


_DIGITS = compiled(r"\b20[0-9]{2}\b")
_NEAR = 45


def _in_year(span: Span, year: int) -> Span:
    """Return the same months of another year."""
    first = date(year, span.start.month, 1)
    return Span(first, month_span(year, span.end.month).end)


# "The quarter before had seven": the one before the quarter, or the three months, that is spoken of.
_QUARTER = compiled(
    r"\b(?:the|a|one) (?P<unit>quarter|half)(?:[- ]year)? (?:before|earlier|previously)(?! (?:it|its|the|than|this|they|that)\b)"
    r"|\bthe (?:previous|preceding|prior) (?P<unit2>quarter|half)(?:[- ]year)?\b"
)
_MONTHS = {"quarter": 3, "half": 6}


def _neighbours(text: str, found: Sequence[Period], around: Iterable[Period]) -> Iterator[Period]:
    """Yield the quarters and halves of a year that are told by the next."""
    for match in _QUARTER.finditer(text):
        months = _MONTHS[match["unit"] or match["unit2"]]
        others = [one for one in reversed(found) if one.end <= match.start()]
        anchor = next((one.spans[0] for one in (*others, *around) if _is_of_months(one, months)), None)
        if anchor is not None:
            last = anchor.start - timedelta(days=1)
            month = last.year * 12 + last.month - months
            first = date(month // 12, month % 12 + 1, 1)
            yield Period(*match.span(), "carried", (Span(first, last),))


def _is_of_months(period: Period, months: int) -> bool:
    first, last = period.spans[0].start, period.spans[0].end
    return first.day == 1 and last.month - first.month == months - 1 and last.year == first.year


def _anchor(others: Sequence[Period], unit: str, start: int) -> Period | None:
    """Return the time that words from `start` on are told by: the nearest before them, else the first behind them."""
    fitting = [one for one in others if _is_whole(one, unit) or (unit == "year" and _is_part(one))]
    before = [one for one in fitting if one.end <= start]
    return before[-1] if before else next(iter(fitting), None)


def _is_whole(period: Period, unit: str) -> bool:
    first = period.spans[0].start
    whole = year_span(first.year) if unit == "year" else month_span(first.year, first.month)
    return period.spans[0] == whole


def _is_part(period: Period) -> bool:
    """Whether a time is one of several days within a year: a month, a quarter."""
    span = period.spans[0]
    return span.start < span.end and span.start.year == span.end.year


def _beside(span: Span, unit: str, match: re.Match[str]) -> tuple[Span, ...]:
    """Return what the words may mean, told by the days of `span`."""
    way = match["way"] or match["which"]
    by = -1 if way in _BACK else 1
    if unit == "month":
        month = span.start.year * 12 + span.start.month - 1 + by
        return (month_span(month // 12, month % 12 + 1),)
    year = span.start.year + by
    same = Span(in_year(span.start, year), in_year(span.end, year))
    return (same,) if way in _EXACT else tuple(dict.fromkeys((year_span(year), same)))
