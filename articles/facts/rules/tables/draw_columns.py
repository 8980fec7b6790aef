"""What a column of a table of draws reckons from row to row: changes, days between, a running total, a share; and the weekdays of its
days. Pure: no Django."""

import re
from collections.abc import Callable, Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Block, Cell, Reading, Row
from articles.facts.rules.common.amounts import share_fits
from articles.facts.rules.common.passages import rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import WEEKDAYS
from articles.references import gettext_noop

RECKONED = gettext_noop("For draw %(number)s of %(date)s, this column has %(actual)s.")
HELD_ON = gettext_noop("Draw %(number)s of %(date)s was held on a %(actual)s.")
# So many cells of a column, and half of them, must be right of what it is taken to reckon.
LEAST = 2

# Of a draw, the one before it, and those of all rows.
type Reckoned = Callable[[Draw, Draw, Sequence[Draw]], float]

_FIGURE = compiled(
    r"[^0-9a-z]{0,4}?(?:by |up |down |plus |minus )?(?P<sign>[+±−–-]?) ?(?P<n>[0-9]{1,3}(?:[, '][0-9]{3})+|[0-9]+(?:\.[0-9]+)?)(?P<share> ?%| per ?cent)?(?: (?:points?|days?|invitations|places|more|less|fewer|lower|higher|up|down))*\W{0,4}"
)
_FALLS = compiled(r"\b(?:down|minus|less|fewer|lower)\b")
_RECKONED: tuple[tuple[str, bool, Reckoned], ...] = (
    ("comparisons", True, lambda draw, before, _all: draw.crs_cutoff - before.crs_cutoff),
    ("comparisons", True, lambda draw, before, _all: draw.invitations - before.invitations),
    ("comparisons", True, lambda draw, before, _all: abs((draw.date - before.date).days)),
    (
        "sums",
        False,
        lambda draw, _before, every: sum(one.invitations for one in every[: every.index(draw) + 1]),
    ),
    (
        "comparisons",
        False,
        lambda draw, _before, every: 100 * draw.invitations / sum(one.invitations for one in every),
    ),
    (
        "comparisons",
        True,
        lambda draw, before, _all: 100 * (draw.invitations - before.invitations) / before.invitations,
    ),
)
_SHARES = (4, 5)
_WEEKDAYS = {name: place for place, day in enumerate(WEEKDAYS) for name in (day, day[:3])} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}


def find(
    reading: Reading,
    record: Record,
    block: Block,
    rows: Sequence[tuple[Row, Draw | None]],
    known: set[int],
) -> Iterator[Finding]:
    """Judge the columns of a table of draws that have no figure of the draws themselves; `known` are those that have."""
    held = [(row, draw) for row, draw in rows if draw is not None]
    for at in range(max((len(row.cells) for row, _draw in held), default=0)):
        cells = [(row.cells[at], draw) for row, draw in held if at < len(row.cells)]
        if at not in known:
            yield from _weekdays(reading, block, cells)
            yield from _reckoned(reading, record, block, cells)


def _weekdays(reading: Reading, block: Block, cells: Sequence[tuple[Cell, Draw]]) -> Iterator[Finding]:
    told = [(cell, draw, _WEEKDAYS.get(cell.text.lower().strip(" .*_"))) for cell, draw in cells]
    right = sum(day == draw.date.weekday() for _cell, draw, day in told)
    if right < LEAST or 2 * right < len(told):
        return
    for cell, draw, day in told:
        if day is not None and day != draw.date.weekday():
            name = WEEKDAYS[draw.date.weekday()].capitalize()
            yield _finding(reading, block, "relative", cell.start, cell.end, name, draw, HELD_ON)


def _reckoned(
    reading: Reading, record: Record, block: Block, cells: Sequence[tuple[Cell, Draw]]
) -> Iterator[Finding]:
    told = [
        (cell, draw, match)
        for cell, draw in cells
        if (match := _FIGURE.fullmatch(cell.text.lower())) is not None
    ]
    if len(told) < LEAST:
        return
    every = [draw for _cell, draw in cells]
    best: list[tuple[re.Match[str], Cell, Draw, float, bool]] = []
    kind, right = "", 0
    for place, (rule, from_before, reckon) in enumerate(_RECKONED):
        for befores in (_above(every, 1), _above(every, -1), _of_type(record, every)):
            read = [
                (match, cell, draw, value, _fits(match, value, is_share=place in _SHARES))
                for cell, draw, match in told
                if (draw in befores or not from_before) and (place in _SHARES or not match["share"])
                for value in (reckon(draw, befores.get(draw, draw), every),)
            ]
            fitting = sum(is_right for *_rest, is_right in read)
            if fitting > right:
                kind, right, best = rule, fitting, read
    if right < LEAST or 2 * right < len(told):
        return
    for match, cell, draw, value, is_right in best:
        if not is_right:
            expected = f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
            start, end = (cell.start + place for place in match.span("n"))
            yield _finding(reading, block, kind, start, end, expected, draw, RECKONED)


def _above(every: Sequence[Draw], step: int) -> dict[Draw, Draw]:
    """Return the draw of the row before each, or of the row behind it in a table that begins with the latest."""
    pairs = zip(every[1:], every, strict=False) if step > 0 else zip(every, every[1:], strict=False)
    return dict(pairs)


def _of_type(record: Record, every: Sequence[Draw]) -> dict[Draw, Draw]:
    """Return the draw of its type before each."""
    wanted = set(every)
    last: dict[str, Draw] = {}
    found: dict[Draw, Draw] = {}
    for draw in record.draws:
        if draw in wanted and draw.category in last:
            found[draw] = last[draw.category]
        last[draw.category] = draw
    return found


def _fits(match: re.Match[str], value: float, *, is_share: bool) -> bool:
    claimed = float(re.sub(r"[^\d.]", "", match["n"]))
    falls = match["sign"] in ("−", "–", "-") and match["sign"] or _FALLS.search(match[0])
    if is_share:
        return share_fits(claimed, abs(value)) and (not falls or value < 0)
    if match["sign"] or falls:
        return (-claimed if falls else claimed) == value
    return claimed == abs(value)


def _finding(
    reading: Reading, block: Block, rule: str, start: int, end: int, expected: str, draw: Draw, message: str
) -> Finding:
    part = reading.texts[block.part].part
    return Finding(
        rule,
        Status.CONTRADICTED,
        part.name,
        start,
        end,
        part.source[start:end],
        expected=expected,
        rows=rows_of(draw),
        confidence=0.85,
        message=message,
        params={"number": draw.number, "date": draw.date.isoformat(), "actual": expected},
    )
