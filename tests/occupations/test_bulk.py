"""What many pasted lines ask, and how much of each is understood. Needs no database."""

import pytest

from occupations.bulk import LONGEST_LINE, Line, Meaning, lines_of, reading, said_once
from occupations.search import Fit, JobTitle, Match


def match(code, fit, job_title=None):
    return Match(int(code), code, fit, job_title, 0)


CARPENTER = match("72310", Fit.CODE)
WELDER = match("72106", Fit.JOB_TITLE, JobTitle("Welder", "en"))
DRIVERS = [match(code, Fit.JOB_TITLE) for code in ("73300", "73301", "75200", "75201")]


def test_lines_keep_the_numbers_that_they_have_where_they_were_typed():
    assert lines_of("\n72310\r\n\r\n  welder \n\t\n") == [Line(2, "72310", "72310"), Line(4, "welder")]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("72310\tCarpenters\t2", "72310"),
        ("Carpenters (72310)", "72310"),
        ("NOC 2021: 72310", "72310"),
        ("NOC72310", "72310"),
        ("Carpenter,  finish", "Carpenter, finish"),
        ("1723104", "1723104"),
        ("a\0b\x07c\u200e", "a b c"),
        ("w" * LONGEST_LINE, "w" * LONGEST_LINE),
        ("w" * (LONGEST_LINE + 1), ""),
    ],
)
def test_a_code_in_a_row_decides_and_prose_is_not_sought(text, query):
    (line,) = lines_of(text)
    assert line.query.rstrip("\u200e") == query


def test_several_codes_on_a_line_are_asked_one_by_one():
    assert lines_of("72310, 72106 or 72310") == [Line(1, "72310", "72310"), Line(1, "72106", "72106")]


def test_lines_that_ask_the_same_are_said_once():
    lines = lines_of("Welder\n72310\nwelder\nNOC 72310 Carpenters\nWELDER.\n...\n???")
    assert said_once(lines) == [
        Line(1, "Welder", "", (3, 5)),
        Line(2, "72310", "72310", (4,)),
        Line(6, "..."),
        Line(7, "???"),
    ]
    assert [line.count for line in said_once(lines)] == [3, 2, 1, 1]


@pytest.mark.parametrize(
    ("found", "meaning", "codes"),
    [
        ([CARPENTER], Meaning.ONE, ["72310"]),
        ([CARPENTER, match("72311", Fit.CODE_BEGINS)], Meaning.ONE, ["72310"]),
        # The classification's own title comes before everyday ones.
        ([match("72310", Fit.TITLE), WELDER], Meaning.ONE, ["72310"]),
        ([WELDER, match("72310", Fit.TITLE_BEGINS)], Meaning.ONE, ["72106"]),
        (DRIVERS, Meaning.SEVERAL, ["73300", "73301", "75200"]),
        ([match("72310", Fit.TITLE_WORDS)], Meaning.NEAR, ["72310"]),
        ([match("72310", Fit.CODE_PART)], Meaning.NEAR, ["72310"]),
        ([match(code, max(Fit)) for code in ("10010", "10011", "10012", "10019")], Meaning.NEAR, ["10010", "10011", "10012"]),
        ([], Meaning.NONE, []),
    ],
)  # fmt: skip
def test_only_a_code_or_a_whole_title_is_understood(found, meaning, codes):
    read = reading(Line(1, "asked"), found)
    assert (read.meaning, [match.code for match in read.matches]) == (meaning, codes)


def test_zeros_that_a_spreadsheet_took_away_are_offered_back_first():
    found = [match(code, Fit.CODE_BEGINS) for code in ("12010", "12011", "12012")]
    read = reading(Line(1, "12"), [*found, match("00012", Fit.CODE_PART)])
    assert read.meaning is Meaning.NEAR
    assert [match.code for match in read.matches] == ["00012", "12010", "12011"]
