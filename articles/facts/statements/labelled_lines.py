"""Lines of labels and values that say something of one draw: "Date: 6 July 2023", "Cut-off: 463"."""

import re

from articles.facts.reading import Block, Cell, Kind, Mention, Reading

from .model import What
from .tabular import Tuple, column, in_cell, once

_LABELLED = re.compile(r"[ \t*_-]*(?P<label>[^:\n]{2,40}?)[ \t*_]*:[ \t*_]*(?P<value>\S[^\n]{0,120})\Z")


def labelled(reading: Reading, place: int) -> tuple[Tuple | None, int]:
    """Read lines such as "Date: 6 July 2023" from a block on: what they say of one draw, which they may leave to a heading to name,
    and of how many blocks they are."""
    said: list[tuple[What, Mention]] = []
    bounds: list[int] = []
    kinds: set[What] = set()
    blocks = reading.blocks
    end = place
    while end < len(blocks) and blocks[end].part == blocks[place].part and end - place < _MOST_LINES:
        cells = _labelled_cells(reading, blocks[end])
        named = {what for what, _cell in cells if what is not None}
        if not cells or kinds & named or not (named or kinds & _NAMING):
            break
        for what, cell in cells:
            said += in_cell(reading, blocks[end], cell, what, True)
            kinds |= {what} if what is not None else set()
        bounds += [blocks[end].start, blocks[end].end]
        end += 1
    if len(kinds) < 2 or not said:
        return None, 0
    return Tuple(bounds[0], bounds[-1], once(said)), end - place


_MOST_LINES = 12
_NAMING = {What.DATE, What.TYPE, What.NUMBER}


def _labelled_cells(reading: Reading, block: Block) -> list[tuple[What | None, Cell]]:
    """Return the values of a block in which every line has a label and a value."""
    if block.kind is Kind.TABLE or block.end - block.start > 600:
        return []
    cells = []
    start = block.start
    for line in reading.text(block).split("\n"):
        match = _LABELLED.match(line)
        if match is None:
            return []
        cells.append(
            (
                column(match["label"]),
                Cell(start + match.start("value"), start + match.end("value"), match["value"]),
            )
        )
        start += len(line) + 1
    return cells
