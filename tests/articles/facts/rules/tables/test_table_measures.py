"""Columns that are known by what most of their cells are, rows that are known by the part of the year that they name."""

from datetime import date

import pytest

from tests.articles.facts.rules.judging import contradicted
from tests.articles.facts.rules.saying import wrong

DAY = date(2025, 1, 3)
BY_TYPE = """## 2024 by type

| Type | {heads} |
|---|---|---|---|
| French | {french} | 23,000 | {range} |
| Healthcare | 3 | {health} | 422–463 |
| Trades | 2 | 3,600 | 433–436 |
| STEM | 1 | 4,500 | 491 |
"""


@pytest.mark.parametrize(
    "heads",
    [
        "How often | How many people | Cut-offs",
        "Drawn | Invited | From–to",
        "N | Sum | Band",
        "Draws | Letters | CRS",
        "Draws held | Total | Span of scores",
        "# draws | # invitations | min–max",
    ],
)
def test_what_a_column_has_shows_in_most_of_its_cells(heads):
    right = {"heads": heads, "french": "11", "health": "10,250", "range": "336–478"}
    assert contradicted(BY_TYPE.format(**right), DAY) == []
    assert wrong(BY_TYPE.format(**{**right, "french": "12"}), DAY) == {"12": "11"}
    assert wrong(BY_TYPE.format(**{**right, "health": "12,050"}), DAY) == {"12,050": "10,250"}
    assert wrong(BY_TYPE.format(**{**right, "range": "363–478"}), DAY) == {"363": "336"}


@pytest.mark.parametrize(
    "heads", ["Pool | Occupations | Rank", "Jobs | Codes | Gap", "Forecast | Expected | Previous"]
)
def test_what_is_no_figure_of_the_draws_is_left_alone(heads):
    text = BY_TYPE.format(heads=heads, french="12", health="10,520", range="336–487")
    assert wrong(text, DAY) == {}


RECKONED = """| Month of 2024 | Draws | Invitations | {head} |
|---|---|---|---|
| January | 3 | 3,280 | {cells[0]} |
| February | 6 | 16,110 | {cells[1]} |
| March | 4 | 7,305 | {cells[2]} |
| April | 4 | 9,275 | {cells[3]} |
"""


@pytest.mark.parametrize(
    ("head", "right", "slip"),
    [
        ("Average", ["1,093", "2,685", "1,826", "2,319"], "1,286"),
        ("Per draw", ["1,093", "2,685", "1,826", "2,319"], "1,682"),
        ("Share", ["9%", "45%", "20%", "26%"], "29%"),
        ("Running total", ["3,280", "19,390", "26,695", "35,970"], "26,965"),
        ("Change", ["", "+391%", "−55%", "+27%"], "−45%"),
        ("Change (%)", ["", "391", "−55", "27"], "−65"),
        ("Against the month before", ["", "+12,830", "−8,805", "+1,970"], "−8,085"),
    ],
)
def test_what_is_reckoned_from_other_columns(head, right, slip):
    assert wrong(RECKONED.format(head=head, cells=right), DAY) == {}
    found = wrong(RECKONED.format(head=head, cells=[*right[:2], slip, right[3]]), DAY)
    assert list(found) == [slip.strip("−%")]


def test_what_is_reckoned_otherwise_is_left_alone():
    cells = ["12", "14", "9", "11"]
    for head in ("Change", "Share", "Average", "Growth on a year ago"):
        assert wrong(RECKONED.format(head=head, cells=cells), DAY) == {}


@pytest.mark.parametrize(
    "names",
    ["Q1 Q2 Q3 Q4", "1st,2nd,3rd,4th", "First quarter,Second quarter,Third quarter,Fourth quarter", "I II III IV", "1 2 3 4",
     "Jan–Mar Apr–Jun Jul–Sep Oct–Dec"],
)  # fmt: skip
def test_rows_of_quarters(names):
    rows = names.split("," if "," in names else " ")
    figures = ["13 | 26,695", "7 | {}", "17 | 41,420", "15 | 14,029"]
    lines = "\n".join(f"| {name} | {cells} |" for name, cells in zip(rows, figures, strict=True))
    text = f"## 2024\n\n| Quarter | Draws | Invitations |\n|---|---|---|\n{lines}\n| Year | {{}} | 98,903 |\n"
    assert wrong(text.format("16,759", 52), DAY) == {}
    assert wrong(text.format("16,795", 53), DAY) == {"16,795": "16,759", "53": "52"}


@pytest.mark.parametrize("name", ["Jan-24", "Jan ’24", "2024-01", "01/2024", "January 2024"])
def test_a_month_with_its_year(name):
    text = f"| | Rounds | ITAs |\n|---|---|---|\n| {name} | 3 | {{}} |\n| February 2024 | 6 | 16,110 |\n"
    assert wrong(text.format("3,280"), DAY) == {}
    assert wrong(text.format("3,820"), DAY) == {"3,820": "3,280"}


def test_a_row_of_times_with_the_number_of_draws_in_brackets():
    text = "| Q1 | Q2 | Q3 | Q4 | 2024 |\n|---|---|---|---|---|\n| 26,695 (13) | 16,759 ({}) | 41,420 (17) | 14,029 (15) | {} (52) |\n"
    assert wrong(text.format(7, "98,903"), DAY) == {}
    assert wrong(text.format(8, "99,803"), DAY) == {"8": "7", "99,803": "98,903"}


def test_types_and_times_that_cross():
    text = "Invitations by type, 2024\n\n| | Q1 | Q2 | Q3 | Q4 |\n|---|---|---|---|---|\n| French | 11,000 | 1,400 | {} | 2,600 |\n| CEC | 0 | 3,000 | 21,800 | 1,700 |\n"
    assert wrong(text.format("8,000"), DAY) == {}
    assert wrong(text.format("8,800"), DAY) == {"8,800": "8,000"}
    text = "| | 2023 | 2024 | Change |\n|---|---|---|---|\n| French | 8,700 | 23,000 | +14,300 |\n| Healthcare | 5,600 | 10,250 | +4,650 |\n| Trades | 2,500 | 3,600 | {} |\n"
    assert wrong(text.format("+1,100"), DAY) == {}
    assert list(wrong(text.format("+1,010"), DAY)) == ["1,010"]


def test_cut_offs_in_a_row_are_those_of_draws_one_after_another():
    text = "## All-program draws of 2022\n\n| Month | Draws | Invitations | Cut-offs |\n|---|---|---|---|\n| July | 2 | 3,250 | 557 and {} |\n| September | 2 | 7,000 | 510 and 504 |\n| October | 2 | 9,000 | 500, 496 |\n"
    assert wrong(text.format(542), date(2022, 12, 1)) == {}
    assert wrong(text.format(524), date(2022, 12, 1)) == {"524": "542"}


def test_a_table_on_its_side_whose_columns_have_types():
    text = """|  | January–June | July–November |
|---|---|---|
| Type of draw | provincial nominees | all programs |
| Number of draws | 13 | {} |
| Invitations | 10,789 | 35,750 |
| Lowest cut-off | {} | 491 |
"""
    assert contradicted(text.format(11, 674), "2022-11-25") == []
    assert contradicted(text.format(12, 685), "2022-11-25") == ["12", "685"]


def test_a_running_total_with_one_slip():
    cells = ["3,280", "19,930", "26,695", "35,970"]
    assert wrong(RECKONED.format(head="Year to date", cells=cells), DAY) == {"19,930": "19,390"}
