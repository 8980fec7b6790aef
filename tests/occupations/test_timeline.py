"""Lists of an occupation over time: bars, spells without a break, years, heights."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from occupations.timeline import FIRST_LISTS, Spell, timeline

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Version:
    number: int
    valid_from: date | None
    valid_to: date | None = None
    list_awaited: bool = False

    def is_in_force(self, on):
        return (self.valid_from or on) <= on <= (self.valid_to or on)


@dataclass(frozen=True)
class Listing:
    category: str
    version: Version


def place(category, number, start, end=None):
    return Listing(category, Version(number, start, end))


# Electricians (72310) and butchers (63201), as in the record.
TRADES = [
    place("trades", 1, date(2023, 5, 31), date(2025, 2, 26)),
    place("trades", 2, date(2025, 2, 27), date(2026, 2, 17)),
    place("trades", 3, date(2026, 2, 18)),
]
BUTCHERS = [
    place("trades", 3, date(2026, 2, 18)),
    place("agriculture", 1, date(2023, 5, 31), date(2025, 2, 26)),
    place("agriculture", 2, date(2025, 2, 27), date(2026, 2, 17)),
]


def test_bars_stand_where_their_days_are_and_fill_the_time_without_a_gap():
    (row,) = timeline(reversed(TRADES), TODAY).rows
    assert [bar.listing for bar in row.bars] == TRADES
    # 638, 356 and 278 of the 1,272 days from 31 May 2023 to 22 November 2026, both counted.
    assert [(bar.start, bar.width) for bar in row.bars] == [(0.0, 50.16), (50.16, 27.98), (78.14, 21.86)]


def test_lists_that_follow_each_other_are_one_spell():
    (row,) = timeline(TRADES, TODAY).rows
    assert row.spells == [Spell(date(2023, 5, 31), None)]
    assert row.ended is None


def test_a_break_between_lists_makes_two_spells():
    first, _left_out, last = TRADES
    (row,) = timeline([last, first], TODAY).rows
    assert row.spells == [
        Spell(date(2023, 5, 31), date(2025, 2, 26)),
        Spell(date(2026, 2, 18), None),
    ]


def test_each_type_has_a_row_the_one_that_came_first_on_top():
    drawn = timeline(BUTCHERS, TODAY)
    assert [(row.category, len(row.bars), row.ended) for row in drawn.rows] == [
        ("agriculture", 2, date(2026, 2, 17)),
        ("trades", 1, None),
    ]
    upper, lower = drawn.rows
    assert upper.note_at < lower.name_at < lower.bar_at < lower.middle_at < lower.note_at < drawn.height
    assert lower.middle_at < lower.bar_at + lower.bar_height


def test_a_list_to_come_is_not_drawn():
    coming = place("trades", 4, TODAY + timedelta(days=1))
    assert timeline([coming], TODAY) is None
    (row,) = timeline([coming, TRADES[2]], TODAY).rows
    assert [bar.listing for bar in row.bars] == [TRADES[2]]


def test_an_end_to_come_is_told_and_the_bar_stops_today():
    end = TODAY + timedelta(days=30)
    (row,) = timeline([place("trades", 3, date(2026, 2, 18), end)], TODAY).rows
    assert row.ended == end
    assert row.bars[0].start + row.bars[0].width == pytest.approx(100)


def test_without_any_list_there_is_nothing_to_draw():
    assert timeline([], TODAY) is None


def test_a_version_is_named_where_its_bar_has_room():
    wide, narrow, tiny = (
        place("a", 1, date(2023, 5, 31), date(2024, 5, 31)),
        place("b", 1, date(2023, 5, 31), date(2023, 8, 31)),
        place("c", 1, date(2023, 5, 31), date(2023, 6, 1)),
    )
    bars = [row.bars[0] for row in timeline([wide, narrow, tiny], TODAY).rows]
    assert [(bar.has_number, bar.has_name) for bar in bars] == [(True, True), (True, False), (False, False)]


def test_years_begin_where_they_begin():
    years = timeline(TRADES, TODAY).years
    assert [(year.number, year.start, year.is_named) for year in years] == [
        (2023, 0.0, True),
        (2024, 16.9, True),
        (2025, 45.68, True),
        (2026, 74.37, True),
    ]


def test_a_year_too_near_to_the_edge_or_to_others_is_not_named():
    assert [year.is_named for year in timeline(TRADES, date(2027, 1, 10)).years][-2:] == [True, False]
    named = [year.number for year in timeline(TRADES, date(2035, 12, 1)).years if year.is_named]
    assert named == [2023, 2025, 2027, 2029, 2031, 2033]


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
            st.none() | st.integers(0, 2000),
        )
    ),
    st.dates(date(2023, 6, 1), date(2040, 1, 1)),
)
def test_whatever_the_dates_nothing_is_drawn_outside(places, until):
    listings = [
        place(
            name, number, start, (start or FIRST_LISTS) + timedelta(days=days) if days is not None else None
        )
        for number, (name, start, days) in enumerate(places)
    ]
    drawn = timeline(listings, until)
    for row in drawn.rows if drawn else []:
        assert row.spells
        for bar in row.bars:
            assert 0 <= bar.start <= 100
            assert bar.width >= 0
            assert bar.start + bar.width <= 100.01
