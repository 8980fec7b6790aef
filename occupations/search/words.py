"""Words as the search compares them: one form for singular and plural, masculine and feminine. Pure: no Django."""

import re
from functools import lru_cache

from occupations.folding import fold

# Words that say nothing of a job, in either language.
_ENGLISH = "a an and as at by for from i am in is s my of on or the to with"
_FRENCH = "au aux chez comme d dans de des du en et je l la le les ou par pour suis sur un une"
STOP_WORDS = frozenset(f"{_ENGLISH} {_FRENCH}".split())
# R.N. and P.Eng. are one word each; in "cook's" the s is a plural's like any other.
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)

# The first ending that fits is replaced; feminine and plural forms end as the masculine singular does.
_PLURALS = (("ies", "y"), ("ie", "y"), ("men", "man"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"),
            ("shes", "sh"), ("eaux", "eau"), ("aux", "al"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""))  # fmt: skip
_FEMININES = (("woman", "man"), ("iere", "ier"), ("euse", "eur"), ("trice", "teur"), ("ienne", "ien"),
              ("onne", "on"), ("elle", "el"), ("ive", "if"), ("tresse", "tr"))  # fmt: skip
_UNCHANGED_BELOW = 4
_LONG_ENOUGH_TO_LOSE_AN_E = 6
_LONG_ENOUGH_TO_LOSE_TWO = 8


def words_of(text: str) -> list[str]:
    """Return the folded words of `text`, those that say nothing left out."""
    if "." in text:
        text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text)
    return [word for word in fold(_POSSESSIVE.sub("s", text)).split() if word not in STOP_WORDS]


@lru_cache(maxsize=1 << 16)
def normal(word: str) -> str:
    """Return the form that stands for all forms of a folded word: "conductrices" and "conducteur" give the same.

    It need not be a word itself: an e at the end goes from long words, because it is all that marks many feminines.
    """
    if len(word) < _UNCHANGED_BELOW or word.isdigit():
        return word
    word = _with_ending(_with_ending(word, _PLURALS), _FEMININES)
    if word.endswith("ee"):
        return word[:-2] if len(word) >= _LONG_ENOUGH_TO_LOSE_TWO else word
    return word[:-1] if len(word) >= _LONG_ENOUGH_TO_LOSE_AN_E and word.endswith("e") else word


def _with_ending(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for old, new in endings:
        if word.endswith(old) and len(word) > len(old):
            return word[: -len(old)] + new
    return word
