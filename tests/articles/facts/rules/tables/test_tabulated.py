"""Tables that sum draws up."""

from datetime import date

import pytest

from articles.facts.model import Status
from articles.facts.rules.rounds import rounds
from tests.articles.facts.rules.saying import findings, wrong

BY_TYPE = """## January to April 2024

| Category | Draws | ITAs | Cut-offs |
| --- | ---: | ---: | --- |
| General | 9 | {general} | 524 to 549 |
| French | {french} | 12,400 | 336 to {highest} |
| STEM | 1 | 4,500 | 491 |
| Total | 17 | {total} | |
"""
BY_YEAR = """| Year | Rounds | Invitations |
| --- | --- | --- |
| 2018 | 28 | 88,900 |
| 2019 | 24 | 85,300 |
| 2020 | 37 | 107,350 |
"""
DAY = date(2024, 5, 2)


def by_type(general="14,445", french="4", highest="410", total="31,345"):
    return BY_TYPE.format(general=general, french=french, highest=highest, total=total)


def test_cells_that_are_right():
    assert set(wrong(by_type().replace("| 17 |", "| 14 |"), DAY)) == set()


def test_the_cells_that_are_wrong_among_those_that_are_right():
    text = by_type("14,545", "3", "401", "31,354").replace("| 17 |", "| 14 |")
    assert wrong(text, DAY) == {"14,545": "14,445", "3": "4", "401": "410", "31,354": "31,345"}


def test_kinds_and_changes():
    [found] = [
        item
        for item in findings(by_type("14,545").replace("| 17 |", "| 14 |"), DAY)
        if item.status is Status.CONTRADICTED
    ]
    assert (found.rule, found.replacement) == ("sums", "14,445")


def test_rows_of_years():
    assert wrong(BY_YEAR, date(2022, 9, 30)) == {"88,900": "89,800", "24": "26"}


@pytest.mark.parametrize(
    "rows",
    ["| CEC | 15 | 35,850 |\n| PNP | 23 | 10,898 |\n| Trades | 1 | 1,250 |",
     "| PNP | 23 | 10,898 |\n| CEC | 15 | 35,850 |\n| Trades | 1 | 1,250 |"],
)  # fmt: skip
def test_a_number_beside_types_is_how_many_draws_there_were(rows):
    heads = "| Draw | Number | Invitations |\n| --- | ---: | ---: |\n"
    assert wrong(f"## The year in numbers\n\n{heads}{rows}\n", date(2026, 1, 2), rule=rounds.find) == {}


@pytest.mark.parametrize(
    "head", ["Draws in 2023", "Rounds since June", "Draws so far", "Rounds (2023)", "Draws of the year"]
)
def test_a_column_of_how_many_draws_a_time_had_makes_no_rows_of_single_draws(head):
    text = f"| Category | {head} | Invitations | Lowest cut-off |\n| --- | ---: | ---: | ---: |\n| French | 6 | 8,700 | 375 |\n"
    told = "Among them was the draw of July 12 for French, and that of December 8 for STEM.\n\n"
    assert wrong(f"{told}{text}| STEM | 2 | 6,400 | 481 |\n", date(2024, 1, 4), rule=rounds.find) == {}


@pytest.mark.parametrize("head", ["Invitations 2023", "ITAs in all", "Invitations so far"])
def test_invitations_of_a_time_make_no_rows_of_single_draws(head):
    text = f"| Category | {head} | Lowest cut-off |\n| --- | ---: | ---: |\n| French | 8,700 | 375 |\n| STEM | 6,400 | 481 |\n"
    told = "Among them was the draw of July 12 for French, and that of December 8 for STEM.\n\n"
    assert wrong(f"{told}{text}", date(2024, 1, 4), rule=rounds.find) == {}


def test_a_number_beside_types_is_of_a_draw_where_draws_follow_each_other():
    text = "| Number | Type | Invitations |\n| --- | --- | ---: |\n| 2 | General | 779 |\n| 3 | CEC | 849 |\n"
    assert wrong(f"{text}| 4 | General | 1,178 |\n", date(2015, 3, 1), rule=rounds.find) == {"1,178": "1,187"}


def test_a_table_of_draws_is_none():
    text = "| Date | Draws | Invitations |\n|---|---|---|\n| 4 July 2023 | 255 | 700 |\n| 5 July 2023 | 254 | 500 |\n"
    assert not [item for item in findings(text, DAY) if item.status is Status.CONTRADICTED]


def test_a_table_that_the_record_does_not_know_is_left_alone():
    text = "| Year | Rounds | Invitations |\n|---|---|---|\n| 2018 | 1 | 2 |\n| 2019 | 3 | 4 |\n| 2020 | 5 | 6 |\n"
    assert not wrong(text, DAY)


FRENCH = """## French draws

| Year | Draws | Invitations | Lowest and highest cut-off |
| --- | --- | --- | --- |
| 2023 | 6 | 8,700 | 375 to 486 |
| 2024 | 11 | 23,000 | {of_2024} |
| 2025, to 30 April | 3 | {of_2025} | 379 to 428 |
"""


def test_a_range_has_one_column_and_a_row_may_end_with_a_day():
    day = date(2025, 5, 5)
    assert wrong(FRENCH.format(of_2024="336 to 478", of_2025="18,500"), day) == {}
    assert wrong(FRENCH.format(of_2024="363 to 478", of_2025="15,800"), day) == {
        "363": "336",
        "15,800": "18,500",
    }


def test_cut_offs_in_a_row_are_no_range():
    text = """## French draws of 2025

| Month | Draws | Invitations | Cut-offs |
| --- | --- | --- | --- |
| February | 1 | 6,500 | 428 |
| March | 2 | 12,000 | 410, 379 |
| August | 1 | 2,500 | 481 |
"""
    assert wrong(text, date(2025, 9, 1)) == {}


def test_columns_have_types_and_times_of_their_own():
    text = """| Type | Draws 2023 | Invitations 2023 | Draws 2024 | Invitations 2024 |
| --- | --- | --- | --- | --- |
| French | 6 | 8,700 | 11 | 23,000 |
| Healthcare | 4 | 5,600 | 3 | 10,250 |
| Agriculture | 2 | 1,000 | 1 | 510 |
"""
    assert wrong(text, date(2024, 12, 30)) == {"4": "3", "510": "150"}
    text = """| Month of 2025 | Rounds | Invitations | of which French |
| --- | --- | --- | --- |
| August | 5 | 6,417 | 2,500 |
| September | 7 | 10,018 | 5,400 |
"""
    assert wrong(text, date(2025, 10, 30)) == {"5,400": "4,500"}


def test_rows_of_halves_and_of_a_year_up_to_a_day():
    text = """| Half | Rounds | Invitations |
| --- | --- | --- |
| 2019 H1 | 13 | 41,800 |
| 2019 H2 | 13 | 45,300 |
| 2020 H2 | 16 | 57,450 |
"""
    assert wrong(text, date(2021, 1, 9)) == {"45,300": "43,500"}
    text = """| Year | French draws | Invitations |
| --- | --- | --- |
| 2023 | 6 | 8,700 |
| 2024 | 9 | 23,000 |
| 2025, to 4 September | 5 | 25,500 |
"""
    assert wrong(text, date(2025, 9, 10)) == {"9": "11"}


def test_a_row_without_draws_has_none():
    text = """| Month of 2024 | Category draws | Invitations |
| --- | --- | --- |
| April | 2 | 5,900 |
| May | 1 | 0 |
| June | 0 | 0 |
| July | 4 | 10,550 |
"""
    assert wrong(text, date(2024, 8, 2)) == {"1": "0"}


def test_a_table_of_months_is_of_the_year_that_the_text_is_about():
    text = (
        "# Rounds in 2023\n\nThere were more than in 2022.\n\n| Month | Draws | Invitations |\n|---|---|---|\n"
        "| July | 6 | {} |\n| August | 4 | 8,600 |\n| September | 5 | 8,300 |\n"
    )
    assert wrong(text.format("9,600"), date(2024, 1, 10)) == {}
    assert wrong(text.format("6,900"), date(2024, 1, 10)) == {"6,900": "9,600"}


def test_a_table_is_of_a_year_that_stands_bare_above_it():
    text = (
        "2020 by program\n\n| Type | Rounds | Invitations | Cut-offs |\n|---|---|---|---|\n"
        "| Canadian Experience Class | 10 | {} | 431 to 467 |\n| Nominees | 10 | 4,785 | 687 to 808 |\n"
        "| Skilled trades program | 1 | 250 | 415 |\n"
    )
    assert wrong(text.format("34,215"), date(2021, 12, 10)) == {}
    assert wrong(text.format("32,415"), date(2021, 12, 10)) == {"32,415": "34,215"}
