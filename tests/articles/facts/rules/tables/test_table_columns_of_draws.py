"""Tables of draws whose columns have other names, or none, and cells that have both figures of a draw."""

import pytest

from tests.articles.facts.rules.judging import contradicted

ROWS = [
    ("2 September", "nominees", "249", "772"),
    ("3 September", "CEC", "1,000", "534"),
    ("4 September", "French", "4,500", "446"),
    ("15 September", "nominees", "228", "746"),
    ("17 September", "education", "2,500", "462"),
]


def table(heads, *, invited="4,500", score="446", cells=lambda row: row):
    rows = [row if row[0] != "4 September" else (*row[:2], invited, score) for row in ROWS]
    width = len(cells(rows[0]))
    lines = [heads.split("/"), ["---"] * width, *map(cells, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


@pytest.mark.parametrize(
    "heads",
    [
        "Date/Group/People/Lowest",
        "When/For whom/How many/Points needed",
        "Date/Type/Inv./Cut",
        "day/cat./n/crs",
        "Date/Who was called/Letters/Bar",
        "Day of the draw/Target/Number/Minimum",
        "On/Whom/No. of people/Last in",
        " / / / ",
    ],
)
def test_a_column_is_known_by_its_figures(heads):
    assert contradicted(table(heads), "2025-10-02") == []
    assert contradicted(table(heads, invited="5,400"), "2025-10-02") == ["5,400"]
    assert contradicted(table(heads, score="464"), "2025-10-02") == ["464"]


@pytest.mark.parametrize("joint", ["{} at {}", "{} / {}", "{} ({})", "{} invitations, {} points"])
@pytest.mark.parametrize("head", ["Result", "Invitations / CRS", ""])
def test_both_figures_in_one_cell(joint, head):
    heads = f"Date/Type/{head}".replace("/ CRS", "and CRS")

    def cells(row):
        return (*row[:2], joint.format(*row[2:]))

    assert contradicted(table(heads, cells=cells), "2025-10-02") == []
    assert contradicted(table(heads, cells=cells, invited="5,400"), "2025-10-02") == ["5,400"]
    assert contradicted(table(heads, cells=cells, score="464"), "2025-10-02") == ["464"]


@pytest.mark.parametrize("head", ["Pool", "Days since", "Change", "Rank", "Temperature in Ottawa"])
def test_what_is_no_figure_of_the_draws_is_left_alone(head):
    def cells(row):
        return (*row, str(len(row[1]) * 37))

    assert contradicted(table(f"Date/Type/Invitations/CRS/{head}", cells=cells), "2025-10-02") == []


def test_the_cells_beside_a_figure_do_not_say_what_it_is():
    text = "| No. | Date | Type | Inv. | CRS | Remark |\n|---|---|---|---|---|---|\n| 364 | 3 Sept | CEC | 1,000 | 534 | as in August |\n| 365 | 4 Sept | French | {} | 446 | 35 points under August's 481 |\n| 367 | 17 Sept | education | 2,500 | 462 | second draw |\n"
    assert contradicted(text.format("4,500"), "2025-09-22") == []
    assert contradicted(text.format("2,500"), "2025-09-22") == ["2,500"]


@pytest.mark.parametrize(
    "days",
    [
        ["02/09", "03/09", "04/09", "15/09", "17/09"],
        ["09/02", "09/03", "09/04", "09/15", "09/17"],
        ["2.9.", "3.9.", "4.9.", "15.9.", "17.9."],
        ["2", "3", "4", "15", "17"],
        ["2nd", "3rd", "4th", "15th", "17th"],
        ["Tue 2", "Wed 3", "Thu 4", "Mon 15", "Wed 17"],
    ],
)
@pytest.mark.parametrize("on", ["2025-10-02", "2026-01-15"])
def test_days_are_of_the_month_and_the_year_that_most_rows_fit(days, on):
    rows = zip(days, ROWS, strict=True)
    text = "| Day | Invited | CRS |\n|---|---|---|\n"
    text += "\n".join(f"| {day} | {row[2]} | {row[3]} |" for day, row in rows)
    assert contradicted(text, on) == []
    assert contradicted(text.replace("4,500", "5,400"), on) == ["5,400"]
    assert contradicted(text.replace("446", "464"), on) == ["464"]


def test_days_above_the_columns():
    text = "|  | Tue 16 | Wed 17 | Thu 18 |\n|---|---|---|---|\n| who | PNP | CEC | French |\n| invited | 1,391 | 6,300 | {} |\n| CRS | 670 | {} | 400 |\n"
    assert contradicted(text.format("1,800", 515), "2024-07-19") == []
    assert contradicted(text.format("1,080", 522), "2024-07-19") == ["1,080", "522"]


def test_numbers_that_are_no_days_are_left_alone():
    text = "| Page | Readers | Score |\n|---|---|---|\n| 2 | 1,200 | 501 |\n| 3 | 1,000 | 502 |\n| 9 | 4,000 | 503 |\n"
    assert contradicted(text, "2025-10-02") == []
