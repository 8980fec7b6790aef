"""What is asked, taken apart: a code, a TEER category, and words. Pure: no Django."""

import re
from typing import NamedTuple

from occupations.search.titles import without_exceptions
from occupations.search.words import normal, words_of

# Beyond these, more narrows nothing.
LONGEST = 200
MAX_WORDS = 8
FEWEST_LETTERS = 2

_CLASSIFICATIONS = frozenset({"noc", "cnp"})
_YEARS = frozenset({"2006", "2011", "2016", "2021", "2026"})
_CODES = frozenset({"code", "codes"})
_TEER = frozenset({"teer", "feer"})
_CATEGORY = re.compile(r"[0-9]")
# One digit is too little of a code: it would begin a tenth of them.
_PART_OF_CODE = re.compile(r"[0-9]{2,5}")
_JOINED = re.compile(r"(noc|cnp|teer|feer)([0-9]+)")


class Question(NamedTuple):
    """The digits of a code ("" for none), the TEER category, if one is named, and the words besides."""

    code: str
    teer: int | None
    words: tuple[str, ...]


def ask(query: str) -> Question:
    """Take `query` apart; of a text without end its beginning counts."""
    tokens = _tokens(query)
    code, teer, words = "", None, []
    for before, token, after in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False):
        if _only_names(before, token, after):
            continue
        if before in _TEER and _CATEGORY.fullmatch(token):
            teer = int(token)
        elif not code and _PART_OF_CODE.fullmatch(token):
            code = token
        else:
            words.append(token)
    once: dict[str, str] = {}
    for word in words:
        once.setdefault(normal(word), word)
    kept = tuple(once.values())[:MAX_WORDS]
    return Question(code, teer, kept if len("".join(kept)) >= FEWEST_LETTERS else ())


def _tokens(query: str) -> list[str]:
    """Return the words, those like "noc73300" parted."""
    tokens: list[str] = []
    for word in words_of(without_exceptions(query[:LONGEST])):
        joined = _JOINED.fullmatch(word)
        tokens += joined.groups() if joined else [word]
    return tokens


def _only_names(before: str, token: str, after: str) -> bool:
    """Whether `token` says only what the tokens beside it are: "NOC 2021", "code", "TEER"."""
    if token in _CODES:
        return before in _CLASSIFICATIONS or _PART_OF_CODE.fullmatch(after) is not None
    if token in _YEARS:
        return before in _CLASSIFICATIONS and after != ""
    return token in _CLASSIFICATIONS or (token in _TEER and _CATEGORY.fullmatch(after) is not None)
