"""What a figure leaves open, and how another is written in its form."""

import pytest

from articles.facts.rules.common.amounts import Hedge, fits, hedge, ordinal, share_fits, written


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("about ", "", Hedge.ABOUT),
        ("some ", " people", Hedge.ABOUT),
        ("more than ", "", Hedge.OVER),
        ("nearly ", "", Hedge.NEARLY),
        ("fewer than ", "", Hedge.UNDER),
        ("at least ", "", Hedge.AT_LEAST),
        ("", " or more", Hedge.AT_LEAST),
        ("issued ", " invitations", Hedge.EXACT),
        ("handsome ", "", Hedge.EXACT),
    ],
)
def test_words_that_loosen(before, after, expected):
    text = f"{before}5,000{after}"
    assert hedge(text, len(before), len(before) + 5) is expected


@pytest.mark.parametrize(
    ("claimed", "actual", "how", "expected"),
    [
        (5000, 5000, Hedge.EXACT, True),
        (5000, 5001, Hedge.EXACT, False),
        (64000, 64123, Hedge.EXACT, True),
        (64000, 64900, Hedge.EXACT, False),
        (5000, 5100, Hedge.ABOUT, True),
        (5000, 6000, Hedge.ABOUT, False),
        (5000, 4900, Hedge.NEARLY, True),
        (5000, 5100, Hedge.NEARLY, False),
        (5000, 5000, Hedge.OVER, False),
        (5000, 5000, Hedge.AT_LEAST, True),
        (5000, 4999, Hedge.UNDER, True),
        (5000, 5001, Hedge.AT_MOST, False),
    ],
)
def test_what_may_be_said_of_a_figure(claimed, actual, how, expected):
    assert fits(claimed, actual, how) is expected


def test_percentages_are_rounded():
    assert share_fits(26, 25.85)
    assert not share_fits(27, 25.85)
    assert share_fits(25, 25.85, Hedge.ABOUT)


@pytest.mark.parametrize(
    ("value", "like", "expected"),
    [
        (4300, "4,200", "4,300"),
        (4300, "4200", "4300"),
        (4300, "4 200", "4 300"),
        (950, "1,050", "950"),
        (4, "five", "four"),
        (4, "Five", "Four"),
        (0, "one", "no"),
        (45, "five", "45"),
    ],
)
def test_a_number_in_the_form_of_another(value, like, expected):
    assert written(value, like) == expected


@pytest.mark.parametrize(
    ("value", "like", "expected"),
    [
        (3, "second", "third"),
        (3, "Second", "Third"),
        (13, "12th", "13th"),
        (22, "first", "twenty-second"),
        (62, "first", "62nd"),
        (3, "2nd", "3rd"),
    ],
)
def test_which_one_in_the_form_of_another(value, like, expected):
    assert ordinal(value, like) == expected
