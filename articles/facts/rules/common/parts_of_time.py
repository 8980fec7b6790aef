"""Parts of a time that are named by their number alone: "the first had 19 draws, the second 17", behind "the two quarters". Pure: no Django."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from math import ceil

from draws.clock import Span, month_span

from .patterns import Remembered, compiled
from .periods import Period

# What says into which parts a time is divided. Both halves and both quarters of it are spoken of where it says how many there are.
_UNIT = Remembered(
    r"\b(?P<unit>half|halves|quarters?)\b(?! (?:of|a|an) (?:the |all |its |their |those |these )?(?:total|them|invitations|draws|rounds|candidates|places))"
)
# Of these "the first" may be one as well.
_OTHERS = Remembered(r"\b(?:draws|rounds|types|categories|classes|lists|programs|ones)\b")
_MONTHS = {"half": 6, "halves": 6, "quarter": 3, "quarters": 3}
_ORDER = {
    "first": 1, "former": 1, "second": 2, "latter": 2, "third": 3, "fourth": 4, "last": -1, "final": -1,
}  # fmt: skip
# "The first" without what it is the first of: a verb, a figure, a mark or a conjunction follows.
_ALONE = compiled(
    r"\b(?:in |for |of |during |than |against |that of )?the (?P<order>first|second|third|fourth|last|final|former|latter)"
    r"(?= ?[,;:.)(–—]| (?:had|has|saw|with|brought|gave|counted|made|was|were|came|and|but|only|just|held|produced|to|by|while|against|yielded|it|there|about|over|nearly|almost|alone|one|[0-9])|$)"
    r"(?: one\b)?"
)


def named(
    found: Sequence[Period], text: str, before: str, around: Iterable[Period], day: date
) -> list[Period]:
    """Add the halves and the quarters that words such as "the second" stand for, where this sentence or the one before it, `before`,
    speaks of such parts of a year. The year is that of a part which is named with it, else of a time that is spoken of."""
    unit = _UNIT.search(text) or (_UNIT.search(before) if not _OTHERS.search(before) else None)
    if unit is None:
        return list(found)
    months = _MONTHS[unit["unit"]]
    result = list(found)
    for match in _ALONE.finditer(text):
        if any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        order = _ORDER[match["order"]]
        spans = [
            _part(year, months, order if order > 0 else 12 // months) for year in _years(found, around, day)
        ]
        spans = [span for span in dict.fromkeys(spans) if span.start <= day]
        if spans and order <= 12 // months:
            form = "half" if months > 3 else "quarter"
            result.append(Period(*match.span(), form, tuple(spans)))
    return sorted(result, key=lambda one: one.start)


def of_its_year(found: Sequence[Period], text: str, around: Iterable[Period], day: date) -> list[Period]:
    """Give halves and quarters without a year that have hardly begun by `day` the year that is spoken of, else the one before."""
    years = [one.spans[0].end.year for one in (*found, *around) if one.form in _TELLING]
    result = []
    for one in found:
        if one.form in ("half", "quarter") and not _YEAR.search(text, one.start, one.end):
            span = one.spans[0]
            months = span.end.month - span.start.month + 1
            own = [year for year in years if year < span.start.year]
            hardly = (day - span.start).days < _BEGUN
            own += [span.start.year - 1] if hardly else []
            others = [_part(year, months, ceil(span.end.month / months)) for year in own]
            spans = (*others, span) if hardly else (span, *others)
            one = replace(one, spans=tuple(dict.fromkeys(spans)))
        result.append(one)
    return result


_YEAR = compiled(r"\b20[0-9]{2}\b")
_BEGUN = 21
_TELLING = frozenset(("year", "lastyear", "thisyear", "theyear", "yearpart", "half", "quarter", "month"))


def _years(found: Sequence[Period], around: Iterable[Period], day: date) -> list[int]:
    """Return the years that parts may be of: those of the times that are spoken of, the nearest first."""
    told = [span.end.year for one in (*found, *around) if one.form in _TELLING for span in one.spans[:1]]
    return list(dict.fromkeys((*told, day.year, day.year - 1)))


def _part(year: int, months: int, order: int) -> Span:
    return Span(date(year, (order - 1) * months + 1, 1), month_span(year, order * months).end)
