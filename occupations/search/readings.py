"""What words may mean: as they stand, joined, parted, written out, or put right. Pure: no Django."""

from collections.abc import Iterator

from occupations.search.index import Index
from occupations.search.titles import Words
from occupations.search.vocabulary import Vocabulary
from occupations.search.words import normal

SHORTEST_HALF = 3
MOST_READINGS = 12
MOST_SPELLINGS = 24


def readings(words: Words, index: Index, vocabulary: Vocabulary) -> list[Words]:
    """Return `words` and what they may stand for, themselves first."""
    found = dict.fromkeys([words, *_written_out(words, vocabulary), *_respaced(words, index)])
    return list(found)[:MOST_READINGS]


def _written_out(words: Words, vocabulary: Vocabulary) -> Iterator[Words]:
    """Yield `words` with each short form written out: "hr manager" as "human resources manager"."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + vocabulary.longest, len(words)) + 1):
            for meaning in vocabulary.meanings.get(tuple(map(normal, words[start:end])), ()):
                yield tuple(dict.fromkeys(words[:start] + meaning + words[end:]))


def _respaced(words: Words, index: Index) -> Iterator[Words]:
    """Yield `words` with two of them joined to one of the index, or one parted into two of it."""
    for at in range(len(words) - 1):
        joined = words[at] + words[at + 1]
        if index.knows(normal(joined)):
            yield (*words[:at], joined, *words[at + 2 :])
    for at, word in enumerate(words):
        if index.knows(normal(word)):
            continue
        for cut in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
            if index.knows(normal(word[:cut])) and index.knows(normal(word[cut:])):
                yield (*words[:at], word[:cut], word[cut:], *words[at + 1 :])


def respelt(words: Words, index: Index, *, known_too: bool = False) -> list[tuple[float, Words]]:
    """Return `words` in normal forms with their spelling put right, the nearest first, and how far each is.

    Words of the index stand as they are, or, with `known_too`, may be meant for others as well. Empty if a word is
    like none of the index.
    """
    found: list[tuple[float, Words]] = [(0.0, ())]
    for word in words:
        own = normal(word)
        known = index.knows(own)
        near = {own: 0.0} if known else {}
        if not known or known_too:
            near = index.spelt_like(word) | near
        found = sorted(
            ((cost + more, (*begun, other)) for cost, begun in found for other, more in near.items()),
            key=lambda spelling: spelling[0],
        )[:MOST_SPELLINGS]
    return found
