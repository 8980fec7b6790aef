"""How often types were drawn, said without the word "draw"."""

from datetime import date

import pytest

from tests.articles.facts.rules.judging import contradicted
from tests.articles.facts.rules.saying import right, wrong

OCTOBER_2026 = date(2026, 10, 3)
MARCH_2024 = date(2024, 3, 18)


@pytest.mark.parametrize(
    ("text", "day", "true", "false", "expected"),
    [
        (
            "On Thursday trades workers were called for the {} time this year.",
            OCTOBER_2026,
            "second",
            "third",
            "second",
        ),
        (
            "Trades occupations were drawn for the {} time in 2026.",
            OCTOBER_2026,
            "second",
            "fourth",
            "second",
        ),
        (
            "In 2024, so far, French was drawn twice and transport {}.",
            MARCH_2024,
            "once",
            "three times",
            "once",
        ),
        ("Since the first of February agriculture was called {}.", MARCH_2024, "once", "twice", "once"),
    ],
)
def test_the_times_are_those_of_the_record(text, day, true, false, expected):
    assert true in right(text.format(true), day)
    assert wrong(text.format(false), day) == {false: expected}


@pytest.mark.parametrize(
    "text",
    [
        "Trades candidates were asked for their documents for the third time this year.",
        "The trades list was changed twice this year.",
        "Once a trades draw is held, candidates have 60 days.",
        "Trades may be drawn three times this year.",
    ],
)
def test_what_is_no_draw_is_left_alone(text):
    assert not wrong(text, OCTOBER_2026)


def test_more_than_a_dozen_times():
    text = "Up to now, healthcare was drawn {} times since 2023."
    assert not wrong(text.format("thirteen"), date(2025, 12, 30))
    assert wrong(text.format("seventeen"), date(2025, 12, 30))


@pytest.mark.parametrize(
    ("day", "text", "claims"),
    [
        ("2026-10-02", "Education, STEM and researchers have each been drawn once this year.", ["once"]),
        ("2026-10-02", "Transport and foreign military recruits have each been drawn once this year.", []),
        ("2025-12-31", "STEM was drawn once in 2025, although its list of 11 occupations is in force.", ["once"]),
        ("2025-12-31", "Education was drawn twice in 2025, although its list is short.", []),
        ("2025-10-06", "French has the largest share, and provincial nominees were drawn most often this year, 20 times.", ["20 times"]),
        ("2025-10-06", "French has the largest share, and provincial nominees were drawn most often this year, 18 times.", []),
    ],
)  # fmt: skip
def test_types_in_a_row_and_clauses_with_their_own_type(day, text, claims):
    assert contradicted(text, day) == claims


@pytest.mark.parametrize(
    ("day", "text", "right", "wrong"),
    [
        ("2026-09-20", "The list of senior managers is short, and it has been used {} this year.", "three times", "twice"),
        ("2026-09-20", "Physicians have a list of their own, which has been opened {} since January.", "three times", "four times"),
        ("2026-09-20", "There is a category for transport too, but it has been called {} this year.", "once", "three times"),
        ("2026-09-20", "The military recruits have a small door, and it was opened {} this year.", "once", "twice"),
        ("2024-12-30", "The trades have a list of ten jobs, but they were called {} in 2024.", "twice", "four times"),
        ("2026-09-20", "Researchers have a door with two occupations painted on it, but it has {} since February.", "not been opened", "been opened once"),
    ],
)  # fmt: skip
def test_it_goes_on_about_the_one_type_of_the_sentence(day, text, right, wrong):
    assert contradicted(text.format(right), day) == []
    assert contradicted(text.format(wrong), day) != []


def test_of_two_types_it_is_open_which_one_is_meant():
    text = "Senior managers have a list, and so have researchers, but it has been used once since February."
    assert contradicted(text, "2026-09-20") == []


@pytest.mark.parametrize(
    ("times", "is_right"), [("twice", True), ("four times", False), ("five times", False)]
)
def test_how_often_goes_on_about_the_month_of_what_was_told(times, is_right):
    text = "The CEC had 1,000 invitations at 534 on September 3, and French 4,500 on September 4. Provincial nominees were drawn {}."
    assert (times not in wrong(text.format(times), date(2025, 9, 22))) is is_right
