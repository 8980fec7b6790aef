"""Words that the desk stops at: promises of an outcome, advice to break rules, wrong words. Pure: no Django."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.facts.model import Phrase
from articles.facts.rules.common.patterns import any_of, compiled


class Flagged(NamedTuple):
    """text[start:end] is what a phrase stops at; `replacement` is what to put there, None where that takes thought."""

    start: int
    end: int
    phrase: Phrase
    replacement: str | None


_DENIED = compiled(
    r"(?:\b(?:not|no|never|nobody|none|neither|nor|cannot|without|avoid\w*|beware of|wary of)\b|n't\b|\bno one\b|\bno-one\b)"
    r"(?:[\s\"'(-]+[\w'-]+){0,2}[\s\"'(-]*$"
)
_DENIED_AT_ONCE = compiled(
    r"(?:\b(?:not|no|never|nor|neither|than)\b|n't\b)(?:[\s\"']+(?:an?|the|any|as|really|so much|set|called|one|your|some))*[\s\"']*$"
)
_ASKS = compiled(
    r"\W*(?:can|could|does|do|did|may|should) (?:an?|any|some|the|anybody|anyone|somebody|someone|agents?|consultants?|lawyers?|ircc|you|they|he|she)\b"
)
REACH = 70
# So near to each other are the words of one promise, or of one piece of advice.
BESIDE = 30
# What refers to a group by its number or name.
_REFERS = re.compile(r"\\[1-9]|\(\?(?:P=|\()")
type _Expression = tuple[Phrase, re.Pattern[str]]


class Stops:
    """Phrases, to look for in many sentences. A pattern that is no regular expression finds nothing."""

    def __init__(self, phrases: Iterable[Phrase]):
        self._expressions, self._any = _compiled(tuple(phrases))

    def flagged(self, sentence: str) -> Iterator[Flagged]:
        """Yield what they find in a sentence in small letters; of two that overlap, the longer one."""
        if self._any is None or self._any.search(sentence):
            yield from _flagged(sentence, self._expressions)


def _flagged(sentence: str, expressions: Iterable[_Expression]) -> Iterator[Flagged]:
    found: list[Flagged] = []
    for phrase, expression in expressions:
        for match in expression.finditer(sentence):
            if match.end() > match.start() and not _excused(sentence, match, phrase):
                found.append(Flagged(match.start(), match.end(), phrase, _replacement(phrase)))
    found.sort(key=lambda item: (item.start - item.end, item.start))
    taken: list[Flagged] = []
    for item in found:
        if all(item.end <= other.start or other.end <= item.start for other in taken):
            taken.append(item)
    yield from _together(sorted(taken, key=lambda item: item.start))


def _together(found: Iterable[Flagged]) -> Iterator[Flagged]:
    """Yield flags, those that stand beside each other as one: "hurry: submit tonight and you will be invited"."""
    last: Flagged | None = None
    for item in found:
        if last is None:
            last = item
        elif item.start - last.end <= BESIDE and not last.replacement and not item.replacement:
            last = last._replace(end=item.end)
        else:
            yield last
            last = item
    if last is not None:
        yield last


@lru_cache(maxsize=4)
def _compiled(phrases: tuple[Phrase, ...]) -> tuple[tuple[_Expression, ...], re.Pattern[str] | None]:
    """Return the phrases with their expressions, and one that finds something where one of these does; None where they cannot be
    put together."""
    found: list[_Expression] = []
    for phrase in phrases:
        try:
            found.append((phrase, compiled(phrase.pattern.replace("’", "'"))))
        except re.error:
            continue
    if any(_REFERS.search(expression.pattern) for _phrase, expression in found):
        return tuple(found), None
    try:
        return tuple(found), any_of(expression for _phrase, expression in found)
    except re.error:
        return tuple(found), None


def _replacement(phrase: Phrase) -> str | None:
    """Return the words to put in place; advice to the editor is a sentence with its full stop."""
    return phrase.instead if phrase.instead and not phrase.instead.endswith(".") else None


def _excused(sentence: str, match: re.Match[str], phrase: Phrase) -> bool:
    """Whether words are denied where they stand: "nobody can guarantee an invitation", "do not hide a refusal".

    A wrong word is wrong in a denial too, unless it is the very word that is denied: "a draw is not a lottery".
    Who asks whether somebody can promise something promises nothing.
    """
    before = sentence[max(0, match.start() - REACH) : match.start()]
    if not _replacement(phrase) and _ASKS.match(sentence) and sentence.rstrip(" *_\"')").endswith("?"):
        return True
    return bool((_DENIED_AT_ONCE if _replacement(phrase) else _DENIED).search(before))
