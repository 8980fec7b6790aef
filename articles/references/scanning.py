"""Where references stand in Markdown source, line by line, so that a form can say what is wrong and where."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from .fences import fenced
from .kinds import ImageBlock, Reference
from .parsing import parse
from .values import BadReference, gettext_noop

_BACKTICKS = re.compile(r"`+")
_REFERENCE = re.compile(r"\[\[(?!\[)(?:([^\[\]]*)\]\])?")


class Found(NamedTuple):
    """What stands between double brackets on a line, counted from 1: a reference, or an error."""

    line: int
    text: str
    reference: Reference | None = None
    error: BadReference | None = None


def scan(source: str) -> list[Found]:
    """Find the references of Markdown source, fenced and inline code and escaped brackets apart."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = []
    for number, line in _outside_code(lines):
        for match in _REFERENCE.finditer(line):
            if not _is_escaped(line, match.start()):
                found.append(_read(number, line, match))
    return found


def _read(number: int, line: str, match: re.Match[str]) -> Found:
    text = match[1]
    if text is None:
        return Found(
            number,
            line[match.start() :][:60],
            error=BadReference(gettext_noop("“[[” is never closed by “]]”.")),
        )
    try:
        reference = parse(text)
        if reference.is_block and line.strip() != match[0]:
            alone = (
                gettext_noop("A picture stands alone on a line: give [[%(text)s]] a line of its own.")
                if isinstance(reference, ImageBlock)
                else gettext_noop("A table stands alone on a line: give [[%(text)s]] a line of its own.")
            )
            raise BadReference(alone, text=text)
    except BadReference as error:
        return Found(number, text, error=error)
    return Found(number, text, reference)


def _outside_code(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines outside fences, with inline code blanked out."""
    numbered = _outside_fences(lines)
    for blank, group in groupby(numbered, key=lambda item: not item[1].strip()):
        if not blank:
            numbers, texts = zip(*group, strict=True)
            yield from zip(numbers, _without_code_spans("\n".join(texts)).split("\n"), strict=True)


def _outside_fences(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield numbered lines, a blank one for each fenced block."""
    index = 0
    for start, end, _word in fenced(lines):
        yield from enumerate(lines[index:start], index + 1)
        yield start + 1, ""
        index = end + 1
    yield from enumerate(lines[index:], index + 1)


def _without_code_spans(text: str) -> str:
    """Blank out what stands between runs of as many backticks."""
    runs = [match.span() for match in _BACKTICKS.finditer(text)]
    partner: dict[int, int] = {}
    seen: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        length = runs[index][1] - runs[index][0]
        if length in seen:
            partner[index] = seen[length]
        seen[length] = index
    pieces, done, index = [], 0, 0
    while index < len(runs):
        start = runs[index][0]
        if index not in partner or _is_escaped(text, start):
            index += 1
            continue
        end = runs[partner[index]][1]
        pieces += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
        done, index = end, partner[index] + 1
    return "".join([*pieces, text[done:]])


def _is_escaped(text: str, place: int) -> bool:
    """Whether an odd number of backslashes stands before `place`."""
    before = place
    while before and text[before - 1] == "\\":
        before -= 1
    return (place - before) % 2 == 1
