"""Many lines at once, each a code or a job title: what is asked by each, and what is understood. Reads nothing."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from core.params import plain
from occupations.folding import fold
from occupations.pasting import codes_in
from occupations.search import Fit, Match

MOST_LINES = 200
# Longer than any title of the classification; what is longer is prose.
LONGEST_LINE = 200
MOST_CHOICES = 3


class Line(NamedTuple):
    """What is asked on a line: a code, if there is one, else a title, blank where no title is so long.

    `again` are the numbers of later lines that ask the same.
    """

    number: int
    text: str
    code: str = ""
    again: tuple[int, ...] = ()

    @property
    def query(self) -> str:
        """What to search for: in a row of a table, such as "72310 Carpenters", the code decides."""
        return self.code or (self.text if len(self.text) <= LONGEST_LINE else "")

    @property
    def count(self) -> int:
        return 1 + len(self.again)


class Meaning(Enum):
    """How much of a line is understood. Only ONE is an answer; the others are offers."""

    ONE = "one"
    SEVERAL = "several"
    NEAR = "near"
    NONE = "none"


class Reading(NamedTuple):
    """A line with what it means: one match, or the best of those that it may mean."""

    line: Line
    meaning: Meaning
    matches: Sequence[Match]


def lines_of(text: str) -> list[Line]:
    """Return what each line that is not empty asks, numbered as they stand; several codes on one ask several times."""
    found = []
    for number, line in enumerate(map(plain, text.splitlines()), start=1):
        codes = codes_in(line)
        if len(codes) > 1:
            found += [Line(number, code, code) for code in codes]
        elif line:
            found.append(Line(number, line, *codes))
    return found


def said_once(lines: Iterable[Line]) -> list[Line]:
    """Return the lines without those that ask the same as an earlier one, which then names them."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(fold(line.query) or line.text, []).append(line)
    return [
        first._replace(again=tuple(line.number for line in repeated)) for first, *repeated in found.values()
    ]


def reading(line: Line, matches: Sequence[Match]) -> Reading:
    """Judge what a search found for a line, best first: only a code or a whole title is an answer."""
    named = [match for match in matches if match.fit <= Fit.JOB_TITLE]
    best = [match for match in named if match.fit == named[0].fit]
    if best:
        meaning = Meaning.ONE if len(best) == 1 else Meaning.SEVERAL
        return Reading(line, meaning, best[:MOST_CHOICES])
    # Spreadsheets take the zeros in front of a code away.
    padded = line.query.zfill(5)
    near = sorted(matches, key=lambda match: match.code != padded)[:MOST_CHOICES]
    return Reading(line, Meaning.NEAR if near else Meaning.NONE, near)
