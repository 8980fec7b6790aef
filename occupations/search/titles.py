"""A title taken apart: its forms, where its qualifier begins, and the words beside it. Pure: no Django."""

import re
from typing import NamedTuple

from occupations.search.words import normal, words_of

# What a title says it is not: "Farmer (except nursery and fish farm)".
_EXCEPTION = re.compile(r"\((?:except|excluding|excluant|hors|non|sauf)\b[^)]*\)", re.IGNORECASE)
_ASIDE = re.compile(r"\(([^)]*)\)")
# "Data analyst - informatics and systems", "Tailors, dressmakers, furriers and milliners".
_QUALIFIER = re.compile(r"\s+[-–]\s+|,\s")
_AND = re.compile(r" and ", re.IGNORECASE)
_ALIKE = 3

Words = tuple[str, ...]


class Form(NamedTuple):
    """A title in one gender, in normal words. `head` of them stand before the qualifier; `whole` if nothing is lacking."""

    words: Words
    head: int
    whole: bool = True


class Reading(NamedTuple):
    """A title taken apart.

    `last` is how many words of the head name what is named last, and one more if nothing else is named. `words` are all
    folded words, those of asides too.
    """

    forms: tuple[Form, ...]
    last: int
    words: frozenset[str]


def without_exceptions(text: str) -> str:
    return _EXCEPTION.sub(" ", text)


def read(title: str) -> Reading:
    """Take a title apart.

    "Waiter/waitress - drive-in restaurant" has two forms, "waiter drive in restaurant" and the same of a waitress, each
    with a head of one word. An aside belongs to no form, but is among the words. Of a title with an exception there is a
    form that has it and one that has not, and an exception's words find nothing by themselves.
    """
    main = title
    asides: set[str] = set()
    if "(" in title:
        affirmed = without_exceptions(title)
        asides.update(*map(words_of, _ASIDE.findall(affirmed)))
        main = _ASIDE.sub(" ", affirmed)
    head, *rest = _QUALIFIER.split(main, maxsplit=1)
    tail = words_of(rest[0]) if rest else []
    words = asides.union(tail)
    exception = _EXCEPTION.search(title) is not None
    forms: dict[Words, Form] = {}
    for beginning in _genders(head):
        words.update(beginning)
        form = Form(normal_words([*beginning, *tail]), len(normal_words(beginning)), not exception)
        forms.setdefault(form.words, form)
    if exception:
        form = Form(normal_words(words_of(title)), 0)
        forms.setdefault(form.words, form)
    named = _AND.split(head)
    last = len(normal_words(words_of(named[-1]))) + (len(named) == 1)
    return Reading(tuple(forms.values()), last, frozenset(words))


def normal_words(words: list[str]) -> Words:
    """Return each word once, whether it stands there in one form or in two."""
    return tuple(dict.fromkeys(map(normal, words)))


def _genders(head: str) -> list[list[str]]:
    """Return "infirmier autorisé/infirmière autorisée" as two lists of words, any other title as one."""
    sides = [words_of(side) for side in head.split("/")]
    if len(sides) != 2 or not all(sides):
        return [[word for side in sides for word in side]]
    first, second = sides
    if second[0] == "woman" and first[-1].endswith("man"):
        return [first + second[1:]]
    shared = next(
        (at for at, word in enumerate(first) if word[:_ALIKE] == second[0][:_ALIKE]), len(first) - 1
    )
    paired = len(first) - shared
    return [first + second[paired:], first[:shared] + second]
