"""Shares and changes in words."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong

NEW_YEAR = date(2026, 1, 3)


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("In 2025 there were 113,998 invitations. {} of them, 48,000, went to French speakers.", "Two fifths", "Two thirds"),
        ("In 2025 nearly {} of all invitations went to French speakers.", "half", "a third"),
        ("In 2025 more than {} of the year's invitations were for the Canadian Experience Class.", "a quarter", "half"),
        ("The draw had 2,000 invitations, {} fewer than the 3,000 before.", "a third", "half"),
        ("The draw had 1,500 invitations instead of 3,000, {} less.", "half", "a quarter"),
    ],
)  # fmt: skip
def test_what_part_of_the_invitations(text, true, false):
    assert true in right(text.format(true), NEW_YEAR)
    assert set(wrong(text.format(false), NEW_YEAR)) == {false}


@pytest.mark.parametrize(
    "text",
    [
        "In 2025 a third of the applicants in our office got invitations in French draws.",
        "In 2025 there were 9 French draws. Half of them were held in autumn.",
        "Of the 48,000 invitations of 2025 for French speakers, half of them were Moroccans.",
        "In 2026 half of all invitations should go to French speakers.",
        "In a poll, half of all invitations of 2025 were thought to go to French speakers.",
        "The French list of 2025 has a third of the year's occupations and 48,000 invitations.",
        "In 2025 French draws were few. The first half of the year had two of them, with 7,500 invitations for French speakers.",
        "Ontario sent a third of its invitations of 2025 to French speakers.",
    ],
)
def test_what_is_no_part_of_invitations_is_left_alone(text):
    assert not wrong(text, NEW_YEAR)


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("In October 2025 two draws for candidates with strong French made up 10,500 of the month's invitations, or {}.", "about two in three", "more than four in five"),
        ("In October 2025 two draws for French speakers made up 10,500 of the month's invitations, or {}.", "two thirds", "half"),
        ("In October 2025 {} invitations went to candidates with strong French.", "two out of three", "four out of five"),
        ("Each of these draws had 1,000 invitations, {} of the 3,000 of early July.", "a third", "half"),
        ("The Canadian Experience Class had 1,250 invitations, {} of the 5,000 that French speakers had.", "a quarter", "half"),
    ],
)  # fmt: skip
def test_shares_in_other_words(text, true, false):
    assert not wrong(text.format(true), NEW_YEAR)
    assert len(wrong(text.format(false), NEW_YEAR)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In 2025 one in five draws was for French speakers, who had 48,000 invitations.",
        "In 2025 one in five nurses with an invitation worked in Ontario.",
        "According to a poll nine in ten invitations of 2025 went to French speakers.",
    ],
)
def test_what_is_counted_in_so_many_others_is_left_alone(text):
    assert not wrong(text, NEW_YEAR)


@pytest.mark.parametrize(("words", "is_wrong"), [("half", False), ("a third", True)])
def test_what_a_size_was_cut_by(words, is_wrong):
    text = (
        f"The general draw of 29 March had 7,000 invitations. In April the size was cut by {words}, to 3,500."
    )
    assert bool(wrong(text, date(2023, 7, 3))) is is_wrong


def test_what_part_a_size_that_is_told_is_whatever_the_headline_is_about():
    text = "# Goodbye to the general draw: 2024\n\nJuly was the busiest month. Its nine rounds brought 25,125 invitations, {} of the year's total."
    day = date(2024, 12, 20)
    assert "a quarter" in right(text.format("a quarter"), day)
    assert wrong(text.format("a quarter"), day) == {}
    assert set(wrong(text.format("half"), day)) == {"half"}
