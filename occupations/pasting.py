"""A list of occupations as an editor pastes it: codes, rows of a table, lines of prose. Pure: no Django.

Nothing is guessed and nothing is dropped unsaid: a line that is neither a row nor a heading is handed back
with the reason why it could not be read.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from occupations.folding import fold

MAX_CHARACTERS = 60_000
MAX_TITLE = 200
# Further columns say nothing of the occupation.
MAX_CELLS = 12

_NEWLINE = re.compile(r"\r\n|\r|\n")
_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9]{5}(?![0-9A-Za-z])")
# Spaces are single by then, so that no pattern has to try them in many ways.
_SPACES = re.compile(" +")
_LABEL = re.compile(r"\b(?:NOC|CNP)(?: ?2[0-9]{3})?(?: code)? ?[:#]?[ \t]?(?=[0-9]{5}(?![0-9A-Za-z]))", re.I)
_TEER = re.compile(r"\(?\bTEER(?: category)? ?:? ?[0-5]\b\)?", re.I)
_LAST_COLUMN = re.compile(r"(?: ?, ?| )[0-5] ?$")
_COUNTER = re.compile(r"^ ?[0-9]{1,3}[.)] ")
_FOOTNOTE = re.compile(r" ?(?:[*†‡]|\[[0-9a-z]{1,2}\]) ?$")
_BEFORE, _AFTER = " ,;:|.-–—•·◦▪‣*)]”’»", " ,;:|-–—•([*“‘«"
_QUOTES = ('""', "“”", "''", "‘’", "«»")
_MARKS = "\t|;"
# A comma with a space after it belongs to a title; one without separates columns.
_IN_TITLE = "\x01"
_HEADING = {
    *("noc", "cnp", "2021", "code", "codes", "title", "titles", "teer", "occupation", "occupations", "class", "unit"),
    *("group", "groups", "name", "names", "job", "number", "no", "level", "category", "list", "of", "the", "and", "or"),
}  # fmt: skip


class Reason(Enum):
    """Why a line could not be read."""

    NO_CODE = "no code"
    ZEROS_DROPPED = "zeros dropped"
    SEVERAL_CODES = "several codes"
    TITLE_TOO_LONG = "title too long"


class Row(NamedTuple):
    """An occupation on line `line`; `title` is blank where only the code was given."""

    line: int
    code: str
    title: str


class Heading(NamedTuple):
    line: int
    text: str


class Unread(NamedTuple):
    """A line that is no row; `code` is the one that was perhaps meant."""

    line: int
    text: str
    reason: Reason
    code: str = ""


class Pasted(NamedTuple):
    rows: list[Row]
    unread: list[Unread]
    headings: list[Heading]


def read(text: str, titles: Mapping[str, str]) -> Pasted:
    """Return what stands on each line of `text`.

    `titles` are the classification's, by code: where several columns hold words, the title is the one that is
    most like the classification's own.
    """
    pasted = Pasted([], [], [])
    for number, line in enumerate(_NEWLINE.split(text), 1):
        for found in _read_line(number, _plain(line), titles):
            match found:
                case Row():
                    pasted.rows.append(found)
                case Unread():
                    pasted.unread.append(found)
                case Heading():
                    pasted.headings.append(found)
    return pasted


def codes_in(line: str) -> list[str]:
    """Return the codes that stand in a line, each once, with or without "NOC" before them."""
    return list(dict.fromkeys(_CODE.findall(_LABEL.sub("", line))))


def _read_line(number: int, line: str, titles: Mapping[str, str]) -> Iterator[Row | Unread | Heading]:
    shown = " ".join(line.split())
    if not any(char.isalnum() for char in line):
        return
    line = _LABEL.sub("", line)
    codes = codes_in(line)
    words = _words(line)
    if not codes:
        yield _without_code(number, shown, words, titles)
    elif len(codes) > 1 and words:
        yield Unread(number, shown, Reason.SEVERAL_CODES)
    else:
        for code in codes:
            title = _title(words, titles.get(code, ""))
            if len(title) > MAX_TITLE:
                yield Unread(number, shown, Reason.TITLE_TOO_LONG)
            else:
                yield Row(number, code, title)


def _without_code(number: int, shown: str, words: list[str], titles: Mapping[str, str]) -> Unread | Heading:
    """Judge a line without a code: the head of a table, or a row that lost the zeros in front, or something else."""
    if set(fold(shown).split()) <= _HEADING:
        return Heading(number, shown)
    for digits in re.findall(r"(?<![0-9A-Za-z])[1-9][0-9]{0,3}(?![0-9A-Za-z])", shown):
        code = digits.zfill(5)
        if code in titles and (not words or _likeness(titles[code], max(words, key=len)) > 0.6):
            return Unread(number, shown, Reason.ZEROS_DROPPED, code)
    return Unread(number, shown, Reason.NO_CODE)


def _plain(line: str) -> str:
    """Return a line with plain spaces and hyphens, without what cannot be seen."""
    chars = []
    for char in unicodedata.normalize("NFC", line).replace("\u2011", "-"):
        category = unicodedata.category(char)
        if char == "\t" or category[0] not in "CZ":
            chars.append(char)
        elif category[0] == "Z" or char in "\v\f\x85":
            chars.append(" ")
    return _SPACES.sub(" ", "".join(chars))


def _cells(line: str) -> list[str]:
    mark = next((mark for mark in _MARKS if mark in line), ",")
    if mark == ",":
        line = line.replace(", ", f"{_IN_TITLE} ")
    (cells,) = csv.reader([line], delimiter=mark, skipinitialspace=True)
    return [cell.replace(_IN_TITLE, ",") for cell in cells]


def _words(line: str) -> list[str]:
    """Return the parts of a line that hold words, without its codes, TEER, counters and bullets."""
    parts = []
    for cell in _cells(line)[:MAX_CELLS]:
        for part in _CODE.split(_TEER.sub(" ", cell)):
            part = _FOOTNOTE.sub("", _LAST_COLUMN.sub("", _COUNTER.sub("", part)))
            part = _unquoted(" ".join(part.lstrip(_BEFORE).rstrip(_AFTER).split()))
            if any(char.isalpha() for char in part):
                parts.append(part)
    return parts


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] + text[-1] in _QUOTES:
        return text[1:-1].strip().replace('""', '"')
    return text


def _title(words: list[str], known: str) -> str:
    if not words or not known:
        return next(iter(words), "")
    return max(words, key=lambda text: _likeness(known, text))


def _likeness(known: str, text: str) -> float:
    return SequenceMatcher(None, known.casefold(), text.casefold()[: 2 * MAX_TITLE], autojunk=False).ratio()
