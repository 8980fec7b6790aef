"""How many draws."""

from datetime import date

import pytest

from articles.facts.model import Status
from tests.articles.facts.rules.saying import findings, right, wrong


@pytest.mark.parametrize(
    ("text", "day", "claim"),
    [
        ("IRCC held four draws this week.", date(2023, 7, 8), "four"),
        ("In 2024 there were eleven French draws.", date(2025, 1, 2), "eleven"),
        ("There are now 59 rounds in 2026.", date(2026, 10, 3), "59"),
        ("No STEM draw was held in 2025.", date(2025, 12, 31), "No STEM draw"),
    ],
)
def test_a_number_of_draws_of_the_record_agrees(text, day, claim):
    assert claim in right(text, day)
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "claim", "actual"),
    [
        ("IRCC held five draws this week.", date(2023, 7, 8), "five", "4"),
        ("In 2024 there were ten French draws.", date(2025, 1, 2), "ten", "11"),
        ("There are now 58 rounds in 2026.", date(2026, 10, 3), "58", "59"),
        ("There was no healthcare draw in October 2025.", date(2025, 12, 1), "no healthcare draw", "1"),
        ("In September there was one French draw.", date(2026, 10, 3), "one", "0"),
    ],
)
def test_a_number_of_draws_that_the_record_has_not_is_wrong(text, day, claim, actual):
    assert wrong(text, day) == {claim: actual}


def test_the_change_is_a_word_where_the_number_is_one():
    [found] = [
        item for item in findings("IRCC held five draws this week.") if item.status is Status.CONTRADICTED
    ]
    assert (found.rule, found.replacement, found.live) == ("counts", "four", "[[draws week=2023-W27 count]]")


@pytest.mark.parametrize(
    "text",
    [
        "Two of the draws this week were large.",
        "The last three draws of 2023 were small.",
        "In 2023 two draws had cut-offs below 380.",
        "In the same months of 2022 there were eight draws.",
        "IRCC will hold two more draws in July 2023.",
    ],
)
def test_parts_and_other_numbers_are_no_counts(text):
    assert not wrong(text)


def test_a_question_says_which_days_its_answer_counts():
    text = "768, in two draws."
    day = date(2025, 9, 30)
    question = {"question-1": "How many provincial nominees were invited in September?"}
    assert wrong(text, day, name="answer-1", **question) == {"two": "3"}
