"""When it was last so."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong

FRENCH = "The French draw of 7 July 2023 had a cut-off of 439. "
GENERAL = "The general draw of 23 November 2022 had a cut-off of 491. "
BELOW = "The French draw of 17 December 2025 stopped at 399. "


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        (
            FRENCH + "You have to go back to {} to find a lower score in any Express Entry draw.",
            date(2023, 7, 8),
            "August 2021",
            "May 2022",
        ),
        (
            GENERAL + "One must look back to {} for a lower cut-off in an all-program draw.",
            date(2022, 11, 25),
            "December 2020",
            "October 2021",
        ),
        (
            BELOW + "It is the first time since {} that a French cut-off lies below 400.",
            date(2025, 12, 18),
            "March",
            "August",
        ),
        (BELOW + "French went below 400 for the first time since {}.", date(2025, 12, 18), "March", "May"),
    ],
)
def test_the_time_must_be_that_of_the_last_such_draw(text, day, true, false):
    assert true in right(text.format(true), day)
    assert not wrong(text.format(true), day)
    assert wrong(text.format(false), day).keys() == {false}


@pytest.mark.parametrize(
    "text",
    [
        BELOW + "It would be the first time since May that a French cut-off lies below 390.",
        BELOW + "We go back to May to find a better mood.",
        BELOW + "It was the first time since August that so many were invited.",
    ],
)
def test_other_first_times_are_no_such_claims(text):
    assert not wrong(text, date(2025, 12, 18))
