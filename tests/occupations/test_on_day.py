"""Which occupation was on which list on a day; totals are those of the listings."""

from datetime import date, timedelta

import pytest

from occupations.on_day import first_day, lists_on, occupations_on
from tests.factories import make_awaited_version

pytestmark = pytest.mark.django_db


def sizes(found):
    return {version.category.slug: version.listed for version in found.published}


def slugs_of(code, day):
    """Return the lists that have the occupation on a day, None where it is on none."""
    return {listed.occupation.code: listed.lists for listed in occupations_on(day)}.get(code)


def test_the_lists_of_2023():
    found = lists_on(date(2023, 7, 7))
    assert sizes(found) == {"healthcare": 35, "stem": 24, "trades": 10, "transport": 10, "agriculture": 3}
    assert (found.listings, len(found.occupations)) == (82, 82)
    assert [version.category.slug for version in found.without_list] == ["french"]


def test_the_lists_of_2025():
    found = lists_on(date(2025, 3, 1))
    assert sizes(found) == {"healthcare": 37, "stem": 11, "trades": 25, "agriculture": 1, "education": 5}
    assert (found.listings, len(found.occupations)) == (79, 79)


def test_the_lists_of_2026_name_some_occupations_twice():
    found = lists_on(date(2026, 3, 1))
    assert (found.listings, len(found.occupations)) == (94, 91)
    twice = {listed.occupation.code: listed.lists for listed in found.occupations if len(listed.listings) > 1}
    assert twice == {
        "31100": ["healthcare/v3", "physicians/v1"],
        "31101": ["healthcare/v3", "physicians/v1"],
        "31102": ["healthcare/v3", "physicians/v1"],
    }


def test_occupations_stand_by_code():
    codes = [listed.occupation.code for listed in occupations_on(date(2026, 3, 1))]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize(
    ("code", "day", "lists"),
    [
        ("72310", date(2023, 7, 6), ["trades/v1"]),
        ("72310", date(2023, 5, 30), None),
        ("63200", date(2025, 6, 1), ["trades/v2"]),
        ("63200", date(2026, 2, 17), ["trades/v2"]),
        ("63200", date(2026, 2, 18), None),
        ("63200", date(2026, 6, 1), None),
        ("73300", date(2023, 5, 31), ["transport/v1"]),
        ("73300", date(2025, 2, 26), ["transport/v1"]),
    ],
)
def test_an_occupation_is_listed_from_the_first_to_the_last_day_of_a_list(code, day, lists):
    assert slugs_of(code, day) == lists


@pytest.mark.thorough
def test_truck_drivers_are_on_no_list_on_any_day_since_27_february_2025():
    first, last = date(2025, 2, 27), date(2026, 11, 22)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert len(days) == 634
    assert [day for day in days if slugs_of("73300", day)] == []


def test_a_day_before_the_first_list_has_none():
    assert first_day() == date(2023, 5, 31)
    found = lists_on(first_day() - timedelta(days=1))
    assert (found.versions, found.occupations) == ([], [])


def test_a_list_that_is_not_published_yet_is_apart_and_counts_for_nothing():
    awaited = make_awaited_version("trades")
    found = lists_on(date(2026, 11, 3))
    assert found.awaited == [awaited]
    assert "trades" not in sizes(found)
    assert found.listings == sum(sizes(found).values()) == 94 - 25


def test_an_empty_record_has_no_first_day(empty_record):
    assert first_day() is None
    assert lists_on(date(2026, 3, 1)).versions == []
