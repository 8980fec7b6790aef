"""Tables laid out alike: what stands above each column, and a row for each type or time. Pure: no Django.

Headings may stand in two rows, the upper one over several columns, and a table may lie on its side: "Draws" and "Invitations" before its
rows, the years above its columns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.facts.reading import Block, Cell, Row

from .columns import column_of

_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Grid:
    """`heads` are the cells that stand above each column, the uppermost first; `rows` are those below them."""

    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


def grid_of(block: Block) -> Grid:
    """Return the layout of a table that has headings."""
    first, rest = block.rows[0], block.rows[1:]
    if len(rest) == 1 and all(_DIGIT.search(cell.text) for row in rest for cell in row.cells):
        # "Q1 | Q2" above a row of figures that has no name.
        nothing = Cell(first.start, first.start, "")
        return Grid(
            ((nothing,), *((cell,) for cell in first.cells)),
            tuple((Cell(row.start, row.start, ""), *row.cells) for row in rest),
        )
    if len(rest) > 1 and _are_heads(rest[0]):
        second, rest = rest[0], rest[1:]
        upper = _filled(first.cells, len(second.cells))
        heads = tuple(
            (above, cell) if above is not cell and above.text else (cell,)
            for above, cell in zip(upper, second.cells, strict=True)
        )
        return Grid(heads, tuple(row.cells for row in rest))
    if _is_turned(first, rest):
        width = len(first.cells)
        heads = ((first.cells[0],), *((row.cells[0],) for row in rest))
        turned = tuple(
            (first.cells[at], *(row.cells[at] for row in rest))
            for at in range(1, width)
            if all(at < len(row.cells) for row in rest)
        )
        return Grid(heads, turned)
    return Grid(tuple((cell,) for cell in first.cells), tuple(row.cells for row in rest))


def _are_heads(row: Row) -> bool:
    """Whether a row below the first is one of headings too: none of its cells has a figure, and two say what their columns have."""
    return (
        not any(_DIGIT.search(cell.text) for cell in row.cells)
        and sum(column_of(cell.text.lower()) is not None for cell in row.cells[1:]) > 1
    )


def _filled(cells: Sequence[Cell], width: int) -> list[Cell]:
    """Return a row of headings in which an empty cell has what stands to its left, as one over several columns is written."""
    filled: list[Cell] = []
    for place in range(width):
        cell = cells[place] if place < len(cells) else None
        if cell is not None and (cell.text or place < 2):
            filled.append(cell)
        else:
            filled.append(filled[-1])
    return filled


def _is_turned(first: Row, rest: Sequence[Row]) -> bool:
    """Whether the rows of a table are named as columns are, half of them at least, and its columns are not."""
    labels = [row.cells[0].text.lower() for row in rest if row.cells]
    named = sum(column_of(label) is not None for label in labels)
    return (
        len(labels) == len(rest) > 1
        and named > 1
        and 2 * named >= len(labels)
        and not any(column_of(cell.text.lower()) for cell in first.cells[1:])
    )
