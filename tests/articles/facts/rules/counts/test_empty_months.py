"""Months that are said to have had no draw of a type."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

OCTOBER_2026 = date(2026, 10, 7)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("September is the third month of this year with no French round, after January and {}.", OCTOBER_2026, "June", "May"),
        ("French has had ten draws this year, and September was the first month without one since {}.", OCTOBER_2026, "June", "July"),
        ("French speakers were drawn in every month except January and {}.", date(2026, 7, 2), "June", "April"),
        ("| Type | Draws |\n| --- | --- |\n| French | 10 |\n\nFrench had a draw in every month so far, save January, {} and September.", OCTOBER_2026, "June", "February"),
    ],
)  # fmt: skip
def test_a_month_that_had_a_draw_is_wrong(text, day, true, false):
    assert not set(wrong(text.format(true, true), day)) & {true, false}
    assert false in wrong(text.format(false, false), day)


@pytest.mark.parametrize(
    "text",
    [
        "French speakers may be drawn in every month except May.",
        "Ontario drew French speakers in every month except May.",
        "Were French speakers drawn in every month except May?",
    ],
)
def test_what_is_not_said_of_the_record_is_left_alone(text):
    assert not wrong(text, OCTOBER_2026)
