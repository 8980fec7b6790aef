"""Times told from one that is spoken of."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong

JANUARY, JUNE = date(2025, 1, 3), date(2024, 6, 3)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("In 2024, 98,903 invitations were issued, compared with {} the year before.", JANUARY),
        ("In 2024, 98,903 invitations were issued, compared with {} in the year before.", JANUARY),
        ("In 2024, 98,903 invitations were issued; a year earlier there were {} invitations.", JANUARY),
        ("In 2024, 98,903 invitations were issued; the previous year it was {}.", JANUARY),
        ("There were 98,903 invitations in 2024, after {} in the preceding year.", JANUARY),
        ("There were 98,903 invitations in 2024 and {} invitations the year before that.", JANUARY),
        ("There were 46,539 invitations in 2022, and the next year there were {} invitations.", JANUARY),
        ("There were 46,539 invitations in 2022; in the following year {} were sent.", JANUARY),
        ("Against the {} invitations of the year before, 2024 brought 98,903.", JANUARY),
    ],
)
def test_a_year_beside_the_one_that_is_named(words, day):
    assert "110,266" in right(words.format("110,266"), day)
    assert not wrong(words.format("110,266"), day)
    assert wrong(words.format("110,662"), day) == {"110,662": "110,266"}


@pytest.mark.parametrize(
    "words",
    [
        "In April 2024 there were 9,275 invitations, against {} the month before.",
        "In April 2024 9,275 invitations were issued, up from {} in the previous month.",
        "In April 2024 9,275 invitations were issued, and one month earlier there were {} invitations.",
    ],
)
def test_a_month_beside_the_one_that_is_named(words):
    assert "7,305" in right(words.format("7,305"), JUNE)
    assert wrong(words.format("7,503"), JUNE) == {"7,503": "7,305"}


def test_a_year_earlier_is_the_same_month():
    words = "In May 2022 there were 1,135 invitations in all; a year earlier there were {} invitations."
    before = "13,002"
    assert wrong(words.format(before), date(2022, 6, 3)) == {}
    assert wrong(words.format("13,200"), date(2022, 6, 3)) == {"13,200": before}


def test_draws_are_counted_in_them_too():
    words = "There were 52 rounds in 2024, compared with {} rounds in the previous year."
    assert wrong(words.format(42), JANUARY) == {}
    assert wrong(words.format(40), JANUARY).keys() == {"40"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Without a year of its own it may be told by the headline's, or by the article's day.
        (
            "It was a busy 2024, with 98,903 invitations. The year before had brought 110,266 invitations.",
            JANUARY,
        ),
        ("There were 98,903 invitations in 2024. A year ago all was calm.", JANUARY),
        # Not a time that draws are counted in.
        ("In 2024 a reader got 450 points, a year earlier than planned.", JANUARY),
        # Last year is told by the article's day.
        ("In 2022 there were 46,539 invitations, fewer than the 98,903 of last year.", JANUARY),
        # What is to come.
        ("In 2024 there were 98,903 invitations; the following year 120,000 may be admitted.", JANUARY),
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(text, day):
    assert not wrong(text, day)


def test_several_years_are_told_by_one():
    words = (
        "The record year was 2023, with 110,266 invitations; the year before had {} and the year after {}."
    )
    assert wrong(words.format("46,539", "98,903"), date(2026, 1, 3)) == {}
    words = (
        "In 2023 there were 110,266 invitations, in the year before 46,539 and in the year before that {}."
    )
    assert wrong(words.format("114,224"), JANUARY) == {}
    assert wrong(words.format("114,422"), JANUARY) == {"114,422": "114,224"}


@pytest.mark.parametrize("time", ["2023", "the year before"])
def test_how_many_times_a_figure_is_another_counts_no_draws(time):
    text = f"In 2024, French speakers received 23,000 invitations, nearly three times the 8,700 of {time}."
    assert wrong(text, JANUARY) == {}
