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


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("# Provincial nominee draws, first quarter of 2026\n\nThe whole quarter comes to 2,939, which is {} than in the same quarter of 2025.", date(2026, 4, 1), "more", "less"),
        ("# First half of 2026\n\nProvincial nominees received slightly {} invitations than in the first half of 2025.", date(2026, 7, 3), "fewer", "more"),
        ("In 2025 French speakers received {} invitations than in 2024.", date(2026, 1, 3), "more", "fewer"),
        ("In 2024 IRCC issued {} invitations than in 2023.", date(2025, 1, 3), "fewer", "more"),
    ],
)  # fmt: skip
def test_which_of_two_times_had_more_invitations(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 IRCC held more draws than in 2023.",
        "In 2024 no more invitations than in 2023 were issued.",
        "In 2024 Ontario sent more invitations than in 2023.",
        "In 2024 the average draw had more invitations than in 2022.",
    ],
)
def test_other_times_set_beside_each_other_are_left_alone(text):
    assert not wrong(text, date(2025, 1, 3))


@pytest.mark.parametrize(("way", "is_right"), [("higher", False), ("lower", True)])
def test_what_is_gone_on_about_was_told_of_by_its_type(way, is_right):
    text = "I have not forgotten the famous one: 13 February, CEC, 27,332 invitations, 75.\n\nNominees were drawn again. Still {} than on 17 March, when it was 682."
    assert (way not in wrong(text.format(way), date(2021, 4, 20))) is not is_right
