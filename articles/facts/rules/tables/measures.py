"""What the record has for a cell of a table that sums draws up. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.facts.model import Draw
from articles.facts.rules.common.amounts import share_fits

from .columns import Column


@dataclass(frozen=True, slots=True)
class Of:
    """What a cell may be of: the draws of its row, those of the row or the time before (None: not known), the
    invitations of all rows up to it, and the draws of the whole table and of its time."""

    draws: Sequence[Draw]
    before: Sequence[Draw] | None = None
    so_far: int = 0
    whole: Sequence[Draw] = ()
    of_time: Sequence[Draw] = ()


def actual(column: Column, of: Of, *, is_first: bool, is_share: bool) -> float | None:
    """Return what the record has: `is_first` of two figures; of a change, its share. None for what there is none of."""
    sizes = [draw.invitations for draw in of.draws]
    match column:
        case Column.COUNT:
            return len(sizes)
        case Column.SUM:
            return sum(sizes)
        case Column.SO_FAR:
            return of.so_far
        case Column.CHANGE:
            before = sum(draw.invitations for draw in of.before) if of.before is not None else None
            return _change(sum(sizes), before, is_share)
        case Column.CHANGE_OF_COUNT:
            return _change(len(sizes), len(of.before) if of.before is not None else None, is_share)
        case Column.SHARE | Column.SHARE_OF_DRAWS:
            return None
    return _of_draws(column, of.draws, is_first) if of.draws else None


def _of_draws(column: Column, draws: Sequence[Draw], is_first: bool) -> float | None:
    cutoffs = [draw.crs_cutoff for draw in draws]
    sizes = [draw.invitations for draw in draws]
    match column:
        case Column.LARGEST:
            return max(sizes)
        case Column.SMALLEST:
            return min(sizes)
        case Column.AVERAGE:
            return sum(sizes) / len(sizes)
        case Column.LATEST_CUTOFF:
            return cutoffs[-1]
        case Column.LATEST_SIZE:
            return sizes[-1]
        case Column.LOWEST:
            return min(cutoffs)
        case Column.HIGHEST:
            return max(cutoffs)
    return min(cutoffs) if is_first else max(cutoffs)


def _change(now: int, before: int | None, is_share: bool) -> float | None:
    if before is None or (is_share and not before):
        return None
    return 100 * (now - before) / before if is_share else now - before


def shares(column: Column, of: Of) -> list[float]:
    """Return what part of all a row has, in hundredths: of the whole table and of its time."""
    found = []
    for whole in (of.whole, of.of_time):
        if column is Column.SHARE_OF_DRAWS:
            part, total = len(of.draws), len(whole)
        else:
            part, total = (sum(draw.invitations for draw in draws) for draws in (of.draws, whole))
        found += [100 * part / total] if total else []
    return found


def fits(column: Column, value: float, of: Of, *, is_first: bool, is_share: bool) -> bool:
    """Whether a figure is right, as it is rounded."""
    if column in (Column.SHARE, Column.SHARE_OF_DRAWS):
        return any(share_fits(value, share) for share in shares(column, of))
    right = actual(column, of, is_first=is_first, is_share=is_share)
    if right is None:
        return False
    if is_share:
        return share_fits(abs(value), abs(right)) and (value >= 0 or right < 0)
    if column is Column.AVERAGE:
        step = next((step for step in (100, 50, 10) if value % step == 0), 1)
        return abs(value - right) <= step / 2 + 0.01
    if column in (Column.CHANGE, Column.CHANGE_OF_COUNT):
        # A minus may be left out where a column says "fall".
        return value == right or (value > 0 and value == -right)
    return value == right
