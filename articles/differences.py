"""Two texts side by side, line by line, with the words that differ. Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

# Lines of which less is the same are two lines, one gone and one new.
ALIKE = 0.5
# So many lines that are the same stand around those that differ.
AROUND = 1
# Changed stretches of more lines, and lines of more words, are not searched for their nearest counterparts.
MOST_LINES = 60
MOST_WORDS = 500

_WORDS = re.compile(r"\s+|[^\s]+")


class Piece(NamedTuple):
    """A part of a line; `differs`: the other side has not got it."""

    text: str
    differs: bool


class Row(NamedTuple):
    """A line of each side; None where a side has none there."""

    old: list[Piece] | None
    new: list[Piece] | None

    @property
    def differs(self) -> bool:
        return self.old is None or self.new is None or any(piece.differs for piece in self.old + self.new)


def compare(old: str, new: str) -> list[Row]:
    """Return the lines of two texts beside each other, in order."""
    before, after = old.splitlines(), new.splitlines()
    rows: list[Row] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += (Row([Piece(line, False)], [Piece(line, False)]) for line in before[a:b])
        else:
            rows += _changed(before[a:b], after[c:d])
    return rows


def shortened(rows: Sequence[Row]) -> list[Row | int]:
    """Return the rows that differ and the lines just around them; others as their number, blank ones not at all."""
    told = [row for row in rows if row.differs or not _is_blank(row)]
    near = {
        place + step for place, row in enumerate(told) if row.differs for step in range(-AROUND, AROUND + 1)
    }
    found: list[Row | int] = []
    hidden: list[Row] = []
    for place, row in enumerate(told):
        if place not in near:
            hidden.append(row)
            continue
        found += _folded(hidden)
        hidden = []
        found.append(row)
    return found + _folded(hidden)


def _is_blank(row: Row) -> bool:
    return not any(piece.text.strip() for side in row for piece in side or ())


def _folded(rows: list[Row]) -> list[Row | int]:
    return [len(rows)] if len(rows) > 1 else list(rows)


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """Pair the lines of a changed stretch that are alike, in order, and leave the others alone."""
    taken = 0
    for line in old:
        match = _counterpart(line, new, taken, len(old))
        if match is None:
            yield Row([Piece(line, True)], None)
            continue
        for added in new[taken:match]:
            yield Row(None, [Piece(added, True)])
        yield _side_by_side(line, new[match])
        taken = match + 1
    for added in new[taken:]:
        yield Row(None, [Piece(added, True)])


def _counterpart(line: str, new: Sequence[str], start: int, lines: int) -> int | None:
    """Return the place of the first line from `start` on that is alike; in a long stretch only the next is asked."""
    reach = len(new) if max(lines, len(new)) <= MOST_LINES else start + 1
    return next((place for place in range(start, min(reach, len(new))) if _are_alike(line, new[place])), None)


def _are_alike(one: str, other: str) -> bool:
    words = one.split(), other.split()
    if max(map(len, words)) > MOST_WORDS:
        return True
    matcher = SequenceMatcher(None, *words, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _side_by_side(old: str, new: str) -> Row:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) > 2 * MOST_WORDS:
        return Row([Piece(old, True)], [Piece(new, True)])
    sides: tuple[list[Piece], list[Piece]] = [], []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for side, words in zip(sides, (before[a:b], after[c:d]), strict=True):
            if words:
                side.append(Piece("".join(words), tag != "equal"))
    return Row(_joined(sides[0]), _joined(sides[1]))


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Take the space between two pieces that differ into one piece with them."""
    found: list[Piece] = []
    for place, piece in enumerate(pieces):
        between = piece.text.isspace() and found and found[-1].differs
        differs = piece.differs or bool(between and place + 1 < len(pieces) and pieces[place + 1].differs)
        if found and found[-1].differs == differs:
            found[-1] = Piece(found[-1].text + piece.text, differs)
        else:
            found.append(Piece(piece.text, differs))
    return found
