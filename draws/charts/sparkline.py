"""The course of a cut-off, small enough for a row of a table. Pure: no Django."""

from collections.abc import Sequence
from datetime import date

from draws.trends import Figures

WIDTH, HEIGHT, ROOM = 96, 24, 3


def points(draws: Sequence[Figures], since: date, until: date) -> list[tuple[int, int]]:
    """Place draws of one type, oldest first, by date from `since` to `until` and by cut-off from lowest to highest.

    Whole pixels from the upper left corner. Draws outside the span are left out; one height is the middle.
    """
    shown = [draw for draw in draws if since <= draw.date <= until]
    if not shown:
        return []
    low, high = min(draw.crs_cutoff for draw in shown), max(draw.crs_cutoff for draw in shown)
    days = max((until - since).days, 1)
    width, height = WIDTH - 2 * ROOM, HEIGHT - 2 * ROOM
    return [
        (
            ROOM + round((draw.date - since).days / days * width),
            ROOM + round((high - draw.crs_cutoff) / (high - low) * height) if high > low else HEIGHT // 2,
        )
        for draw in shown
    ]
