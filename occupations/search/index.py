"""Every title by its words, and every word by its beginning and its spelling. Pure: no Django."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from os.path import commonprefix
from sys import intern
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from occupations.search.texts import Texts
from occupations.search.titles import Form, read
from occupations.search.words import normal

# How many slips a word of so many letters may have: a letter left out, added, changed, or two swapped.
SLIPS = ((4, 1), (6, 2))
LONGEST_WORD = 40
# Words of one family share so many letters, and of them so many more at most are the ending of the one and the other.
SHARED_BEGINNING = 6
ENDINGS = (2, 5)
MOST_SPELLINGS = 12
# A first letter is seldom wrong, so a word that begins otherwise is thought to be farther away.
OTHER_BEGINNING = 0.5
# Of a hundred: how much of a title is to be like what was asked to be offered instead, and of how many of these.
LIKE_ENOUGH = 55
MOST_ALIKE = 100
SHORTEST_ALIKE = 3


class Occupation(NamedTuple):
    id: int
    code: str
    teer: int


class Index:
    """All that a search reads. Build it once, from the rows of the tables; it never changes.

    Titles have numbers. Of sixty thousand, what is known of each stands in a column, which takes a third of the memory that
    an object for each would: `occupation_of`, `titles`, `languages` and `spellings`, the first form of each as a text.
    """

    def __init__(
        self,
        occupations: Iterable[tuple[int, str, int, str, str]],
        job_titles: Iterable[tuple[int, str, str]],
    ) -> None:
        """Take (id, code, TEER, title in English, title in French) and (occupation's id, language, title)."""
        self.occupations: dict[int, Occupation] = {}
        self.occupation_of: list[Occupation] = []
        self.titles = Texts()
        self.languages: list[str] = []
        self.spellings: list[str] = []
        self._heads = array("B")
        self._lasts = array("B")
        # The forms of those that have not just one, and whole.
        self._forms: dict[int, tuple[Form, ...]] = {}
        self._normal_of: dict[str, str] = {}
        self._found_by: dict[str, array[int]] = {}
        for pk, code, teer, english, french in sorted(occupations, key=lambda row: (row[1], row[0])):
            self.occupations[pk] = occupation = Occupation(pk, code, teer)
            self._add(occupation, english, "en")
            self._add(occupation, french, "fr")
        # The classification's own titles are the first.
        self._own = len(self.titles)
        for pk, language, title in job_titles:
            if pk in self.occupations:
                # The database gives "en" anew with each of sixty thousand rows.
                self._add(self.occupations[pk], title, intern(language))
        self._words = sorted(self._normal_of)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._words:
            self._by_length[len(word)].append(word)
        # It knows all words of the tables by now, which stand here too.
        normal.cache_clear()

    def _add(self, occupation: Occupation, title: str, language: str) -> None:
        reading = read(title)
        number, first = len(self.titles), reading.forms[0]
        self.occupation_of.append(occupation)
        self.titles.append(title)
        self.languages.append(language)
        self.spellings.append(" ".join(first.words))
        self._heads.append(first.head)
        self._lasts.append(reading.last)
        if len(reading.forms) > 1 or not first.whole:
            self._forms[number] = reading.forms
        words = set()
        for word in reading.words:
            words.add(self._normal_of.setdefault(word, normal(word)))
        for word in words:
            self._found_by.setdefault(word, array("I")).append(number)

    def is_own(self, number: int) -> bool:
        """Whether a title is the classification's; all others are everyday titles."""
        return number < self._own

    def forms(self, number: int) -> tuple[Form, ...]:
        """Return the forms of a title."""
        if number in self._forms:
            return self._forms[number]
        return (Form(tuple(self.spellings[number].split()), self._heads[number]),)

    def last(self, number: int) -> int:
        """Return how many words of a title's head name what is named last, and one more if nothing else is named."""
        return self._lasts[number]

    def knows(self, word: str) -> bool:
        return word in self._found_by

    def beginning_with(self, letters: str) -> set[str]:
        """Return the normal forms of all words that begin with `letters`."""
        return {self._normal_of[word] for word in self._words_from(letters)}

    def _words_from(self, letters: str) -> Iterator[str]:
        for at in range(bisect_left(self._words, letters), len(self._words)):
            if not self._words[at].startswith(letters):
                break
            yield self._words[at]

    def of_family(self, word: str) -> set[str]:
        """Return the normal forms of words that differ in their endings: "comptabilité" of "comptable"."""
        shorter, longer = ENDINGS
        found = set()
        for other in self._words_from(word[:SHARED_BEGINNING]) if len(word) >= SHARED_BEGINNING else ():
            shared = len(commonprefix((word, other)))
            ends = sorted((len(word) - shared, len(other) - shared))
            if ends[0] <= shorter and ends[1] <= longer:
                found.add(self._normal_of[other])
        return found - {normal(word)}

    def spelt_like(self, word: str) -> dict[str, float]:
        """Return the normal forms of the words that `word` may be meant for, and how far each is from it."""
        slips = max((slips for length, slips in SLIPS if len(word) >= length), default=0)
        if not slips or len(word) > LONGEST_WORD or word.isdigit():
            return {}
        alike = [
            other
            for length in range(len(word) - slips, len(word) + slips + 1)
            for other in self._by_length.get(length, ())
        ]
        near: dict[str, float] = {}
        for spelling, distance, _at in process.extract(
            word, alike, scorer=OSA.distance, score_cutoff=slips, limit=MOST_SPELLINGS
        ):
            cost = distance + (OTHER_BEGINNING if spelling[0] != word[0] else 0)
            key = self._normal_of[spelling]
            near[key] = min(cost, near.get(key, cost))
        return near

    def spelt_in_all_like(self, words: str) -> list[tuple[int, float]]:
        """Return the numbers of the titles that look most like `words` in normal form, and how much of a hundred."""
        if len(words) < SHORTEST_ALIKE:
            return []
        found = process.extract(
            words, self.spellings, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=MOST_ALIKE
        )
        return [(number, likeness) for _spelling, likeness, number in found]

    def with_words(self, alternatives: Sequence[Iterable[str]]) -> set[int]:
        """Return the numbers of the titles that have, for each of `alternatives`, one of its words."""
        found: set[int] | None = None
        for words in alternatives:
            numbers = set().union(*(self._found_by.get(word, ()) for word in words))
            found = numbers if found is None else found & numbers
            if not found:
                break
        return found or set()
