"""By how much two times are apart, in draws, in invitations, in per cent."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("There were 58 rounds in 2025, {} more than in 2024.", date(2026, 1, 3), ("six", "eight")),
        ("There were 42 rounds in 2023, {} more than the year before.", date(2026, 1, 3), ("18", "28")),
        ("In 2024 there were {} more draws than in 2023.", date(2025, 1, 3), ("ten", "twelve")),
        ("In 2025 nominees had 24 rounds, {} than in 2024.", date(2026, 1, 3), ("ten more", "ten fewer")),
    ],
)  # fmt: skip
def test_how_many_draws_more_a_time_had(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    "text",
    [
        "The two rounds ended at 491, five points more than in 2024.",
        "In 2025 there were rounds for 25 occupations in trades, 15 more than in 2024.",
        "In 2026 we expect eight more rounds than in 2025.",
        "In the first months of 2025 there were 20 rounds, two more than in 2023 to the same day.",
    ],
)
def test_what_is_no_number_of_draws_is_left_alone(text):
    assert not wrong(text, date(2026, 1, 3))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("In 2016 there were 33,782 invitations, some {} per cent above the 2015 figure of 31,063.", date(2017, 1, 5), "9", "19"),
        ("The year's running total, 113,998, exceeds that of 2024 by {} per cent.", date(2025, 12, 19), "15.3", "13.5"),
        ("Compared with 2024, invitations grew by {} per cent in 2025.", date(2025, 12, 30), "15", "19"),
        ("The total of 2024, 98,903, is {} per cent below that of 2023.", date(2025, 1, 5), "10", "20"),
        ("2022 brought 46,539 invitations, a plunge of {} per cent from 2021.", date(2023, 1, 4), "59", "69"),
        ("The second quarter of 2026 yielded 33,237 invitations, {} per cent fewer than the first.", date(2026, 7, 2), "40", "45"),
        ("In January 2026 there were 15,255 invitations, up {}% on January 2025.", date(2026, 2, 2), "162", "152"),
        ("With 113,998 invitations, 2025 beat 2024 by {}.", date(2025, 12, 30), "15,095", "14,095"),
        ("Between 2022 and 2023 the number of invitations grew by {}.", date(2024, 1, 5), "63,727", "53,727"),
        ("With 98,903 invitations, 2024 fell {} short of 2023.", date(2025, 1, 5), "11,363", "10,363"),
        ("The 2026 total, 135,215 to 1 October, tops the previous annual high, 114,224 in 2021, by {}.", date(2026, 10, 15), "20,991", "29,091"),
        ("By 1 October 2026 Express Entry had issued {} invitations more than in all of 2025.", date(2026, 10, 5), "21,217", "22,117"),
        ("Nominees had 1,522 invitations in December 2025, {} more than in November's two draws.", date(2026, 1, 2), "31", "13"),
        ("Compared with 2024, there were {} more rounds in 2025.", date(2025, 12, 30), "six", "eight"),
    ],
)  # fmt: skip
def test_how_far_two_times_are_apart(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert true in right(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


def test_the_other_way_is_wrong():
    text = "In 2024 there were 98,903 invitations, 10 per cent {} than in 2023."
    assert not wrong(text.format("fewer"), date(2025, 1, 5))
    assert wrong(text.format("more"), date(2025, 1, 5)) == {"10 per cent more": "10% fewer"}


@pytest.mark.parametrize(
    "text",
    [
        "Compared to 2021 it was a thin harvest: that year had 114,224 invitations, swollen by one giant draw.",
        "2021 was the strongest year, ahead of 2023 and, by 6,874, ahead of 2020.",
        "The largest round of 2025 had 7,500 invitations, 500 more than in 2024.",
        "After the trades round of 1 October 2026 the year stands at 135,215 invitations, 19 per cent more than all of 2025.",
    ],
)
def test_what_is_not_of_these_times_is_left_alone(text):
    assert not wrong(text, date(2026, 10, 3))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("This year has had about {} per cent fewer invitations than 2023; the year before had closed at 110,266.", date(2024, 12, 20), "ten", "thirty"),
        ("In 2025 invitations rose by {} per cent over 2024; the year before they had fallen.", date(2026, 1, 3), "15", "45"),
        ("In 2024 there were {} per cent fewer invitations than in 2023; 2022 had closed at 46,539.", date(2025, 1, 3), "10", "58"),
    ],
)  # fmt: skip
def test_a_year_behind_a_semicolon_is_not_compared(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert wrong(text.format(false), day)


@pytest.mark.parametrize(
    "text",
    [
        "There were more rounds than in 2023 (42), yet about ten per cent fewer invitations; the year before had closed at 110,266.",
        "There were more rounds than in 2023, but ten per cent fewer invitations; 2022 had closed at 46,539.",
        "The number of draws is above that of 2023, that of invitations ten per cent below; the year before it was 110,266.",
    ],
)
def test_a_year_of_the_next_clause_is_not_that_of_this_one(text):
    assert not wrong(text, date(2024, 12, 20))
