"""Changes, totals, gaps and ranks of draws. Pure: no Django.

Works on anything with the figures of a draw. Provincial nominees' cut-offs contain 600 points for the
nomination: totals keep them apart, and the other functions are for draws of one type.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import NamedTuple, Protocol

YEAR = timedelta(days=365)
# "A year before" is the draw nearest to that day, at most this far from it.
YEAR_BEFORE_TOLERANCE = timedelta(days=45)


class Series(Protocol):
    """A type of draw."""

    @property
    def includes_nomination(self) -> bool: ...


class Figures(Protocol):
    """A draw, as far as its own type is concerned."""

    @property
    def date(self) -> date: ...
    @property
    def crs_cutoff(self) -> int: ...


class Draw(Figures, Protocol):
    """A draw among draws of any type."""

    @property
    def invitations(self) -> int: ...
    @property
    def category(self) -> Series: ...


class Change[D](NamedTuple):
    """How many points a cut-off is above (below, when negative) that of the draw `previous`."""

    points: int
    previous: D

    @property
    def size(self) -> int:
        """The points without their sign."""
        return abs(self.points)


def change[D: Figures](round: D, previous: D | None) -> Change[D] | None:
    """Return the change of the cut-off from `previous`, which is of the same type; None without one."""
    return None if previous is None else Change(round.crs_cutoff - previous.crs_cutoff, previous)


def changes[D: Figures](rounds: Sequence[D]) -> list[tuple[D, Change[D] | None]]:
    """Pair each draw of one type, given newest first, with its change from the draw before it."""
    return [(new, change(new, old)) for new, old in zip(rounds, [*rounds[1:], None], strict=False)]


class Totals(NamedTuple):
    """Counts, invitations and extremes of the cut-off; provincial nominees apart.

    The extremes are None where there is no draw to take them from.
    """

    draws: int = 0
    invitations: int = 0
    lowest: int | None = None
    highest: int | None = None
    nominee_draws: int = 0
    nominee_invitations: int = 0
    nominee_lowest: int | None = None
    nominee_highest: int | None = None


def totals(rounds: Iterable[Draw]) -> Totals:
    """Add up draws of any types."""
    nominees: list[Draw] = []
    others: list[Draw] = []
    for round in rounds:
        (nominees if round.category.includes_nomination else others).append(round)
    return Totals(*_sums(others), *_sums(nominees))


def _sums(rounds: Sequence[Draw]) -> tuple[int, int, int | None, int | None]:
    cutoffs = [round.crs_cutoff for round in rounds]
    return (
        len(rounds),
        sum(round.invitations for round in rounds),
        min(cutoffs, default=None),
        max(cutoffs, default=None),
    )


class Gap(NamedTuple):
    """Days between consecutive draws: the median (rounded half up), the shortest, the longest."""

    usual: int
    shortest: int
    longest: int


def gaps(dates: Iterable[date]) -> Gap | None:
    """Return the gaps between the days of draws, in any order; None for fewer than two draws.

    Two draws on one day are 0 days apart.
    """
    days = sorted(dates)
    between = [(later - earlier).days for earlier, later in pairwise(days)]
    if not between:
        return None
    return Gap(int(median(between) + 0.5), min(between), max(between))


def recent_gaps(dates: Iterable[date], until: date) -> Gap | None:
    """Return the gaps between the draws of the year that ends with the day `until`.

    `until` is the end of the record at the time: its silence after that day is no gap.
    """
    return gaps(day for day in dates if until - YEAR <= day <= until)


class Rank(NamedTuple):
    """How many other draws of its type had a lower, the same and a higher cut-off."""

    lower: int
    same: int
    higher: int

    @property
    def others(self) -> int:
        return self.lower + self.same + self.higher


def rank(cutoff: int, others: Iterable[int]) -> Rank:
    """Place a cut-off among those of the other draws of its type."""
    signs = [(other > cutoff) - (other < cutoff) for other in others]
    return Rank(signs.count(-1), signs.count(0), signs.count(1))


def year_before[D: Figures](round: D, rounds: Iterable[D]) -> D | None:
    """Return the draw of the same type nearest to the day a year earlier, or None when none was near it."""
    then = round.date - YEAR
    near = [other for other in rounds if abs(other.date - then) <= YEAR_BEFORE_TOLERANCE]
    return min(near, key=lambda other: abs(other.date - then), default=None)
