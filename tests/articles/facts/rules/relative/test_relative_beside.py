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
        # Of the type that was told of, in a week that is said with the day.
        ("That French draw was the second. The debut came on {} of last week with 2,300 invitations.", date(2023, 7, 13), "Friday", "Thursday"),
        # What is denied is something else.
        ("The round of {} invited 1,980 at 524; a rumour that it was the last is not true.", date(2024, 3, 28), "Monday", "Tuesday"),
    ],
)  # fmt: skip
def test_times_against_the_draw_that_they_are_said_of(text, day, right, mistaken):
    assert wrong(text.format(right), day) == {}
    assert set(wrong(text.format(mistaken), day)) == {mistaken}


@pytest.mark.parametrize(
    ("day", "text", "true", "false"),
    [
        ("2025-05-05", "Last week brought three rounds, on Monday, Thursday and {}.", "Friday", "Saturday"),
        ("2025-05-05", "Three draws were held last week: Monday, {} and Friday.", "Thursday", "Wednesday"),
        ("2025-05-05", "Last week saw three rounds: one on {}, one on Thursday, one on Friday.", "Monday", "Tuesday"),
        ("2025-05-05", "Last week's rounds fell on Monday, Thursday, and {}.", "Friday", "Sunday"),
        ("2025-05-05", "Last week had three draws (Monday, {}, Friday).", "Thursday", "Tuesday"),
        ("2023-07-08", "This week Ottawa held four rounds, on Tuesday, Wednesday, Thursday and {}.", "Friday", "Saturday"),
        ("2024-04-26", "This week had two draws, on Tuesday and {}.", "Wednesday", "Friday"),
    ],
)  # fmt: skip
def test_the_weekdays_of_a_weeks_draws_in_a_row(day, text, true, false):
    on = date.fromisoformat(day)
    assert wrong(text.format(true), on) == {}
    assert wrong(text.format(false), on) == {false: true}


@pytest.mark.parametrize(
    "text",
    [
        "Three rounds were held last week. Reports on them appeared on Monday, Thursday and Saturday.",
        "Rounds are usually held on Tuesday and Wednesday, not so last week.",
        "Last week's rounds were announced on Monday and Friday.",
        "The draws on Monday and Friday of that week are still talked of.",
    ],
)
def test_weekdays_in_a_row_that_are_of_no_weeks_draws(text):
    assert wrong(text, date(2025, 5, 5)) == {}
