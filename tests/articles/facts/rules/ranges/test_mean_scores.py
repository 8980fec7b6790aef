"""Mean cut-offs."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong

DAY = date(2026, 7, 3)


@pytest.mark.parametrize(
    ("text", "true", "mistaken"),
    [
        ("The average cut-off of the French draws in 2025 was {}.", "422", "450"),
        ("In 2025 the mean CRS score for French was {}.", "423", "410"),
        ("In 2025 the nine French cut-offs averaged {}.", "422", "431"),
        ("In the first half of 2026 the six French cut-offs average {}.", "403", "408"),
        ("The six French scores of the first half of 2026 averaged {}.", "403", "393"),
    ],
)
def test_means_of_cutoffs(text, true, mistaken):
    assert true in right(text.format(true), DAY)
    assert set(wrong(text.format(mistaken), DAY)) == {mistaken}


@pytest.mark.parametrize(
    "text",
    [
        "In 2025 the French cut-offs averaged about 420.",
        "What was the average French cut-off in 2025, was it 450?",
        "The average cut-off of the French draws was 450.",
    ],
)
def test_what_is_loose(text):
    assert not wrong(text, DAY)
