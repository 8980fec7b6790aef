"""How many draws a type had in all, up to a day, or in a time that begins or ends within a month."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("day", "text", "number", "other"),
    [
        (date(2018, 10, 1), "Canada held a Federal Skilled Trades round on 24 September 2018. There have been {} of them altogether.", "four", "six"),
        (date(2018, 10, 1), "There have been {} Federal Skilled Trades rounds so far.", "four", "seven"),
        (date(2025, 3, 27), "The transport category was called on 13 March 2024. In all, there have been {} such rounds.", "three", "five"),
        (date(2024, 3, 2), "The French-speaking have had another round. There have been {} of them to date.", "eight", "ten"),
        (date(2026, 9, 20), "Physicians are called now and then. All told, there have been {} of these rounds.", "three", "eleven"),
        (date(2025, 3, 27), "- **Transport.** Abolished, after {} rounds in its lifetime, the last of them on 13 March 2024.", "three", "nine"),
        (date(2025, 3, 27), "The transport category was abolished, after {} rounds in its short life.", "three", "nine"),
        (date(2025, 1, 10), "The trades category has had {} rounds in all.", "four", "fourteen"),
    ],
)  # fmt: skip
def test_all_the_draws_that_a_type_ever_had(day, text, number, other):
    assert not wrong(text.format(number), day)
    assert set(wrong(text.format(other), day)) == {other}


def test_all_of_them_may_be_those_of_a_year():
    text = "The class was busy. There have been {} of them altogether."
    assert not wrong(f"# CEC draws of 2021\n\n{text.format('seventeen')}", date(2021, 12, 28))


@pytest.mark.parametrize(
    "remark", ["I gather September was a busy month.", "September, then, was a busy month."]
)
def test_who_asked_has_gone_on_to_something_else(remark):
    text = f"HOST: And how do earlier trades rounds compare?\n\nGUEST: The first was in May 2017.\n\nHOST: {remark}\n\nGUEST: {{}} rounds."
    assert not wrong(text.format("Three"), date(2018, 10, 1))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        (
            "A year ago, after the round of July 17, 2015, the count was {}, so this year is ahead.",
            date(2016, 7, 15),
            "13 draws and 16,025 invitations",
            "15 draws and 18,025 invitations",
        ),
        (
            "A year earlier, following the draw of July 6, the tally stood at {}.",
            date(2023, 7, 14),
            "14 draws and 12,289 invitations",
            "11 draws and 21,289 invitations",
        ),
        (
            "After the round of May 15, 2019, the year's total was {} invitations.",
            date(2020, 5, 20),
            "31,750",
            "37,150",
        ),
        (
            "Up to April 24, 2024, {} that year.",
            date(2025, 5, 5),
            "35,970 invitations had been issued in 17 draws",
            "39,570 invitations had been issued in 19 draws",
        ),
        (
            "In 2025, after the draw of May 2, the tally stood at {} draws.",
            date(2026, 8, 21),
            "15",
            "17",
        ),
        (
            "With the draw of 12 July, the count for the year has reached {} draws.",
            date(2023, 7, 14),
            "22",
            "24",
        ),
        ("By June 29 last year, {} draws had been held.", date(2017, 7, 3), "14", "12"),
    ],
)
def test_all_that_a_year_had_up_to_a_day(text, day, true, false):
    assert wrong(text.format(true), day) == {}
    # A count may be right of another time by chance.
    figures = {word for word in false.split() if word[0].isdigit()}
    found = set(wrong(text.format(false), day))
    assert max(figures, key=len) in found
    assert found <= figures


@pytest.mark.parametrize(
    "text",
    [
        "After the draw of July 5, 2023, two more draws followed that week.",
        "With the draw of 5 July, STEM has had one draw.",
        "After the draw of July 4, there were four draws in nine days.",
        "Following the draw of 7 July, French speakers had another five days later.",
    ],
)
def test_what_followed_a_day_is_not_all_that_there_was_until_then(text):
    assert wrong(text, date(2023, 7, 14)) == {}


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("The experience class received 34,215 in all of 2020, over {} draws.", "ten", "twelve"),
        ("The Canadian Experience Class got 34,215 invitations during 2020, in {} rounds.", "ten", "nine"),
        ("Nominees received 4,785 invitations in 2020, over {} draws.", "ten", "eight"),
        ("Nominees were invited in {} draws in 2020.", "ten", "eleven"),
        ("In 2020 nominees had 4,785 invitations, over {} draws.", "ten", "eight"),
        ("In 2020 there were 107,350 invitations, over {} draws.", "37", "35"),
    ],
)
def test_draws_over_which_a_type_had_its_invitations(text, true, false):
    assert wrong(text.format(true), date(2021, 2, 15)) == {}
    assert wrong(text.format(false), date(2021, 2, 15)) == {false: "37" if true == "37" else "10"}


@pytest.mark.parametrize(
    "text",
    [
        "In 2020 it invited 107,350 people in over 35 draws.",
        "Ottawa has held over 35 draws in 2020.",
        "With over 30 draws and 107,350 invitations, 2020 broke records.",
    ],
)
def test_more_than_so_many_draws(text):
    assert wrong(text, date(2021, 2, 15)) == {}


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("From the end of May 2024, {} draws were held for the Canadian Experience Class.", date(2025, 1, 2), "ten", "eight"),
        ("The general draw went in 2024. From late May, {} draws for the Canadian Experience Class filled its place.", date(2025, 1, 2), "ten", "nine"),
        ("Starting from the beginning of July 2024, the CEC had {} draws.", date(2025, 1, 2), "nine", "seven"),
        ("From mid-June 2025, the Canadian Experience Class had {} draws.", date(2025, 12, 30), "11", "15"),
        ("From early June 2025 until the end of August there were {} draws.", date(2025, 12, 30), "15", "21"),
        ("Between early March and the end of April 2025 French had {} draws.", date(2025, 12, 30), "two", "four"),
        ("From the beginning of July to late September 2025 IRCC held {} rounds.", date(2025, 12, 30), "16", "24"),
    ],
)  # fmt: skip
def test_a_time_may_begin_or_end_within_a_month(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Each of them had so many.
        ("For the CEC, four rounds had 6,000 invitations, two in April and two in June.", date(2021, 12, 31)),
        ("In 2021, four CEC rounds had 6,000 invitations.", date(2021, 12, 31)),
        ("In 2019 four all-program rounds had 3,900 invitations.", date(2019, 12, 30)),
        ("Four French draws brought 5,000 invitations between July and September 2026.", date(2026, 10, 2)),
        ("Seven draws invited 1,000 people in the autumn of 2025.", date(2025, 12, 1)),
        # All of them together.
        ("In May 2025 four draws brought 2,511 invitations.", date(2025, 6, 2)),
    ],
)  # fmt: skip
def test_a_figure_that_each_of_some_draws_may_have_had(text, day):
    assert not wrong(text, day)


def test_a_figure_that_no_such_draws_had_is_a_sum():
    assert "7,000" in wrong("In 2021, four CEC rounds had 7,000 invitations.", date(2021, 12, 31))
