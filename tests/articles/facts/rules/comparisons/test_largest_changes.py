"""The largest and the smallest step from one draw to the next."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

SUMMER = """All-program draws came back on 6 July.

| Date | Invitations | CRS cut-off |
|---|---|---|
| 6 July | 1,500 | 557 |
| 20 July | 1,750 | 542 |
| 3 August | 2,000 | 533 |
| 17 August | 2,250 | 525 |
| 31 August | 2,750 | 516 |

"""
AUTUMN = """| Date | Type | Invitations | CRS cut-off |
|---|---|---|---|
| October 26, 2022 | General | 4,750 | 496 |
| November 9, 2022 | General | 4,750 | 494 |
| November 23, 2022 | General | 4,750 | 491 |

"""


@pytest.mark.parametrize(
    ("above", "text", "true", "false"),
    [
        (SUMMER, "The sharpest fall, 15 points, came between the first and the {}.", "second", "third"),
        (SUMMER, "The steepest drop was {} points, between the first round and the second.", "15", "19"),
        (SUMMER, "The biggest fall, of 15 points, came between {}.", "6 July and 20 July", "20 July and 3 August"),
        (SUMMER, "The largest single drop was {} points.", "15", "24"),
        (SUMMER, "The smallest decline, eight points, came from the {} to the fourth.", "third", "second"),
        (SUMMER, "The greatest jump in size was {} invitations.", "500", "250"),
        (SUMMER, "The biggest step was the latest, of {} invitations.", "500", "750"),
        (AUTUMN, "The largest dip between two of them was {} points.", "three", "six"),
    ],
)  # fmt: skip
def test_the_largest_step_of_a_table(above, text, true, false):
    day = date(2022, 9, 2) if above is SUMMER else date(2022, 11, 30)
    assert wrong(above + text.format(true), day) == {}
    (claim,) = wrong(above + text.format(false), day)
    assert false in claim or claim in false


@pytest.mark.parametrize(
    "text",
    [
        "The biggest fall of the summer will be more than 15 points, some say.",
        "The sharpest drop in the pool was 1,200 candidates.",
        "One of the largest falls, 9 points, came in August.",
        "The smallest steps are no guide: 8 points one time, 9 the next.",
        "The largest fall, 15 points, followed the longest wait.",
        "The largest draw, 2,750 invitations, was the fifth.",
    ],
)
def test_what_is_no_step_of_the_table(text):
    assert wrong(SUMMER + text, date(2022, 9, 2)) == {}
