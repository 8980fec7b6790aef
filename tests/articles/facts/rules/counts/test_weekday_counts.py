"""Numbers of draws on a day of the week."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("In 2019 there were 26 draws. {} of the draws were held on a Wednesday.", date(2019, 12, 30), "23", "20"),
        ("In 2016 the system moved to midweek: {} of the rounds fell on a Wednesday.", date(2017, 1, 3), "24", "26"),
        ("Friday was the day in 2015, with {} of the year's draws.", date(2016, 1, 3), "20", "18"),
        ("In 2025, {} draws fell on a Tuesday.", date(2025, 12, 30), "12", "20"),
        ("In 2025, {} of the 58 draws were held on Mondays.", date(2025, 12, 30), "18", "17"),
        ("There were {} Monday draws in 2025.", date(2025, 12, 30), "18", "12"),
        ("In 2018 Mondays had {} draws.", date(2018, 12, 30), "five", "seven"),
        ("Of the 42 rounds of 2021, {} took place on a Thursday.", date(2021, 12, 30), "13", "15"),
        ("In 2023 {} of the rounds were held on a Thursday.", date(2023, 12, 30), "nine", "eleven"),
        ("The Canadian Experience Class had ten draws in 2020. {} of them were held on a Thursday.", date(2020, 12, 30), "Nine", "Seven"),
    ],
)  # fmt: skip
def test_how_many_fell_on_a_weekday(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A single day, no exact number, and all but so many.
        ("IRCC held two draws on Tuesday.", date(2023, 7, 8)),
        ("Nearly 20 draws fell on a Monday in 2025.", date(2025, 12, 30)),
        ("All but three of the draws of 2019 fell on a Wednesday.", date(2019, 12, 30)),
        ("Most of the 58 draws of 2025 were held on a Monday, a Wednesday or a Tuesday.", date(2025, 12, 30)),
        ("Two draws on a Wednesday, 5 July 2023, are not in the record; one is.", date(2023, 7, 8)),
        ("The one draw for military recruits was held on a Thursday in July.", date(2026, 10, 2)),
        ("Every one of the rounds of 2022 was held on a Wednesday.", date(2022, 12, 30)),
        ("Of the year's draws, 22 were for all programs. Twenty of the year's 23 took place on a Friday.", date(2015, 12, 30)),
        # Of one type that was spoken of.
        ("The Canadian Experience Class had ten draws in 2020. None of them was held on a Wednesday.", date(2020, 12, 30)),
    ],
)  # fmt: skip
def test_what_is_no_number_of_a_weekdays_draws(text, day):
    assert not wrong(text, day)
