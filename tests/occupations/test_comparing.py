"""What is different between two lists, on lists of a test and on all that were published."""

from typing import NamedTuple

import pytest

from occupations.comparing import compare
from occupations.models import Listing


class Code(NamedTuple):
    code: str


class Row(NamedTuple):
    occupation_id: int
    occupation: Code
    title_as_published: str


NURSES, DENTISTS, VETS, OPTOMETRISTS = (
    Row(7, Code("31301"), "Registered nurses"),
    Row(9, Code("31110"), "Dentists"),
    Row(3, Code("31103"), "Veterinarians"),
    Row(5, Code("31111"), "Optometrists"),
)


def test_what_came_what_left_and_what_stayed():
    found = compare([NURSES, DENTISTS, VETS], [OPTOMETRISTS, VETS, NURSES])
    assert found.added == [OPTOMETRISTS]
    assert found.removed == [DENTISTS]
    assert found.kept == [(VETS, VETS), (NURSES, NURSES)]
    assert found.retitled == []


def test_lists_stand_in_the_order_of_the_codes_whatever_order_they_come_in():
    shuffled = [NURSES, VETS, OPTOMETRISTS, DENTISTS]
    in_order = [VETS, DENTISTS, OPTOMETRISTS, NURSES]
    assert compare([], shuffled).added == in_order
    assert compare(shuffled, []).removed == in_order
    assert [after for before, after in compare(in_order, shuffled).kept] == in_order


def test_the_code_decides_and_another_title_is_no_addition():
    renamed = NURSES._replace(title_as_published="Registered nurses and psychiatric nurses")
    found = compare([NURSES, VETS], [renamed, VETS])
    assert (found.added, found.removed) == ([], [])
    assert found.kept == [(VETS, VETS), (NURSES, renamed)]
    assert found.retitled == [(NURSES, renamed)]


def test_white_space_and_case_make_no_other_title():
    assert compare([NURSES], [NURSES._replace(title_as_published="registered  Nurses ")]).retitled == []


def test_it_knows_whether_anything_changed():
    assert not compare([NURSES], [NURSES]).changed
    assert not compare([], []).changed
    assert compare([], [NURSES]).changed
    assert compare([NURSES], []).changed
    assert compare([NURSES], [NURSES._replace(title_as_published="Nurses")]).changed


def test_lists_may_be_read_once_only():
    found = compare((row for row in [NURSES]), (row for row in [NURSES, VETS]))
    assert (found.added, found.kept) == ([VETS], [(NURSES, NURSES)])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "before", "after", "added", "removed"),
    [
        ("healthcare", 1, 2, 8, 6),
        ("stem", 1, 2, 6, 19),
        ("trades", 1, 2, 19, 4),
        ("agriculture", 1, 2, 0, 2),
        ("trades", 2, 3, 1, 1),
    ],
)
def test_published_lists(slug, before, after, added, removed):
    rows = {
        number: list(
            Listing.objects.filter(version__category__slug=slug, version__number=number)
            .for_list()
            .order_by("pk")
        )
        for number in (before, after)
    }
    found = compare(rows[before], rows[after])
    assert (len(found.added), len(found.removed)) == (added, removed)
    assert len(found.kept) == len(rows[before]) - removed == len(rows[after]) - added


@pytest.mark.django_db
def test_trades_lost_cooks_and_gained_butchers():
    def trades(number):
        return Listing.objects.filter(version__category__slug="trades", version__number=number).for_list()

    found = compare(trades(2), trades(3))
    assert [row.occupation.code for row in found.added] == ["63201"]
    assert [row.occupation.code for row in found.removed] == ["63200"]
