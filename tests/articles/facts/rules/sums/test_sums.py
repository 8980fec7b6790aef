"""Invitations added up over draws."""

from datetime import date

import pytest

from articles.facts.model import Status
from tests.articles.facts.rules.saying import findings, right, wrong


@pytest.mark.parametrize(
    ("text", "day", "sum_"),
    [
        ("IRCC issued 5,000 invitations in four draws this week.", date(2023, 7, 8), "5,000"),
        ("The week of 3 July brought a total of 5,000 invitations.", date(2023, 7, 8), "5,000"),
        ("In 2020 IRCC invited 107,350 candidates.", date(2020, 12, 30), "107,350"),
        ("So far this year there have been about 60,000 invitations in all.", date(2023, 6, 30), None),
        ("From 4 to 7 July 2023, 5,000 invitations were issued.", date(2023, 9, 1), "5,000"),
        (
            "The three healthcare draws of 2023 have brought 5,600 invitations together.",
            date(2023, 10, 27),
            "5,600",
        ),
    ],
)
def test_a_sum_of_the_record_agrees(text, day, sum_):
    assert not wrong(text, day)
    if sum_:
        assert sum_ in right(text, day)


@pytest.mark.parametrize(
    ("text", "day", "claim", "actual"),
    [
        ("IRCC issued 5,100 invitations in four draws this week.", date(2023, 7, 8), "5,100", "5,000"),
        ("In 2020 IRCC invited 107,530 candidates in all.", date(2020, 12, 30), "107,530", "107,350"),
        (
            "Across the three category-based draws of the week, 4,800 people were invited.",
            date(2023, 7, 8),
            "4,800",
            "4,300",
        ),
        (
            "IRCC invited 2,000 in a CEC draw. YTD CEC: 5 draws, 28,000 ITAs",
            date(2024, 8, 28),
            "28,000",
            None,
        ),
    ],
)
def test_a_sum_that_is_none_is_wrong(text, day, claim, actual):
    found = wrong(text, day)
    assert claim in found
    if actual:
        assert found[claim] == actual


def test_the_change_is_in_the_writers_form_with_a_live_reference_and_its_rows():
    [found] = [
        item
        for item in findings("IRCC issued 5,100 invitations in four draws this week.")
        if item.status is Status.CONTRADICTED
    ]
    assert (found.rule, found.replacement) == ("sums", "5,000")
    assert found.live == "[[draws week=2023-W27 total]]"
    assert [row.key for row in found.rows] == ["253", "254", "255", "256"]


def test_figures_of_single_draws_are_no_sums():
    text = "The three healthcare draws of 2024 invited 3,500, 3,750 and 3,000 people respectively."
    assert not wrong(text, date(2024, 12, 20))


@pytest.mark.parametrize(
    "text",
    [
        "Ontario invited 1,212 people in 2023 in its own streams.",
        "In 2023 a video about the draws had 40,000 views.",
        "In July 2023 the largest draw had 3,800 invitations.",
        "French speakers got fewer invitations than before: 8,000, after 12,400 from January to April.",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert not wrong(text, date(2024, 10, 2))


def test_nominees_may_be_counted_in_or_left_out():
    day = date(2026, 10, 1)
    assert "5,500" in right(
        "From 28 September to 1 October 2026, 5,500 invitations were issued in two draws.", day
    )
    assert "6,233" in right(
        "From 28 September to 1 October 2026, 6,233 invitations were issued in three draws.", day
    )


def test_a_total_after_a_table_is_of_its_draws():
    text = """| Date | Category | ITAs | CRS |
| --- | --- | --- | --- |
| July 16, 2024 | PNP | 1,391 | 670 |
| July 17, 2024 | CEC | 6,300 | 515 |
| July 18, 2024 | French | 1,800 | 400 |

Together that makes 9,941 invitations."""
    assert wrong(text, date(2024, 7, 20)) == {"9,941": "9,491"}


AUTUMN = date(2024, 12, 20)


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # Numbers without a noun that the words around make sums.
        ("Total so far for French speakers in 2024: 23,000.", AUTUMN, {}),
        ("Total so far for French speakers in 2024: 32,000.", AUTUMN, {"32,000": "23,000"}),
        ("CEC rounds of November 2025 make 3,500.", date(2025, 12, 1), {"3,500": "2,000"}),
        ("In the whole of 2019 there were 83,500.", date(2020, 1, 9), {"83,500": "85,300"}),
        # What has more than another has it exactly.
        (
            "In November 2025 there were 12,991 invitations, fewer than the 15,647 of October.",
            date(2025, 12, 2),
            {},
        ),
        (
            "In November 2025 there were 12,991 invitations, fewer than the 16,547 of October.",
            date(2025, 12, 2),
            {"16,547": "15,647"},
        ),
        # The parts stand before their sum.
        ("The three sent out 1,613, 648 and 733, for a sum of 2,994.", AUTUMN, {}),
        ("The three sent out 1,613, 648 and 733, for a sum of 2,949.", AUTUMN, {"2,949": "2,994"}),
        # As many draws as the sentence says, and not some of them.
        (
            "The healthcare draw of 2 May had 500 invitations, that of 4 June 500, that of 22 July 4,000. So in three draws that is 4,500 invitations.",
            date(2025, 7, 30),
            {"4,500": "5,000"},
        ),
        # Sums of others that the words may be about.
        ("It had closed by then, transport being done with 2,645 invitations in all.", date(2024, 12, 1), {}),
        ("Two of the healthcare draws of 2025 had 500 invitations each.", date(2025, 12, 30), {}),
    ],
)
def test_sums_by_the_words_around_them(text, day, found):
    assert wrong(text, day) == found


def test_the_headline_says_of_which_type_a_sum_is():
    text = "Eleven draws in 2024, which together brought 23,000 invitations."
    assert not wrong(text, AUTUMN, title="French draws explained")
    assert wrong(text.replace("23,000", "25,000"), AUTUMN, title="French draws explained")


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # Times of another year that are told by one spoken of.
        ("At this point of 2024 there had been 29 rounds and 68,579 invitations.", date(2025, 7, 31), {}),
        ("At this point of 2024 there had been 29 rounds and 66,579 invitations.", date(2025, 7, 31), {"66,579": "68,579"}),
        (
            "The second quarter of 2025 had 12 rounds. In the same quarter of 2024 there were 7 rounds with 16,759 invitations.",
            date(2025, 8, 20),
            {},
        ),
        (
            "The second quarter of 2025 had 12 rounds. In the same quarter of 2024 there were 9 rounds with 16,795 invitations.",
            date(2025, 8, 20),
            {"9": "7", "16,795": "16,759"},
        ),
    ],
)  # fmt: skip
def test_sums_of_the_same_time_of_another_year(text, day, found):
    assert wrong(text, day) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # A number that ends a clause counts what the sentence does.
        ("Two rounds of this year have already given {} to French speakers.", date(2024, 3, 1), ("9,500", "9,200")),
        ("June 2020, with four draws, is at {}, the department says.", date(2020, 7, 6), ("7,800", "7,900")),
        ("The second quarter of 2024, with seven rounds, accounted for {}.", date(2024, 8, 1), ("16,759", "16,795")),
        # "Up to" is no ceiling where it adds.
        ("The nine French draws of 2025 add up to {} invitations.", date(2025, 12, 30), ("48,000", "49,500")),
        # Both draws of a type, the one named and the one before.
        (
            "On February 1, 2024, 7,000 French speakers were invited. On February 14 came healthcare with 3,500. The second French draw, of February 29, had 2,500, so both French draws come to {}.",
            date(2024, 3, 18),
            ("9,500", "9,800"),
        ),
    ],
)  # fmt: skip
def test_sums_without_a_noun(text, day, found):
    right_one, wrong_one = found
    assert not wrong(text.format(right_one), day)
    assert wrong(text.format(wrong_one), day) == {wrong_one: right_one}


def test_of_a_type_that_a_number_counts_only_draws_of_it_are_summed():
    assert not wrong("There is a precedent: 559 nominees in December last.", date(2017, 6, 5))
    assert not wrong("Change on March 2026: minus 3 rounds, CEC minus 6250.", date(2026, 4, 30))


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # What is set beside another has a time of its own.
        ("In May 2017 there were 11,903 invitations, more than the 11,431 of April 2017.", date(2017, 6, 1), {"11,431": "11,341"}),
        # Counted back from the last.
        ("That beats the two earlier agriculture draws combined, with 1,000 invitations.", date(2024, 2, 20), {}),
        ("That beats the two earlier agriculture draws combined, with 1,200 invitations.", date(2024, 2, 20), {"1,200": "1,000"}),
        # The time is that of a part, and what stands in brackets is of one draw.
        ("The transport rounds invited 1,000, 670 and, this week, 975 people; 2,645 in sum.", date(2024, 3, 15), {}),
        ("Last week saw four rounds and 8,807 invitations: to the Canadian Experience Class (3,000) and others.", date(2026, 8, 12), {}),
        # Two times together.
        ("The education draws of May 2025 and September 2025 add up to 3,500.", date(2026, 9, 18), {}),
    ],
)  # fmt: skip
def test_sums_beside_others(text, day, found):
    assert wrong(text, day) == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Of one draw, of a time that the words leave out, of a draw whose day is wrong, and of nobody.
        ("Last year's total, swollen by the 27,332 invitations of one Saturday, was 114,224.", date(2022, 5, 2)),
        ("The first half of 2015 had 11 draws and 12,928 invitations, the second 18,135.", date(2015, 12, 30)),
        ("The first of these French rounds, on August 1, took 800 people.", date(2023, 8, 10)),
        ("No one has been invited under all programs since December 23, 2020.", date(2021, 6, 1)),
    ],
)  # fmt: skip
def test_numbers_that_are_no_sums_of_what_is_named(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 the department invited only two groups.",
        "None has been as small since September 2016, when 1,288 candidates were invited.",
        "The draw of 6 July made 1,500 invitations, which is less than the two earlier draws put together.",
        "Three rounds of 7,000 each were held in March 2023, and a small one for nominees.",
        "In 2017 the trades program had two rounds. A second, on 1 November of that year, was the largest so far, with 505 invitations.",
    ],
)
def test_figures_of_one_draw_are_no_sums(text):
    assert not wrong(text, date(2023, 7, 8))


def test_so_many_rounds_of_a_size_are_no_sum():
    text = "For the CEC, four rounds had 6,000 invitations, two in April and two in June."
    assert not wrong(text, date(2021, 12, 31))


def test_a_letter_to_readers_has_sums_too():
    text = "Dear readers, in December so far there have been three draws with {} invitations."
    assert wrong(text.format("2,561"), date(2024, 12, 17)) == {}
    assert wrong(text.format("2,651"), date(2024, 12, 17)) == {"2,651": "2,561"}
    assert wrong("In December three draws had 2,651 readers.", date(2024, 12, 17)) == {}
