from datetime import date

import pytest

from articles.facts.model import Format, Part
from articles.facts.reading import Kind, Reading, read

MARKDOWN = """# A headline

A first paragraph that
goes on.

## A section

- one
    - two
1. three

### What was it?

It was 463.

| Date | CRS |
| --- | --: |
| 4 July | 511 |
| | 486 |
"""


def reading(source: str, format: Format = Format.MARKDOWN, name: str = "body") -> Reading:
    return read([Part(name, source, format)], date(2023, 7, 8))


def kinds(source: str, format: Format = Format.MARKDOWN) -> list[tuple[Kind, str]]:
    found = reading(source, format)
    return [(block.kind, " ".join(found.text(block).split())) for block in found.blocks]


def cells(source: str, format: Format) -> list[list[str]]:
    (table,) = [block for block in reading(source, format).blocks if block.kind is Kind.TABLE]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_blocks_of_markdown() -> None:
    found = reading(MARKDOWN)
    assert [block.kind for block in found.blocks] == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.ITEM,
        Kind.ITEM,
        Kind.ITEM,
        Kind.QUESTION,
        Kind.PARAGRAPH,
        Kind.TABLE,
    ]
    assert [block.level for block in found.blocks[3:6]] == [0, 2, 0]
    table = found.blocks[-1]
    assert table.has_header
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Date", "CRS"],
        ["4 July", "511"],
        ["", "486"],
    ]
    cell = table.rows[1].cells[1]
    assert MARKDOWN[cell.start : cell.end] == "511"


def test_headings_questions_and_sentences() -> None:
    found = reading(MARKDOWN)
    assert [found.text(found.blocks[place]) for place in found.headings(3)] == ["A headline", "A section"]
    assert found.question(7) == 6
    assert found.question(1) is None
    assert [found.text(sentence) for sentence in found.sentences_of(1)] == [
        "A first paragraph that\ngoes on."
    ]


def test_an_answer_of_the_form_answers_the_question_beside_it() -> None:
    parts = [Part("question-1", "How many?"), Part("answer-1", "700."), Part("question-2", "And then?")]
    found = read(parts, date(2023, 7, 8))
    assert found.question(1) == 0


def test_blocks_of_html() -> None:
    html = "<h2>Head</h2><p>One<p>Two <b>x</b><ul><li>a<ul><li>b</ul></ul><!-- <p>no --><table><tr><th>Date<th>CRS<tr><td>4 July<td>511</table>"
    assert [kind for kind, _words in kinds(html, Format.HTML)] == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.PARAGRAPH,
        Kind.ITEM,
        Kind.ITEM,
        Kind.TABLE,
    ]
    assert cells(html, Format.HTML) == [["Date", "CRS"], ["4 July", "511"]]


@pytest.mark.parametrize(
    "rows",
    [
        "Date\tType\tCRS\n4 July\tAll programs\t511\n",
        "Date     Type            CRS\n4 July   All programs    511\n",
    ],
)
def test_tables_of_pasted_text(rows: str) -> None:
    assert cells(f"The draws\n\n{rows}\nThat was it.", Format.PLAIN) == [
        ["Date", "Type", "CRS"],
        ["4 July", "All programs", "511"],
    ]


def test_prose_with_two_spaces_after_full_stops_is_no_table() -> None:
    prose = "It fell.  It rose.  It fell again.\nSo it went.  And on.  And on.\n"
    assert Kind.TABLE not in [kind for kind, _words in kinds(prose, Format.PLAIN)]


def test_a_table_has_the_short_words_above_it_as_caption() -> None:
    found = reading("Draws of July 2023\n\n| Date | CRS |\n|---|---|\n| 4 July | 511 |\n")
    table = found.blocks[-1]
    assert table.caption is not None
    assert found.texts[0].text[slice(*table.caption)] == "Draws of July 2023"


def test_wrapped_lines_of_pasted_text_are_one_paragraph() -> None:
    text = (
        "The cut-off of the healthcare draw was lower than before, as the\ndepartment invited more.\n\nNext\n"
    )
    assert kinds(text, Format.PLAIN)[0] == (
        Kind.PARAGRAPH,
        "The cut-off of the healthcare draw was lower than before, as the department invited more.",
    )


def test_figures_on_both_sides_of_a_border_of_cells_are_two() -> None:
    found = reading("| Invitations | CRS |\n|---|---|\n| 2 | 300 |\n")
    assert [getattr(mention, "value", None) for mention in found.mentions] == [2, 300]


def test_a_line_that_is_bold_from_end_to_end_is_a_heading() -> None:
    text = "**The second year**\n\nIt was **463**.\n\n**463 it was.**\n\n**What was it?**\n"
    assert [kind for kind, _words in kinds(text)] == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.PARAGRAPH,
        Kind.QUESTION,
    ]
