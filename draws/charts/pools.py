"""The pool of candidates: one count by score, and all counts over time. Pure: no Django."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple, Protocol

from .spec import INK, NARROW, SOFT, WIDE, Chart, Frame, Scale, Spec, Time, chart, scale, value_axis

ACCENT, EDGE = "var(--accent)", "var(--edge)"
ROW = 23
TOTAL = "total"


class Band(Protocol):
    @property
    def crs_min(self) -> int: ...
    @property
    def crs_max(self) -> int: ...
    @property
    def candidates(self) -> int: ...


class Group(NamedTuple):
    """Scores that are followed over time, both inclusive: every count of IRCC's has borders here."""

    name: str
    low: int
    high: int


GROUPS = (
    Group("above_600", 601, 1200),
    Group("above_500", 501, 600),
    Group("above_450", 451, 500),
    Group("above_400", 401, 450),
    Group("up_to_400", 0, 400),
)
# Colour, width and dashes of each line. The few scores above 600 are in the table, not drawn.
LINES = {
    TOTAL: (INK, 2, [1, 0]),
    "up_to_400": (EDGE, 1.5, [1, 0]),
    "above_400": (SOFT, 1.5, [5, 3]),
    "above_450": (ACCENT, 1.5, [5, 3]),
    "above_500": (ACCENT, 2, [1, 0]),
}


class Count(NamedTuple):
    """Candidates in the pool on a day: in all, as published, and by the names of GROUPS."""

    as_of: date
    total: int
    groups: Mapping[str, int]

    def of(self, name: str) -> int:
        """Return the candidates of a line."""
        return self.total if name == TOTAL else self.groups[name]


class YearOfCounts(NamedTuple):
    """The counts of a year."""

    year: int
    counts: int
    smallest: int
    largest: int


def by_year(counts: Iterable[Count]) -> list[YearOfCounts]:
    """Sum up counts by year, in their order."""
    rows = []
    for year, group in groupby(counts, key=lambda count: count.as_of.year):
        totals = [count.total for count in group]
        rows.append(YearOfCounts(year, len(totals), min(totals), max(totals)))
    return rows


def band_of(bands: Sequence[Band], score: int) -> int | None:
    """Return the place of the band that holds a score, or None."""
    return next((place for place, b in enumerate(bands) if b.crs_min <= score <= b.crs_max), None)


def bars_frame(frame: Frame, bands: int) -> Frame:
    """The frame of a count by score: a row for each band, below a line for the units."""
    return frame._replace(height=bands * ROW + 28, left=104, top=24, right=62, bottom=4)


def mark_of(bands: Sequence[Band], score: int, frame: Frame) -> dict[str, int] | None:
    """Return the box around the row of the band that holds a score, in pixels of its drawing's frame."""
    place = band_of(bands, score)
    if place is None:
        return None
    return {"x": 1, "y": frame.top + place * ROW, "width": frame.width - 2, "height": ROW}


def pool_charts(bands: Sequence[Band], names: Sequence[str]) -> list[Chart]:
    """Return the drawings of a count by score, for phones and for desks; none without bands.

    Bands stand highest first, each with its name.
    """
    if not bands:
        return []
    return [_bars(bars_frame(frame, len(bands)), bands, names) for frame in (NARROW, WIDE)]


def _bars(frame: Frame, bands: Sequence[Band], names: Sequence[str]) -> Chart:
    values = [
        {"band": place, "candidates": band.candidates, "name": name}
        for place, (band, name) in enumerate(zip(bands, names, strict=True))
    ]
    rows: Spec = {
        "field": "band",
        "type": "ordinal",
        "axis": None,
        "scale": {"paddingInner": 0, "paddingOuter": 0},
    }
    most = max(band.candidates for band in bands)
    length: Spec = {
        "field": "candidates",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [0, max(most, 1)], "nice": False},
    }
    return chart(
        frame,
        data={"values": values},
        encoding={"y": rows},
        layer=[
            {"mark": {"type": "bar", "fill": SOFT, "height": {"band": 0.7}}, "encoding": {"x": length}},
            {
                "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 5},
                "encoding": {
                    "x": length,
                    "text": {"field": "candidates", "type": "quantitative", "format": ",d"},
                },
            },
            {
                "mark": {"type": "text", "align": "right", "baseline": "middle", "x": -6, "fill": SOFT},
                "encoding": {"text": {"field": "name"}},
            },
        ],
    )


def pool_over_time_charts(counts: Sequence[Count], names: Mapping[str, str]) -> list[Chart]:
    """Return the drawings of counts (oldest first) for phones and for desks; none of one count.

    `names` are what the lines are called.
    """
    if len(counts) < 2:
        return []
    narrow = NARROW._replace(height=342, left=66, right=88)
    wide = WIDE._replace(height=372, left=66, right=88)
    return [_over_time(frame, counts, names) for frame in (narrow, wide)]


def _over_time(frame: Frame, counts: Sequence[Count], names: Mapping[str, str]) -> Chart:
    time = Time(date(counts[0].as_of.year, 1, 1), counts[-1].as_of)
    heights = scale([count.total for count in counts], from_zero=True)
    axis = value_axis("candidates", heights)
    layers: list[Spec] = []
    for line, (colour, width, dashes) in LINES.items():
        values = [{"date": count.as_of.isoformat(), "candidates": count.of(line)} for count in counts]
        mark = {"type": "line", "stroke": colour, "strokeWidth": width, "strokeDash": dashes}
        layers.append({"data": {"values": values}, "mark": mark})
    for line, y in _label_places(frame, heights, counts[-1]).items():
        colour = LINES[line][0].replace(EDGE, SOFT)
        mark = {"type": "text", "align": "left", "baseline": "middle", "fill": colour}
        mark |= {"x": frame.plot_width + 6, "y": round(y)}
        layers.append(
            {
                "data": {"values": [{"name": names[line]}]},
                "mark": mark,
                "encoding": {"text": {"field": "name"}},
            }
        )
    for layer in layers:
        layer.setdefault("encoding", {"x": time.axis(frame), "y": axis})
    return chart(frame, layer=layers)


def _label_places(frame: Frame, heights: Scale, last: Count) -> dict[str, float]:
    """Return the height of each line's name, beside its end and clear of the one above it."""
    ends = {line: (1 - last.of(line) / heights.high) * frame.plot_height for line in LINES}
    places: dict[str, float] = {}
    above = float("-inf")
    for line, y in sorted(ends.items(), key=lambda end: end[1]):
        above = places[line] = max(y, above + frame.font + 3)
    return places
