"""Times told from one that is spoken of: "in 2021 ..., against 107,350 the year before". Pure: no Django."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

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
    result, plain = list(found), list(found)
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
