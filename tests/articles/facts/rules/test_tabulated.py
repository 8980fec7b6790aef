"""Tables that sum draws up."""

from datetime import date

from articles.facts.model import Status
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
