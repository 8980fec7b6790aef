"""Where drawings are kept: a file each, in settings.CHARTS_ROOT, named by the hash of what it shows.

A page looks for the drawing of exactly the figures that it shows, so a drawing never contradicts its table: while a
change is being drawn the page has the table alone.
"""

import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from .spec import Chart, Frame

# A file that nothing asks for goes after a day: another process may have just made it.
KEPT_FOR = 24 * 60 * 60


class Drawing(NamedTuple):
    """A drawing for a page: what stands inside its `svg` element, in coordinates of its frame.

    `point` (x and y) and `box` (x, y, width, height) mark a place in it.
    """

    frame: Frame
    inner: SafeString
    point: tuple[int, int] | None = None
    box: dict[str, int] | None = None


def path_of(chart: Chart) -> Path:
    return Path(settings.CHARTS_ROOT, f"{chart.digest}.svg")


def drawings(charts: Iterable[Chart]) -> list[Drawing]:
    """Return the drawings of one figure, or none unless all of them are there."""
    try:
        # Written by keep() from what svg.inner() let through, and by nothing else.
        return [
            Drawing(chart.frame, mark_safe(path_of(chart).read_text(encoding="utf-8"))) for chart in charts
        ]
    except OSError:
        return []


def keep(chart: Chart, inner: str) -> None:
    """Write a drawing; a reader finds all of it or nothing."""
    path = path_of(chart)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_text(inner, encoding="utf-8")
    unfinished.replace(path)


def clear(charts: Iterable[Chart]) -> None:
    """Remove the files that belong to none of the charts and are a day old."""
    wanted = {path_of(chart).name for chart in charts}
    root = Path(settings.CHARTS_ROOT)
    for path in root.iterdir() if root.is_dir() else ():
        if path.name not in wanted and path.stat().st_mtime < time.time() - KEPT_FOR:
            path.unlink(missing_ok=True)
