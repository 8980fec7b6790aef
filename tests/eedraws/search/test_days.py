"""Days, months, years and weeks as readers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draws.clock import Span, Week
from eedraws.search.days import When, read
from occupations.folding import fold

JULY_7 = When(2023, 7, 7)


@pytest.mark.parametrize(
    "text",
    [
        *("7 July 2023", "July 7, 2023", "july 7th 2023", "7th of July 2023", "7 jul 2023", "Jul 7 2023"),
        *("2023-07-07", "2023/07/07", "2023.7.7", "07/07/2023", "7.7.2023", "7 juillet 2023", "the 7 July 2023"),
        *("7 July of 2023",),
    ],
)  # fmt: skip
def test_a_day(text):
    words = fold(text.removeprefix("the ")).split()
    assert read(words) == (len(words), (JULY_7,), None)
    assert JULY_7.span == Span(date(2023, 7, 7), date(2023, 7, 7))


@pytest.mark.parametrize("text", ["July 2023", "Jul. 2023", "2023-07", "juillet 2023", "July of 2023"])
def test_a_month(text):
    words = fold(text).split()
    assert read(words) == (len(words), (When(2023, 7),), None)


def test_a_year_and_days_without_one():
    assert read(["2023"]) == (1, (When(2023),), None)
    assert read(["7", "july", "draws"]) == (2, (When(None, 7, 7),), None)
    assert read(["september"]) == read(["sept"]) == read(["sep"]) == (1, (When(None, 9),), None)
    assert read(["29", "february"]) == (2, (When(None, 2, 29),), None)
    assert When(None, 7).span is None


def test_days_and_months_in_digits_may_be_either_way_round():
    assert read(["07", "06", "2023"]).days == (When(2023, 6, 7), When(2023, 7, 6))
    assert read(["31", "12", "2023"]).days == (When(2023, 12, 31),)


@pytest.mark.parametrize(
    "text",
    [
        *("2023-W27", "2023-w27", "w27 2023", "week 27 2023", "week 27 of 2023", "semaine 27 de 2023"),
        *("week of 3 July 2023", "week of the 9th of July 2023", "week of 2023-07-05"),
    ],
)
def test_a_week(text):
    words = fold(text).split()
    assert read(words) == (len(words), (), Week(2023, 27))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "255",
            "31 april 2023",
            "2023-99-99 x",
            "week",
            "week 27",
            "week of july",
            "2023-w54",
            "2100",
            "2014",
        ),
        *("w", "99 july", "mayor", "2023-w"),
    ],
)
def test_what_is_none(text):
    found = read(fold(text).split())
    assert found is None or found.length < len(fold(text).split())


@given(st.lists(st.text(alphabet="0123456789wjulyofweek", min_size=1, max_size=6), min_size=1, max_size=6))
def test_nothing_breaks_it(words):
    found = read(words)
    assert found is None or (1 <= found.length <= len(words) and (found.days or found.week))
