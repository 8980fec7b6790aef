"""How often a size or a cut-off was reached."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("In 2023 the size of 7,000 was reached three times in general draws.", date(2023, 6, 1), {}),
        ("In 2023 the size of 7,000 was reached twice in general draws.", date(2023, 6, 1), {"twice": "three times"}),
        ("The CEC cut-off of 534 was seen three times in 2025.", date(2025, 12, 30), {}),
        ("The CEC cut-off of 534 was seen five times in 2025.", date(2025, 12, 30), {"five times": "three times"}),
        ("The CEC cut-off of 534 was good enough three times in 2025.", date(2025, 12, 30), {}),
        ("The CEC cut-off of 534 was good enough twice in 2025.", date(2025, 12, 30), {"twice": "three times"}),
        ("In 2015 a cut-off of 450 sufficed three times.", date(2015, 12, 30), {"three times": "twice"}),
        ("From 534 in 2025 the CEC cut-off came down twice.", date(2025, 12, 30), {}),
        # A figure that no draw has, or that is not what it is called, is another's business.
        ("The CEC cut-off of 599 was seen twice in 2025.", date(2025, 12, 30), {}),
        ("The cut-off of 534 was not seen five times in 2025.", date(2025, 12, 30), {}),
    ],
)  # fmt: skip
def test_how_often_a_figure_was_reached(text, day, found):
    assert wrong(text, day) == found


def test_the_times_agree():
    assert "three times" in right("The CEC cut-off of 534 was seen three times in 2025.", date(2025, 12, 30))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Since June the cut-off has stayed between 450 and 489; the lower of these was reached twice.", set()),
        ("Since June the cut-off has stayed between 450 and 489; the lower of these was reached four times.", {"four times"}),
    ],
)  # fmt: skip
def test_which_of_two_figures_was_reached(text, found):
    assert set(wrong(text, date(2015, 12, 30))) == found


@pytest.mark.parametrize(
    ("day", "text", "claims"),
    [
        (date(2017, 6, 1), "Draw 65 stopped at 413 points. The former low of 415 had been touched three times.", {"three times"}),
        (date(2017, 6, 1), "Draw 65 stopped at 413 points. The former low of 415 had been touched twice.", set()),
        (date(2021, 2, 15), "The old record was 5,000, a size which we saw two times in November and December 2020.", {"two times"}),
        (date(2021, 2, 15), "The old record was 5,000, a size which we saw four times in November and December 2020.", set()),
    ],
)  # fmt: skip
def test_a_former_extreme_was_reached_so_often(day, text, claims):
    assert set(wrong(text, day)) == claims


@pytest.mark.parametrize("verb", ["used", "applied", "chosen", "attained", "equalled"])
def test_a_figure_that_was_used_so_often(verb):
    day = date(2025, 12, 30)
    assert not wrong(f"The CEC cut-off of 534 was {verb} three times in 2025.", day)
    assert set(wrong(f"The CEC cut-off of 534 was {verb} five times in 2025.", day)) == {"five times"}


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("The biggest draws took 3,900 invitations, and that happened {} times in 2019.", date(2019, 12, 30), "four", "six"),
        ("Draws of 3,900 happened four times in 2019. In 2018 the same size was seen {} times.", date(2019, 12, 30), "eight", "six"),
        ("In 2025 the CEC stood at 534. That score was recorded {} times in the year.", date(2025, 12, 30), "three", "five"),
        ("The year's largest French draw had 7,500. The figure 1,000 came up {} times for the CEC in 2025.", date(2025, 12, 30), "six", "four"),
    ],
)  # fmt: skip
def test_a_figure_told_before_was_reached_so_often(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert f"{false} times" in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("The last quarter needed six rounds, since the final {} of them had 5,000 invitations each.", date(2021, 1, 3), "four", "five"),
        ("The fourth quarter of 2020 had six rounds. The last {} of these had 5,000 invitations.", date(2021, 1, 3), "four", "six"),
        ("All of the last {} ones had 5,000 invitations.", date(2021, 1, 3), "four", "five"),
    ],
)  # fmt: skip
def test_the_last_of_those_told_of_had_so_many(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


def test_a_size_seen_before_leaves_the_newest_out():
    text = "On 20 February 4,000 were invited for healthcare. A draw of that size has been seen once before, in July 2025."
    assert not wrong(text, date(2026, 2, 21))


@pytest.mark.parametrize(
    "text",
    [
        "The low of summer was 357; it was reached {}, in June and July.",
        "The lowest score of these months, 357, was reached {} in June and July.",
    ],
)
def test_a_low_that_was_reached_in_a_time(text):
    head = "# Draws of 2021\n\nIn June there were two draws for the Canadian Experience Class, with 368 and 357. "
    assert wrong(head + text.format("twice"), date(2021, 12, 28)) == {}
    assert set(wrong(head + text.format("three times"), date(2021, 12, 28))) == {"three times"}
