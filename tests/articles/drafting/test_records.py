"""What is remarkable about a draw, against figures counted by hand in the shipped record."""

from types import SimpleNamespace

import pytest

from articles.drafting.records import Kind, Superlative, superlatives
from tests.articles.record import draws


def drawn(cutoff, invitations=100):
    return SimpleNamespace(crs_cutoff=cutoff, invitations=invitations)


def of_record(number):
    """Return the superlatives of a draw of the record as (kind, number of the draw since, same)."""
    all_draws = draws()
    place = next(place for place, draw in enumerate(all_draws) if draw.number == number)
    of_type = [draw for draw in all_draws[:place] if draw.category == all_draws[place].category]
    before = [
        SimpleNamespace(number=draw.number, crs_cutoff=draw.cutoff, invitations=draw.invitations)
        for draw in of_type
    ]
    draw = all_draws[place]
    found = superlatives(drawn(draw.cutoff, draw.invitations), before[::-1])
    return [(item.kind, item.since and item.since.number, item.same) for item in found]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        # The first of its type, and one that had a single draw before it.
        ("256", []),
        ("255", []),
        # Draw 447 had 3,500 invitations; the six trades draws before it had at most 3,000.
        ("447", [(Kind.MOST, None, False)]),
        # 397: French draws had 399 to 481 since draw 341 of 21 March 2025, which had 379.
        ("401", [(Kind.LOWEST, "341", False)]),
        # 463, as draw 255 of 2023 had it; the healthcare draws between had 422 to 445.
        ("327", [(Kind.HIGHEST, "255", True)]),
        # 511 in a draw for all programs of 2023, when those since draw 230 of August 2022 had 481 to 510.
        ("253", [(Kind.HIGHEST, "230", False)]),
    ],
)
def test_a_draw_of_the_record(number, expected):
    assert of_record(number) == expected


def test_a_draw_without_any_before_it_is_no_record():
    assert superlatives(drawn(400), []) == []
    assert superlatives(drawn(400), [drawn(500)]) == []


def test_the_lowest_of_all_is_so_without_a_draw_since():
    assert superlatives(drawn(400), [drawn(500), drawn(450)]) == [Superlative(Kind.LOWEST, None)]


def test_since_is_the_nearest_draw_that_was_as_low():
    low = drawn(399)
    before = [drawn(500), drawn(450), drawn(401), low, drawn(300)]
    assert superlatives(drawn(400), before) == [Superlative(Kind.LOWEST, low)]


def test_a_tie_says_that_the_figure_is_the_same():
    same = drawn(400)
    before = [drawn(500), drawn(450), drawn(401), same, drawn(420)]
    assert superlatives(drawn(400), before) == [Superlative(Kind.LOWEST, same, same=True)]


def test_what_passes_over_few_draws_is_not_worth_a_word():
    assert superlatives(drawn(400), [drawn(500), drawn(450), drawn(399)]) == []


def test_more_invitations_than_any_draw_before():
    before = [drawn(500, 90), drawn(450, 80)]
    assert superlatives(drawn(470, 100), before) == [Superlative(Kind.MOST, None)]
