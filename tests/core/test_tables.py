"""Files of open data: what a spreadsheet makes of them, and what a program reads back."""

import csv
import io
import json
from types import SimpleNamespace

import pytest
from ninja import Schema

from core.tables import as_csv, cell, download


class Row(Schema):
    code: str
    count: int | None
    words: list[str]


ROWS = [
    SimpleNamespace(code="00010", count=-3, words=["FSW", "CEC"]),
    SimpleNamespace(code='=1+1, "é"\r\n', count=None, words=[]),
]


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "  =1",
    "＝1",
    "＋1",
    "－1",
    "＠SUM(A1)",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert cell(text) == f"'{text}"
    assert cell([text, "b"]) == f"'{text} b"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (-5, -5),
        (0, 0),
        (True, "true"),
        (False, "false"),
        ("", ""),
        ("00010", "00010"),
        ("a=b", "a=b"),
    ],
)
def test_other_values_stay_what_they_are(value, written):
    assert cell(value) == written
    assert type(cell(value)) is type(written)


def test_a_csv_file_is_rfc_4180_with_a_header_and_its_zeros():
    response = download("codes", "csv", Row, ROWS, {})
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response.headers["Content-Disposition"] == 'attachment; filename="eedraws-codes.csv"'
    assert response.content == ('code,count,words\r\n00010,-3,FSW CEC\r\n"\'=1+1, ""é""\r\n",,\r\n'.encode())
    assert list(csv.reader(io.StringIO(response.text, newline=""), strict=True))[1] == [
        "00010",
        "-3",
        "FSW CEC",
    ]


def test_a_file_with_each_of_them_is_read_back_whole_with_its_numbers():
    rows = [{"text": text, "number": -len(text)} for text in FORMULAS]
    written = as_csv(["text", "number"], rows)
    read = list(csv.reader(io.StringIO(written, newline=""), strict=True))
    assert read == [["text", "number"], *([f"'{text}", str(-len(text))] for text in FORMULAS)]
    # What holds a line break or a quote stands in quotes, and every record ends in CRLF.
    assert '"\'\r=1",-3\r\n' in written
    assert "'-1,-2\r\n" in written


def test_a_json_file_says_what_it_is_before_its_rows_and_keeps_text_as_it_is():
    response = download("codes", "json", Row, ROWS, {"licence": "CC BY 4.0"})
    content = json.loads(response.content)
    assert list(content) == ["licence", "count", "items"]
    assert (content["count"], content["items"][1]) == (
        2,
        {"code": '=1+1, "é"\r\n', "count": None, "words": []},
    )
    assert "é" in response.text


def test_a_table_without_rows_is_its_header():
    assert as_csv(["a", "b"], []) == "a,b\r\n"
