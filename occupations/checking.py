"""A pasted list held against the classification, before it is saved. Pure: no Django."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from enum import Enum
from typing import NamedTuple

from occupations.folding import fold
from occupations.pasting import Heading, Row, Unread, read

NEAR = 3
# Beyond so many unknown codes something else was pasted, and near codes help nobody.
SOUGHT = 20

_WORDS = re.compile(r"\w+|[^\w\s]|\s+")


class Spelling(Enum):
    """How a title differs from the classification's."""

    SMALL = "small"  # in capitals, hyphens or punctuation
    WORDS = "words"
    ANOTHER = "another"  # it is the title of another occupation


class Unknown(NamedTuple):
    """A code that the classification does not have, with the ones that were perhaps meant."""

    line: int
    code: str
    title: str
    near: list[str]


class Repeated(NamedTuple):
    code: str
    lines: list[int]


class Piece(NamedTuple):
    """Part of a title, and whether it stands in this one of the two only."""

    text: str
    differs: bool


class Misspelt(NamedTuple):
    """A title that is not spelt as in the classification.

    `of` is the code that has the title, if that is another one. `as_before` says that the title was published so
    on the list before.
    """

    line: int
    code: str
    published: list[Piece]
    official: list[Piece]
    spelling: Spelling
    of: str
    as_before: bool


class Checked(NamedTuple):
    """What a pasted list says, an occupation a row, and what is to be said of it."""

    rows: list[Row]
    unknown: list[Unknown]
    repeated: list[Repeated]
    unread: list[Unread]
    misspelt: list[Misspelt]
    headings: list[Heading]
    untitled: int


def check(text: str, titles: Mapping[str, str], before: Mapping[str, str]) -> Checked:
    """Read `text`, and hold it against the classification's `titles` and those published on the list `before`.

    A code without a title takes the one that the list before had, or the classification's.
    """
    pasted = read(text, titles)
    lines: dict[str, list[int]] = defaultdict(list)
    first: dict[str, Row] = {}
    for row in pasted.rows:
        lines[row.code].append(row.line)
        known = first.setdefault(row.code, row)
        if row.title and not known.title:
            first[row.code] = known._replace(title=row.title)
    known_rows = [row for row in first.values() if row.code in titles]
    unknown_rows = [row for row in first.values() if row.code not in titles]
    seek = _seeker(titles)
    return Checked(
        rows=[
            row._replace(title=row.title or before.get(row.code) or titles[row.code]) for row in known_rows
        ],
        unknown=[
            Unknown(row.line, row.code, row.title, seek(row) if place < SOUGHT else [])
            for place, row in enumerate(unknown_rows)
        ],
        repeated=[Repeated(code, numbers) for code, numbers in lines.items() if len(numbers) > 1],
        unread=pasted.unread,
        misspelt=_misspelt(known_rows, titles, before),
        headings=pasted.headings,
        untitled=sum(not row.title for row in known_rows),
    )


def _seeker(titles: Mapping[str, str]) -> Callable[[Row], list[str]]:
    """Return what finds the codes that a row with an unknown one perhaps means, likeliest first."""
    by_title = {title.casefold(): code for code, title in titles.items()}

    def seek(row: Row) -> list[str]:
        alike = get_close_matches(row.title.casefold(), by_title, NEAR, 0.8) if row.title else []
        codes = sorted(titles, key=lambda code: (_slips(row.code, code), code))
        return list(dict.fromkeys([*(by_title[title] for title in alike), *codes]))[:NEAR]

    return seek


def _slips(code: str, other: str) -> tuple[int, int]:
    """Return how many digits differ, two exchanged neighbours counting as one, and how late the first does."""
    differing = [place for place in range(len(code)) if code[place] != other[place]]
    if not differing:
        return 0, 0
    start, end = differing[0], differing[-1]
    exchanged = end == start + 1 and code[start : end + 1] == other[end] + other[start]
    return 1 if exchanged else len(differing), -start


def _misspelt(rows: Iterable[Row], titles: Mapping[str, str], before: Mapping[str, str]) -> list[Misspelt]:
    codes = {fold(title): code for code, title in titles.items()}
    found = []
    for row in rows:
        official = titles[row.code]
        if not row.title or row.title == official:
            continue
        folded = fold(row.title)
        of = codes.get(folded, "")
        another = of not in ("", row.code)
        spelling = (
            Spelling.ANOTHER if another else Spelling.SMALL if folded == fold(official) else Spelling.WORDS
        )
        published, known = difference(row.title, official)
        as_before = before.get(row.code) == row.title
        found.append(
            Misspelt(row.line, row.code, published, known, spelling, of if another else "", as_before)
        )
    return found


def difference(title: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Return two titles in pieces, each with whether the other has it."""
    words, others = _WORDS.findall(title), _WORDS.findall(other)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, start, end, other_start, other_end in SequenceMatcher(
        None, words, others, autojunk=False
    ).get_opcodes():
        _add(left, words[start:end], tag != "equal")
        _add(right, others[other_start:other_end], tag != "equal")
    return left, right


def _add(pieces: list[Piece], words: Sequence[str], differs: bool) -> None:
    if words:
        pieces.append(Piece("".join(words), differs))
