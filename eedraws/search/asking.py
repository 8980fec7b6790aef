"""A question about draws, taken apart: numbers, days, types, cut-offs. Pure: no Django."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from articles.searching.words import stem
from draws.clock import Week
from draws.numbers import NotARoundNumber, sequence
from eedraws.search import days
from eedraws.search.days import When
from eedraws.search.names import VERSION, Names, stems
from occupations.folding import fold

# Beyond these, a text is no question about draws.
MAX_WORDS = 16
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}\b)")
_NUMBER = re.compile(r"[0-9]{1,4}[a-z]?|s[0-9]{1,6}")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_DRAWS = _set("draw draws round rounds ronde rondes tirage tirages")
_SCORES = _set("crs scg score scores cutoff cutoffs cut off offs point points minimum pointage")
_INVITATIONS = _set("invitation invitations ita itas invited")
_LATEST = _set("latest last newest recent dernier derniere")
_FILLERS = _set(
    """a all and at by canada date dates de des du ee en entry express for from held how in invitation ircc is la le list many
    month most new no number of on or result results the to type types was were what when which with year years"""
)
_BETWEEN = _set("a is of the was with")


class Question(NamedTuple):
    """What is asked about draws.

    `numbers` are numbers of draws, `cutoffs` and `invitations` figures; `either` may be a number of a draw or a cut-off.
    `days` are alternatives. `latest`: the newest of what is left. `says_draws`: the word itself was there.
    """

    types: frozenset[str] = frozenset()
    days: tuple[When, ...] = ()
    week: Week | None = None
    numbers: tuple[str, ...] = ()
    cutoffs: tuple[int, ...] = ()
    invitations: tuple[int, ...] = ()
    either: tuple[str, ...] = ()
    latest: bool = False
    says_draws: bool = False

    @property
    def is_precise(self) -> bool:
        """Whether more is said than a type: then draws are what is sought."""
        return bool(
            self.days or self.week or self.numbers or self.cutoffs or self.invitations or self.either
        ) or (self.latest and bool(self.says_draws or self.types))


def ask(text: str, names: Names) -> Question | None:
    """Take `text` apart; None where it holds words that are no matter of draws, or nothing but words that say nothing."""
    words = fold(_THOUSANDS.sub("", VERSION.sub("", text))).split()
    if not words or len(words) > MAX_WORDS:
        return None
    reader = _Reader(words, names)
    return reader.question() if reader.reads_all() else None


def words_asked(text: str) -> list[str]:
    """Return the stems that may name a type: all but those about draws in general."""
    return [word for word in stems(text) if word not in _OF_DRAWS and not word.isdigit()]


_OF_DRAWS = frozenset(stem(word) for word in _FILLERS | _DRAWS | _LATEST)


class _Reader:
    """Reads words from left to right; each thing found takes as many as belong to it."""

    def __init__(self, words: Sequence[str], names: Names) -> None:
        self.words = words
        self.names = names
        self.types: set[str] = set()
        self.days: list[When] = []
        self.week: Week | None = None
        self.numbers: list[str] = []
        self.cutoffs: list[int] = []
        self.invitations: list[int] = []
        self.either: list[str] = []
        self.marks: set[str] = set()

    def question(self) -> Question | None:
        """Return what was read; None if it says nothing."""
        if self.numbers:
            self.numbers, self.either = self.numbers + self.either, []
        says_draws, latest = bool(self.marks & _DRAWS), bool(self.marks & _LATEST)
        question = Question(
            frozenset(self.types), tuple(self.days), self.week, tuple(self.numbers), tuple(self.cutoffs),
            tuple(self.invitations), tuple(self.either), latest, says_draws,
        )  # fmt: skip
        return question if question.is_precise or self.types or says_draws else None

    def reads_all(self) -> bool:
        """Read on to the end; False at a word that is no matter of draws."""
        at = 0
        while at < len(self.words):
            length = self._type(at) or self._day(at) or self._number(at) or self._word(at)
            if not length:
                return False
            at += length
        return True

    def _type(self, at: int) -> int:
        """Take the longest name of a type that begins here, words between that go with any name left out."""
        for length in range(min(self.names.longest + 2, len(self.words) - at), 0, -1):
            part = self.words[at : at + length]
            slugs = self.names.exactly(stems(" ".join(part)))
            if slugs and (length > 1 or part[0] not in _FILLERS):
                self.types |= slugs
                return length
        return 0

    def _day(self, at: int) -> int:
        found = days.read(self.words[at:])
        if found is None:
            return 0
        self.days += found.days
        self.week = found.week or self.week
        return found.length

    def _number(self, at: int) -> int:
        word = self.words[at]
        if not _NUMBER.fullmatch(word):
            return 0
        before, after = self._beside(at, -1), self._beside(at, 1)
        if after in _INVITATIONS and word.isdigit():
            self.invitations.append(int(word))
        elif (after in _SCORES or before in _SCORES) and word.isdigit():
            self.cutoffs.append(int(word))
        elif before in _DRAWS or before in ("no", "number") or not word.isdigit():
            return self._add(self.numbers, word)
        else:
            return self._add(self.either, word)
        return 1

    def _add(self, numbers: list[str], word: str) -> int:
        """Take a number that a draw may have, or a score that a cut-off may be."""
        try:
            sequence(word)
        except NotARoundNumber:
            return 0
        numbers.append(word)
        return 1

    def _beside(self, at: int, step: int) -> str:
        """Return the next word on a side that says something: of "a cut-off of 463" the "off"."""
        at += step
        while 0 <= at < len(self.words) and self.words[at] in _BETWEEN:
            at += step
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _word(self, at: int) -> int:
        word = self.words[at]
        if word in _DRAWS | _SCORES | _INVITATIONS | _LATEST:
            self.marks.add(word)
            return 1
        return 1 if word in _FILLERS else 0
