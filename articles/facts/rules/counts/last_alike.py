"""What so many of the latest draws had in common: "each of the last four rounds had 5,000 invitations". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import NUMBER_WORDS
from articles.facts.rules.common.periods import count
from articles.facts.rules.common.readings import types_of
from articles.facts.rules.common.speaking import PROVINCIAL
from articles.facts.rules.common.stated_times import stated_periods
from articles.references import gettext_noop

RULE = "counts"

_LAST = compiled(
    rf"\b(?:(?:each|all) of )?(?:the|its|their|these) (?:last|latest|past|most recent|final) (?P<n>[0-9]{{1,2}}|{NUMBER_WORDS}) (?:(?!days?\b|weeks?\b|months?\b|years?\b|had\b|has\b|have\b|were\b|was\b|saw\b)[\w-]+ ){{0,3}}?(?:(?:draws|rounds|ones)\b|of (?:them|these|those|the (?:draws|rounds))\b)"
)
# What each of them had stands right behind, or right before.
_HAD = compiled(
    r"(?: of (?:the|this|that) (?:year|month))?(?: of 20[0-9]{2})?,? (?:each |all |have |has |every one )?(?:had|invited|were of|brought|issued|took|with|at|of) (?:exactly |just |only )?$"
)
_LOOSE = hedged("between|average|more|fewer|less|over|under|below|above|at least|up to|about|total|together")
# "500 on 9 October and 400 in each of the three draws that followed".
_FOLLOWED = compiled(
    rf"(?P<value>[0-9][0-9,]+)(?: (?:invitations|people|candidates|points))?,? (?:in|at|for) (?:each|all|every one) of the (?P<n>[0-9]{{1,2}}|{NUMBER_WORDS}) (?:[\w-]+ ){{0,2}}?(?:draws|rounds) (?:that (?:followed|came (?:after|next|later))|which followed|after(?:wards)?\b|thereafter|following)"
)
# Fewer are no row.
LEAST = 2


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how many of the latest draws are said to have had the same figure."""
    if passage.is_question or PROVINCIAL.search(passage.text):
        return
    for match in _LAST.finditer(passage.text):
        value = _value(passage, match)
        if value:
            yield from _judged(passage, record, match, value)
    for match in _FOLLOWED.finditer(passage.text):
        yield from _after(passage, record, match)


def _value(passage: Passage, match: re.Match[str]) -> int:
    """Return the figure that each of the draws is said to have had; 0 where there is none."""
    for number in passage.numbers:
        if number.role not in (Role.INVITATIONS, Role.UNKNOWN, Role.CUTOFF) or number.value < 100:
            continue
        between = passage.text[match.end() : number.start]
        if number.start > match.end() and _HAD.fullmatch(between) and not _LOOSE.search(between):
            return int(number.value)
    return 0


def _judged(passage: Passage, record: Record, match: re.Match[str], value: int) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    claimed = count(match["n"])
    types = types_of(passage, known)
    ends = [
        span.end
        for period in stated_periods(passage, match.start(), match.end())
        if not period.form.startswith("since")
        for span in period.spans[:1]
    ]
    around = [span.end for period in (*passage.earlier, *passage.context) for span in period.spans[:1]]
    readings: list[Sequence[Draw]] = []
    for last in [max(ends)] if ends else [passage.day, *around]:
        for kind in (types, frozenset(draw.category for draw in known)):
            of_kind = [draw for draw in known if draw.category in kind and draw.date <= last]
            readings.append(_row(of_kind, value))
    rows = [row for row in readings if len(row) >= LEAST]
    if not rows or any(len(row) >= claimed for row in rows):
        return
    yield _said(passage, match.span("n"), rows[0])


def _said(passage: Passage, span: tuple[int, int], row: Sequence[Draw]) -> Finding:
    start, end = span
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        start,
        end,
        gettext_noop("In the record, it was so in %(count)s draws in a row."),
        expected=str(len(row)),
        replacement=amounts.written(len(row), passage.source[start:end]),
        rows=rows_of(*row),
        confidence=0.8,
        params={"count": len(row)},
    )


def _after(passage: Passage, record: Record, match: re.Match[str]) -> Iterator[Finding]:
    """Judge how many draws behind the one that is named last are said to have had the same figure."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    value, claimed = int(match["value"].replace(",", "")), count(match["n"])
    days = [mention for mention in passage.dates if mention.is_day and mention.end <= match.start()]
    of_type = [draw for draw in known if draw.category in types]
    first = [draw for draw in of_type if days and days[-1].may_hold(draw.date)]
    if not first or _LOOSE.search(passage.text, max(0, match.start() - 15), match.start()):
        return
    following = [draw for draw in of_type if draw.sequence > first[-1].sequence]
    row = _row(following[::-1], value)
    if 0 < len(row) < claimed:
        yield _said(passage, match.span("n"), row)


def _row(draws: Sequence[Draw], value: int) -> list[Draw]:
    """Return the latest draws on end with a figure."""
    row: list[Draw] = []
    for draw in reversed(draws):
        if value not in (draw.invitations, draw.crs_cutoff):
            break
        row.append(draw)
    return row
