"""From what and to what the size of a draw changed since the one before."""

from datetime import date

import pytest

from articles.facts.rules.rounds import rounds
from tests.articles.facts.rules.saying import right, wrong

CEC = "On 7 January 2026 the CEC draw had a cut-off of 511. "
HEALTH = "On 11 December 2025 there was a healthcare draw with a cut-off of 476. "


@pytest.mark.parametrize(
    ("text", "day", "true", "first", "last"),
    [
        (CEC + "Its size swelled from {} to {}.", date(2026, 1, 8), ("5,000", "8,000"), "4,000", "9,000"),
        (CEC + "Invitations rose from {} to {}.", date(2026, 1, 8), ("5,000", "8,000"), "6,000", "7,500"),
        (HEALTH + "The size shrank from {} to only {}.", date(2025, 12, 12), ("3,500", "1,000"), "2,500", "500"),
    ],
)  # fmt: skip
def test_both_sizes_are_held_against_the_two_draws(text, day, true, first, last):
    old, new = true
    assert {old, new} <= right(text.format(old, new), day, rule=rounds.find)
    assert wrong(text.format(first, new), day, rule=rounds.find) == {first: old}
    assert wrong(text.format(old, last), day, rule=rounds.find) == {last: new}


@pytest.mark.parametrize(
    "text",
    [
        "From January to March invitations rose from 4,000 to 5,500 a month.",
        "Cut-offs ranged from 507 to 1,000 and the number of points from 500 to 1,200.",
    ],
)
def test_what_is_no_size_of_one_draw_is_left_alone(text):
    assert not wrong(CEC + text, date(2026, 1, 8), rule=rounds.find)
