"""Times that are named only by their kind, after they were told: "The month had four draws", "in that quarter". Pure: no Django."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from draws.clock import Span, month_span, year_span

from .patterns import compiled
from .periods import Period

# "The month" before what it had, "of the month", and "that month" anywhere, are a month that was named before.
_NAMED = compiled(
    r"(?<!year's\s)(?<!first\s)(?<!last\s)\b(?:(?:in |for |during |of )?that (?P<unit>month|quarter|half|year)(?!'s end)"
    r"|(?<!once\s)(?<!by\s)the (?P<unit2>month|quarter|half)(?=,? (?:thus |so |then |also |alone |itself )?(?:had|has|saw|gives?|gave|brings|brought|counts|counted|ends|ended|closes|closed|held|was|is|came|comes|with|produces|produced|makes|made|stands|stood|total\w*)\b)"
    r"|\b(?:over|during|throughout|in the course of|of|for) the (?P<unit3>month|quarter|half)\b(?! (?:to|before|after|of|ending|that|since)\b)"
    r"|\bthe (?P<unit4>month|quarter|half)['’]s\b)"
)
# "By the end of that month": of none of its draws.
_PART_OF = compiled(
    r"\b(?:end|middle|start|beginning|rest|half|part|days?|weeks?|since|until|before|after|by|from)(?: of)? $"
)
# The forms that those words have as a time of the article's day.
_OF_THE_DAY = frozenset(("thismonth", "theyear"))
_LENGTHS = {"month": (28, 31), "quarter": (88, 93), "half": (180, 185), "year": (360, 366)}


def resolved(
    found: Sequence[Period], text: str, around: Iterable[Period], days: Iterable[date]
) -> list[Period]:
    """Add the times that words such as "the month" stand for: those that the sentence names before them, else those `around`, from
    the nearest on, and those that the draws of `days` were held in. All of them are readings, the nearest first."""
    result = list(found)
    for match in _NAMED.finditer(text):
        unit = match["unit"] or match["unit2"] or match["unit3"] or match["unit4"]
        own = next((one for one in result if one.start < match.end() and match.start() < one.end), None)
        if (own is not None and own.form not in _OF_THE_DAY) or _PART_OF.search(text, 0, match.start()):
            continue
        named = [one for one in reversed(result) if one is not own and one.end <= match.start()]
        spans = [span for one in (*named, *around) for span in one.spans[:1] if _is_whole(span, unit)]
        spans += [_around(day, unit) for day in days if unit in ("month", "year")]
        if not spans:
            continue
        if own is not None:
            result[result.index(own)] = replace(own, spans=tuple(dict.fromkeys((*spans, *own.spans))))
        else:
            result.append(Period(*match.span(), "carried", tuple(dict.fromkeys(spans))))
            result.sort(key=lambda one: one.start)
    return result


def _is_whole(span: Span, unit: str) -> bool:
    fewest, most = _LENGTHS[unit]
    return fewest <= (span.end - span.start).days + 1 <= most and span.start.day == 1


def _around(day: date, unit: str) -> Span:
    return month_span(day.year, day.month) if unit == "month" else year_span(day.year)
