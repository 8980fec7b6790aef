"""By how many draws two times are apart."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("There were 58 rounds in 2025, {} more than in 2024.", date(2026, 1, 3), ("six", "eight")),
        ("There were 42 rounds in 2023, {} more than the year before.", date(2026, 1, 3), ("18", "28")),
        ("In 2024 there were {} more draws than in 2023.", date(2025, 1, 3), ("ten", "twelve")),
        ("In 2025 nominees had 24 rounds, {} than in 2024.", date(2026, 1, 3), ("ten more", "ten fewer")),
    ],
)  # fmt: skip
def test_how_many_draws_more_a_time_had(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    "text",
    [
        "The two rounds ended at 491, five points more than in 2024.",
        "In 2025 there were rounds for 25 occupations in trades, 15 more than in 2024.",
        "In 2026 we expect eight more rounds than in 2025.",
        "In the first months of 2025 there were 20 rounds, two more than in 2023 to the same day.",
    ],
)
def test_what_is_no_number_of_draws_is_left_alone(text):
    assert not wrong(text, date(2026, 1, 3))
