"""Where sentences end."""

import re
from collections.abc import Iterator

_END = re.compile(r"(?<![.!?\u2026])[.!?\u2026]++[\"')\]]*+(?=\s)")
_LAST_WORD = re.compile(r"[\w.&'-]{1,20}\Z")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "ste",
        "vs",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "approx",
        "est",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "art",
        "sec",
        "fig",
        "al",
        "ca",
        "cf",
        "etc",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "janv",
        "fevr",
        "févr",
        "avr",
        "juil",
        "déc",
        "max",
        "min",
        "pts",
        "gov",
        "prov",
    ]
)
# Behind the number of a day these may end a sentence: "on 18 Sept. Round 127".
_CALENDAR = frozenset(("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"))
_NUMBERING = frozenset(("no", "nos", "nr", "p", "pp", "vol", "ch", "n", "num"))
_DAYTIME = frozenset(("a.m", "p.m", "u.s", "u.k"))
_ZONE = re.compile(r"(?:[A-Z]{2,4}\b|Eastern|Toronto|Ottawa|Pacific)")


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences of text[start:end], without the spaces around them."""
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends(text, match, end):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


# Lines of a block that are all shorter than this are no wrapped prose: each says something of its own.
_SHORT_LINE = 60


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the lines of text[start:end] where it is a list of short ones, else those of the whole."""
    pieces = text[start:end].split("\n")
    if len(pieces) < 3 or any(len(piece) > _SHORT_LINE for piece in pieces):
        yield start, end
        return
    for piece in pieces:
        yield start, start + len(piece)
        start += len(piece) + 1


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    following = text[match.end() : min(end, match.end() + 400)].lstrip()
    if not following:
        return True
    first = following[0]
    if first.islower():
        return False
    if match[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    if word is None:
        return True
    last = word[0].lower().lstrip("('-&")
    if last in _NUMBERING:
        return not (first.isdigit() or first == "#")
    if last in _DAYTIME:
        return not _ZONE.match(following)
    if last in _CALENDAR:
        return not first.isdigit() and text[max(0, word.start() - 6) : word.start()].rstrip()[-1:].isdigit()
    if last in _ABBREVIATIONS:
        return False
    return not (len(last) == 1 and last.isalpha() and word[0].isupper() and first.isupper())


# No sentence is this long; what goes on without an end is cut, so that the work on each stays small.
_LONGEST = 1500


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield from _without_spaces(text, start, cut)
        start = cut
    yield from _without_spaces(text, start, end)


def _without_spaces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    if left < len(words):
        yield start + left, start + len(words.rstrip())
