"""The course of a cut-off, small enough for a row of a table. Pure: no Django."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from draws.trends import Figures

WIDTH, HEIGHT, ROOM = 80, 24, 3


class Sparkline(NamedTuple):
    """The points of a line, in whole pixels from the upper left corner, and the range that they span."""

    points: list[tuple[int, int]]
    lowest: int
    highest: int


def line(draws: Sequence[Figures], since: date, until: date) -> Sparkline | None:
    """Place draws of one type, oldest first, by date from `since` to `until` and by cut-off from lowest to highest.

    Draws outside the span are left out: None when no draw is left. One height is the middle.
    """
    shown = [draw for draw in draws if since <= draw.date <= until]
    if not shown:
        return None
    low, high = min(draw.crs_cutoff for draw in shown), max(draw.crs_cutoff for draw in shown)
    days = max((until - since).days, 1)
    width, height = WIDTH - 2 * ROOM, HEIGHT - 2 * ROOM
    points = [
        (
            ROOM + round((draw.date - since).days / days * width),
            ROOM + round((high - draw.crs_cutoff) / (high - low) * height) if high > low else HEIGHT // 2,
        )
        for draw in shown
    ]
    return Sparkline(points, low, high)
