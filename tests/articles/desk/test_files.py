"""Files read by the desk."""

from io import BytesIO

import pytest

from articles.desk.files import (
    LONGEST_FILE,
    Lines,
    NotText,
    format_of,
    parts_of_file,
    read_text,
)
from articles.facts.model import Format

ARTICLE = """+++
title = "Draws of July"
slug = "draws-of-july"
standfirst = "The cut-off was 463."

[[faq]]
question = "How many?"
answer = "There were 1,500."

[[faq]]
question = 'And then?'
answer = '''
Of 36 "there is" one.
'''
+++

The text.
"""


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("release.html", "plain", Format.HTML),
        ("RELEASE.HTM", "plain", Format.HTML),
        ("story.md", "<p>words</p>", Format.MARKDOWN),
        ("pasted.txt", "# words", Format.PLAIN),
        ("-", "<!DOCTYPE html><title>x</title>", Format.HTML),
        ("release", "Intro\n<table><tr><td>1</td></tr></table>", Format.HTML),
        ("release", "5 < 6 and 7 > 3", Format.PLAIN),
        ("-", "## Heading\n\nWords.", Format.MARKDOWN),
        ("-", "| a | b |\n| --- | --- |\n", Format.MARKDOWN),
        ("-", "Type\tCut-off\nTrades\t433\n", Format.PLAIN),
    ],
)
def test_format_is_told_by_the_name_and_else_by_the_content(name, text, written):
    assert format_of(name, text) is written


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfcut-off\r\n463\r", "cut-off\n463\n"),
        ("é".encode("utf-16"), "é"),
        (b"", ""),
    ],
)
def test_text_is_read_with_line_ends_of_one_kind(content, text, tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(content)
    assert read_text(path) == read_text(BytesIO(content)) == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a\n\xe9t\xe9", "is not UTF-8: line 2"),
        (b"PK\x03\x04\x00\x00", "a binary file"),
        (b"\xff\xfe\x00", "is not text"),
        (b"x" * (LONGEST_FILE + 1), "larger than 5 MB"),
    ],
)
def test_what_is_no_text_is_refused(content, reason):
    with pytest.raises(NotText, match=reason):
        read_text(BytesIO(content))


def test_an_article_of_the_site_is_read_by_its_parts():
    parts = parts_of_file("story.md", ARTICLE)
    assert [(part.name, part.source) for part, _start in parts] == [
        ("title", "Draws of July"),
        ("standfirst", "The cut-off was 463."),
        ("question-0", "How many?"),
        ("answer-0", "There were 1,500."),
        ("question-1", "And then?"),
        ("answer-1", '\nOf 36 "there is" one.\n'),
        ("body", "\nThe text.\n"),
    ]
    assert all(ARTICLE[start:].startswith(part.source) for part, start in parts)


@pytest.mark.parametrize("text", ["+++\nnot toml at all\n+++\nText", "Text", "", "+++\n" * 20_000])
def test_any_other_file_is_one_part(text):
    [(part, start)] = parts_of_file("story.md", text)
    assert (part.source, start) == (text, 0)


def test_lines_and_columns_count_from_one():
    assert [Lines("ab\ncd\n").place(offset) for offset in (0, 1, 3, 4, 6)] == [
        (1, 1), (1, 2), (2, 1), (2, 2), (3, 1),
    ]  # fmt: skip
