from datetime import date

import pytest

from draws.charts.spec import NARROW, WIDE, Time, chart, scale, years_of


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([422, 510], (420, 520, 20)),
        ([463], (463, 464, 1)),
        ([75, 808], (0, 1000, 200)),
        ([0, 1], (0, 1, 1)),
        ([382, 382, 383], (382, 383, 1)),
    ],
)
def test_a_scale_has_round_ends_around_its_values(values, expected):
    assert scale(values) == expected


def test_a_scale_of_sums_begins_at_zero():
    assert scale([12000, 18000], from_zero=True) == (0, 20000, 5000)


def test_room_below_is_made_where_a_figure_would_touch_the_axis_and_never_below_zero():
    assert scale([422, 510], room_below=True).low == 400
    assert scale([435, 510], room_below=True).low == 420
    assert scale([5, 808], room_below=True).low == 0


def test_time_runs_from_new_year_to_new_year():
    time = years_of([date(2023, 7, 6), date(2026, 9, 4)])
    assert time == Time(date(2023, 1, 1), date(2027, 1, 1))
    assert time.place(date(2023, 1, 1)) == 0
    assert time.place(date(2025, 1, 1)) == pytest.approx(731 / 1461)


def test_a_phone_gets_a_label_for_every_year_that_has_room():
    time = Time(date(2015, 1, 1), date(2027, 1, 1))
    assert len(time.axis(WIDE)["axis"]["values"]) == 12
    assert time.axis(NARROW)["axis"]["values"] == ["2015-01-01", "2018-01-01", "2021-01-01", "2024-01-01"]


def test_the_hash_changes_with_what_is_shown_and_with_nothing_else():
    one, same, other = (chart(NARROW, data={"values": [value]}) for value in (1, 1, 2))
    assert one.digest == same.digest
    assert len({one.digest, other.digest, chart(WIDE, data={"values": [1]}).digest}) == 3


def test_the_hash_changes_with_the_library(monkeypatch):
    before = chart(NARROW).digest
    monkeypatch.setattr("draws.charts.spec.library", lambda: "0")
    assert chart(NARROW).digest != before


@pytest.mark.parametrize("frame", [NARROW, WIDE])
def test_letters_stay_readable_where_a_drawing_is_shown_smallest(frame):
    room = 288 if frame.is_narrow else 640
    assert frame.font * room / frame.width >= 11
