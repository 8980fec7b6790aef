"""Which occupations a question may mean, best first. Pure: no Django."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from itertools import chain
from typing import NamedTuple

from occupations.search.index import Index
from occupations.search.model import Fit, JobTitle, Match
from occupations.search.questions import LONGEST, MAX_WORDS, Question, ask
from occupations.search.readings import readings, respelt
from occupations.search.titles import Form, Words
from occupations.search.vocabulary import Vocabulary
from occupations.search.words import normal, words_of

SHORTEST_BEGINNING = 3
# How far beyond the nearest spelling another is still told of.
SPREAD = 0.5
NEAR_TITLES = 5
# With more words that no title has, it is no job.
MOST_UNKNOWN = 3


class Closeness(IntEnum):
    """Whether the words stand in a title whole, by their beginnings, or only nearly."""

    WHOLE = 0
    BEGINNINGS = 1
    NEARLY = 2


class Hit(NamedTuple):
    """A title found, by its number: a smaller hit is a better one."""

    closeness: Closeness
    cost: float
    fit: Fit
    length: int
    number: int


# Where the words stand in a title, best first, and the fit that gives: the classification's own titles, then others.
FULL, HEAD, BEGINS, ENDS, WORDS = range(5)
OWN = (Fit.TITLE, Fit.TITLE_HEAD, Fit.TITLE_BEGINS, Fit.TITLE_ENDS, Fit.TITLE_WORDS)
EVERYDAY = (
    Fit.JOB_TITLE,
    Fit.JOB_TITLE_HEAD,
    Fit.JOB_TITLE_BEGINS,
    Fit.JOB_TITLE_ENDS,
    Fit.JOB_TITLE_WORDS,
)


def find(query: str, index: Index, vocabulary: Vocabulary) -> list[Match]:
    """Return the occupations that `query` may mean, best first.

    A code decides where it and the words agree on an occupation; a TEER category always does.
    """
    question = ask(query)
    if not question.words:
        return _by_code(question, index)
    named = _by_words(question.words, index, vocabulary)
    if question.teer is not None:
        named = [match for match in named if index.occupations[match.occupation_id].teer == question.teer]
    coded = _by_code(question, index) if question.code else []
    fits = {match.occupation_id: match.fit for match in coded}
    both = [match for match in named if match.occupation_id in fits]
    if both:
        return sorted((match._replace(fit=fits[match.occupation_id]) for match in both), key=_by_fit)
    return [*coded, *(match for match in named if match.occupation_id not in fits)]


def _by_fit(match: Match) -> Fit:
    return match.fit


def _by_code(question: Question, index: Index) -> list[Match]:
    """Find by code and TEER category alone, in the order of codes among equals."""
    if not question.code and question.teer is None:
        return []
    found = []
    for occupation in index.occupations.values():
        if question.code in occupation.code and question.teer in (None, occupation.teer):
            fit = _fit_of_code(question.code, occupation.code)
            found.append(Match(occupation.id, occupation.code, fit, None, 0))
    return sorted(found, key=_by_fit)


def _fit_of_code(asked: str, code: str) -> Fit:
    """Return how well a code that holds what was asked for fits; without a code it was asked for by its TEER category."""
    if not asked:
        return Fit.TEER
    if code == asked:
        return Fit.CODE
    return Fit.CODE_BEGINS if code.startswith(asked) else Fit.CODE_PART


def _by_words(words: Words, index: Index, vocabulary: Vocabulary) -> list[Match]:
    """Find by words as they stand; else without those that a title may lack; else with spelling or an ending changed."""
    needed = tuple(word for word in words if word not in vocabulary.fillers)
    for asked in dict.fromkeys((words, needed)):
        if hits := list(_hits(readings(asked, index, vocabulary), index)):
            return _ranked(hits, index)
    for asked, known_too in dict.fromkeys(((words, False), (needed, False), (needed, True))):
        if sum(not index.knows(normal(word)) for word in asked) > MOST_UNKNOWN:
            continue
        if hits := list(_near_hits(readings(asked, index, vocabulary), index, known_too)):
            return _ranked(hits, index)
    return _ranked(_family_hits(words, index), index)


def _hits(asked: Iterable[Words], index: Index) -> Iterator[Hit]:
    """Yield the titles that have all words of a reading, or words that begin so."""
    for words in filter(None, asked):
        whole = [{normal(word)} for word in words]
        numbers = index.with_words(whole)
        for number in numbers:
            yield _hit(number, index, whole, Closeness.WHOLE)
        # The last of several may be a short form, or still be typed: a letter of it is enough beside the others.
        long_enough = words[:-1] or words
        if min(map(len, long_enough)) < SHORTEST_BEGINNING:
            continue
        begun = [own | index.beginning_with(_stem(word)) for own, word in zip(whole, words, strict=True)]
        for number in index.with_words(begun) - numbers:
            yield _hit(number, index, begun, Closeness.BEGINNINGS)


def _stem(word: str) -> str:
    """Return the letters that a longer word begins with, without a plural's s."""
    return word.removesuffix("s") if len(word) > 3 else word


def _near_hits(asked: Iterable[Words], index: Index, known_too: bool) -> Iterator[Hit]:
    nearest: float | None = None
    spellings = [
        spelling for words in asked if words for spelling in respelt(words, index, known_too=known_too)
    ]
    for cost, words in sorted(spellings):
        if nearest is not None and cost > nearest + SPREAD:
            break
        whole = [{word} for word in words]
        for number in index.with_words(whole):
            nearest = cost if nearest is None else nearest
            yield _hit(number, index, whole, Closeness.NEARLY, cost)


def _family_hits(words: Words, index: Index) -> Iterator[Hit]:
    """Yield the titles that have all of the words but one, and in its place another of its family. All are known."""
    whole = [{normal(word)} for word in words]
    known = all(map(index.knows, chain.from_iterable(whole)))
    for at, word in enumerate(words if known else ()):
        asked = [*whole[:at], index.of_family(word), *whole[at + 1 :]]
        for number in index.with_words(asked):
            yield _hit(number, index, asked, Closeness.NEARLY)


def _hit(
    number: int, index: Index, words: Sequence[AbstractSet[str]], closeness: Closeness, cost: float = 0
) -> Hit:
    place = _place(number, index, words)
    if closeness is Closeness.BEGINNINGS:
        place = max(place, BEGINS)
    if index.is_own(number):
        return Hit(closeness, cost, OWN[place], 0, number)
    return Hit(closeness, cost, EVERYDAY[place], len(index.titles[number]), number)


def _place(number: int, index: Index, words: Sequence[AbstractSet[str]]) -> int:
    best, asked = WORDS, len(words)
    ends_too = index.languages[number] == "en" and asked < index.last(number)
    for form in index.forms(number):
        if _all_in(form.words, words):
            if form.whole and len(form.words) == asked:
                return FULL
            best = min(best, HEAD if form.head == asked else BEGINS)
        # "Real estate agents and salespersons" names salespersons second.
        elif ends_too and _all_in(_end(form, asked), words):
            best = min(best, ENDS)
    return best


def _end(form: Form, count: int) -> Words:
    """Return the last words before the qualifier, `count` of them or fewer."""
    return form.words[max(form.head - count, 0) : form.head]


def _all_in(form: Words, words: Sequence[AbstractSet[str]]) -> bool:
    return len(form) >= len(words) and all(word in meant for word, meant in zip(form, words, strict=False))


def _ranked(hits: Iterable[Hit], index: Index) -> list[Match]:
    """Group hits by occupation, the best first; among equals the one with more titles, then with the shorter one."""
    grouped: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        grouped[index.occupation_of[hit.number].id].append(hit)
    placed = []
    for own in grouped.values():
        best = min(own)
        occupation = index.occupation_of[best.number]
        others = {
            hit.number for hit in own if hit.closeness is best.closeness and not index.is_own(hit.number)
        }
        fit = Fit.NEARLY if best.closeness is Closeness.NEARLY else best.fit
        told = None if index.is_own(best.number) else _job_title(best.number, index)
        match = Match(occupation.id, occupation.code, fit, told, len(others))
        placed.append(((*best[:3], -len(others), best.length, match.code, match.occupation_id), match))
    return [match for _place, match in sorted(placed, key=lambda pair: pair[0])]


def find_near(query: str, index: Index) -> list[JobTitle]:
    """Return titles that are spelt a little like `query`, those that share words with it first, one an occupation."""
    words = [normal(word) for word in words_of(query[:LONGEST])][:MAX_WORDS]
    shared = set(filter(index.knows, words))
    near: dict[int, JobTitle] = {}
    placed = sorted(
        (-len(shared.intersection(index.spellings[number].split())), -likeness, number)
        for number, likeness in index.spelt_in_all_like(" ".join(words))
    )
    for *_place, number in placed:
        near.setdefault(index.occupation_of[number].id, _job_title(number, index))
    return list(near.values())[:NEAR_TITLES]


def _job_title(number: int, index: Index) -> JobTitle:
    return JobTitle(index.titles[number], index.languages[number])
