"""Times told by another: "at the same point of 2024", "in the same half of last year". Pure: no Django."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from draws.clock import Span

from .patterns import Remembered, compiled
from .periods import Period
from .weeks import in_year

# Days that a time of such a unit has, from the fewest to the most; of the others any time that is no whole year.
_LENGTHS = {"month": (28, 31), "quarter": (88, 93), "half": (180, 185)}
_MOST = 360
_YEAR_BEFORE = compiled(r"\b(?:year (?:before|earlier)|previous year)\b")
_UNIT = compiled(r"\b(?P<unit>month|quarter|half)\b")


def carried(found: Sequence[Period], text: str, around: Iterable[Period], day: date) -> list[Period]:
    """Put the times that the words before them, or else those `around` from the nearest on, speak of in the place of those told by
    another: "the same half of 2025" behind "the first half" is that of 2025."""
    result: list[Period] = []
    for period in found:
        if period.form == "sameas":
            around = [_so_far(other, day) for other in around]
            words = text[period.start : period.end]
            others = [other for other in (*reversed(result), *around) if _is_such(other, words)]
            if others:
                year = period.spans[0].start.year
                if _YEAR_BEFORE.search(words):
                    year = others[0].spans[0].end.year - 1
                # "The same months", told after this year so far, are those or the ones told before them.
                told = others[: 2 if others[0].form == "thisyear" else 1]
                spans = dict.fromkeys(_moved(span, year) for one in told for span in one.spans)
                period = replace(period, form="carried", spans=tuple(spans))
        result.append(period)
    return result


def is_open(vague: Remembered, text: str, periods: Iterable[Period]) -> bool:
    """Whether vague words are in a text that say no time told by another that is spoken of."""
    told = [period for period in periods if period.form == "carried"]
    return any(
        not any(period.start <= found.start() < period.end for period in told)
        for found in vague.finditer(text)
    )


def _is_such(period: Period, words: str) -> bool:
    """Whether a time may be the one that "the same half" is told by."""
    days = (period.spans[0].end - period.spans[0].start).days + 1
    unit = _UNIT.search(words)
    fewest, most = _LENGTHS.get(unit["unit"] if unit else "", (2, _MOST))
    return not period.is_day and period.form not in ("samepoint", "within") and fewest <= days <= most


def _so_far(period: Period, day: date) -> Period:
    """Return a time as far as it has gone by on a day, where it is the year of that day."""
    if period.form != "thisyear":
        return period
    return replace(period, spans=tuple(Span(span.start, min(span.end, day)) for span in period.spans))


def _moved(span: Span, year: int) -> Span:
    by = span.end.year - year
    return Span(in_year(span.start, span.start.year - by), in_year(span.end, year))
