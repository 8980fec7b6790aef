"""Two words that contradict each other, where either may be the wrong one."""

from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Part, Status
from tests.articles.facts.labelled.record import shipped_record
from tests.articles.facts.rules.judging import contradicted

OCTOBER_2026 = date(2026, 10, 3)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        # 491 was the cut-off of April 2024, 486 that of July 2023.
        ("For STEM the cut-off was 491 in July 2023.", "491 in July 2023"),
        ("In July 2023 the STEM cut-off was 491.", "July 2023 the STEM cut-off was 491"),
        # 98,903 were those of 2024, 15,045 those of December 2023.
        ("In 2023, 98,903 invitations were sent in total.", "2023, 98,903"),
        ("The draws of July 2024 brought 15,045 invitations in total.", "July 2024 brought 15,045"),
    ],
)
def test_a_figure_that_is_right_of_another_time_is_shown_with_the_time(text: str, both: str) -> None:
    assert contradicted(text, OCTOBER_2026) == [both]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        # Of no other year or draw near.
        ("In 2023, 98,930 invitations were sent in total.", "98,930"),
        ("For STEM the cut-off was 485 in July 2023.", "485"),
        # The other figure says which draw it is.
        ("In July 2023, 500 candidates were invited for STEM, at 491.", "491"),
    ],
)
def test_a_figure_that_is_of_nothing_else_is_wrong_alone(text: str, alone: str) -> None:
    assert contradicted(text, OCTOBER_2026) == [alone]


def test_a_click_puts_the_figure_right_and_keeps_the_words_between() -> None:
    text = "For STEM the cut-off was 491 in July 2023."
    found = check([Part("body", text)], shipped_record(), OCTOBER_2026)
    (finding,) = [finding for finding in found if finding.status is Status.CONTRADICTED]
    assert finding.replacement == "486 in July 2023"
    assert finding.live == "[[round 254 cutoff]] in July 2023"
    assert finding.params == {"number": "293", "date": "11 April 2024", "expected": "486"}


def test_a_day_beside_two_figures_of_another_draw_of_its_type_is_taken_in_with_them():
    text = "The latest French draw, on 29 October, took {} people at {}."
    assert contradicted(text.format("6,000", "416"), "2025-11-20") == []
    assert "29 October, took 4,500 people at 432" in contradicted(text.format("4,500", "432"), "2025-11-20")
