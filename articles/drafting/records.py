"""What is remarkable about a draw among those of its type that came before it. Pure: no Django.

Draws of different types are never compared, so provincial nominees stand among themselves.
"""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple, Protocol

# "Lowest since" is said where it passes over so many draws, "lowest of all" where so many came before.
PASSED = 3
BEFORE = 2


class Drawn(Protocol):
    """A draw among those of its type."""

    @property
    def crs_cutoff(self) -> int: ...
    @property
    def invitations(self) -> int: ...


class Kind(Enum):
    """A figure that a draw has, and the draws before it had not."""

    LOWEST = auto()
    HIGHEST = auto()
    MOST = auto()


class Superlative[D](NamedTuple):
    """A figure that no draw of the type had since the draw `since`; None: that none had before.

    `same`: the draw `since` had this very figure, and not one beyond it.
    """

    kind: Kind
    since: D | None
    same: bool = False


def superlatives[D: Drawn](round: D, before: Sequence[D]) -> list[Superlative[D]]:
    """Return what is remarkable about a draw; `before` are the earlier draws of its type, newest first."""
    cutoffs = [other.crs_cutoff for other in before]
    found = [
        _superlative(Kind.LOWEST, -round.crs_cutoff, [-cutoff for cutoff in cutoffs], before),
        _superlative(Kind.HIGHEST, round.crs_cutoff, cutoffs, before),
        _superlative(Kind.MOST, round.invitations, [other.invitations for other in before], before),
    ]
    return [superlative for superlative in found if superlative]


def _superlative[D](
    kind: Kind, figure: int, figures: Sequence[int], before: Sequence[D]
) -> Superlative[D] | None:
    place = next((place for place, other in enumerate(figures) if other >= figure), None)
    if place is None:
        return Superlative(kind, None) if len(before) >= BEFORE else None
    return Superlative(kind, before[place], figures[place] == figure) if place >= PASSED else None
