"""Mean sizes."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong


@pytest.mark.parametrize(
    ("text", "day", "claim"),
    [
        ("The eleven general rounds of 2022 had an average of 3,250 invitations.", date(2023, 1, 5), "3,250"),
        ("In 2024 French draws had 2,091 invitations on average.", date(2025, 1, 5), "2,091"),
        ("In 2024 French draws had a mean size of about 2,100.", date(2025, 1, 5), "2,100"),
        ("In September 2025 there were 7 rounds: 10,018 invitations, an average of 1,431.", date(2025, 10, 2), "1,431"),
    ],
)  # fmt: skip
def test_a_mean_of_the_record_agrees(text, day, claim):
    assert claim in right(text, day)
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        (
            "The eleven general rounds of 2022 had an average of 3,520 invitations.",
            date(2023, 1, 5),
            {"3,520": "3,250"},
        ),
        (
            "In 2024 French draws had 2,901 invitations on average.",
            date(2025, 1, 5),
            {"2,901": "2,091"},
        ),
        ("The average cut-off of 2024 was 520.", date(2025, 1, 5), {}),
        ("Somebody said that draws average 4,000 or so.", date(2025, 1, 5), {}),
    ],
)
def test_a_mean_that_is_none(text, day, found):
    assert wrong(text, day) == found
