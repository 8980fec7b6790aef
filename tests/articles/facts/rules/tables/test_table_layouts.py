"""Tables that sum draws up, in other layouts: headings in two rows, on their side, with days, with columns that nothing names."""

from datetime import date

from articles.facts.model import Format
from tests.articles.facts.rules.saying import wrong

DAYS = """| Type | Draws | First draw | Latest draw | Largest |
|---|---|---|---|---|
| French | 6 | 7 July | {} | {} |
| STEM | 2 | {} | 8 December | 5,900 |
| Trades | 2 | 3 August | 19 December | 1,500 |
"""


def test_the_first_and_the_last_day_of_a_type_and_its_largest_draw():
    day = date(2024, 1, 10)
    assert wrong(DAYS.format("7 December", "3,800", "5 July"), day) == {}
    assert wrong(DAYS.format("12 December", "8,300", "6 July"), day) == {
        "12 December": "7 December 2023",
        "8,300": "3,800",
        "6 July": "5 July 2023",
    }


HTML = """<table><tr><th rowspan=2>Month</th><th colspan=2>2023</th><th colspan="2">2024</th></tr>
<tr><th>Draws</th><th>Invitations</th><th>Draws</th><th>Invitations</th></tr>
<tr><td>January</td><td>2</td><td>11,000</td><td>3</td><td>3,280</td></tr>
<tr><td>February</td><td>{}</td><td>4,892</td><td>6</td><td>{}</td></tr>
<tr><td>March</td><td>4</td><td>21,667</td><td>4</td><td>7,305</td></tr></table>"""


def test_a_heading_over_two_columns():
    day = date(2025, 1, 6)
    assert wrong(HTML.format(3, "16,110"), day, format=Format.HTML) == {}
    assert wrong(HTML.format(5, "11,610"), day, format=Format.HTML) == {"5": "3", "11,610": "16,110"}
    text = """| | 2023 | | 2024 | |
|---|---|---|---|---|
| Type | Draws | Invitations | Draws | Invitations |
| French | 6 | 8,700 | {} | 23,000 |
| Healthcare | 3 | {} | 3 | 10,250 |
"""
    assert wrong(text.format(11, "5,600"), day) == {}
    assert wrong(text.format(10, "6,500"), day) == {"10": "11", "6,500": "5,600"}


def test_a_table_on_its_side():
    text = "|  | 2023 | 2024 |\n|---|---|---|\n| Draws | 42 | {} |\n| Invitations | {} | 98,903 |\n"
    day = date(2025, 1, 6)
    assert wrong(text.format(52, "110,266"), day) == {}
    assert wrong(text.format(51, "110,266"), day) == {"51": "52"}
    assert wrong(text.format(52, "111,266"), day) == {"111,266": "110,266"}


def test_columns_of_years_and_rows_that_are_not_understood():
    text = """## By type

| Type | 2023 | 2024 |
|---|---|---|
| General | 76,700 | {} |
| French | 8,700 | 23,000 |
| Everything else | 24,866 | 61,458 |
"""
    day = date(2025, 1, 6)
    assert wrong(text.format("14,445"), day) == {}
    assert wrong(text.format("11,445"), day) == {"11,445": "14,445"}
    pool = "| Score | 2023 | 2024 |\n|---|---|---|\n| 501 to 600 | 9,350 | 8,120 |\n| 451 to 500 | 70,100 | 69,000 |\n"
    assert wrong(pool, day) == {}


def test_averages_and_shares_are_none_of_these():
    text = """| Type | Draws | Invitations | Average | Share of invitations |
|---|---|---|---|---|
| French | 11 | 23,000 | 2,091 | 23 |
| Healthcare | 3 | 10,250 | 3,417 | 10 |
"""
    assert wrong(text, date(2025, 1, 6)) == {}


def test_a_cell_over_two_rows_stands_in_both():
    text = """<table><tr><th>Type</th><th>Year</th><th>Draws</th></tr>
<tr><td rowspan="2">French</td><td>2023</td><td>6</td></tr><tr><td>2024</td><td>11</td></tr></table>"""
    assert wrong(text, date(2025, 1, 6), format=Format.HTML) == {}
