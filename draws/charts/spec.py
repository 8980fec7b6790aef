"""How charts look: frames, colours, axes, as parts of Vega-Lite specifications. Pure: no Django.

Colours are custom properties of the stylesheet, so that one drawing serves both themes. Plots have fixed places in
fixed frames, so that a page can mark a point of a drawing that it did not make.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple

from .svg import VERSION

type Spec = dict[str, Any]

LIBRARY = "vl-convert-python"
# The version of Vega-Lite that the library is to draw with; it holds several.
VEGA_LITE = "6.4"
INK, SOFT, RULE, PAPER = "var(--ink)", "var(--soft)", "var(--rule)", "var(--paper)"
# Marks per axis that leave their labels room.
TICKS = 5
STEPS = (1, 2, 5)
# The share of a plot's height that a figure takes.
ROOM = 0.09


class Frame(NamedTuple):
    """A drawing's size with the room around its plot, in pixels at its natural size, and that of its letters."""

    width: int
    height: int
    left: int
    top: int
    right: int
    bottom: int
    font: int

    @property
    def plot_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def plot_height(self) -> int:
        return self.height - self.top - self.bottom

    @property
    def is_narrow(self) -> bool:
        return self.width < 500

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"


# At 320 px a page leaves 288 for a drawing 360 wide: its letters are 12 px high.
# Above a plot is room for the unit of its axis, which the page writes there in its reader's language.
NARROW = Frame(360, 282, left=44, top=34, right=38, bottom=30, font=15)
WIDE = Frame(760, 342, left=48, top=34, right=46, bottom=30, font=14)


class Chart(NamedTuple):
    """A drawing to be made."""

    frame: Frame
    spec: Spec

    @property
    def digest(self) -> str:
        """A hash of all that decides how the drawing turns out: its data, its look, the library."""
        whole = json.dumps([library(), VERSION, self.frame, self.spec], sort_keys=True)
        return hashlib.sha256(whole.encode()).hexdigest()


@cache
def library() -> str:
    """Return the version of what draws."""
    return version(LIBRARY)


class Scale(NamedTuple):
    """Round numbers from `low` to `high` around what is shown."""

    low: int
    high: int
    step: int

    @property
    def ticks(self) -> list[int]:
        return list(range(self.low, self.high + 1, self.step))


def scale(values: Sequence[int], *, from_zero: bool = False, room_below: bool = False) -> Scale:
    """Return a scale that holds `values` (at least one) with at most TICKS steps.

    With `room_below`, a figure fits below the lowest value, unless the scale begins at zero anyway.
    """
    low, high = (0 if from_zero else min(values)), max(values)
    size = 1
    while True:
        for step in (size * factor for factor in STEPS):
            bottom, top = low // step * step, -(-high // step) * step
            if top - bottom <= TICKS * step:
                if room_below and low - bottom < ROOM * (top - bottom):
                    bottom = max(bottom - step, 0)
                return Scale(bottom, max(top, bottom + step), step)
        size *= 10


class Time(NamedTuple):
    """A time axis from one day, a 1 January, to another."""

    start: date
    end: date

    def place(self, day: date) -> float:
        """Return how far along the axis a day is, from 0 to 1."""
        return (day - self.start).days / (self.end - self.start).days

    def axis(self, frame: Frame) -> Spec:
        """The x axis: a label for each year, or for every second or third where there is no room."""
        years = range(self.start.year, (self.end - timedelta(days=1)).year + 1)
        every = -(-len(years) * 48 // frame.plot_width)
        ticks = [f"{year}-01-01" for year in years[::every]]
        return {
            "field": "date",
            "type": "temporal",
            "scale": {"type": "utc", "domain": [self.start.isoformat(), self.end.isoformat()]},
            "axis": {
                "title": None,
                "values": ticks,
                "format": "%Y",
                "grid": False,
                "labelAlign": "left",
                "labelBound": False,
                "labelFlush": False,
                "labelOverlap": False,
                "labelOffset": 2,
            },
        }


def years_of(days: Sequence[date]) -> Time:
    """Return the axis of the whole years in which days lie."""
    return Time(date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1))


def value_axis(field: str, scale: Scale) -> Spec:
    """The y axis: round numbers beside hairlines across the plot."""
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [scale.low, scale.high], "nice": False, "zero": False},
        "axis": {"title": None, "values": scale.ticks, "format": ",d", "domain": False, "ticks": False},
    }


def chart(frame: Frame, **parts: Any) -> Chart:
    """Put the parts of a specification into a frame, in the site's colours."""
    axis = {
        "domainColor": SOFT,
        "tickColor": SOFT,
        "gridColor": RULE,
        "labelColor": SOFT,
        "labelFontSize": frame.font,
        "labelPadding": 6,
    }
    spec = {
        "$schema": f"https://vega.github.io/schema/vega-lite/v{VEGA_LITE}.json",
        "width": frame.plot_width,
        "height": frame.plot_height,
        "padding": {"left": frame.left, "top": frame.top, "right": frame.right, "bottom": frame.bottom},
        "autosize": "none",
        "background": None,
        "config": {"view": {"stroke": None}, "axis": axis, "text": {"fontSize": frame.font, "fill": INK}},
        **parts,
    }
    return Chart(frame, spec)
