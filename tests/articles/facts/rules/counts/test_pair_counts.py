"""Numbers of draws of two times beside each other, and behind the words that say of what they are."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

NEW_YEAR = date(2025, 1, 6)


@pytest.mark.parametrize(
    ("text", "day", "right", "false", "true"),
    [
        ("In 2024 there were 52 draws, up from {} in 2023.", NEW_YEAR, 42, 40, "42"),
        ("Canada held 52 draws in 2024, compared with {} a year earlier.", NEW_YEAR, 42, 44, "42"),
        ("There were 14 nominee draws in 2024, after {} in 2023.", NEW_YEAR, "five", "six", "5"),
        ("Category-based draws made up 17 of the draws in 2023 and {} in 2024.", NEW_YEAR, 19, 21, "19"),
        ("In 2023 there were 42 draws, against {} the year before.", date(2024, 1, 9), 24, 31, "24"),
        ("July had nine draws, after {} in June.", date(2024, 8, 1), "one", "three", "1"),
        ("July had nine draws. June had {}.", date(2024, 8, 1), "one", "three", "1"),
        ("# French draws in 2024: {} in all\n", NEW_YEAR, "eleven", "nine", "11"),
        ("# Draws in 2024: {}\n", NEW_YEAR, 52, 50, "52"),
    ],
)
def test_a_number_and_its_false_twin(text, day, right, false, true):
    assert wrong(text.format(right), day) == {}
    assert wrong(text.format(false), day) == {str(false): true}


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 there were 52 draws, against 31 occupations in 2023.",
        "# CEC draws in 2024: 6,300 in July\n",
        "# French draws in 2024: six months of quiet\n",
        "July had nine draws. June had ten types on offer.",
    ],
)
def test_other_numbers(text):
    assert wrong(text, NEW_YEAR) == {}
