"""What a column of a table of draws has that no heading names: what most of its figures are of the draws of their rows."""

import re
from collections.abc import Sequence

from articles.facts.model import Draw
from articles.facts.reading import Block, Cell, DateMention, NumberMention, Reading, Row

from .clauses import FIGURES
from .fitting import says
from .model import What
from .record import Draws
from .table_days import Days

# A column has the figures of one kind, or both of each draw in this order: "4,500 at 446".
type Head = What | tuple[What, What] | None

KINDS: tuple[What | tuple[What, What], ...] = (
    What.INVITATIONS,
    What.CUTOFF,
    (What.INVITATIONS, What.CUTOFF),
    (What.CUTOFF, What.INVITATIONS),
)
# So many of a column's figures must be right, and half of them.
LEAST = 2
_DRAW = re.compile(r"\W*(?:no\.?\s?)?(\d{1,3}[ab]?)\W*", re.IGNORECASE)


def filled(
    reading: Reading,
    block: Block,
    rows: Sequence[Row],
    heads: Sequence[What | None],
    draws: Draws,
    days: Days,
) -> list[Head]:
    """Return what the columns have, with what is in those that nothing names or that cannot have what they are named for.

    A heading that names something else, such as a change, is `What.PERIOD`, and stays as it is.
    """
    width = max((len(row.cells) for row in rows), default=0)
    done: list[Head] = [*heads, *[None] * (width - len(heads))]
    open_columns = [
        place
        for place in range(width)
        if done[place] in (None, What.NUMBER)
        or (done[place] in FIGURES and _are_pairs(reading, block, rows, place))
    ]
    if not open_columns:
        return done
    held = [_held(reading, block, row, done, draws, days) for row in rows]
    if sum(bool(of) for of in held) < LEAST:
        return done
    taken = {
        what
        for place, head in enumerate(done)
        if head and place not in open_columns
        for what in (head if isinstance(head, tuple) else (head,))
    }
    for place in open_columns:
        cells = [(row.cells[place], of) for row, of in zip(rows, held, strict=True) if place < len(row.cells)]
        if done[place] is What.NUMBER and _are_numbers(cells):
            continue
        kind = _kind(reading, block, cells, taken)
        if kind is not None:
            done[place] = kind
            taken |= set(kind) if isinstance(kind, tuple) else {kind}
    return done


def _kind(
    reading: Reading, block: Block, cells: Sequence[tuple[Cell, Sequence[Draw]]], taken: set[What]
) -> What | tuple[What, What] | None:
    """Return what most of the cells of a column are of the draws of their rows."""
    for kind in KINDS:
        whats = kind if isinstance(kind, tuple) else (kind,)
        if taken & set(whats):
            continue
        told = [(numbers_of(reading, block, cell, len(whats)), of) for cell, of in cells if of]
        told = [(numbers, of) for numbers, of in told if numbers]
        right = sum(
            any(says(what, number, draw) for draw in of for what, number in zip(whats, numbers, strict=True))
            if len(whats) == 1
            else any(
                all(says(what, number, draw) for what, number in zip(whats, numbers, strict=True))
                for draw in of
            )
            for numbers, of in told
        )
        if right >= LEAST and 2 * right >= len(told):
            return kind
    return None


def numbers_of(reading: Reading, block: Block, cell: Cell, count: int) -> list[NumberMention]:
    """Return the numbers of a cell that has so many and little else; none otherwise."""
    numbers = [
        mention
        for mention in reading.between(block.part, cell.start, cell.end)
        if isinstance(mention, NumberMention)
    ]
    if len(numbers) != count:
        return []
    rest = cell.text
    for number in reversed(numbers):
        rest = rest[: number.start - cell.start] + rest[number.end - cell.start :]
    return [] if re.search(r"[+%\d]", rest) or len(rest.strip(" *")) > _REST else numbers


# So much may stand beside the figures of a cell: "invitations, points".
_REST = 26


def _held(
    reading: Reading, block: Block, row: Row, heads: Sequence[Head], draws: Draws, days: Days
) -> list[Draw]:
    """Return the draws of a row's day; without one, that of its number."""
    found: list[Draw] = []
    numbered: list[Draw] = []
    for place, cell in enumerate(row.cells):
        head = heads[place] if place < len(heads) else None
        if cell.start in days:
            found += draws.on(days[cell.start].first)
        elif head is What.NUMBER and (match := _DRAW.fullmatch(cell.text)):
            numbered += [draws.by_number[match[1]]] if match[1] in draws.by_number else []
        elif head in (What.DATE, None) and place < _FIRST:
            for mention in reading.between(block.part, cell.start, cell.end):
                if isinstance(mention, DateMention) and mention.is_day:
                    meant = dict.fromkeys((mention.first, *(first for first, _last in mention.others)))
                    found += [draw for day in meant for draw in draws.on(day)]
    return found or numbered


# Days stand in the first columns.
_FIRST = 4


def _are_pairs(reading: Reading, block: Block, rows: Sequence[Row], place: int) -> bool:
    """Whether most cells of a column have two figures each."""
    cells = [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place].text]
    return 2 * sum(bool(numbers_of(reading, block, cell, 2)) for cell in cells) > len(cells)


def _are_numbers(cells: Sequence[tuple[Cell, Sequence[Draw]]]) -> bool:
    """Whether a column has the numbers of draws, as far as it says."""
    told = [(match[1], of) for cell, of in cells if of and (match := _DRAW.fullmatch(cell.text))]
    return bool(told) and 2 * sum(number in {draw.number for draw in of} for number, of in told) >= len(told)
