from datetime import date
from typing import NamedTuple

from draws.charts.sparkline import HEIGHT, ROOM, WIDTH, line


class Draw(NamedTuple):
    date: date
    crs_cutoff: int


SPAN = date(2024, 10, 1), date(2026, 10, 1)


def test_points_run_from_edge_to_edge_the_highest_on_top():
    draws = [Draw(SPAN[0], 400), Draw(date(2025, 10, 1), 500), Draw(SPAN[1], 450)]
    assert line(draws, *SPAN).points == [
        (ROOM, HEIGHT - ROOM),
        (WIDTH // 2, ROOM),
        (WIDTH - ROOM, HEIGHT // 2),
    ]


def test_draws_outside_the_span_are_left_out():
    draws = [Draw(date(2020, 1, 1), 75), Draw(SPAN[0], 500), Draw(SPAN[1], 450)]
    assert line(draws, *SPAN)[1:] == (450, 500)
    assert line(draws[:1], *SPAN) is None


def test_one_height_is_the_middle():
    assert {y for _, y in line([Draw(SPAN[0], 463), Draw(SPAN[1], 463)], *SPAN).points} == {HEIGHT // 2}
