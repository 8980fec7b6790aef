"""What changed in the lists, from real versions."""

from datetime import date
from types import SimpleNamespace

import pytest

from occupations.changes import Kind, list_changes
from occupations.models import CategoryVersion


def version(category_id, number, start, end=None, **fields):
    values = {"announced": start, "valid_from": start, "valid_to": end}
    values |= {"list_awaited": False, "list_published": None}
    return SimpleNamespace(category_id=category_id, number=number, **(values | fields))


def told(*versions, **options):
    return [
        (change.day, change.kind.value, change.list_to_come) for change in list_changes(versions, **options)
    ]


@pytest.mark.django_db
def test_the_lists_of_18_february_2026():
    changes = list_changes(CategoryVersion.objects.category_based().select_related("category"))
    newest = [
        (change.kind.value, change.version.category.slug, change.version.number)
        for change in changes
        if change.day == date(2026, 2, 18)
    ]
    assert newest == [
        ("changed", "healthcare", 3),
        ("changed", "stem", 3),
        ("changed", "trades", 3),
        ("returned", "transport", 2),
        ("ended", "agriculture", 2),
        ("changed", "education", 2),
        ("new", "senior-managers", 1),
        ("new", "military", 1),
        ("new", "researchers", 1),
    ]
    assert [change.day for change in changes[:9]] == [date(2026, 2, 18)] * 9
    assert changes[9].day == date(2025, 12, 8)


@pytest.mark.django_db
def test_a_version_that_nobody_announced_is_no_change():
    french = CategoryVersion.objects.filter(category__slug="french")
    assert [change.version.number for change in list_changes(french)] == [1]


def test_versions_that_follow_each_other_are_one_change_not_an_end_and_a_beginning():
    first = version(1, 1, date(2025, 1, 1), date(2025, 5, 31))
    second = version(1, 2, date(2025, 6, 1))
    assert [(change.kind, change.day) for change in list_changes([second, first])] == [
        (Kind.CHANGED, date(2025, 6, 1)),
        (Kind.NEW, date(2025, 1, 1)),
    ]


def test_a_gap_of_a_day_is_an_end_and_a_return():
    first = version(1, 1, date(2025, 1, 1), date(2025, 5, 30))
    second = version(1, 2, date(2025, 6, 1))
    assert [(change.kind, change.day) for change in list_changes([first, second])] == [
        (Kind.RETURNED, date(2025, 6, 1)),
        (Kind.ENDED, date(2025, 5, 31)),
        (Kind.NEW, date(2025, 1, 1)),
    ]


def test_a_change_knows_the_version_before_and_where_in_its_life_a_version_stands():
    first = version(1, 1, date(2025, 1, 1), date(2025, 5, 31))
    second = version(1, 2, date(2025, 6, 1), date(2025, 7, 31))
    assert [(change.before, change.version, change.stage) for change in list_changes([first, second])] == [
        (first, second, "ended"),
        (first, second, "begun"),
        (None, first, "begun"),
    ]


def test_a_version_may_be_announced_before_the_day_from_which_it_is_in_force():
    early = version(1, 1, date(2025, 6, 1), announced=date(2025, 5, 1))
    assert told(early) == [
        (date(2025, 6, 1), "new", False),
        (date(2025, 5, 1), "announced", False),
    ]


def test_an_awaited_list_is_to_come_on_every_day_of_its_version():
    awaited = version(1, 1, date(2025, 6, 1), announced=date(2025, 5, 1), list_awaited=True)
    assert told(awaited) == [(date(2025, 6, 1), "new", True), (date(2025, 5, 1), "announced", True)]


def test_a_list_that_came_out_later_has_a_day_of_its_own():
    late = version(1, 1, date(2025, 6, 1), list_published=date(2025, 6, 9))
    assert told(late) == [(date(2025, 6, 9), "published", False), (date(2025, 6, 1), "new", True)]


def test_a_list_that_came_out_with_its_announcement_has_none():
    early = version(1, 1, date(2025, 6, 1), announced=date(2025, 5, 1), list_published=date(2025, 5, 1))
    assert told(early) == [
        (date(2025, 6, 1), "new", False),
        (date(2025, 5, 1), "announced", False),
    ]


def test_what_is_to_come_has_not_changed_yet():
    ending = version(1, 1, date(2025, 1, 1), date(2025, 5, 31))
    assert told(ending, until=date(2025, 5, 31)) == [(date(2025, 1, 1), "new", False)]
    assert len(told(ending, until=date(2025, 6, 1))) == 2


def test_no_versions_no_changes():
    assert list_changes([]) == []
