"""Totals of tables of draws, and columns that reckon from row to row."""

import pytest

from tests.articles.facts.rules.judging import contradicted

DAY = "2025-10-02"
SEPTEMBER = """| Date | Type | Invitations | CRS |
|---|---|---|---|
| 2 September | nominees | 249 | 772 |
| 3 September | CEC | 1,000 | 534 |
| 4 September | French | 4,500 | 446 |
| 15 September | nominees | 228 | 746 |
| 17 September | education | 2,500 | 462 |
| 18 September | trades | 1,250 | 505 |
| 29 September | nominees | 291 | 855 |
"""


@pytest.mark.parametrize(
    "row",
    [
        "| {} | | **10,018** | |",
        "| | {} | 10,018 | |",
        "| {} | 7 draws | 10,018 | 446–855 |",
    ],
)
@pytest.mark.parametrize(
    "name", ["Total", "All", "Sum total", "All seven", "Month", "September", "Whole month", "Altogether", "**Total**"]
)  # fmt: skip
def test_a_total_is_that_of_the_draws_above(row, name):
    text = f"{SEPTEMBER}{row.format(name)}\n"
    assert contradicted(text, DAY) == []
    assert contradicted(text.replace("10,018", "10,108"), DAY) == ["10,108"]


def test_the_draws_of_a_total_and_the_bounds_of_their_cut_offs():
    text = f"{SEPTEMBER}| Total | {{}} | 10,018 | {{}} |\n"
    assert contradicted(text.format("seven draws", "446–855"), DAY) == []
    assert contradicted(text.format("six draws", "462–855"), DAY) == ["six", "462"]


@pytest.mark.parametrize("name", ["Subtotal, nominees", "of which nominees", "Nominees together"])
def test_a_part_of_the_draws(name):
    text = f"{SEPTEMBER}| {name} | 3 draws | {{}} | |\n| Total | | 10,018 | |\n"
    assert contradicted(text.format(768), DAY) == []
    assert contradicted(text.format(786), DAY) == ["786"]


@pytest.mark.parametrize(
    "name", ["August", "September 2024", "Last year", "For comparison, 2024", "Forecast", "Pool"]
)
def test_a_row_of_something_else_is_left_alone(name):
    assert contradicted(f"{SEPTEMBER}| {name} | | 12,345 | |\n", DAY) == []


GENERAL = """## All-program draws of 2022

| Date | Invitations | Cut-off | {head} |
|---|---|---|---|
| 6 July | 1,500 | 557 | {cells[0]} |
| 20 July | 1,750 | 542 | {cells[1]} |
| 3 August | 2,000 | 533 | {cells[2]} |
| 17 August | 2,250 | 525 | {cells[3]} |
"""


@pytest.mark.parametrize(
    ("head", "cells", "slip"),
    [
        ("Change", ["", "−15", "−9", "−8"], "−18"),
        ("Points lost", ["–", "15", "9", "8"], "18"),
        ("Down by", ["", "15 points", "9 points", "8 points"], "18 points"),
        ("More people", ["", "+250", "+250", "+250"], "+205"),
        ("Days since", ["", "14", "14", "14"], "15"),
        ("Running total", ["1,500", "3,250", "5,250", "7,500"], "5,750"),
        ("Share", ["20%", "23%", "27%", "30%"], "31%"),
    ],
)
def test_what_a_column_reckons_from_row_to_row(head, cells, slip):
    assert contradicted(GENERAL.format(head=head, cells=cells), "2022-08-20") == []
    found = contradicted(GENERAL.format(head=head, cells=[*cells[:3], slip]), "2022-08-20")
    assert found == [slip.strip("+−%").removesuffix(" points")]


@pytest.mark.parametrize("head", ["Temperature", "Change in the pool", "Tie-break hour"])
def test_another_column_is_left_alone(head):
    assert contradicted(GENERAL.format(head=head, cells=["12", "15", "4", "7"]), "2022-08-20") == []


def test_a_column_of_weekdays():
    text = "| Date | Day | Type | Invitations |\n|---|---|---|---|\n| 2 September | Tue | nominees | 249 |\n| 3 September | {} | CEC | 1,000 |\n| 4 September | Thu | French | 4,500 |\n"
    assert contradicted(text.format("Wed"), DAY) == []
    assert contradicted(text.format("Fri"), DAY) == ["Fri"]
