"""Which figure the cells of a column are, of those that it may have: the one that most of them are right of. Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.facts.model import Draw

from .columns import RECKONED, Column
from .measures import Of
from .table_claims import Claimed

# So many cells of a column, and half of them, must be right of a figure that its heading does not name.
LEAST = 2


@dataclass(frozen=True)
class Rows:
    """The draws of each row, those of the time that the table is about, and those that a row is compared with, where it is not the one
    above."""

    draws: Sequence[Sequence[Draw]]
    of_time: Sequence[Draw]
    before: Sequence[Sequence[Draw]] = ()

    @cached_property
    def whole(self) -> Sequence[Draw]:
        return _together(self.draws)

    @cached_property
    def so_far(self) -> Sequence[int]:
        """The invitations of all rows up to each."""
        seen: set[Draw] = set()
        totals: list[int] = []
        for of in self.draws:
            new = [draw for draw in of if draw not in seen]
            seen.update(new)
            totals.append(sum(draw.invitations for draw in new) + (totals[-1] if totals else 0))
        return totals

    def of(self, row: int) -> Of:
        """Return what a cell of a row may be of; -1 is the row of totals."""
        so_far = self.so_far[row] if self.so_far else 0
        if row < 0:
            before = _together(self.before) if self.before else None
            return Of(self.whole, before, so_far, self.whole, self.of_time)
        above = self.before[row] if self.before else self.draws[row - 1] if row else None
        return Of(self.draws[row], above, so_far, self.whole, self.of_time)


def _together(rows: Sequence[Sequence[Draw]]) -> Sequence[Draw]:
    return list(dict.fromkeys(draw for of in rows for draw in of))


def read_column(
    cells: Sequence[tuple[Claimed, Rows]],
) -> Iterator[tuple[Claimed, Column, Of, bool]]:
    """Yield the cells of a column with the figure that they are, what they are of, and whether they are right; none where nothing says
    which figure they are."""
    placed = [(claim, rows.of(claim.row)) for claim, rows in cells]
    best: list[tuple[Claimed, Column, Of, bool]] = []
    right = -1
    head = placed[0][0].head
    for place, column in enumerate(head.columns):
        read = [
            (claim, column, of, claim.fits(column, of)) for claim, of in placed if _can_be(claim, column, of)
        ]
        fitting = sum(is_right for _claim, _column, _of, is_right in read)
        is_sure = head.is_named and not place and column not in RECKONED
        if fitting > right and (is_sure or (fitting >= LEAST and 2 * fitting >= len(placed))):
            right, best = fitting, read
    yield from best


def _can_be(claim: Claimed, column: Column, of: Of) -> bool:
    """Whether there is something in the record that a cell of a column may be of."""
    if claim.day is not None or claim.length:
        return bool(of.draws) and (not claim.length or len(of.draws) == claim.length)
    return claim.actual(column, of) is not None
