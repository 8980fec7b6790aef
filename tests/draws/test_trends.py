"""Arithmetic over draws, on real ones: around July 2023."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draws.trends import (
    Change,
    Gap,
    Rank,
    Totals,
    change,
    changes,
    gaps,
    rank,
    recent_gaps,
    totals,
    year_before,
)


@dataclass(frozen=True)
class Type:
    includes_nomination: bool = False


@dataclass(frozen=True)
class Draw:
    number: str
    date: date
    crs_cutoff: int
    invitations: int
    category: Type = Type()


NOMINEES = Type(includes_nomination=True)
GENERAL_253 = Draw("253", date(2023, 7, 4), 511, 700)
HEALTHCARE_255 = Draw("255", date(2023, 7, 6), 463, 1500)
HEALTHCARE_252 = Draw("252", date(2023, 6, 28), 476, 500)
PNP_242 = Draw("242", date(2023, 3, 1), 748, 667, NOMINEES)
PNP_241 = Draw("241", date(2023, 2, 15), 791, 699, NOMINEES)


def test_a_lower_cutoff_is_a_negative_change_from_the_draw_before():
    assert change(HEALTHCARE_255, HEALTHCARE_252) == Change(-13, HEALTHCARE_252)
    assert change(HEALTHCARE_255, HEALTHCARE_252).size == 13
    assert change(HEALTHCARE_252, HEALTHCARE_255) == Change(13, HEALTHCARE_255)
    assert change(PNP_242, PNP_242).points == 0


def test_the_first_draw_of_its_type_has_no_change():
    assert change(HEALTHCARE_252, None) is None
    assert changes([]) == []
    assert changes([HEALTHCARE_255, HEALTHCARE_252]) == [
        (HEALTHCARE_255, Change(-13, HEALTHCARE_252)),
        (HEALTHCARE_252, None),
    ]


def test_totals_keep_provincial_nominees_apart():
    assert totals([GENERAL_253, PNP_242, HEALTHCARE_255, PNP_241]) == Totals(
        draws=2,
        invitations=2200,
        lowest=463,
        highest=511,
        nominee_draws=2,
        nominee_invitations=1366,
        nominee_lowest=748,
        nominee_highest=791,
    )
    both = totals([GENERAL_253, PNP_242])
    assert (both.draws, both.nominee_draws) == (1, 1)


def test_totals_of_nothing_are_zero_without_a_range():
    assert totals([]) == Totals()
    assert totals(iter([PNP_242])).lowest is None


def test_gaps_are_median_shortest_and_longest_in_days():
    days = [date(2023, 7, 6), date(2023, 6, 28), date(2023, 7, 4), date(2023, 8, 1)]
    assert gaps(days) == Gap(usual=6, shortest=2, longest=26)


@pytest.mark.parametrize("days", [[], [date(2023, 7, 6)]], ids=["none", "one"])
def test_fewer_than_two_draws_have_no_gap(days):
    assert gaps(days) is None


def test_a_half_day_in_the_usual_gap_rounds_up_and_two_draws_a_day_are_no_days_apart():
    assert gaps([date(2023, 7, 1), date(2023, 7, 1), date(2023, 7, 2)]) == Gap(1, 0, 1)
    assert gaps([date(2023, 7, 1), date(2023, 7, 3), date(2023, 7, 6)]) == Gap(3, 2, 3)


def test_recent_gaps_are_those_of_the_year_before_the_end_of_the_record():
    days = [date(2022, 7, 3), date(2022, 7, 4), date(2022, 7, 15), date(2023, 7, 4), date(2023, 7, 5)]
    assert recent_gaps(days, date(2023, 7, 4)) == Gap(183, 11, 354)
    assert recent_gaps(days, date(2022, 7, 3)) is None


@given(st.lists(st.dates(date(2015, 1, 1), date(2099, 12, 31)), min_size=2))
def test_the_usual_gap_lies_between_the_shortest_and_the_longest(days):
    gap = gaps(days)
    assert 0 <= gap.shortest <= gap.usual <= gap.longest


def test_a_rank_counts_lower_equal_and_higher_cutoffs_of_the_other_draws():
    assert rank(463, [476, 431, 463, 500, 422]) == Rank(lower=2, same=1, higher=2)
    assert rank(463, []).others == 0
    assert rank(463, [476, 431]).others == 2


def test_a_year_before_is_the_nearest_draw_to_that_day():
    general_226 = Draw("226", date(2022, 7, 6), 557, 1500)
    general_227 = Draw("227", date(2022, 7, 20), 542, 1750)
    assert year_before(GENERAL_253, [general_227, general_226, GENERAL_253]) is general_226


def test_a_year_before_is_nothing_when_no_draw_was_near_it():
    assert year_before(GENERAL_253, [Draw("s1", date(2022, 8, 19), 542, 1500)]) is None
    assert year_before(GENERAL_253, [GENERAL_253]) is None
    assert year_before(GENERAL_253, [Draw("s2", date(2022, 8, 18), 542, 1500)]) is not None
