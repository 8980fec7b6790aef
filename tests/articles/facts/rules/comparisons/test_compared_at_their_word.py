"""Comparisons whose words say with which draw: the one before, the first, that of a month; no other pair of draws is meant."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("On 21 March 2025 French speakers had a cut-off of 379. That is {} points lower than on March 6.", date(2025, 3, 22), "31", "41"),
        ("CEC cut-offs: 520 on December 10 and 515 on December 16. The cut-off fell {} points within a week.", date(2025, 12, 18), "five", "six"),
        ("Physicians were drawn three times this year: the cut-off fell {} points from the second to the third.", date(2026, 9, 10), "25", "29"),
        ("Healthcare: 3,000 at 463 yesterday. The cut-off leapt {} points from the previous draw.", date(2024, 11, 21), "18", "28"),
        ("The CEC draw of February 13 closed at 75. The one before had closed at 454, so the bar plunged by {} points.", date(2021, 2, 15), "379", "397"),
        ("Trades were drawn on Thursday with a cut-off of 476. That was {} lower than in April.", date(2026, 10, 2), "one point", "two points"),
        ("Education came on September 17 with 2,500 invitations. The first draw of the category had had 1,000, so this one was larger by {}.", date(2025, 9, 22), "1,500", "2,500"),
        ("Between December 8 and April 11, the cut-off for STEM climbed {} points.", date(2024, 4, 20), "10", "12"),
        ("Trades were drawn on 6 August; the cut-off of 415 was {} points higher than the last, the highest they have had.", date(2020, 8, 10), "58", "48"),
        ("Senior managers got 250 invitations on September 16, {} as many as in the previous draw on July 10.", date(2026, 9, 17), "half", "twice"),
        ("Education came on 17 September, with a higher number: {} times as many as in the first draw, and the cut-off fell by 17 points.", date(2025, 9, 22), "two and a half", "four"),
    ],
)  # fmt: skip
def test_the_pair_that_is_named(text, day, true, false):
    assert not wrong(text.format(true), day)
    found = wrong(text.format(false), day)
    assert len(found) == 1
    assert false.split()[0] in next(iter(found))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The cut-off of 389 is down three points from July and 40 from March 5, when it stood at 429: senior managers, 16 September.", date(2026, 9, 17)),
        ("The third category has 808 points under the Comprehensive Ranking System, as ever.", date(2023, 12, 8)),
        ("With such steps, 10 points more can carry a profile over the line.", date(2020, 10, 30)),
    ],
)  # fmt: skip
def test_other_comparisons_are_left_alone(text, day):
    assert not wrong(text, day)
