"""What changed in the lists, from real versions."""

from datetime import date
from types import SimpleNamespace

import pytest

from occupations.changes import Kind, list_changes
from occupations.models import CategoryVersion


def version(category_id, number, start, end=None, announced=True):
    return SimpleNamespace(
        category_id=category_id,
        number=number,
        announced=start if announced else None,
        valid_from=start,
        valid_to=end,
    )


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


def test_no_versions_no_changes():
    assert list_changes([]) == []
