"""Times said from the article's day beside a day in full, beside a wrong figure, and in one half of a sentence."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "right", "mistaken"),
    [
        # The day itself stands beside.
        ("Teachers were called {}, on May 1: 1,000 at 479.", date(2025, 6, 5), "last month", "this month"),
        # Nothing was drawn on the day that is said, whatever the figures.
        ("It was a category draw: 2,500 health workers were invited on {}.", date(2024, 2, 17), "Wednesday", "Thursday"),
        # What is denied is something else.
        ("The round of {} invited 1,980 at 524; a rumour that it was the last is not true.", date(2024, 3, 28), "Monday", "Tuesday"),
    ],
)  # fmt: skip
def test_times_against_the_draw_that_they_are_said_of(text, day, right, mistaken):
    assert wrong(text.format(right), day) == {}
    assert set(wrong(text.format(mistaken), day)) == {mistaken}
