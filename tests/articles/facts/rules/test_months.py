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
