"""How long a type of draw had not been held."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("Thursday brought the first trades draw in {} months.", date(2025, 9, 20), ("eleven", "seven")),
        ("After almost {} months without one, a trades draw took place on Thursday.", date(2025, 9, 20), ("eleven", "eight")),
        ("After a pause of {} days trades were drawn on September 18.", date(2025, 9, 20), ("330", "230")),
        ("On 6 July 2022 came the first all-program draw in {} weeks.", date(2022, 7, 9), ("80", "76")),
        ("On 6 July 2022 came the first all-program draw in more than {} months.", date(2022, 7, 9), ("18", "22")),
        ("French candidates were drawn on Friday, 8 August, after a silence of {} days.", date(2025, 8, 9), ("140", "104")),
    ],
)  # fmt: skip
def test_how_long_a_type_was_not_drawn(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    "text",
    [
        "Thursday brought the first trades draw in two months with more than 1,000 invitations.",
        "Trades were drawn on Thursday. That was the third round of the week after 41 days of silence.",
        "After nine months without a job a carpenter was invited in the trades draw.",
        "The first cut-off below 510 in three months was that of the trades draw.",
        "Trades candidates may wait for a pause of 20 days.",
    ],
)
def test_other_times_are_left_alone(text):
    assert not [claim for claim in wrong(text, date(2025, 9, 20)) if claim not in ("third",)]


@pytest.mark.parametrize(("words", "is_wrong"), [("more than two years", False), ("just over a year", True)])
def test_a_single_year(words, is_wrong):
    found = wrong(f"On Friday, 7 August, Canada held its first transport draw in {words}.", date(2026, 8, 10))
    assert bool(found) is is_wrong


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("French had no round between 21 March and 8 August, a silence of 140 days.", date(2025, 12, 22)),
        ("There was no trades round between 23 October 2024 and 18 September 2025, a gap of 330 days.", date(2025, 12, 22)),
        ("The all-program cut-off of 6 December 2023 followed a pause of 41 days in which no round of any kind was held.", date(2024, 1, 9)),
    ],
)  # fmt: skip
def test_a_pause_whose_ends_are_told_or_which_is_of_all_draws_is_not_that_before_another(text, day):
    assert not wrong(text, day)
