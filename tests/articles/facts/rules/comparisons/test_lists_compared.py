"""Lists said to be longer or shorter than those of another year, and days of the year before near New Year."""

from datetime import date

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("text", "day", "true", "false", "claim"),
    [
        ("The healthcare list has 37 occupations, {} the list of 2023.", date(2025, 8, 25), "two more than", "two fewer than", "two"),
        ("Healthcare has 37 occupations on its list, {}.", date(2026, 9, 21), "as many as in 2025", "two more than in 2025", "two"),
        ("The STEM list has 11 occupations, 13 {} than in 2023.", date(2026, 9, 21), "fewer", "more", "13"),
        ("# Our year 2025\n\nThe year opened with two draws on consecutive days, {} January: 471 nominees at 793, then 1,350 people of the Canadian Experience Class at 542.", date(2026, 1, 12), "7 and 8", "8 and 9", "9 January"),
    ],
)  # fmt: skip
def test_the_other_year(text, day, true, false, claim):
    assert not contradicted(text.format(true), day)
    assert set(contradicted(text.format(false), day)) == {claim}
