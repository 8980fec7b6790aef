"""Fenced blocks of Markdown source."""

import re
from bisect import bisect_right
from typing import NamedTuple

_FENCE = re.compile(r"(`{3,}|~{3,})(?=[^`]*$)")


class Fenced(NamedTuple):
    """The lines of a fence and of its end, counted from 0, and what stands behind the fence's marks."""

    start: int
    end: int
    word: str


def fenced(lines: list[str]) -> list[Fenced]:
    """Return the fenced blocks. A fence that is never closed is none."""
    closing: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if _FENCE.fullmatch(line.rstrip(" ")):
            closing.setdefault(line.rstrip(" "), []).append(index)
    found: list[Fenced] = []
    index = 0
    while index < len(lines):
        if opened := _FENCE.match(lines[index]):
            ends = closing.get(opened[1], [])
            place = bisect_right(ends, index)
            if place < len(ends):
                word = lines[index][opened.end() :].strip().lower()
                found.append(Fenced(index, ends[place], word))
                index = ends[place]
        index += 1
    return found
