"""Lists of occupations as they are pasted, read without a database."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from occupations.pasting import MAX_CHARACTERS, Heading, Pasted, Reason, Row, Unread, read

TITLES = {
    "00012": "Senior managers - financial, communications and other business services",
    "31100": "Specialists in clinical and laboratory medicine",
    "63201": "Butchers - retail and wholesale",
    "72410": "Automotive service technicians, truck and bus mechanics and mechanical repairers",
    "73300": "Transport truck drivers",
    "73301": "Bus drivers, subway operators and other transit operators",
}
TRUCKS = [("73300", "Transport truck drivers")]
MECHANICS = [("72410", TITLES["72410"])]


def rows(text):
    found = read(text, TITLES)
    assert found.unread == []
    return [(row.code, row.title) for row in found.rows]


@pytest.mark.parametrize(
    "line",
    [
        "73300 Transport truck drivers",
        "Transport truck drivers 73300",
        "73300\tTransport truck drivers",
        "Transport truck drivers\t73300\t3",
        "73300\tTransport truck drivers\tTEER 3",
        "73300\tTransport truck drivers\t3\tAdded in 2026",
        "Transport\t73300\tTransport truck drivers\tTEER 3",
        "1\tTransport truck drivers\t73300",
        "73300;Transport truck drivers;3",
        "73300; Transport truck drivers; 3",
        "73300,Transport truck drivers,3",
        "73300,Transport truck drivers,3,Transport",
        "73300, Transport truck drivers, 3",
        "Transport truck drivers, 73300, TEER 3",
        '"73300","Transport truck drivers","3"',
        '73300;"Transport truck drivers"',
        "| 73300 | Transport truck drivers | 3 |",
        "73300 – Transport truck drivers",
        "73300: Transport truck drivers",
        "• Transport truck drivers (73300)",
        "* 73300 Transport truck drivers",
        "- Transport truck drivers - 73300",
        "1. Transport truck drivers (NOC 73300)",
        "12) 73300 Transport truck drivers",
        "NOC 73300: Transport truck drivers (TEER 3)",
        "NOC 2021 code: 73300 Transport truck drivers",
        "NOC73300 Transport truck drivers",
        "CNP 73300 Transport truck drivers",
        "73300 Transport truck drivers 3",
        "73300 Transport truck drivers*",
        "73300 Transport truck drivers [1]",
        "73300\u00a0Transport\u00a0truck\u202fdrivers",
        "\ufeff73300\u200b Transport truck dri\u00advers",
        "“Transport truck drivers” 73300",
        "73300 'Transport truck drivers'",
        "  73300   Transport   truck   drivers  ",
        "73300 Transport truck drivers (NOC 73300)",
        "73300.0\tTransport truck drivers",
        "7\x003300 Transport truck\x07 drivers",
    ],
)
def test_a_row_in_any_dress_is_a_code_and_a_title(line):
    assert rows(line) == TRUCKS


@pytest.mark.parametrize(
    "line",
    [
        f"72410 {TITLES['72410']}",
        f"{TITLES['72410']}, 72410",
        f'72410,"{TITLES["72410"]}",2',
        f"72410,{TITLES['72410']},2",
        f"72410\t{TITLES['72410']}\t2",
    ],
)
def test_a_comma_with_a_space_after_it_belongs_to_the_title(line):
    assert rows(line) == MECHANICS


def test_a_title_is_kept_as_it_was_published():
    assert rows("63201 Butchers- retail and wholesale") == [("63201", "Butchers- retail and wholesale")]
    assert rows('73300\t"Transport ""truck"" drivers"') == [("73300", 'Transport "truck" drivers')]
    assert rows("73300\tTransport non\u2011truck drivers") == [("73300", "Transport non-truck drivers")]


def test_codes_may_stand_alone_one_a_line_or_several():
    assert rows("73300\n\n73301\r\n31100") == [("73300", ""), ("73301", ""), ("31100", "")]
    assert rows("73300, 73301; 31100") == [("73300", ""), ("73301", ""), ("31100", "")]


def test_a_code_that_nobody_knows_is_read_all_the_same():
    assert rows("99999\tSpace pilots\tTEER 2") == [("99999", "Space pilots")]


def test_lines_are_counted_as_in_the_box():
    found = read("NOC code\tTitle\tTEER\r\n\r\n73300\r73301\n\u2028 31100", TITLES)
    assert [row.line for row in found.rows] == [3, 4, 5]
    assert found.headings == [Heading(1, "NOC code Title TEER")]


@pytest.mark.parametrize(
    "line", ["NOC code | Title | TEER", "2021 NOC code", "Occupations", "Class title,Code"]
)
def test_the_head_of_a_table_is_no_row_and_is_told(line):
    found = read(line, TITLES)
    assert (found.rows, found.unread, len(found.headings)) == ([], [], 1)


@pytest.mark.parametrize("line", ["", " \t ", "|---|:--:|", "* * *", "\u00a0", "\x00", "—", "''"])
def test_a_line_without_words_is_nothing(line):
    assert read(line, TITLES) == Pasted([], [], [])


@pytest.mark.parametrize(
    ("line", "reason", "code"),
    [
        ("Transport truck drivers", Reason.NO_CODE, ""),
        ("Trade occupations", Reason.NO_CODE, ""),
        ("7511 Transport truck drivers", Reason.NO_CODE, ""),
        ("733005 Transport truck drivers", Reason.NO_CODE, ""),
        ("73300a Transport truck drivers", Reason.NO_CODE, ""),
        ("٧٣٣٠٠ Transport truck drivers", Reason.NO_CODE, ""),
        ("12 Transport truck drivers", Reason.NO_CODE, ""),
        (f"12\t{TITLES['00012']}", Reason.ZEROS_DROPPED, "00012"),
        (f"0012\t{TITLES['00012']}", Reason.NO_CODE, ""),
        ("12", Reason.ZEROS_DROPPED, "00012"),
        ("73300 Transport truck drivers 73301 Bus drivers", Reason.SEVERAL_CODES, ""),
        (f"73300 {'a' * 201}", Reason.TITLE_TOO_LONG, ""),
    ],
)
def test_a_line_that_cannot_be_read_comes_back_with_its_reason(line, reason, code):
    assert read(f"73301\n{line}", TITLES) == Pasted(
        [Row(1, "73301", "")], [Unread(2, " ".join(line.split()), reason, code)], []
    )


def test_ten_thousand_lines_are_read():
    found = read("73300\n" * 10_000, TITLES)
    assert len(found.rows) == 10_000
    assert len(read("a\tb\n" * 15_000, TITLES).unread) == 15_000


@pytest.mark.parametrize(
    "unit",
    [" ", "\t", ",", '"', "(TEER ", "NOC ", "NOC\t", "[1", "* ", "1. ", "”“", "\u0301", "73300,", "; x"],
)
def test_the_longest_paste_of_anything_is_answered(unit):
    text = unit * (MAX_CHARACTERS // len(unit))
    for hostile in (text, f"73300 {text}x", f"TEER{text}"):
        found = read(hostile, TITLES)
        assert len(found.rows) + len(found.unread) + len(found.headings) <= 1


@given(st.text(max_size=300))
@example("73300|\x01")
@example('"73300\n')
def test_whatever_is_pasted_each_line_is_answered_once(text):
    found = read(text, TITLES)
    lines = [entry.line for entry in (*found.unread, *found.headings)]
    assert len(lines) == len(set(lines))
    assert not set(lines) & {row.line for row in found.rows}
    for row in found.rows:
        assert len(row.code) == 5
        assert row.title == " ".join(row.title.split())
