"""Putting new parts into a text and leaving every other line as it is. Pure: no Django."""

import re
from collections.abc import Iterable, Sequence

from articles.references import BadReference, DrawsFigure, DrawsTable, FaqBlock, Reference, RoundFigure, parse

_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_BLOCK = re.compile(r" {0,3}\[\[([^\[\]]*)\]\][ \t]*")
_NUMBERS = re.compile(r"(numbers\s*=\s*)([0-9a-zA-Z]+(?:\s*,\s*[0-9a-zA-Z]+)*)")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]")


def told(references: Iterable[str]) -> set[str]:
    """Return the numbers of the draws that references name one by one."""
    numbers: set[str] = set()
    for text in references:
        match _parsed(text):
            case RoundFigure(number=number):
                numbers.add(number)
            case DrawsTable(selection=selection) | DrawsFigure(selection=selection):
                numbers.update(selection.numbers)
    return numbers


def with_sections(body: str, sections: Sequence[str]) -> str:
    """Put sections before the place of the questions and its heading, or at the end where there is none."""
    end = _line_end(body)
    added = (2 * end).join(section.replace("\n", end) for section in sections)
    place = _place_of_questions(body)
    if place is None:
        rest = body.rstrip("\r\n")
        return rest + 2 * end + added + body[len(rest) :]
    before = body[:place]
    gap = "" if not before.strip() or before.endswith(2 * end) else end
    return before + gap + added + 2 * end + body[place:]


def with_numbers(line: str, numbers: Sequence[str]) -> str:
    """Add draws to the table of the line that names some by their numbers."""
    return _NUMBERS.sub(lambda match: match[0] + "".join(f",{number}" for number in numbers), line, count=1)


def table_of_numbers(body: str, among: Iterable[str]) -> str | None:
    """Return the line that is a table of draws named one by one, at least one of them in `among`."""
    wanted = set(among)
    for line in _LINE_ENDS.split(body):
        match _block(line):
            case DrawsTable(selection=selection) if wanted & set(selection.numbers):
                return line
    return None


def with_line(body: str, old: str, new: str) -> str:
    """Replace the first line `old` of a text by `new`."""
    start = 0
    for end in [*_LINE_ENDS.finditer(body), None]:
        stop = end.start() if end else len(body)
        if body[start:stop] == old:
            return body[:start] + new + body[stop:]
        start = end.end() if end else stop
    return body


def _line_end(body: str) -> str:
    """Return how lines end in a text: forms send them in another way than files have them."""
    found = _LINE_ENDS.search(body)
    return found[0] if found else "\n"


def _place_of_questions(body: str) -> int | None:
    """Return where the line of the questions begins, or the heading that stands right above it."""
    start, heading = 0, None
    for end in [*_LINE_ENDS.finditer(body), None]:
        line = body[start : end.start() if end else len(body)]
        if isinstance(_block(line), FaqBlock):
            return start if heading is None else heading
        if line.strip():
            heading = start if _HEADING.match(line) else None
        start = end.end() if end else len(body)
    return None


def _block(line: str) -> Reference | None:
    match = _BLOCK.fullmatch(line)
    return _parsed(match[1]) if match else None


def _parsed(text: str) -> Reference | None:
    try:
        return parse(text)
    except BadReference:
        return None
