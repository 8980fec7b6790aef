"""Sums by what stands beside them, totals whose draws the words do not tell, and slips."""

from datetime import date

import pytest

from articles.facts.model import Status
from tests.articles.facts.rules.saying import findings, right, wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        # Of the type that stands with it, whatever other draws have the sum.
        ("The all-program draws of March 15, 23 and 29, 2023 were of 7,000 each; together they made {}.", date(2024, 1, 5), "21,000", "22,000"),
        # "No more than" says that it was hardly less.
        ("In November 2025 the Canadian Experience Class received no more than {} invitations in two rounds.", date(2025, 12, 18), "2,000", "3,000"),
        # As many draws as the sentence tells of.
        ("May had five draws with a total of {} invitations.", date(2017, 6, 30), "11,903", "11,360"),
        # Beside the number of their draws.
        ("In 2023 French took {} in six draws and health care 5,600 in three.", date(2024, 1, 5), "8,700", "7,800"),
        # To date.
        ("All you need to know about healthcare, with {} invitations to date.", date(2026, 7, 15), "38,350", "38,530"),
    ],
)  # fmt: skip
def test_a_sum_by_what_stands_beside_it(text, day, true, false):
    assert true not in wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Physicians were drawn in February, June and September. That makes {} invitations.", date(2026, 9, 4), "891", "981"),
        ("French was drawn again in October. The tally stands at {} invitations.", date(2025, 11, 15), "36,000", "30,000"),
        ("There have been three STEM draws. Together they made {} invitations.", date(2025, 1, 5), "10,900", "11,900"),
    ],
)  # fmt: skip
def test_a_total_whose_draws_the_words_do_not_tell(text, day, true, false):
    assert true in right(text.format(true), day)
    assert false in wrong(text.format(false), day)


def test_a_total_of_nothing_known_is_put_to_a_human():
    text = "STEM was drawn three times. Together with others that makes 47,300 invitations."
    assert [found.status for found in findings(text, date(2025, 1, 5)) if found.claim == "47,300"] == [
        Status.NEEDS_HUMAN
    ]


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("In 2017 invitations more than doubled, from {} to 86,023.", date(2022, 9, 30), "33,782", "37,382"),
        ("They produced 107,350 invitations in the first year, 2020, and {} in the second.", date(2023, 1, 5), "114,224", "112,424"),
        ("The all-program rounds went on, and by June brought {} in 2023.", date(2023, 6, 30), "52,900", "59,200"),
    ],
)  # fmt: skip
def test_a_slip_of_a_sum(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Figures of single draws, of the pool, means, sums of parts of a year, and of draws told of before.
        ("The largest of those rounds, on March 2, had 1,082 invitations.", date(2022, 12, 1)),
        ("The size of the all-program rounds grew in steps: 2,750 in January, 3,000 from February to March 2018.", date(2019, 1, 5)),
        ("Two rounds of 3,900 each began the year 2019.", date(2019, 12, 30)),
        ("The average for the half-year is 4,125.", date(2026, 7, 2)),
        ("In the second quarter of 2026 there were 33,237 invitations, against 55,830 in the first.", date(2026, 7, 2)),
        ("With that draw the French category has passed 130,000 invitations.", date(2026, 8, 20)),
    ],
)  # fmt: skip
def test_numbers_that_are_no_slips(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # The sum of as many draws as are counted is the size of none.
        ("In March there were nine draws. The two French draws together made 9,500 invitations.", date(2026, 4, 2), set()),
        ("In March there were nine draws. The two French draws together made 8,500 invitations.", date(2026, 4, 2), {"8,500"}),
        ("The healthcare cut-off fell in 2025. The category has had four draws with 7,500 invitations in total.", date(2025, 8, 29), set()),
        ("The healthcare cut-off fell in 2025. The category has had four draws with 7,000 invitations in total.", date(2025, 8, 29), {"7,000"}),
        # What was asked, until a week.
        ("## How many invitations has French had this year?\n\n22,000 up to and including last week.", date(2026, 4, 20), set()),
        ("## How many invitations has French had this year?\n\n23,500 up to and including last week.", date(2026, 4, 20), {"23,500"}),
        # The month that is told of.
        ("March had nine draws. Nominee draws were small: 982 invitations over the month.", date(2026, 4, 2), set()),
        ("March had nine draws. Nominee draws were small: 1,282 invitations over the month.", date(2026, 4, 2), {"1,282"}),
    ],
)  # fmt: skip
def test_sums_of_what_was_told_before(text, day, found):
    assert set(wrong(text, day)) == found


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        # Of as many draws as are counted, also without a noun, and before.
        ("May had five draws of every type, and these five brought {} invitations.", date(2017, 6, 2), "11,903", "11,360"),
        ("Healthcare was drawn three times in 2023. The three made {} invitations.", date(2024, 1, 5), "5,600", "5,100"),
        ("All twelve draws of the year add up to {} invitations.", date(2018, 6, 2), "32,200", "31,500"),
        ("In 2025 French had the most of the categories, namely nine, with {} invitations.", date(2026, 1, 5), "48,000", "46,000"),
        ("French speakers received {} invitations in nine of the draws of 2025.", date(2026, 1, 5), "48,000", "46,000"),
        ("There have been three STEM draws so far, and the three had {} invitations.", date(2025, 1, 4), "10,900", "9,400"),
        # Of all types, where no word leaves the nominees out.
        ("In total, {} candidates have been invited in 2021.", date(2021, 2, 16), "37,986", "36,708"),
        ("January 2021 had given {} invitations in all.", date(2021, 2, 16), "10,000", "9,376"),
        ("Without the nominees, {} candidates have been invited in 2021.", date(2021, 2, 16), "36,708", "36,078"),
    ],
)  # fmt: skip
def test_a_sum_of_all_draws_that_are_told_of(text, day, true, false):
    assert true not in wrong(text.format(true), day)
    assert wrong(text.format(false), day).get(false) == true


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Of one draw, as the cut-off behind it tells; of draws of another type than the one told of; right with a wrong number of draws.
        ("The year opened with two draws, on 7 and 8 January: 471 nominees at 793, then 1,350 people of the class at 542.", date(2026, 1, 2)),
        ("French leads with 6,100 invitations. Eight rounds, then, with 14,400 invitations.", date(2023, 7, 13)),
    ],
)  # fmt: skip
def test_sums_that_are_not_accused(text, day):
    assert not wrong(text, day)


def test_a_wrong_number_of_draws_beside_the_sum_of_all():
    assert wrong(
        "April and May 2017 together brought 23,244 invitations in seven rounds.", date(2017, 11, 10)
    ) == {"seven": "8"}
