"""The filter of the draws: what it picks, how it sorts, what it explains."""

from datetime import date

import pytest
from django.http import QueryDict

from draws.filters import RoundFilter
from draws.models import Round
from draws.trends import Totals, totals
from tests.factories import make_round

pytestmark = pytest.mark.django_db


def filtered(query):
    found = RoundFilter(QueryDict(query), Round.objects.public_record().newest_first().for_list())
    return found, [round.number for round in found.qs]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("category=transport", ["434", "289", "277", "264"]),
        ("category=healthcare&year=2023", ["271", "255", "252"]),
        ("kind=category-based&date_from=2023-07-04&date_to=2023-07-07", ["256", "255", "254"]),
        ("date_from=4 July 2023&date_to=7 July 2023", ["256", "255", "254", "253"]),
        ("cutoff_from=850&cutoff_to=860&kind=program", ["369"]),
        ("category=fsw&kind=program&year=2023", ["240"]),
        ("year=2016&category=healthcare", []),
    ],
)
def test_filters_pick_draws_of_the_record(query, numbers):
    assert filtered(query)[1] == numbers


def test_bounds_of_days_and_cutoffs_are_included():
    assert filtered("date_from=2023-07-06&date_to=2023-07-06")[1] == ["255"]
    assert filtered("year=2023&category=healthcare&cutoff_from=463&cutoff_to=463")[1] == ["255"]


@pytest.mark.parametrize(
    ("sort", "numbers", "words"),
    [
        ("", ["271", "255", "252"], "newest first"),
        ("-date", ["271", "255", "252"], "newest first"),
        ("date", ["252", "255", "271"], "oldest first"),
        ("-cutoff", ["252", "255", "271"], "highest cut-off first"),
        ("cutoff", ["271", "255", "252"], "lowest cut-off first"),
        ("-invitations", ["271", "255", "252"], "most invitations first"),
        ("invitations", ["252", "255", "271"], "fewest invitations first"),
    ],
)
def test_draws_are_sorted_and_the_order_is_said(sort, numbers, words):
    found, sorted_numbers = filtered(f"category=healthcare&year=2023&sort={sort}")
    assert sorted_numbers == numbers
    assert found.order_in_words == words


def test_equal_cutoffs_are_sorted_newest_first():
    assert filtered("category=healthcare&cutoff_from=475&cutoff_to=475&sort=cutoff")[1] == [
        "441",
        "422",
        "357",
    ]


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ("year=abc", "year", "Enter a whole number from 2015 to 2099."),
        ("year=1999", "year", "Enter a whole number from 2015 to 2099."),
        ("year=" + "9" * 3000, "year", "Enter a whole number from 2015 to 2099."),
        ("cutoff_from=0", "cutoff_from", "Enter a whole number from 1 to 1200."),
        ("cutoff_to=479.5", "cutoff_to", "Enter a whole number from 1 to 1200."),
        ("date_from=31 June 2023", "date_from", "Enter a day, such as 2023-07-04 or 4 July 2023."),
        ("date_from=2023-07-07&date_to=2023-07-04", "date_to", "cannot come before its beginning"),
        ("cutoff_from=500&cutoff_to=400", "cutoff_to", "cannot come before its beginning"),
        ("category=plumbers", "category", "Select a valid choice"),
        ("category=%00", "category", ""),
        ("kind=secret", "kind", "Select a valid choice"),
        ("sort=number", "sort", "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_explained_and_filters_nothing(query, field, message):
    found, numbers = filtered(query)
    assert len(numbers) == 448
    assert list(found.form.errors) == [field]
    assert message in found.form.errors[field][0]
    assert found.applied() == []


def test_what_is_right_counts_beside_what_is_wrong():
    found, numbers = filtered("category=transport&year=soon")
    assert numbers == ["434", "289", "277", "264"]
    assert found.form["year"].value() == "soon"


def test_filters_in_use_are_named_and_each_can_be_taken_away():
    found, _ = filtered(
        "kind=category-based&year=2023&date_from=4 July 2023&cutoff_to=&sort=date&page=3&junk=1"
    )
    assert [tuple(item) for item in found.applied()] == [
        ("Kind", "Category-based", "?year=2023&date_from=4+July+2023&sort=date"),
        ("Year", "2023", "?kind=category-based&date_from=4+July+2023&sort=date"),
        ("From", "4 July 2023", "?kind=category-based&year=2023&sort=date"),
    ]


def test_a_type_in_use_is_named_in_full():
    (item,) = filtered("category=pnp")[0].applied()
    assert (item.value, item.without) == ("Provincial Nominee Program", "?")


def test_headers_turn_their_order_round_and_start_with_the_highest():
    columns = filtered("year=2023&sort=-cutoff&page=2")[0].columns()
    assert columns["cutoff"] == ("descending", "?year=2023&sort=cutoff")
    assert columns["date"] == (None, "?year=2023&sort=-date")
    assert filtered("sort=cutoff")[0].columns()["cutoff"] == ("ascending", "?sort=-cutoff")
    assert filtered("")[0].columns()["date"] == ("descending", "?sort=date")


@pytest.mark.parametrize("query", ["", "category=pnp", "kind=program", "year=2016&category=healthcare"])
def test_the_database_adds_up_as_python_does(query):
    rounds = filtered(query)[0].qs
    assert rounds.totals() == totals(rounds)


def test_totals_of_the_whole_record_keep_nominees_apart():
    assert Round.objects.public_record().totals() == Totals(
        draws=334,
        invitations=981_079,
        lowest=75,
        highest=886,
        nominee_draws=114,
        nominee_invitations=71_384,
        nominee_lowest=663,
        nominee_highest=902,
    )


def test_unpublished_and_withdrawn_draws_are_in_no_list():
    make_round("448", published_at=None)
    make_round("449", day=date(2026, 10, 14), withdrawn_at="2026-10-15T12:00Z", withdrawn_reason="Not held.")
    assert len(filtered("")[1]) == 448
