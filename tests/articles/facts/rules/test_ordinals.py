"""Which one a draw is."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong


@pytest.mark.parametrize(
    ("text", "day", "claim"),
    [
        ("The STEM draw of 5 July 2023 was the first STEM draw ever.", date(2023, 7, 8), "first"),
        ("On 6 July 2023 healthcare had its second draw.", date(2023, 7, 8), "second"),
        ("The healthcare draw of November 14, 2025, is the sixth of the year.", date(2025, 11, 14), "sixth"),
        ("The transport draw of 7 August 2026 was the first since March 2024.", date(2026, 8, 8), "first"),
    ],
)
def test_the_right_number_agrees(text, day, claim):
    assert not wrong(text, day)
    assert claim in right(text, day)


@pytest.mark.parametrize(
    ("text", "day", "claims"),
    [
        (
            "The STEM draw of 5 July 2023 was the second STEM draw ever.",
            date(2023, 7, 8),
            {"second": "first"},
        ),
        (
            "On August 19, 2025, IRCC held its fourth draw of the year for healthcare.",
            date(2025, 8, 20),
            {},
        ),
        (
            "On August 19, 2025, IRCC held its fifth healthcare draw of the year.",
            date(2025, 8, 20),
            {"fifth": "fourth"},
        ),
        (
            "On December 8, 2023, IRCC held the STEM draw with 5,900 invitations, the first for STEM.",
            date(2023, 12, 9),
            {"first": "second"},
        ),
    ],
)
def test_another_number_is_wrong(text, day, claims):
    assert wrong(text, day) == claims


def test_so_many_in_a_row():
    day = date(2025, 11, 14)
    text = "The CEC draw of November 12, 2025, had 1,000 invitations for the {} time in a row."
    assert not wrong(text.format("fifth"), day)
    assert wrong(text.format("fourth"), day) == {"fourth": "fifth"}


@pytest.mark.parametrize(
    "text",
    [
        "The first draw had 779 invitations.",
        "The cut-off was lower than in the first STEM draw.",
        "IRCC said that a first draw for trades will come.",
        "In its sixth draw of the year Manitoba chose 263 candidates of the Canadian Experience Class on 6 July 2023.",
    ],
)
def test_names_plans_and_provinces_are_no_claims(text):
    assert not wrong(text)


def test_that_first_round_is_a_name():
    assert not wrong(
        "Draws resumed on 6 July 2022. That first round had 1,500 invitations.", date(2022, 11, 25)
    )
