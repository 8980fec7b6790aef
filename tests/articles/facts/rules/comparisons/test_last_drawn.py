"""When several types are said to have been drawn last."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("Education was last drawn from in September 2025 and STEM in {}.", "April 2024", "December 2023"),
        ("STEM was last drawn in April 2024, education in {}.", "September 2025", "May 2025"),
        ("Transport, which returned in February 2026, last had a draw in {}.", "March 2024", "February 2024"),
        ("The last STEM draw was in April 2024, the last education draw was in {}.", "September 2025", "May 2025"),
        ("Agriculture's last draw dates from {}.", "February 2024", "March 2024"),
        ("Agricultural workers were last invited on {}, and the category has since been closed.", "16 February 2024", "21 December 2023"),
    ],
)  # fmt: skip
def test_the_last_draw_of_a_type(text, true, false):
    assert not contradicted(text.format(true), "2026-07-02")
    assert contradicted(text.format(false), "2026-07-02") == [false]


@pytest.mark.parametrize(
    "text",
    [
        "Education was drawn again on 17 September 2025; it had last been drawn in May.",
        "By then, STEM was last drawn in December 2023.",
        "Of the French draws, the last of 2023 was in December.",
    ],
)
def test_the_last_of_another_time_is_left_alone(text):
    assert not contradicted(text, "2025-09-20")
