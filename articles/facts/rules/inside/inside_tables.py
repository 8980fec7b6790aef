"""Tables against themselves: totals and empty cells. Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Status
from articles.facts.reading import Block, CategoryMention, Cell, DateMention, Reading, Row
from articles.facts.rules.common.marking import mark, wrong
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.references import gettext_noop

_TOTAL = compiled(
    rf"\W*(?:grand )?(?:totals?|sum|together|in all|overall|all (?:in the table|of (?:them|these|the above)|together|(?:{FEW}) (?:lists|categories|types)))\W*"
)
_WHOLE = re.compile(r"[0-9]{1,3}(?:[, ' ][0-9]{3})+|[0-9]+")
EMPTY = frozenset(("", "-", "–", "—", "?", "n/a", "tbc", "tbd", "tba", "xx", "xxx", "…", "..."))


def totals(reading: Reading, block: Block, draws: Sequence[Draw]) -> Iterator[Finding]:
    """Judge the last row of a table where it says that it is the total; `draws` are those of its rows."""
    if (
        len(block.rows) < 4
        or not block.rows[-1].cells
        or not _TOTAL.fullmatch(block.rows[-1].cells[0].text.lower())
    ):
        return
    rows = block.rows[1:-1] if block.has_header else block.rows[:-1]
    for column, cell in enumerate(block.rows[-1].cells[1:], 1):
        values = [_whole(row.cells[column]) if column < len(row.cells) else None for row in rows]
        total = _whole(cell)
        known = [value for value in values if value is not None]
        if total is None or len(known) < len(values) or _is_of_cutoffs(block, column):
            continue
        actual = sum(known)
        if len(draws) == len(rows) and total == sum(draw.invitations for draw in draws):
            continue
        if total == actual or _is_summary(reading, block, rows):
            continue
        if len(draws) == len(rows) and sum(
            value == draw.invitations for value, draw in zip(known, draws, strict=True)
        ) * 2 > len(rows):
            actual = sum(draw.invitations for draw in draws)
        span = (cell.start - block.start, cell.end - block.start)
        yield wrong(
            reading, block, span, actual, gettext_noop("The rows above add up to %(expected)s."), 0.85
        )


def _is_summary(reading: Reading, block: Block, rows: Sequence[Row]) -> bool:
    """Whether rows stand for types or times and not for draws, so that the record says what they and their total are."""
    mentions = [mention for row in rows for mention in reading.between(block.part, row.start, row.end)]
    if any(isinstance(mention, DateMention) and mention.is_day for mention in mentions):
        return False
    return any(isinstance(mention, CategoryMention | DateMention) for mention in mentions)


def _is_of_cutoffs(block: Block, column: int) -> bool:
    """Whether a column holds cut-offs or scores, which nobody adds up."""
    heading = block.rows[0].cells[column].text.lower() if column < len(block.rows[0].cells) else ""
    return bool(re.search(r"crs|cut|score|lowest|highest|date|year|noc|code|no\.|number of the", heading))


def _whole(cell: Cell) -> int | None:
    if cell.text.strip().lower() == "none":
        return 0
    return int(re.sub(r"\D", "", cell.text)) if _WHOLE.fullmatch(cell.text.strip()) else None


def empty(reading: Reading, block: Block) -> Iterator[Finding]:
    """Point at cells without a figure in columns that have one everywhere else."""
    rows = block.rows[1:] if block.has_header else block.rows
    if len(rows) < 3:
        return
    for column in range(1, max(len(row.cells) for row in rows)):
        cells = [row.cells[column] for row in rows if column < len(row.cells)]
        empty = [cell for cell in cells if cell.text.strip().lower() in EMPTY]
        if (
            len(empty) == 1
            and len(cells) == len(rows)
            and all(re.search(r"\d", cell.text) for cell in cells if cell not in empty)
        ):
            if _is_last(rows, empty[0]):
                continue
            yield mark(
                reading,
                block.part,
                empty[0].start,
                max(empty[0].end, empty[0].start + 1),
                Status.NEEDS_HUMAN,
                gettext_noop("This cell of the table is empty."),
                confidence=0.6,
            )


def _is_last(rows: Sequence[Row], cell: Cell) -> bool:
    return (
        bool(rows[-1].cells)
        and cell in rows[-1].cells
        and bool(_TOTAL.fullmatch(rows[-1].cells[0].text.lower()))
    )
