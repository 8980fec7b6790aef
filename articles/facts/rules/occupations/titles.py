"""Titles of occupations as people write them, against the classification and the lists. Pure: no Django."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from articles.facts.model import Record
from occupations.folding import fold

from .title_words import COMMON, PARTS, SMALL_WORDS, Key, head, key, last_singular, singular

# A title is written in so many words at most.
MOST_WORDS = 14
# How alike words must be, of 100, to be one title misspelt.
MISSPELT = 86
SAME_WORD = 70
# Words that stand in the titles of more codes than these are nobody's.
_FEW = 3


_NO_TITLE = frozenset(
    (
        "communications",
        "Communications",
        "services",
        "utilities",
        "electronics",
        "sales",
        "operations",
        "arts",
        "sciences",
    )
)


class Fit(Enum):
    """How a title goes with a code."""

    RIGHT = auto()
    MISSPELT = auto()
    WRONG = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Judged:
    """`title` is the right one in full, `codes` those that the title is of, where it is of others; `sure`: by a title, not
    by likeness."""

    fit: Fit
    title: str = ""
    codes: frozenset[str] = frozenset()
    sure: bool = True


class Titles:
    """The titles of a record: official ones, those printed on lists, the parts of both, everyday ones."""

    def __init__(self, record: Record):
        self.everyday = record.titles
        self.known = record.occupations
        self._remembered = lru_cache(maxsize=8192)(self._codes)
        self.official: dict[Key, set[str]] = {}
        self.parts: dict[Key, set[str]] = {}
        self.heads: dict[str, set[str]] = {}
        self.of: dict[str, list[str]] = {}
        for code, occupation in record.occupations.items():
            self._add(code, occupation.title)
        for version in record.versions:
            for code, title in (version.codes or {}).items():
                self._add(code, title)

    def _add(self, code: str, title: str) -> None:
        written = self.of.setdefault(code, [])
        if title in written:
            return
        written.append(title)
        self.official.setdefault(key(title), set()).add(code)
        without = title.split("(")[0]
        self.official.setdefault(key(without), set()).add(code)
        for part in PARTS.split(without):
            words = key(part)
            if (said := head(words)) and part.strip().endswith(("s", "men", "wives")):
                self.heads.setdefault(said, set()).add(code)
            # "Postal and courier services managers": a word that is no plural is no title by itself.
            if len(words) > 1 or (
                words and part.strip().endswith(("s", "men")) and part.strip() not in _NO_TITLE
            ):
                self.parts.setdefault(words, set()).add(code)
        pieces = re.split(r",| and | - |- ", without)
        for end in range(1, len(pieces)):
            for piece in (" ".join(pieces[:end]), " ".join(pieces[end:])):
                if len(key(piece)) > 1:
                    self.parts.setdefault(key(piece), set()).add(code)

    def title(self, code: str) -> str:
        """Return the official title of a code, "" for none."""
        occupation = self.known.get(code)
        return occupation.title if occupation else next(iter(self.of.get(code, ())), "")

    def exact(self, words: str) -> frozenset[str]:
        """Return the codes whose official title the words are."""
        return frozenset(self.official.get(key(words), ()))

    def filed(self, words: str) -> frozenset[str]:
        """Return the codes that the words are filed under as an everyday title."""
        folded = fold(words)
        for form in (folded, last_singular(folded), " ".join(map(singular, folded.split()))):
            if found := self.everyday.get(form):
                return frozenset(found)
        return frozenset()

    def codes(self, words: str, *, by_head: bool = True) -> frozenset[str]:
        """Return the codes that words may mean, by whatever title; empty for words that are no title. `by_head`: one
        word may be that which ends many titles."""
        return self._remembered(words, by_head)

    def _codes(self, words: str, by_head: bool) -> frozenset[str]:
        known = key(words)
        if not known:
            return frozenset()
        found = self.exact(words) | self.filed(words) | frozenset(self.parts.get(known, ()))
        if len(known) == 1 and by_head:
            found |= frozenset(self.heads.get(known[0], ()))
        return found | frozenset(COMMON.get(last_singular(fold(words)), "").split())

    def begins(self, word: str) -> bool:
        """Whether a title may begin with a word."""
        return not self._first.isdisjoint(key(word)) or word in self._common

    @cached_property
    def _first(self) -> frozenset[str]:
        words = {singular(word) for title in self.everyday for word in title.split()[:3]}
        return frozenset(
            words | {word for title in (*self.official, *self.parts) for word in title[:3]} | set(self.heads)
        )

    @cached_property
    def _common(self) -> frozenset[str]:
        first = {title.split()[0] for title in COMMON}
        return frozenset(first | {f"{word}s" for word in first})

    def is_narrowed(self, word: str, words: str) -> bool:
        """Whether a word before a title makes another one of it: "pastry" before "cooks", but not "covers"."""
        first = fold(words).split()[:1]
        return bool(first) and word not in SMALL_WORDS and (singular(word), singular(first[0])) in self._pairs

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        titles = (*(title.split() for title in self.everyday), *self.official)
        return frozenset(
            (singular(one), singular(other))
            for title in titles
            for one, other in zip(title, title[1:], strict=False)
        )

    def judge(self, code: str, words: str) -> Judged:
        """Say how words go with a code that exists."""
        said = key(words)
        if not said:
            return Judged(Fit.UNKNOWN)
        exact = self.exact(words)
        title = self.title(code)
        if code in exact:
            return Judged(Fit.RIGHT, title)
        if exact:
            return Judged(Fit.WRONG, title, exact)
        # "Elementary teachers" is a title of others, however like this code's own it is.
        if code in (own := self.codes(words)) or self._is_within(said, code, alike=not own):
            return Judged(Fit.RIGHT, title)
        if right := self._misspelt(code, words, said):
            return Judged(Fit.MISSPELT, right)
        if len(said) == 1 and self._is_akin(said[0], code):
            return Judged(Fit.UNKNOWN, title)
        if others := self.codes(words, by_head=False):
            return Judged(Fit.WRONG, title, others)
        if others := self._near(words, said):
            # "Brick layers": its own title, but for a space.
            if code in others:
                return Judged(Fit.RIGHT, title)
            # "Operations members" are so far the title of one code, and of no other.
            return Judged(
                Fit.WRONG, title, others, sure=len(others) == 1 and bool(head(said)) and len(said) > 1
            )
        return Judged(Fit.UNKNOWN, title)

    def _is_within(self, said: Key, code: str, *, alike: bool) -> bool:
        """Whether all that is said stands in one of the code's titles, or, where they may be `alike`, the reverse but for a word
        or two."""
        own = [set(key(title)) for title in self.of.get(code, ())]
        words = set(said)
        if any(words <= title for title in own):
            return True
        return alike and any(
            len(words & title) >= 2
            and len(title - words) <= 1
            and len(words - title) <= 1
            and words - title <= self._vocabulary
            for title in own
            if len(title) > 2
        )

    def _is_akin(self, word: str, code: str) -> bool:
        """Whether a word is of the family of one in a code's titles: "testers" and "testing technicians"."""
        stem = word[: max(4, len(word) - 2)]
        return any(other.startswith(stem) for title in self.of.get(code, ()) for other in key(title))

    def _misspelt(self, code: str, words: str, said: Key) -> str:
        """Return the title that words are meant to be, where one of them is misspelt."""
        odd = [word for word in said if word not in self._vocabulary]
        own_words = {word for title in self.of.get(code, ()) for word in key(title)}
        if not odd or any(
            max((fuzz.ratio(word, own) for own in own_words), default=0) < SAME_WORD for word in odd
        ):
            return ""
        wanted = " ".join(said)
        for title in self._written(code):
            parts = [
                title,
                title.split("(")[0].strip(),
                *(piece.strip() for piece in PARTS.split(title) if len(piece) > 4),
            ]
            for part in dict.fromkeys(parts):
                own = key(part)
                if len(own) == len(said) and all(
                    one == other or (one in odd and fuzz.ratio(one, other) >= SAME_WORD)
                    for one, other in zip(said, own, strict=True)
                ):
                    return part
            if abs(len(said) - len(key(title))) <= 1 and fuzz.ratio(wanted, " ".join(key(title))) >= MISSPELT:
                return title
        return ""

    def _written(self, code: str) -> Iterator[str]:
        yield from self.of.get(code, ())
        yield from self._by_code.get(code, ())

    def _near(self, words: str, said: Key) -> frozenset[str]:
        """Return the codes of the official title that words are nearly, none where several are as near."""
        if len(said) < 2:
            return frozenset()
        holding = {
            code for title, codes in self.official.items() if set(said) <= set(title) for code in codes
        }
        if 0 < len(holding) <= _FEW:
            return frozenset(holding)
        found = process.extract(" ".join(said), self._joined, scorer=fuzz.ratio, score_cutoff=90, limit=2)
        return frozenset(self.official[self._keys[found[0][2]]]) if found else frozenset()

    @cached_property
    def _keys(self) -> list[Key]:
        return list(self.official)

    @cached_property
    def _joined(self) -> list[str]:
        return [" ".join(words) for words in self._keys]

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        words = {word for title in self.everyday for word in title.split()}
        words.update(word for title in self.official for word in title)
        return frozenset(words | {singular(word) for word in words})

    @cached_property
    def _by_code(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for title, codes in self.everyday.items():
            for code in codes:
                found.setdefault(code, []).append(title)
        return found

    def holds(self, codes: Iterable[str], words: str) -> bool:
        """Whether all that is said stands in a title of one of the codes."""
        said = set(key(words))
        return any(said <= set(key(title)) for code in codes for title in self.of.get(code, ()))


_remembered: list[tuple[Record, Titles]] = []
_KEPT = 2


def titles(record: Record) -> Titles:
    """Return the titles of a record, read once for it."""
    for known, found in _remembered:
        if known is record or (
            known.titles is record.titles
            and known.occupations is record.occupations
            and known.versions is record.versions
        ):
            return found
    _remembered.insert(0, (record, Titles(record)))
    del _remembered[_KEPT:]
    return _remembered[0][1]
