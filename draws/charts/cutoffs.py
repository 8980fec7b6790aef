"""Cut-offs of one type of draw over time. Pure: no Django."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import NamedTuple, Protocol

from draws.trends import Figures

from .spec import NARROW, ROOM, WIDE, Chart, Frame, Scale, Spec, Time, chart, scale, value_axis, years_of

# Draws further apart than this are not joined by a line: the type was not drawn from in between.
JOINED_WITHIN = timedelta(days=400)
# Where a label stands to its point: its alignment, and how far it is moved to the right and down. Beside it where the
# axes are too near for another place.
BESIDE, ABOVE, BELOW = ("left", 8, 0), ("center", 0, -10), ("center", 0, 13)


class Extremes[D](NamedTuple):
    """The draws of a type that its chart names: the newest of several that are equal."""

    lowest: D
    highest: D
    last: D


class Invited(Figures, Protocol):
    """A draw of one type with its size."""

    @property
    def invitations(self) -> int: ...


class YearOfCutoffs(NamedTuple):
    """The draws of a type in a year."""

    year: int
    draws: int
    invitations: int
    lowest: int
    highest: int


def extremes[D: Figures](draws: Sequence[D]) -> Extremes[D]:
    """Return lowest, highest and last of draws of one type (at least one), given oldest first."""
    newest_first = draws[::-1]
    return Extremes(
        min(newest_first, key=lambda draw: draw.crs_cutoff),
        max(newest_first, key=lambda draw: draw.crs_cutoff),
        draws[-1],
    )


def by_year(draws: Iterable[Invited]) -> list[YearOfCutoffs]:
    """Sum up draws of one type by year, in their order."""
    rows = []
    for year, group in groupby(draws, key=lambda draw: draw.date.year):
        held = list(group)
        cutoffs = [draw.crs_cutoff for draw in held]
        invitations = sum(draw.invitations for draw in held)
        rows.append(YearOfCutoffs(year, len(held), invitations, min(cutoffs), max(cutoffs)))
    return rows


def cutoff_charts(slug: str, draws: Sequence[Figures]) -> list[Chart]:
    """Return the drawings of a type of draw (its draws oldest first), for phones and for desks; none of one draw."""
    if len(draws) < 2:
        return []
    return [_cutoffs(frame, f"var(--{slug})", draws) for frame in (NARROW, WIDE)]


def place(frame: Frame, draws: Sequence[Figures], draw: Figures) -> tuple[int, int]:
    """Return where a draw stands in the drawing of its type, in whole pixels of the frame."""
    years, points = years_of([d.date for d in draws]), _points(draws)
    height = (draw.crs_cutoff - points.low) / (points.high - points.low)
    return (
        round(frame.left + years.place(draw.date) * frame.plot_width),
        round(frame.top + (1 - height) * frame.plot_height),
    )


def _points(draws: Sequence[Figures]) -> Scale:
    return scale([draw.crs_cutoff for draw in draws], room_below=True)


def _cutoffs(frame: Frame, hue: str, draws: Sequence[Figures]) -> Chart:
    years = years_of([draw.date for draw in draws])
    points = _points(draws)
    rows: list[Spec] = []
    run = 0
    for before, draw in pairwise([draws[0], *draws]):
        run += draw.date - before.date > JOINED_WITHIN
        rows.append({"date": draw.date.isoformat(), "cutoff": draw.crs_cutoff, "run": run})
    crowded = len(draws) > frame.plot_width / 6
    return chart(
        frame,
        data={"values": rows},
        encoding={"x": years.axis(frame), "y": value_axis("cutoff", points)},
        layer=[
            {
                "mark": {"type": "line", "stroke": hue, "strokeWidth": 1.5},
                "encoding": {"detail": {"field": "run"}},
            },
            {
                "mark": {
                    "type": "point",
                    "filled": True,
                    "fill": hue,
                    "opacity": 1,
                    "size": 14 if crowded else 36,
                }
            },
            *_labels(draws, points, years),
        ],
    )


def _labels(draws: Sequence[Figures], points: Scale, time: Time) -> list[Spec]:
    """Write the cut-off beside the last draw, and at the extremes where they stand clear of its height."""
    room = ROOM * (points.high - points.low)
    named = extremes(draws)
    labels = [_label(named.last, *BESIDE)]
    if named.highest.crs_cutoff - named.last.crs_cutoff > room:
        clear = time.place(named.highest.date) > ROOM
        labels.append(_label(named.highest, *(ABOVE if clear else BESIDE)))
    if named.last.crs_cutoff - named.lowest.crs_cutoff > room:
        clear = time.place(named.lowest.date) > ROOM and named.lowest.crs_cutoff - points.low > room
        labels.append(_label(named.lowest, *(BELOW if clear else BESIDE)))
    return labels


def _label(draw: Figures, align: str, dx: int, dy: int) -> Spec:
    day: date = draw.date
    return {
        "data": {"values": [{"date": day.isoformat(), "cutoff": draw.crs_cutoff}]},
        "mark": {"type": "text", "align": align, "baseline": "middle", "dx": dx, "dy": dy, "fontWeight": 700},
        "encoding": {"text": {"field": "cutoff"}},
    }
