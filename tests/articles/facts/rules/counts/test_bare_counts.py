"""Numbers of draws that no noun stands behind, parts of others, and what the latest had in common."""

from datetime import date

import pytest

from tests.articles.facts.rules.judging import contradicted
from tests.articles.facts.rules.saying import right, wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        # In a row of types.
        ("Education had two rounds in 2025 and healthcare {}.", date(2025, 12, 30), "seven", "six"),
        ("The CEC had ten draws in 2020, nominees {}, trades one.", date(2020, 12, 30), "ten", "twelve"),
        ("In 2025 French took 48,000 in nine draws and the Canadian Experience Class 35,850 in {}.", date(2025, 12, 30), "15", "14"),
        # Of one size.
        ("For the Canadian Experience Class, from August 7 to November 26 there were {} of 1,000 each.", date(2025, 12, 30), "six", "seven"),
        # Beside their sum.
        ("After a quiet June, July 2024 made up for it with {}, for 25,125 invitations.", date(2025, 1, 5), "nine", "eight"),
        ("The rounds of July to September were for all programs. These {} rounds brought 17,250 invitations.", date(2022, 9, 30), "seven", "eight"),
        ("The {} category draws of 2023 account for 25,870 invitations.", date(2024, 1, 5), "17", "18"),
        # In a time that stands behind.
        ("French is ahead this year with three draws. The education category had {}, in May.", date(2025, 5, 20), "one", "two"),
        ("STEM waits. There was one STEM draw in 2024. {} was held in 2025.", date(2026, 3, 9), "None", "One"),
        # An answer to which type had the most.
        ("*Which type had the most draws in July 2024?* Nominees, with {}.", date(2024, 9, 2), "three", "four"),
    ],
)  # fmt: skip
def test_a_number_that_no_noun_stands_behind(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Two types together, codes, a clock, what is named and not counted.
        ("In 2024 there was one round for transport, and STEM and agriculture had one.", date(2025, 1, 5)),
        ("Trades had one draw in 2025, healthcare 37 codes.", date(2025, 12, 30)),
        ("How many PNP draws last month?\n\n**Femi** 19:26\nthree draws.", date(2025, 10, 2)),
        ("None of the education draws was this year, and none for STEM, whose last one was in April 2024.", date(2026, 8, 21)),
        ("The teacher and the broker are listed, and of these three only the first has had a draw for education in 2025.", date(2026, 10, 10)),
    ],
)  # fmt: skip
def test_numbers_that_count_no_draws(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("December 2023 had seven draws. Of the seven, {} were category-based.", date(2023, 12, 30), "five", "four"),
        ("This week had four draws. Of these, {} were category-based.", date(2023, 7, 8), "three", "two"),
        ("In 2025 there were 58 rounds. {} of these were French.", date(2025, 12, 30), "Nine", "Eight"),
        ("In February 2025 only French was drawn. The month had four draws, {} of them for provincial nominees.", date(2025, 3, 1), "two", "three"),
        ("French speakers received 300 invitations on October 25. The {} before it lay between 375 and 472.", date(2023, 10, 28), "four", "five"),
        ("The trades draw of September 18 closed at 505; the earlier {} had ended between 388 and 436.", date(2025, 9, 19), "four", "five"),
    ],
)  # fmt: skip
def test_some_of_the_draws_told_of(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


def test_a_part_of_a_whole_that_is_wrong_itself_is_not_called_wrong():
    text = "A year ago to the day there had been five, three of them all-program and the other one French."
    assert "three" not in wrong(text, date(2025, 2, 6))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Each of the last {} rounds of the year had 5,000 invitations.", date(2020, 12, 30), "four", "five"),
        ("All of its last {} rounds had 3,900 invitations.", date(2018, 12, 21), "seven", "nine"),
    ],
)
def test_what_the_latest_draws_had_in_common(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("July 2024 was busy. The month had {} draws.", date(2024, 8, 2), "nine", "eight"),
        ("November was quiet for French: 6,000 on the 28th. That month had {} draws.", date(2025, 12, 30), "six", "seven"),
        ("For nominees November was small. In that month they had {} rounds.", date(2024, 12, 30), "two", "three"),
        ("From 1 August to the end of the year nominees got 11 and the CEC {} rounds of their own.", date(2025, 12, 30), "eight", "ten"),
    ],
)  # fmt: skip
def test_times_that_are_named_by_their_kind_or_to_the_end_of_the_year(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


def test_a_part_of_a_month_is_no_month():
    text = (
        "On 17 August 2022 there were 2,250 invitations. By the end of that month there had been five draws."
    )
    assert not wrong(text, date(2022, 9, 30))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("From 1 January to 30 June there were {} rounds, with 41,800 invitations.", date(2019, 12, 31), "13", "14"),
        ("The largest rounds of the year were the {} French draws of February, with 9,500 invitations.", date(2024, 12, 20), "two", "three"),
        ("Meanwhile the trades category has had {} draws, the latest in December.", date(2024, 3, 20), "two", "three"),
        ("Nominees have had {} draws this year, the latest on September 9.", date(2024, 9, 20), "eight", "nine"),
    ],
)  # fmt: skip
def test_the_time_that_a_number_has_itself(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Parts in a season, half a month, since the middle of one, what only began a year.
        ("There were seven healthcare rounds in 2025, three of them in autumn, and the other four before.", date(2025, 12, 30)),
        ("Four draws in the first half of the month, 9,670 invitations; two since.", date(2024, 7, 20)),
        ("Only nominees were invited. The eight rounds since mid-September brought 5,810 invitations.", date(2021, 12, 30)),
        ("Two rounds of 3,900 each began the year 2019.", date(2019, 12, 30)),
        # What goes on about draws that were counted, and weeks.
        ("The CEC had 15 draws in 2025. Six of them had 1,000 invitations; the earlier nine were larger.", date(2025, 12, 30)),
        ("In the last five weeks French had two rounds of 5,000, 10,000 in sum.", date(2026, 7, 30)),
    ],
)  # fmt: skip
def test_parts_that_the_words_do_not_bound(text, day):
    assert not wrong(text, day)


def test_a_number_with_the_sum_of_the_latest_draws_agrees():
    assert not wrong("With 58 draws and 113,998 invitations the year outdid 2024.", date(2025, 12, 29))
    assert "58" in right("The year had 58 draws and 113,998 invitations.", date(2025, 12, 29))


def test_a_type_that_had_none_is_the_one_before_the_word():
    text = "STEM and agriculture had no round at all in 2025, trades one."
    assert not wrong(text, date(2025, 12, 30))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The first half of the year had 20 draws, the second 30.", {"30"}),
        ("The first half of the year had 20 draws, the second 32.", set()),
        ("In January there were three draws, in February five.", {"five"}),
        ("In January there were three draws, in February six.", set()),
    ],
)
def test_a_number_goes_on_with_a_time_alone(text, claims):
    assert set(wrong(text, date(2024, 12, 31))) == claims


@pytest.mark.parametrize(
    ("day", "text", "right", "wrong"),
    [
        (date(2018, 10, 1), "Since January there have been twenty-one rounds, of which just {} was for provincial nominees.", "one", "two"),
        (date(2018, 10, 1), "There were 21 rounds in 2018, of which {} were for federal skilled trades.", "two", "three"),
        (date(2024, 12, 31), "2024 had 52 rounds, of which {} were for provincial nominees.", "14", "16"),
        (date(2024, 12, 31), "In 2024 Canada held 52 rounds, of which only {} were for trades.", "two", "four"),
        (date(2024, 12, 31), "In 2024 there were 52 draws, of which {} went to French speakers.", "eleven", "nine"),
    ],
)  # fmt: skip
def test_a_part_of_all_the_draws_of_a_time(day, text, right, wrong):
    assert contradicted(text.format(right), day) == []
    assert contradicted(text.format(wrong), day) == [wrong]
