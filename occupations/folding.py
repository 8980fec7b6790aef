"""Text as search compares it: small letters without accents or punctuation. Pure: no Django."""

import re
import unicodedata
from itertools import filterfalse

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_SEPARATORS = re.compile(r"[\W_]+")
# Beyond this, further words narrow nothing.
MAX_WORDS = 8


def fold(text: str) -> str:
    """Return the words of `text` with single spaces between: "Infirmière-chef" gives "infirmiere chef"."""
    plain = text.lower() if text.isascii() else _in_plain_letters(text)
    return _SEPARATORS.sub(" ", plain).strip()


def _in_plain_letters(text: str) -> str:
    lowered = unicodedata.normalize("NFKD", text).casefold().translate(_LIGATURES)
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", lowered)))


def stems(text: str) -> list[str]:
    """Return the beginnings that the words of what is sought must have, without a plural's s.

    Words are matched by their beginnings, so "truck drivers" finds "truck driver" and the reverse.
    """
    words = dict.fromkeys(fold(text).split())
    return [word.removesuffix("s") if len(word) > 3 else word for word in list(words)[:MAX_WORDS]]


def has_words(folded: str, beginnings: list[str]) -> bool:
    """Whether every one of `beginnings` begins a word of `folded`."""
    padded = f" {folded}"
    return all(f" {beginning}" in padded for beginning in beginnings)
