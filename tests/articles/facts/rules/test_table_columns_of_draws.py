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
