"""New parts put into a text: every other line stays as it was, to the byte."""

import pytest

from articles.drafting.splicing import table_of_numbers, told, with_line, with_numbers, with_sections

NEW = "## French\n\nA draw."


def test_sections_come_before_the_questions_and_their_heading():
    body = "Prose.\n\n## Questions and answers\n\n[[faq]]\n\nThe end.\n"
    assert with_sections(body, [NEW]) == (
        "Prose.\n\n## French\n\nA draw.\n\n## Questions and answers\n\n[[faq]]\n\nThe end.\n"
    )


def test_a_heading_with_text_of_its_own_is_none_of_the_questions():
    body = "## Trades\n\nProse.\n\n[[faq]]"
    assert with_sections(body, [NEW]) == "## Trades\n\nProse.\n\n## French\n\nA draw.\n\n[[faq]]"


def test_without_questions_they_come_last():
    assert with_sections("Prose.", [NEW, "## Trades\n\nX."]) == f"Prose.\n\n{NEW}\n\n## Trades\n\nX."
    assert with_sections("Prose.\n", [NEW]) == f"Prose.\n\n{NEW}\n"


def test_lines_end_as_the_text_ends_them():
    body = "Prose.\r\n\r\n[[faq]]\r\n"
    assert with_sections(body, [NEW]) == "Prose.\r\n\r\n## French\r\n\r\nA draw.\r\n\r\n[[faq]]\r\n"


@pytest.mark.parametrize(
    "body",
    [
        "  odd \t\n\n\n\nlines  \n\n## Q\n[[ FAQ ]]\nafter",
        "a\r\nb\n\n[[faq]]\r\n\r\n",
        "[[faq]]",
        "",
        "no end\n\n\n",
    ],
)
def test_every_line_that_was_there_is_there_in_its_order(body):
    grown = with_sections(body, [NEW])
    assert all(part in grown for part in NEW.split("\n\n"))
    rest = iter(grown.splitlines(keepends=True))
    assert all(
        any(line.rstrip("\r\n") == other.rstrip("\r\n") for other in rest)
        for line in body.splitlines(keepends=True)
    )


def test_a_block_in_code_or_in_a_sentence_is_no_place():
    assert with_sections("See [[faq]] there.", [NEW]) == f"See [[faq]] there.\n\n{NEW}"


def test_numbers_are_told_one_by_one_only():
    references = [
        "round 255 cutoff",
        "draws numbers=253,254 total",
        "draws week=2023-w27",
        "rund 1",
        "latest",
    ]
    assert told(references) == {"255", "253", "254"}


def test_a_table_of_numbers_grows():
    body = "Text.\r\n\r\n[[draws numbers=253, 254]]\r\n\r\n[[draws week=2023-W27]]"
    line = table_of_numbers(body, {"254", "999"})
    assert line == "[[draws numbers=253, 254]]"
    assert with_line(body, line, with_numbers(line, ["255", "256"])) == (
        "Text.\r\n\r\n[[draws numbers=253, 254,255,256]]\r\n\r\n[[draws week=2023-W27]]"
    )


def test_a_table_of_other_draws_or_of_the_week_is_left_alone():
    assert table_of_numbers("[[draws numbers=1,2]]\n[[draws week=2023-W27]]", {"254"}) is None
