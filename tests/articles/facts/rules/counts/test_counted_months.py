"""Months that do not go with how often something was drawn."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("day", "text", "claims"),
    [
        ("2026-08-31", "Physicians have been drawn twice, in February and May.", ["May"]),
        ("2026-08-31", "Physicians have been drawn twice, in February and June.", []),
        ("2025-01-06", "Transport appeared once in 2024, in February.", ["February"]),
        ("2025-01-06", "Transport appeared once in 2024, in March.", []),
        ("2025-01-06", "Trades had two draws, in July and November 2024.", ["November 2024"]),
        ("2025-01-06", "Trades had two draws, in July and October 2024.", []),
        ("2024-01-03", "The largest were the three all-program rounds of 7,000 each, held in February 2023.", ["February 2023"]),
        # No year has so many: the number is wrong.
        ("2025-01-06", "Education had one round, in March 2024.", ["one"]),
        ("2025-01-06", "Will trades be drawn twice, in July and November 2024?", []),
    ],
)  # fmt: skip
def test_a_month_without_such_a_draw_is_wrong_where_the_number_is_right(day, text, claims):
    assert contradicted(text, day) == claims
