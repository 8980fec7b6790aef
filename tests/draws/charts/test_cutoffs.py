from datetime import date
from typing import NamedTuple

import pytest

from draws.charts.cutoffs import by_year, cutoff_charts, extremes, place


class Draw(NamedTuple):
    date: date
    crs_cutoff: int
    invitations: int = 500


DRAWS = [
    Draw(date(2023, 6, 28), 476),
    Draw(date(2023, 7, 6), 463),
    Draw(date(2024, 2, 14), 422),
    Draw(date(2025, 5, 2), 510),
    Draw(date(2026, 9, 4), 422),
]


def labels(chart):
    return [layer["data"]["values"][0]["cutoff"] for layer in chart.spec["layer"] if "data" in layer]


def test_extremes_are_the_newest_of_equals():
    assert extremes(DRAWS) == (DRAWS[4], DRAWS[3], DRAWS[4])


def test_years_are_summed_up_in_order():
    assert by_year(DRAWS) == [
        (2023, 2, 1000, 463, 476),
        (2024, 1, 500, 422, 422),
        (2025, 1, 500, 510, 510),
        (2026, 1, 500, 422, 422),
    ]


def test_one_draw_is_no_chart():
    assert cutoff_charts("military", DRAWS[:1]) == []


def test_there_is_a_drawing_for_phones_and_one_for_desks_in_the_hue_of_the_type():
    narrow, wide = cutoff_charts("healthcare", DRAWS)
    assert narrow.frame.is_narrow
    assert not wide.frame.is_narrow
    assert narrow.spec["layer"][0]["mark"]["stroke"] == "var(--healthcare)"
    assert [row["date"] for row in wide.spec["data"]["values"]] == [draw.date.isoformat() for draw in DRAWS]


def test_no_line_crosses_a_time_without_draws():
    runs = [row["run"] for row in cutoff_charts("healthcare", DRAWS)[0].spec["data"]["values"]]
    assert runs == [0, 0, 0, 1, 2]


def test_last_and_extremes_are_labelled_once():
    assert labels(cutoff_charts("healthcare", DRAWS)[0]) == [422, 510]
    assert labels(cutoff_charts("healthcare", DRAWS[:4])[0]) == [510, 422]


def test_labels_at_nearly_one_height_do_not_touch():
    draws = [Draw(date(2025, 1, 1), 300), Draw(date(2025, 2, 1), 401), Draw(date(2025, 3, 1), 400)]
    assert labels(cutoff_charts("cec", draws)[0]) == [400, 300]


def test_labels_stand_beside_their_point_where_an_axis_is_near():
    draws = [Draw(date(2015, 1, 31), 886), Draw(date(2017, 5, 31), 75), Draw(date(2020, 4, 23), 529)]
    layers = [layer for layer in cutoff_charts("general", draws)[0].spec["layer"] if "data" in layer]
    assert [layer["mark"]["align"] for layer in layers] == ["left", "left", "left"]


def test_a_draw_has_its_place_in_the_frame():
    frame = cutoff_charts("healthcare", DRAWS)[0].frame
    x, y = place(frame, DRAWS, DRAWS[1])
    assert x == round(frame.left + 186 / 1461 * frame.plot_width)
    assert y == round(frame.top + (520 - 463) / 120 * frame.plot_height)


@pytest.mark.parametrize("draw", DRAWS)
def test_every_place_is_inside_the_plot(draw):
    frame = cutoff_charts("healthcare", DRAWS)[1].frame
    x, y = place(frame, DRAWS, draw)
    assert frame.left <= x <= frame.width - frame.right
    assert frame.top <= y <= frame.height - frame.bottom
