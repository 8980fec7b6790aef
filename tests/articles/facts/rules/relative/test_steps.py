"""Days counted from another beside what is right of a draw of another day."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

JUNE, MARCH, AUTUMN = date(2026, 6, 30), date(2026, 3, 6), date(2025, 9, 22)
PHYSICIANS = "On Wednesday, 24 June, 271 physicians were invited, at 223. "
FIRST_PHYSICIANS = "The first draw for physicians, on 19 February, brought 391 invitations at 169. "


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        (PHYSICIANS + "{} a draw for healthcare occupations followed, with 4,000 invitations at 475.", JUNE, "A day later", "Two days later"),
        (PHYSICIANS + "{} a healthcare draw took 4,000 at 475.", JUNE, "The next day", "Two days later"),
        (FIRST_PHYSICIANS + "{}, healthcare had 4,000 at 467.", MARCH, "The next day", "The day before"),
        (FIRST_PHYSICIANS + "Healthcare was drawn {}, with 4,000 at 467.", MARCH, "a day later", "a day earlier"),
        ("Education had its draw on 17 September, and {} came trades, with 1,250 invitations.", AUTUMN, "a day later", "two days later"),
        ("The CEC got 6,000 on 10 December and another 5,000 {}.", date(2026, 1, 2), "six days later", "a fortnight later"),
        ("{} French speakers had 5,500 invitations at 397.", MARCH, "Two days ago", "Three days ago"),
        ("On Tuesday the trades had 1,000 at 425, on Wednesday transport 670 at 435, and {} agriculture 400 at 386.", date(2023, 12, 22), "yesterday", "today"),
        ("General on Monday, trades on Tuesday, transport on Wednesday, agriculture {}.", date(2023, 12, 22), "yesterday", "today"),
        ("Nominees on Monday, CEC on {}, French on Wednesday.", MARCH, "Tuesday", "Thursday"),
        ("Senior managers had their debut {}, on 5 March: 250 invitations at 429.", MARCH, "yesterday", "two days ago"),
        ("20 August, so {}: CEC only, 3,300 people at 454.", date(2020, 8, 21), "yesterday", "the day before yesterday"),
        ("The first draw, on 31 January 2015, invited 779 people at 886. The second, {}, invited 779 at 818.", date(2016, 1, 7), "a week later", "two weeks later"),
        ("The first healthcare draw was on June 28. The second came {} and was three times as large.", date(2023, 7, 13), "eight days later", "seven days later"),
        ("300 invitations for French at 486 on Wednesday. Its forerunner was held {}.", date(2023, 10, 27), "four weeks earlier", "six weeks earlier"),
        ("Both draws were held on 30 May, {} after the last draw for all programs.", date(2018, 6, 4), "one week", "two weeks"),
    ],
)  # fmt: skip
def test_a_draw_is_held_on_the_day_that_is_counted(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert wrong(text.format(false), day)


@pytest.mark.parametrize(
    "text",
    [
        "The French draws of 8 and 18 July are ten days apart; two days before the second, 1,391 nominees were invited.",
        "On 18 July 2024 1,800 French speakers were invited, and two days earlier 1,391 nominees.",
        "The two French rounds of the month, on 8 and 18 July, took 5,000 together.",
        "IRCC invited 2,500 candidates in education on Wednesday and 1,250 tradespeople on Thursday, 18 September 2025.",
        "On 1 May 2025 came the first education draw, 1,000 invitations at 479, and a day after it 500 for healthcare.",
        "The first had 2,300 invitations, on 7 July 2023. Then, on 12 July, five days later, came 3,800 at 375.",
        PHYSICIANS + "Two days later nobody spoke of the 4,000 in healthcare any more.",
    ],
)
def test_other_days_are_left_alone(text):
    assert not wrong(text, date(2024, 8, 1) if "July" in text else JUNE)


@pytest.mark.parametrize(
    "text",
    [
        "On {} Ottawa published new lists for its category-based rounds.",
        "The association welcomes the categories that the government announced on {} for draws in 2025.",
        "The lists were rewritten on {}: cooks and truckers are out.",
        "On {} the department replaced its lists.",
    ],
)
def test_new_lists_came_on_a_weekday(text):
    day = date(2025, 3, 1)
    assert not wrong(text.format("Thursday"), day)
    assert wrong(text.format("Wednesday"), day) == {"Wednesday": "Thursday"}
    assert not wrong(text.format("Wednesday"), date(2025, 4, 1))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Last week had four rounds, from {}, with 5,000 invitations.", date(2023, 7, 13), "Tuesday to Friday", "Monday to Thursday"),
        ("This week there were draws on {}.", date(2026, 8, 21), "Monday, Tuesday and Wednesday", "Tuesday, Wednesday and Thursday"),
        ("Last week we saw rounds on {}.", date(2025, 9, 26), "Monday, Wednesday and Thursday", "Monday, Tuesday and Wednesday"),
    ],
)  # fmt: skip
def test_the_days_of_a_week(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}
