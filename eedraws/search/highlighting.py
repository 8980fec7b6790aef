"""Words that were searched for, marked in a text, and the piece of a text that has most of them. Pure: no Django.

Nothing here is HTML: a text comes apart into pieces, and templates write them, escaped.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from articles.searching.words import STOP_WORDS, stem
from occupations.folding import fold

# Accents that stand beside their letter, and letters with an accent of their own.
_MARKS = "[\u0300-\u036f]*"
_OTHER = r"[^\W\d_a-z]"
_SENTENCE_ENDS = re.compile(r"[.!?…]\s|\n\s*\n")
EXCERPT = 220
BEFORE = 60


class Piece(NamedTuple):
    """A piece of a text, and whether it is to be marked."""

    text: str
    marked: bool = False


class Excerpt(NamedTuple):
    """A part of a text, whether more of it comes before and after, and how many of the words it has."""

    text: str
    cut_before: bool
    cut_after: bool
    words: int


class Hit(NamedTuple):
    """Where a word that was searched for begins and ends, and its stem."""

    begin: int
    end: int
    stem: str


class Marker:
    """Knows the words that were searched for, as their stems."""

    def __init__(self, words: Iterable[str]) -> None:
        self.stems = frozenset(words)
        # Quick to find; whether it is one of the words is then seen by the whole of it.
        beginnings = "|".join(sorted({_beginning(word) for word in self.stems}))
        self._maybe = re.compile(rf"(?<!\w)(?:{beginnings})[\w\u0300-\u036f]*", re.IGNORECASE)

    def pieces(self, text: str) -> list[Piece]:
        """Return `text` in pieces, the words that were searched for marked: joined they are `text` again.

        Words with no more than a space or a hyphen between are marked as one.
        """
        found: list[Piece] = []
        end = 0
        for start, stop, _stem in self._hits(text):
            if found and start - end <= 1 and not text[end:start].strip("- ’'"):
                found[-1] = Piece(found[-1].text + text[end:stop], True)
            else:
                found += [Piece(text[end:start])] if start > end else []
                found.append(Piece(text[start:stop], True))
            end = stop
        return [*found, Piece(text[end:])] if end < len(text) else found

    def count(self, text: str) -> int:
        """Return how many of the words `text` has."""
        return len({stem for _start, _stop, stem in self._hits(text)})

    def excerpt(self, text: str, length: int = EXCERPT) -> Excerpt:
        """Return the part of `text`, cut between words, that has most of the words; the first of equals."""
        hits = list(self._hits(text))
        best, most = 0, 0
        for number, (begin, _end, _stem) in enumerate(hits):
            words = _words_before(begin + length - BEFORE, hits[number:])
            if words > most:
                best, most = begin, words
        start = _start(text, best)
        stop = _stop(text, start + length)
        return Excerpt(text[start:stop].strip(), start > 0, stop < len(text.rstrip()), most)

    def _hits(self, text: str) -> Iterable[Hit]:
        """Yield where each of the words begins and ends in `text`, and its stem."""
        if not self.stems:
            return
        for match in self._maybe.finditer(text):
            found = _stem_of(match[0])
            if found in self.stems:
                yield Hit(match.start(), match.end(), found)


def _words_before(limit: int, hits: Iterable[Hit]) -> int:
    """Return how many different words end before `limit`; `hits` are in order."""
    return len({hit.stem for hit in takewhile(lambda hit: hit.end <= limit, hits)})


def _beginning(word: str) -> str:
    """Return a pattern of how words of this stem may begin, its first letters, with or without accents."""
    first, *rest = (letter if letter.isascii() else _OTHER for letter in word[:2])
    return rf"(?:{first}{_MARKS}{''.join(rf'(?:{letter}|{_OTHER})' for letter in rest)}|{_OTHER})"


def _stem_of(word: str) -> str:
    folded = fold(unicodedata.normalize("NFC", word))
    return "" if folded in STOP_WORDS else stem(folded)


def _start(text: str, hit: int) -> int:
    """Return where a part that shows the word at `hit` begins: with its sentence, or not far before."""
    if hit <= BEFORE:
        return 0
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text, hit - BEFORE, hit)]
    if ends:
        return ends[-1]
    space = text.find(" ", hit - BEFORE, hit)
    return space + 1 if space >= 0 else hit


def _stop(text: str, limit: int) -> int:
    """Return where a part that may go on to `limit` ends: before a word, not in one."""
    if limit >= len(text):
        return len(text)
    space = text.rfind(" ", 0, limit + 1)
    return space if space > limit // 2 else limit
