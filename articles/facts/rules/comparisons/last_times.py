"""When a score was last passed: "below 400 for the first time since March". Pure: no Django."""

from collections.abc import Iterator, Sequence
from datetime import date

from articles.facts.model import Draw, Finding, Record, Row, Status
from articles.facts.reading.mentions import NumberMention
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.readings import types_of
from articles.references import gettext_noop

RULE = "comparisons"

_FIRST_TIME = compiled(r"\bfirst time since (?:early |mid-|late )?$")
_SIDE = compiled(r"\b(?P<side>below|under|beneath|above|over|beyond) (?:the )?(?:mark of |line of )?$")
_DOWN = frozenset(("below", "under", "beneath"))
_SINCE = compiled(r"since (?:early |mid-|late )?(?:the [0-9][0-9,]* (?:of|from|in|on) )?")
_FORMS = frozenset(("since", "sincemonth", "sinceyear"))
_LOOSE = hedged()
# So many points and no more may a cut-off of most draws have, and no less.
MOST_CUTOFF, LEAST = 950, 60


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge when a figure is said to have been beyond another for the last time."""
    if passage.is_question or _LOOSE.search(passage.text):
        return
    for period in passage.periods:
        if period.form in _FORMS and _FIRST_TIME.search(passage.text[: period.start + len("since ")]):
            yield from _first_time(passage, record, period)


def _first_time(passage: Passage, record: Record, period: Period) -> Iterator[Finding]:
    """Judge "the first time since March that French goes below 400"."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    limit = next(((number, side) for number in passage.numbers if (side := _side(passage, number))), None)
    of_type = [draw for draw in known if draw.category in types]
    if limit is None or not of_type or len(types) != 1:
        return
    number, sign = limit
    beyond = [draw for draw in of_type if sign * (draw.crs_cutoff - number.value) > 0]
    named = [draw for draw in passage.draws if draw in beyond and draw.date != period.spans[0].start]
    newest = (*named[:1], *of_type[-1:])
    lasts = [
        other
        for draw in dict.fromkeys(newest)
        if draw in beyond
        for other in [one for one in beyond if one.sequence < draw.sequence][-1:]
    ]
    yield from _judged(passage, period, lasts)


def _side(passage: Passage, number: NumberMention) -> int:
    """Return on which side of a score something is said to be: above (1) or below (-1); 0 where none is said."""
    side = _SIDE.search(passage.text[: number.start])
    if side is None or not LEAST <= number.value <= MOST_CUTOFF:
        return 0
    return -1 if side["side"] in _DOWN else 1


def _judged(passage: Passage, period: Period, lasts: Sequence[Draw]) -> Iterator[Finding]:
    if not lasts:
        return
    meant = [draw for draw in lasts if any(_is_of(period, draw, span.start) for span in period.spans)]
    draw = (meant or lasts)[0]
    yield said(passage, period, draw, bool(meant), day_of(period, draw), rows_of(draw))


def day_of(period: Period, draw: Draw) -> str:
    """Return the time of a draw, told as finely as a period is."""
    return f"{draw.date:%B %Y}" if "month" in period.form else draw.date.isoformat()


def said(
    passage: Passage, period: Period, last: Draw, true: bool, expected: str, rows: tuple[Row, ...]
) -> Finding:
    """Say which draw was the last of those that are meant, and whether the time is its own; "since" is no part of it."""
    word = _SINCE.match(passage.text, period.start)
    return passage.finding(
        RULE,
        Status.AGREES if true else Status.CONTRADICTED,
        word.end() if word else period.start,
        period.end,
        gettext_noop("By the record, the last such draw was draw %(number)s of %(day)s."),
        expected=expected,
        rows=rows,
        confidence=0.8,
        params={"number": last.number, "day": last.date.isoformat()},
    )


def _is_of(period: Period, draw: Draw, day: date) -> bool:
    """Whether a draw was held on the day, or in the month or the year, that a period begins with."""
    if period.form in ("date", "since"):
        return draw.date == day
    same_year = draw.date.year == day.year
    return same_year and ("year" in period.form or draw.date.month == day.month)
