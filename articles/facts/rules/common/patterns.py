"""Regular expressions over text whose markup is blanked out: a space in one stands for any white space. Pure: no Django."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

_SPACE = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])| (\?)?")


# So many answers are kept of what many rules ask: more than an article has sentences.
KEPT = 512


@lru_cache(maxsize=2048)
def compiled(source: str) -> re.Pattern[str]:
    """Compile an expression in which a space means one or more characters of white space, and " ?" none or more.

    Spaces within square brackets mean themselves. Raises re.error.
    """
    return re.compile(_SPACE.sub(lambda found: found[1] or (r"\s*" if found[2] else r"\s+"), source))


class Remembered:
    """A compiled expression that many rules ask of the same sentences."""

    def __init__(self, source: str):
        pattern = compiled(source)
        self.finditer = pattern.finditer
        self.search: Callable[[str], re.Match[str] | None] = lru_cache(maxsize=KEPT)(pattern.search)


_NAMED = re.compile(r"\(\?P<\w+>")


def any_of(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """Return an expression that finds something where one of these does, to ask once where mostly none finds anything.

    None may refer back to a group of its own. Raises re.error.
    """
    return re.compile("|".join(f"(?:{nameless(pattern.pattern)})" for pattern in patterns))


def nameless(source: str) -> str:
    """Return an expression without the names of its groups, so that it can stand beside others."""
    return _NAMED.sub("(?:", source)


def around(marks: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the words around text[start:end] that lie between two marks."""
    begin = max((match.end() for match in marks.finditer(text, 0, start)), default=0)
    after = marks.search(text, end)
    return begin, after.start() if after else len(text)


def small(words: str) -> str:
    """Return words in small letters, each in its place; a few letters that become two when made small stay as they are."""
    lower = words.lower()
    return lower if len(lower) == len(words) else words
