"""Bounds that no draw is said to have passed."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("No cut-off in the six years of the system had been below {}.", date(2021, 2, 15), "199", "241"),
        ("Since 10 January there have been 19 all-program rounds, none smaller than {}.", date(2018, 10, 4), "2,750", "3,000"),
        ("In 2026, no CEC draw has had a cut-off above {}.", date(2026, 10, 2), "523", "515"),
        ("No round for French speakers has ever asked for less than {}.", date(2024, 7, 1), "336", "365"),
        ("All the nominee cut-offs of 2025 were above {}.", date(2025, 12, 30), "650", "700"),
        ("The French cut-offs of 2025 were all under {}.", date(2025, 12, 30), "490", "470"),
    ],
)  # fmt: skip
def test_no_draw_was_beyond(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    "text",
    [
        "The lowest cut-off came with a draw of no more than 2,500 invitations.",
        "No candidate of ours with less than 500 was invited, and none of you will be with less than 510.",
        "Of the all-program draws of 2025, only one needed more than 446.",
        "No draw will ever have a cut-off below 300, they say.",
        "Before December 10, no CEC round of 2025 had passed 4,000.",
    ],
)
def test_other_bounds_are_left_alone(text):
    assert not wrong(text, date(2025, 12, 30))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Nine draws open to all programs were held in the first four months of 2024. Their cut-off never fell below {}, reached on 25 March.", date(2025, 1, 3), "524", "535"),
        ("On Saturday 27,332 members of the Canadian Experience Class were invited, far more than the 200 of a draw for the Federal Skilled Trades Program in May 2017. No earlier draw had gone beyond {} invitations, a figure first reached in November 2020.", date(2021, 2, 15), "5,000", "5,000"),
    ],
)  # fmt: skip
def test_the_time_that_a_bound_is_said_of(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert true == false or set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday 27,332 people of the Canadian Experience Class were invited. Never before had a round gone beyond {}.",
        "On 13 February the Canadian Experience Class had 27,332 invitations. Until then no round had exceeded {}.",
    ],
)
def test_what_came_before_the_draw_that_is_told_of(text):
    assert not wrong(text.format("5,000"), date(2021, 2, 15))
    assert "2,000" in wrong(text.format("2,000"), date(2021, 2, 15))
