"""Comparisons without a number."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

HEALTHCARE = (
    "The healthcare draw of 6 July 2023 had a cut-off of 463, {} than in the healthcare draw of 28 June."
)
SIZE = "The healthcare draw of 6 July 2023 was {} than that of 28 June."


def test_which_of_two_is_the_greater():
    assert not wrong(HEALTHCARE.format("lower"))
    assert wrong(HEALTHCARE.format("higher")) == {"higher": "463 / 476"}
    assert not wrong(SIZE.format("larger"))
    assert wrong(SIZE.format("smaller")) == {"smaller": "1,500 / 500"}


def test_by_which_fraction():
    text = "The trades draw of 1 October 2026 was {} larger than that of 2 April 2026."
    assert wrong(text.format("a third"), date(2026, 10, 3)) == {"a third larger": "3,500 / 3,000"}
    assert not wrong(text.format("a fifth"), date(2026, 10, 3))


def test_what_is_open_is_left_alone():
    assert not wrong("The healthcare draw of 6 July 2023 may be smaller than that of 28 June.")


@pytest.mark.parametrize(("word", "is_wrong"), [("less", False), ("more", True)])
def test_of_two_stated_figures_one_is_the_greater(word, is_wrong):
    text = f"French speakers got 12,400 invitations. That is {word} than the 14,445 invitations of the general rounds."
    assert bool(wrong(text, date(2024, 5, 2))) == is_wrong


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "In 2024 CEC candidates got 26,500 invitations, which is less than the French had (23,000).",
            "less",
        ),
        ("In 2024 CEC candidates got 26,500 invitations, which is more than the French had (23,000).", ""),
        ("French got 23,000 in 2024. That is more than the 26,500 of the CEC.", "more"),
        ("French got 23,000 in 2024. That is more than half of the 26,500 of the CEC.", ""),
        ("The cut-off was 475, more than 4,000 people being invited.", ""),
    ],
)
def test_which_of_two_stated_figures_is_the_greater(text, word):
    assert [claim for claim in wrong(text, date(2025, 1, 5)) if claim in ("more", "less")] == [word] * bool(
        word
    )
