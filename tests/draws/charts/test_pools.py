from datetime import date
from itertools import pairwise

import pytest

from draws.charts.pools import (
    GROUPS,
    LINES,
    Count,
    band_of,
    by_year,
    mark_of,
    pool_charts,
    pool_over_time_charts,
)
from draws.pool_sums import Band

BANDS = [Band(601, 1200, 353), Band(501, 600, 726), Band(0, 500, 213450)]
NAMES = ["601 to 1,200", "501 to 600", "0 to 500"]


def count(day, total, up_to_400=72364):
    parts = {
        "above_600": 500,
        "above_500": 21070,
        "above_450": 73000,
        "above_400": 62000,
        "up_to_400": up_to_400,
    }
    return Count(day, total, parts)


COUNTS = [
    count(date(2022, 1, 17), 196685),
    count(date(2022, 2, 28), 195895),
    count(date(2026, 9, 27), 229904),
]


def test_groups_hold_every_score_once():
    ordered = sorted((group.low, group.high) for group in GROUPS)
    assert (ordered[0][0], ordered[-1][1]) == (0, 1200)
    assert all(second[0] == first[1] + 1 for first, second in pairwise(ordered))


@pytest.mark.parametrize(("score", "place"), [(1200, 0), (601, 0), (600, 1), (500, 2), (0, 2), (1201, None)])
def test_a_score_is_in_one_band(score, place):
    assert band_of(BANDS, score) == place


def test_the_mark_is_around_the_row_of_the_band():
    frame = pool_charts(BANDS, NAMES)[0].frame
    mark = mark_of(BANDS, 463, frame)
    assert (mark["y"], mark["y"] + mark["height"]) == (
        frame.height - frame.bottom - 23,
        frame.height - frame.bottom,
    )
    assert mark_of(BANDS[:2], 463, frame) is None


def test_bars_name_every_band_in_order():
    narrow, wide = pool_charts(BANDS, NAMES)
    assert (narrow.frame.is_narrow, wide.frame.is_narrow) == (True, False)
    for chart in (narrow, wide):
        assert [row["name"] for row in chart.spec["data"]["values"]] == NAMES
    assert pool_charts([], []) == []


def test_counts_are_summed_up_by_year():
    assert by_year(COUNTS) == [(2022, 2, 195895, 196685), (2026, 1, 229904, 229904)]


def test_every_line_has_its_name_clear_of_the_others():
    names = {line: line for line in LINES}
    for chart in pool_over_time_charts(COUNTS, names):
        labels = [layer for layer in chart.spec["layer"] if layer["mark"]["type"] == "text"]
        assert sorted(layer["data"]["values"][0]["name"] for layer in labels) == sorted(LINES)
        heights = sorted(layer["mark"]["y"] for layer in labels)
        assert all(below - above >= chart.frame.font for above, below in pairwise(heights))


def test_one_count_has_no_course():
    assert pool_over_time_charts(COUNTS[:1], {}) == []
