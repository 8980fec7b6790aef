"""The filter of the occupations: whom it leaves, what it explains, what it says of itself."""

from datetime import date

import pytest
from django.http import QueryDict
from django.utils import timezone

from occupations.filters import OccupationFilter
from occupations.models import CategoryVersion, Listing

pytestmark = pytest.mark.django_db


def filtered(query):
    versions = CategoryVersion.objects.filter(has_list=True).select_related("category")
    found = OccupationFilter(QueryDict(query), versions=list(versions))
    found.is_valid()
    return found


def codes(query):
    return [occupation.code for occupation in filtered(query).qs]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 516),
        ("on=2025-06-01", 516),
        ("listed=yes&on=2023-05-30", 0),
        ("listed=yes&on=2023-07-07", 82),
        ("listed=yes&on=2025-03-01", 79),
        ("listed=yes&on=2026-03-01", 91),
        ("list=healthcare&on=2025-03-01", 37),
        ("list=stem&on=2 March 2025&listed=yes", 11),
        ("list=transport&on=2025-06-01", 0),
        ("list=transport&on=2026-03-01", 4),
        ("teer=0", 48),
        ("broad=7", 94),
        ("broad=0&teer=0", 6),
    ],
)
def test_filters_leave_as_many_as_the_record_has(query, count):
    assert len(codes(query)) == count


def test_whoever_was_on_a_list_before_or_after_the_day_was_on_it_at_another_time():
    once = codes("listed=once&on=2026-06-01")
    assert {"73300", "63200"} <= set(once)
    assert not {"00010", "63201", "31301"} & set(once)
    assert "72410" in codes("listed=once&on=2024-06-01")
    assert codes("listed=once&on=2026-06-01&list=physicians") == []
    assert codes("listed=once&on=2024-06-01&list=physicians") == codes("list=physicians&on=2026-06-01")


def test_never_is_never_whatever_the_day():
    listed = set(Listing.objects.values_list("occupation__code", flat=True))
    for day in ("", "2023-01-01", "2025-06-01"):
        never = codes(f"listed=never&on={day}")
        assert len(never) == 516 - len(listed)
        assert not listed & set(never)
    assert "31301" in codes("listed=never&list=trades")


def test_without_a_day_it_is_today():
    today = timezone.localdate()
    assert filtered("").day == filtered("on=never").day == filtered(f"on={today}").day == today
    assert filtered(f"on={today}").past_day is None
    assert filtered("on=2025-06-01").day == filtered("on=2025-06-01").past_day == date(2025, 6, 1)
    assert codes("listed=yes") == codes(f"listed=yes&on={today}")


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ("on=31 June 2023", "on", "Enter a day, such as 2023-07-04 or 4 July 2023."),
        ("on=2099-01-01", "on", "This day is still to come."),
        ("on=%00", "on", "Enter a day"),
        ("list=nope", "list", "Choose one of the lists offered."),
        ("list=french", "list", "Choose one of the lists offered."),
        ("listed=maybe", "listed", "Choose one of the answers offered."),
        ("teer=9", "teer", "Choose a TEER category from 0 to 5."),
        ("broad=77", "broad", "Choose one of the broad categories offered."),
    ],
)
def test_what_is_wrong_is_explained_and_filters_nothing(query, field, message):
    found = filtered(query)
    assert len(found.qs) == 516
    assert list(found.form.errors) == [field]
    assert message in found.form.errors[field][0]
    assert found.applied() == []


def test_filters_in_use_are_named_and_each_can_be_taken_away():
    found = filtered("q=cook&listed=yes&list=trades&on=1 June 2025&teer=3&broad=6&page=2&junk=1")
    assert [item.value for item in found.applied()] == [
        "Yes, on that day",
        "Trade occupations",
        "1 June 2025",
        "3",
        "6 Sales and service occupations",
    ]
    assert found.applied()[0].without == "?q=cook&list=trades&on=1+June+2025&teer=3&broad=6"
    assert found.applied()[3].without == "?q=cook&listed=yes&list=trades&on=1+June+2025&broad=6"


def test_teer_zero_is_a_filter_like_any_other():
    (item,) = filtered("teer=0").applied()
    assert item.value == "0"


@pytest.mark.parametrize(
    ("query", "is_used"),
    [("", False), ("q=cook", False), ("q=", False), ("teer=3", True), ("page=1", True), ("listed=", True)],
)
def test_an_address_that_names_a_filter_asks_for_occupations(query, is_used):
    assert filtered(query).is_used == is_used


def test_the_version_of_the_day_is_that_of_the_list_chosen():
    assert str(filtered("list=trades&on=2025-06-01").version) == "Trade occupations, version 2"
    assert filtered("list=transport&on=2025-06-01").version is None
    assert filtered("on=2025-06-01").category is None


def test_meanings_and_broad_categories_can_be_read_where_they_are_chosen():
    found = filtered("")
    assert dict(found.form.fields["teer"].choices)["0"] == "0: management occupations"
    assert [digit for digit, _name in found.broad_categories] == list("0123456789")
