"""Times told from a day that was named before: "Two draws have been held since", "in the eleven months before". Pure: no Django."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from draws.clock import Span, month_span

from .patterns import compiled
from .period_forms import NUMBER_WORDS
from .periods import Period, count

DAY = timedelta(days=1)
_SINCE = compiled(
    r"\bsince (?:then|that (?:day|date|draw|round|time|month))\b|\b(?:ever )?since(?= ?[.,;:!)–—]| ?$)"
)
_BEFORE = compiled(
    rf"\b(?:in|over|during|within) the (?:(?P<n>[0-9]{{1,2}}|{NUMBER_WORDS}) )?(?P<unit>day|week|month|year)s? (?:before|that preceded|preceding|leading up to)(?: (?:it|that|this|then))?\b(?= ?[.,;:!)–—]| ?$| (?:there|it|they|only|ircc|nominees|the)\b)"
)
# A month or a year stands for all of its days.
_WHOLE = frozenset(("month", "year"))


def stands_in(text: str) -> bool:
    """Whether such a time is in a text."""
    return _SINCE.search(text) is not None or _BEFORE.search(text) is not None


def named(
    found: Sequence[Period], text: str, before: Sequence[Period], days: Iterable[date], day: date
) -> list[Period]:
    """Add the times that "since" and "in the three weeks before" stand for: told from the last day or month that the sentence names
    before them, else from those of the sentence `before`; the `days` of draws that are told of are readings beside that."""
    result = list(found)
    for match in (*_SINCE.finditer(text), *_BEFORE.finditer(text)):
        if any(one.start < match.end() and match.start() < one.end for one in result):
            continue
        own = [one for one in found if one.end <= match.start()]
        anchors = [span for one in (own or before)[::-1] if _is_anchor(one) for span in one.spans[:1]]
        # A day may be wrong where its draw is told of.
        anchors += [Span(then, then) for then in days if anchors]
        if match.re is _BEFORE:
            spans = [span for anchor in anchors for span in _back(anchor.start, match)]
        else:
            starts = [start for anchor in anchors for start in (anchor.end + DAY, anchor.start)]
            spans = [Span(start, day) for start in starts if start <= day]
        if spans:
            result.append(Period(*match.span(), "sincethen", tuple(dict.fromkeys(spans))))
    return sorted(result, key=lambda one: one.start)


def ends(found: Iterable[Period], text: str, place: int) -> bool:
    """Whether the words before a place end within, or with, a time that is told from a day named before."""
    return any(one.start < place and _SINCE.match(text, one.start) for one in found)


def _is_anchor(period: Period) -> bool:
    return period.is_day or period.form in _WHOLE


def _back(last: date, match: re.Match[str]) -> Iterator[Span]:
    """Yield the days before one that so many days, weeks, months or years may be."""
    number = count(match["n"]) if match["n"] else 1
    if match["unit"] in ("day", "week"):
        yield Span(last - timedelta(days=number * (7 if match["unit"] == "week" else 1)), last - DAY)
        return
    start = _months_before(last, number * (12 if match["unit"] == "year" else 1))
    yield Span(start, last - DAY)
    yield Span(start.replace(day=1), last - DAY)
    yield Span(start.replace(day=1), last.replace(day=1) - DAY)


def _months_before(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 - months
    first = month_span(month // 12, month % 12 + 1)
    return first.start.replace(day=min(day.day, first.end.day))
