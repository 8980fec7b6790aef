"""Which month had the most or the least."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

HALF = date(2026, 7, 2)


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("In the first half of 2026 March was the busiest month.", HALF, {}),
        ("In the first half of 2026 April was the busiest month.", HALF, {"April": "March"}),
        ("In the first half of 2026 March was the strongest month by invitations, May the weakest.", HALF, {}),
        ("In the first half of 2026 March was the strongest month by invitations, February the weakest.", HALF, {"February": "May"}),
        ("In the first half of 2026 the busiest was March, the quietest was May.", HALF, {}),
        ("In the first half of 2026 the quietest was February.", HALF, {"February": "May"}),
        ("The busiest month by rounds so far was June.", HALF, {"June": "March"}),
        # By rounds or by invitations, of the year or of a part of it: one reading is enough.
        ("In 2024, July was the busiest month.", date(2025, 1, 3), {}),
        ("June was not the busiest month of 2026.", HALF, {}),
        ("Perhaps June was the weakest month of 2026.", HALF, {}),
    ],
)  # fmt: skip
def test_which_month_had_the_most_or_the_least(text, day, found):
    got = wrong(text, day)
    assert {claim: got[claim] for claim in got if not claim.isdigit()} == found


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("December 2024 as a whole, with 2,561, was the second quietest month of the year.", True),
        ("December 2024 as a whole, with 2,561, was the quietest month of the year.", False),
        ("July was the biggest month of 2024.", True),
        ("January was the biggest month of 2024.", False),
        ("In 2024 the second quietest month was December.", True),
        ("In 2024 the second quietest month was June.", False),
    ],
)
def test_ranks_of_months(text, is_true):
    assert bool(wrong(text, date(2025, 1, 3))) is not is_true


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("# The first half of 2026\n\nJune was the weakest at 8,214.", date(2026, 7, 2), {"June": "May"}),
        ("# The first half of 2026\n\nMay was the weakest at 8,214.", date(2026, 7, 2), {}),
        ("# The third quarter of 2025\n\nIts best month was July.", date(2025, 10, 3), {"July": "September"}),
        ("# The third quarter of 2025\n\nIts best month was September.", date(2025, 10, 3), {}),
    ],
)
def test_the_sum_beside_a_month_and_the_time_of_the_headline(text, day, found):
    assert wrong(text, day) == found


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("# 2025\n\n**Which month invited most?** {}.", date(2026, 1, 3), "December", "October"),
        ("# December 2025\n\n19,522 invitations in six rounds, the {} month of 2025 by invitations", date(2026, 1, 2), "busiest", "quietest"),
    ],
)  # fmt: skip
def test_the_month_that_is_asked_for_or_stands_beside_its_sum(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("December was the busiest, with 19,522 invitations; the quietest was April, with 1,246 in two rounds.", {}),
        ("December was the busiest, with 19,522 invitations; the quietest was May, with 1,246 in two rounds.", {"May": "April"}),
        ("The quietest month of the year was May, with 1,246 invitations.", {"May": "April"}),
    ],
)  # fmt: skip
def test_the_sum_of_the_month_that_is_meant_is_right(text, found):
    assert wrong(text, date(2025, 12, 30)) == found
