"""What is said of a draw among others: first, third in a row, lowest since, eight points lower. Pure: no Django."""

from collections.abc import Callable, Sequence
from datetime import date

from articles.facts.model import Draw

type Figure = Callable[[Draw], int]


def cutoff(draw: Draw) -> int:
    return draw.crs_cutoff


def invitations(draw: Draw) -> int:
    return draw.invitations


def before(draw: Draw, draws: Sequence[Draw]) -> list[Draw]:
    """Return the draws of its type before a draw, oldest first."""
    category, sequence = draw.category, draw.sequence
    return [other for other in draws if other.category == category and other.sequence < sequence]


def ordinal(draw: Draw, among: Sequence[Draw]) -> int:
    """Return which one a draw is among those given, oldest first, from 1."""
    return 1 + sum(other.sequence < draw.sequence for other in among)


def is_extreme(draw: Draw, among: Sequence[Draw], figure: Figure, sign: int) -> bool:
    """Whether no draw of those given has a figure beyond the draw's: greater for sign 1, smaller for -1."""
    own = sign * figure(draw)
    return all(sign * figure(other) <= own for other in among)


def extreme_since(draw: Draw, earlier: Sequence[Draw], figure: Figure, sign: int, since: date) -> bool:
    """Whether a figure is the greatest (sign 1) or smallest (-1) since a day: none since then is beyond it.

    The draw of that day itself may be beyond it: "lowest since 6 July" is said of a figure that was lower then.
    """
    return is_extreme(draw, [other for other in earlier if other.date > since], figure, sign)


def run(draw: Draw, earlier: Sequence[Draw], follows: Callable[[Draw, Draw], bool]) -> int:
    """Return how many draws in a row, ending with `draw`, follow the one before as `follows(new, old)` says.

    The first of a run is not counted, since it follows nothing: three falls in a row take four draws.
    """
    length = 0
    new = draw
    for old in reversed(earlier):
        if not follows(new, old):
            break
        length, new = length + 1, old
    return length


def percent(new: float, old: float) -> float:
    """Return by how many per cent `new` is above `old`; negative when below. `old` is not 0."""
    return (new - old) * 100 / old
