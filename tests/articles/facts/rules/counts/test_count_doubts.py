"""Numbers of draws that other words bound, and draws in a row that have a figure told before."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

NEW_YEAR = date(2025, 1, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("How the two main program draws behaved in 2025.", date(2025, 12, 29)),
        ("Eleven draws, from 7,000 invitations in February to 800 in December.", date(2024, 12, 5)),
        ("Two special draws were held on one day in May 2017.", date(2018, 1, 3)),
        ("So far this year there has been one draw, on 2 April, with 3,000 invitations.", date(2026, 9, 20)),
    ],
)
def test_numbers_that_are_not_of_the_time_in_the_sentence(text, day):
    assert wrong(text, day) == {}


def test_the_size_is_wrong_where_so_many_had_another():
    text = (
        "The low point of the Canadian Experience Class were three draws of {} in October and November 2024."
    )
    assert wrong(text.format(400), NEW_YEAR) == {}
    assert wrong(text.format(500), NEW_YEAR).get("500") == "400"


def test_the_sixth_draw_of_a_year_may_be_that_of_all():
    text = "On 13 February 27,332 people of the Canadian Experience Class were invited. It was the {} draw of 2021."
    day = date(2021, 2, 16)
    assert wrong(text.format("sixth"), day) == {}
    assert set(wrong(text.format("seventh"), day)) == {"seventh"}


def test_draws_that_were_held_for_a_category():
    text = "# 2023 in draws\n\nIn all, {} draws were held for a category."
    assert wrong(text.format(17), date(2024, 1, 3)) == {}
    assert wrong(text.format(19), date(2024, 1, 3)) == {"19": "17"}


def test_the_type_of_a_count_stands_before_it():
    text = "# Draws of 2024\n\nFirst came the general draws, of which there were {}, and invitations went to nominees in {} draws."
    assert wrong(text.format("nine", 14), NEW_YEAR) == {}
    assert wrong(text.format("seven", 12), NEW_YEAR) == {"seven": "9", "12": "14"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The year 2023 opened with two plain all-program rounds and closed with four draws in a single week.", date(2023, 12, 29)),
        ("Mondays and Tuesdays lead this year with 16 rounds each; Fridays have had five.", date(2026, 10, 15)),
        ("Provincial nominees, with five rounds all year, got none after 24 October 2023.", date(2023, 12, 29)),
        ("A year ago, after the round of October 4, 2017, the count was 23 draws and 72,221 invitations.", date(2018, 10, 5)),
        ("From the end of May 2024, ten draws for the Canadian Experience Class filled its place.", date(2025, 1, 2)),
    ],
)  # fmt: skip
def test_draws_at_an_end_of_a_time_or_beside_another_time_are_left_alone(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    "text",
    [
        "What a year. It opened with two plain all-program rounds. Then came nominees.",
        "The year began with two all-program rounds and ended with two category draws.",
        "2023 started off with two general draws and finished with three category draws.",
        "Ottawa kicked off the year with two all-program rounds and closed it out with four category rounds.",
        "The year 2023 led off with two general rounds. It wrapped up with just one for agriculture.",
        "It began with three draws in a single week. For 2023 that was much.",
    ],
)
def test_draws_at_one_end_of_a_time_are_not_all_of_it(text):
    assert wrong(text, date(2023, 12, 29)) == {}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two category rounds on two days ended a dry April.", date(2025, 5, 3)),
        ("Two French draws ended a long March 2026.", date(2026, 8, 3)),
        ("Compared with January, when one draw alone brought 8,000 invitations, the summer was lean.", date(2026, 10, 1)),
        ("The largest of 2020 had 5,000 invitations; there were five of those, all of them late in 2020.", date(2021, 2, 16)),
        ("# A record low in May, and two draws for the few", date(2017, 6, 2)),
        ("# One more draw for tech, none in May for tradesmen abroad", date(2017, 6, 2)),
    ],
)  # fmt: skip
def test_some_draws_of_a_time_are_not_all_of_it(text, day):
    assert wrong(text, day) == {}


def test_so_many_at_a_party_are_no_draws():
    text = "# Express Entry in 2024\n\nCandidates meet at a café on the last Friday of each month. {}"
    people = (
        "In January of this year there were {} of them. In November there were {}, and the mood had changed."
    )
    assert wrong(text.format(people.format(11, 26)), date(2024, 12, 20)) == {}
    draws = "They talk about the French draws. In 2024 there were {} of them."
    assert wrong(text.format(draws.format(11)), date(2024, 12, 20)) == {}
    assert set(wrong(text.format(draws.format(16)), date(2024, 12, 20))) == {"16"}


def test_the_same_months_are_those_that_this_year_has_had():
    text = "There have been 18 rounds this year. In the same months of last year there were {}."
    assert wrong(text.format(15), date(2016, 8, 26)) == {}
    assert wrong(text.format(21), date(2016, 8, 26)) == {"21": "15"}


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("The year opened with {} all-program rounds in January.", "two", "three"),
        ("It closed with {} draws in a single week.", "four", "six"),
        ("We end the year with {} general draws on the books for 2023.", "nineteen", "twelve"),
    ],
)
def test_draws_at_one_end_of_a_time_that_is_told(text, true, false):
    assert wrong(text.format(true), date(2023, 12, 29)) == {}
    assert set(wrong(text.format(false), date(2023, 12, 29))) == {false}
