"""Lines of labels and values that say something of one draw: "Date: 6 July 2023", "Cut-off: 463"; under a line that is its day too."""

import re
from collections.abc import Sequence

from articles.facts.reading import Block, CategoryMention, Cell, DateMention, Kind, Mention, Reading

from .model import What
from .record import Draws
from .tabular import Tuple, column, in_cell, once

_LABELLED = re.compile(r"[ \t*_-]*(?P<label>[^:\n]{2,40}?)[ \t*_]*:[ \t*_]*(?P<value>\S[^\n]{0,120})\Z")


def labelled(reading: Reading, place: int, draws: Draws) -> tuple[Tuple | None, int]:
    """Read lines such as "Date: 6 July 2023" from a block on: what they say of one draw, which they may leave to a heading to name,
    and of how many blocks they are."""
    blocks = reading.blocks
    said: list[tuple[What, Mention]] = list(_head(reading, blocks[place], draws))
    kinds = {what for what, _mention in said}
    headed = bool(said)
    bounds = [blocks[place].start]
    # The day may be the first line of the block of the others, or a block of its own.
    end = place + (headed and "\n" not in reading.text(blocks[place]).strip())
    while end < len(blocks) and blocks[end].part == blocks[place].part and end - place < _MOST_LINES:
        cells = _labelled_cells(reading, blocks[end], headed and end == place)
        named = {what for what, _cell in cells if what is not None}
        if not cells or kinds & named or not (named or kinds & _NAMING):
            break
        for what, cell in cells:
            said += in_cell(reading, blocks[end], cell, what, True)
            kinds |= {what} if what is not None else set()
        bounds.append(blocks[end].end)
        end += 1
    if len(kinds) < 2 or not said or (headed and not kinds & _FIGURES):
        return None, 0
    return Tuple(bounds[0], bounds[-1], once(said)), end - place


_MOST_LINES = 12
_NAMING = {What.DATE, What.TYPE, What.NUMBER}
_FIGURES = {What.INVITATIONS, What.CUTOFF}
# A line that is the day of a draw has no more characters beside it and its type.
_BESIDE_DAY = 24


def _head(reading: Reading, block: Block, draws: Draws) -> Sequence[tuple[What, Mention]]:
    """Return what the first line of a block says where it is the day of a draw, alone or with its type: "Wednesday, July 5"."""
    if block.kind is Kind.TABLE:
        return ()
    line = reading.text(block).split("\n", 1)[0]
    mentions = reading.between(block.part, block.start, block.start + len(line))
    days = [mention for mention in mentions if isinstance(mention, DateMention)]
    types = [mention for mention in mentions if isinstance(mention, CategoryMention)]
    beside = len(line.strip()) - sum(mention.end - mention.start for mention in mentions)
    if len(days) != 1 or len(types) > 1 or len(mentions) != len((*days, *types)) or beside > _BESIDE_DAY:
        return ()
    label = _LABELLED.match(line)
    if (
        not days[0].is_day
        or days[0].relative
        or not draws.on(days[0].first)
        or label
        and column(label["label"])
    ):
        return ()
    return [(What.DATE, days[0]), *((What.TYPE, mention) for mention in types)]


def _labelled_cells(reading: Reading, block: Block, headed: bool) -> list[tuple[What | None, Cell]]:
    """Return the values of a block in which every line has a label and a value, but for the first where that is a head."""
    if block.kind is Kind.TABLE or block.end - block.start > 600:
        return []
    cells = []
    start = block.start
    for place, line in enumerate(reading.text(block).split("\n")):
        if headed and not place:
            start += len(line) + 1
            continue
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
