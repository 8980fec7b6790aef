"""Times said from the article's day."""

from datetime import date

import pytest

from articles.facts.rules.relative import relative_days
from tests.articles.facts.rules.saying import findings, wrong

DRAW = "IRCC invited 1,500 candidates in a healthcare draw with a cut-off of 463."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Thursday, " + DRAW, date(2023, 7, 8)),
        ("Yesterday, " + DRAW, date(2023, 7, 7)),
        ("Last week, " + DRAW, date(2023, 7, 12)),
        ("This week, " + DRAW, date(2023, 7, 8)),
        ("On Thursday, 6 July 2023, " + DRAW, date(2023, 7, 8)),
    ],
)
def test_the_right_time_is_left_alone(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "claims"),
    [
        ("On Wednesday, " + DRAW, date(2023, 7, 8), {"Wednesday": "Thursday"}),
        ("Yesterday, " + DRAW, date(2023, 7, 8), {"Yesterday": "2023-07-06"}),
        ("Last week, " + DRAW, date(2023, 7, 20), {"Last week": "2023-07-06"}),
    ],
)
def test_another_time_is_wrong(text, day, claims):
    assert wrong(text, day) == claims


def test_the_right_weekday_is_offered():
    [found] = [item for item in findings("On Wednesday, " + DRAW) if item.rule == "relative"]
    assert (found.replacement, found.live) == ("Thursday", "[[round 255 date]]")


def test_another_draws_date_is_not_held_against_it():
    text = "On Thursday the healthcare cut-off stood at 463, unchanged by what was known on June 28."
    assert not wrong(text)


def test_what_is_said_of_the_future_or_of_nothing_is_left_alone():
    assert not wrong("A French draw may come next week. No French draw was held on Monday.")


def test_days_told_one_after_the_other_are_of_several_draws() -> None:
    assert wrong("On 15 March, on 23 March and again yesterday, 7,000 were invited.", date(2023, 3, 30)) == {}
    assert wrong("French draws stopped at 416 on 29 October and 408 last week.", date(2025, 12, 1)) == {}
    assert wrong("Between New Year and today, most invitations were for the CEC.", date(2026, 3, 20)) == {}


@pytest.mark.parametrize(
    ("text", "day", "mistaken"),
    [
        (
            "On {} there were 192 invitations for provincial nominees, with a score of 800.",
            "Monday",
            "Tuesday",
        ),
        ("With {}'s nominees (192 at 800) the week was large.", "Monday", "Tuesday"),
    ],
)
def test_a_weekday_beside_the_figures_of_a_draw_of_another_day(text: str, day: str, mistaken: str) -> None:
    on = date(2025, 8, 22)
    assert wrong(text.format(day), on, rule=relative_days.find) == {}
    assert wrong(text.format(mistaken), on, rule=relative_days.find) == {mistaken: day}


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("Provincial nominees had 733 invitations on Monday, and the Canadian Experience Class had 2,000 on Tuesday.", date(2026, 10, 2), set()),
        ("Provincial nominees had 733 invitations on Wednesday, and the Canadian Experience Class had 2,000 on Tuesday.", date(2026, 10, 2), {"Wednesday"}),
        ("Provincial nominees had 733 invitations on Monday, and the Canadian Experience Class had 2,000 on Thursday.", date(2026, 10, 2), {"Thursday"}),
    ],
)  # fmt: skip
def test_each_of_several_weekdays_is_of_its_own_draw(text, day, found):
    assert set(wrong(text, day, rule=relative_days.find)) == found


@pytest.mark.parametrize(
    "words",
    [
        "less than half of what the class's draw of Tuesday demanded",
        "which is nothing beside that of the class on Tuesday",
        "far below the bar of Tuesday's draw for the class",
    ],
)
def test_a_draw_with_its_day_leaves_a_weekday_to_another(words):
    text = f"The physicians' round of 3 September invited 229 doctors and the score was 198, {words}."
    assert not wrong(text, date(2026, 9, 20))


OF_SUMMER = "| Date | CRS |\n|---|---|\n| 6 July | 557 |\n| 20 July | 542 |\n| 3 August | 533 |\n\n"
IN_WORDS = "All-program rounds were held on 6 July (1,500), 20 July (1,750) and 3 August (2,000). "


@pytest.mark.parametrize("above", [OF_SUMMER, IN_WORDS])
@pytest.mark.parametrize(
    "text",
    [
        "Every one of the rounds was held on a {}, two weeks after the one before.",
        "All three rounds took place on {}s.",
        "Each of the three fell on a {}.",
        "All three had been held on a {}.",
    ],
)
def test_the_weekday_of_all_draws_that_were_told_of(above, text):
    assert wrong(above + text.format("Wednesday"), date(2022, 8, 5)) == {}
    assert wrong(above + text.format("Thursday"), date(2022, 8, 5)) == {"Thursday": "Wednesday"}


@pytest.mark.parametrize(
    "text",
    [
        "Almost all draws of the past were held on a Friday.",
        "In other years each draw was not held on a Tuesday.",
        "Every draw since the spring was expected on a Thursday.",
        "All the same, the next round may come on a Thursday.",
        "Each week we publish our summary on a Friday.",
    ],
)
def test_weekdays_that_are_not_of_all_draws(text):
    assert wrong(OF_SUMMER + text, date(2022, 8, 5)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Express Entry candidates got a round on {} this week, just eight days after the one before.",
        "There was a round on {}.",
        "The second August round was held on {}.",
    ],
)
def test_the_weekday_of_the_one_draw_of_a_week(text):
    day = date(2019, 8, 22)
    assert wrong(text.format("Tuesday"), day) == {}
    assert wrong(text.format("Wednesday"), day) == {"Wednesday": "Tuesday"}


def test_a_weekday_of_a_week_with_several_draws_or_with_none_is_left_alone():
    assert wrong("There was a round on Monday.", date(2023, 7, 8)) == {}
    assert wrong("There was a round on Wednesday.", date(2019, 9, 2)) == {}
    assert wrong("There is no round on Wednesday.", date(2019, 8, 22)) == {}


@pytest.mark.parametrize("week", ["last week", "the week before", "the previous week"])
def test_the_week_of_a_weekday_with_its_day(week):
    text = "Yesterday's draw for trades had 1,800 invitations. On July 6, 2023, 1,500 nurses were invited.\n\nOn {} of {}, {}, there was a draw for nominees."
    day = date(2024, 7, 5)
    assert wrong(text.format("Tuesday", "this week", "July 2"), day) == {}
    assert wrong(text.format("Wednesday", week, "June 26"), day) == {}
    assert wrong(text.format("Tuesday", week, "July 2"), day) == {week.removeprefix("the "): "same week"}
