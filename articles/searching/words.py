"""Words as the search of articles compares them, in the index and in what is asked. Pure: no Django.

Both databases get words that are folded and cut down to their stems here, and are asked for such words: so SQLite and
PostgreSQL, each with ideas of its own about accents and endings, find the same.
"""

import re
from functools import lru_cache

from occupations.folding import fold

# Words that narrow nothing, and those that a question is made of.
_ENGLISH = """a about an and are as at be been by can did do does for from had has have how i if in is it its me my of on or
our s so than that the their them there they this to us was we were what when where which who whom why will with would you
your"""
_FRENCH = "au aux ce ces d dans de des du en est et il l la le les mon ou par pour que qui quoi sur un une"
STOP_WORDS = frozenset(f"{_ENGLISH} {_FRENCH}".split())
# Beyond these, more narrows nothing.
MAX_WORDS = 8

_IRREGULAR = {"drawn": "draw", "drew": "draw", "held": "hold", "men": "man", "women": "woman", "news": "news"}
_UNCHANGED_BELOW = 4
# The first ending that fits goes, if so many letters are left of the word; the plural's goes before the others.
_PLURALS = (("ies", "y", 2), ("sses", "ss", 1), ("ches", "ch", 2), ("shes", "sh", 2), ("xes", "x", 2), ("ss", "ss", 0),
            ("us", "us", 0), ("is", "is", 0), ("s", "", 3))  # fmt: skip
_ENDINGS = (("ation", "", 4), ("ing", "", 3), ("ied", "y", 2), ("eed", "eed", 0), ("ed", "", 3), ("e", "", 3))
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")


def words_of(text: str) -> list[str]:
    """Return the stems of the words of `text` in their order, without those that narrow nothing."""
    return [stem(word) for word in fold(text).split() if word not in STOP_WORDS]


def asked(query: str) -> list[str]:
    """Return the stems that `query` asks for, each once."""
    return list(dict.fromkeys(words_of(query)))[:MAX_WORDS]


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Return what the forms of a folded English word have in common: "invited" and "invitations" give the same."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < _UNCHANGED_BELOW or word[0].isdigit():
        return word
    word = _without(word, _PLURALS)
    shorter = _without(word, _ENDINGS)
    return _DOUBLED.sub(r"\1", shorter) if word.endswith(("ed", "ing")) else shorter


def _without(word: str, endings: tuple[tuple[str, str, int], ...]) -> str:
    for old, new, left in endings:
        if word.endswith(old) and len(word) - len(old) >= left:
            return word[: len(word) - len(old)] + new
    return word
