"""A list searched and sorted."""

import pytest

from occupations.models import Listing
from occupations.narrowing import SORTS, columns, in_order, narrowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def trades(db):
    return list(Listing.objects.filter(version__category__slug="trades", version__number=3).for_list())


def codes(listings):
    return [listing.occupation.code for listing in listings]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("72310", ["72310"]),
        ("NOC 7231", ["72310", "72311"]),
        ("carpenter", ["72310"]),
        ("CARPENTERS", ["72310"]),
        ("charpentiers-menuisiers", ["72310"]),
        ("ebenistes", ["72311"]),
        ("welders machine", ["72106"]),
        ("cooks", []),
        ("arpenters", []),
    ],
)
def test_words_are_found_by_code_and_by_title_in_either_language(trades, query, found):
    assert sorted(codes(narrowed(trades, query))) == found


@pytest.mark.parametrize("query", ["", " ", "?!"])
def test_nothing_sought_leaves_nothing_out(trades, query):
    assert narrowed(trades, query) == trades


def test_a_title_counts_as_it_was_published(trades):
    trades[0].title_as_published = "Synthetic title"
    assert codes(narrowed(trades, "synthetic")) == codes(trades[:1])


def test_a_list_stands_by_code_unless_asked(trades):
    assert codes(in_order(trades, "code")) == sorted(codes(trades))
    assert codes(in_order(trades, "-code")) == sorted(codes(trades), reverse=True)


def test_titles_stand_by_their_letters_without_accents_and_capitals(trades):
    for listing, title in zip(
        trades, ["zinc workers", "Écrivains", "ebony carvers", "Fitters"], strict=False
    ):
        listing.title_as_published = title
    found = [listing.title_as_published for listing in in_order(trades[:4], "title")]
    assert found == ["ebony carvers", "Écrivains", "Fitters", "zinc workers"]
    assert [listing.title_as_published for listing in in_order(trades[:4], "-title")] == found[::-1]


def test_equal_teer_stands_by_code(trades):
    found = [(row.occupation.teer, row.occupation.code) for row in in_order(trades, "teer")]
    assert found == sorted(found)
    found = [(-row.occupation.teer, row.occupation.code) for row in in_order(trades, "-teer")]
    assert found == sorted(found)


def test_links_keep_the_query_say_their_state_and_turn_it_round():
    found = columns("a&b", "title", "list")
    assert found["title"] == ("ascending", "?q=a%26b&sort=-title#list")
    assert found["code"] == (None, "?q=a%26b&sort=code#list")
    assert columns("", "-teer", "list")["teer"] == ("descending", "?sort=teer#list")
    assert {f"{prefix}{name}" for name in found for prefix in ("", "-")} == set(SORTS)
