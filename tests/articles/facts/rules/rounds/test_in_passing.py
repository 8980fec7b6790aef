"""Figures told in passing: of a month, and of the draw before another."""

import pytest

from articles.facts.rules.rounds import in_passing
from tests.articles.facts.rules.judging import accused, agreed

RULE = in_passing.find


@pytest.mark.parametrize(
    ("on", "text", "right", "mistaken"),
    [
        ("2025-08-22", "A healthcare round at last. In June the line had been {}.", "504", "540"),
        ("2024-10-28", "Trades: 433 this time. July had {}.", "436", "463"),
        (
            "2024-04-20",
            "STEM closed the week; the score, down from {} in July 2023, did not surprise.",
            "486",
            "468",
        ),
        (
            "2024-03-20",
            "Transport was drawn on 13 March 2024 with 975 invitations. Its predecessor, in December, had taken {}.",
            "670",
            "760",
        ),
        (
            "2025-09-22",
            "On 17 September 2025 there were 2,500 invitations for education. That earlier round was smaller: {} invitations.",
            "1,000",
            "1,200",
        ),
    ],
)
def test_a_figure_told_in_passing(on, text, right, mistaken):
    assert accused(RULE, on, text.format(right)) == []
    assert accused(RULE, on, text.format(mistaken)) == [mistaken]


def test_what_is_right_agrees():
    assert agreed(RULE, "2024-10-28", "Trades: 433 this time. July had 436.") == ["436"]


def test_the_month_may_be_what_is_wrong():
    text = "Healthcare closed at 470. It was down from 510 in June."
    assert accused(RULE, "2025-08-22", text) == ["510 in June"]


@pytest.mark.parametrize(
    ("on", "text"),
    [
        # Two months, and all draws of one together.
        ("2025-08-22", "Healthcare waited. In May and June it had been 540."),
        ("2025-06-30", "Healthcare waited. In June there were 9,226 invitations."),
        # The writer's own score, and somebody else's.
        ("2025-08-22", "Healthcare, 470. In June my score was 540."),
        ("2025-08-22", "Healthcare, 470. With the same 540 in June you were far above the line."),
        # What was not, and what was a bound.
        ("2025-08-22", "Healthcare, 470. It was at the end of July and not in June that 540 was reached."),
        ("2025-08-22", "Healthcare, 470. In June it had been above 540."),
        # Of another type than the one spoken of last.
        ("2025-06-20", "Healthcare had 504. In June the nominees had 726."),
        # A month with more than one draw of the type.
        ("2025-11-20", "French speakers were called. In October it was 433."),
        # A province has draws of its own.
        ("2025-08-22", "Healthcare, 470. Ontario's own stream in June had 540."),
    ],
)
def test_what_is_left_alone(on, text):
    assert not accused(RULE, on, text)
