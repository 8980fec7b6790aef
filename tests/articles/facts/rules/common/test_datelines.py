"""The day of a text before its first words is that of no draw."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    "lead",
    ["November 17, 2025 - ", "OTTAWA, November 17, 2025 – ", "**Toronto (17 November 2025)** — ", "November 17, 2025 /CNW/ - "],
)  # fmt: skip
def test_a_dateline_claims_nothing(lead):
    text = f"{lead}The association of health employers today welcomed the federal government's decision to invite another 3,500 health and social services workers."
    assert not contradicted(text, "2025-11-17")


@pytest.mark.parametrize(
    "text",
    [
        "On November 17, 2025, 3,500 health and social services workers were invited at 462.",
        "November 13, 2025 – 3,500 health and social services workers were invited at 462.",
    ],
)
def test_the_day_of_a_draw_is_one(text):
    assert contradicted(text, "2025-11-17")
