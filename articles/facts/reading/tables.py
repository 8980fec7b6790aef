"""Tables of text: rows with pipes, with tabs, and with columns set apart by spaces."""

import re
from collections.abc import Iterator, Sequence

from .model import Cell, Row

_PIPE = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_COLUMNS = re.compile(r"(?<=\S) {2,}(?=\S)")
_DIGIT = re.compile(r"\d")


def is_rule(line: str) -> bool:
    """Whether a line is the one of dashes below a table's headings."""
    marks = line.strip()
    return "-" in marks and ("|" in marks or ":" in marks) and not marks.strip("|-: \t+")


def has_pipes(line: str) -> bool:
    return _PIPE.search(line) is not None


def has_tabs(line: str) -> bool:
    return "\t" in line and bool(line.strip())


def has_columns(line: str) -> bool:
    """Whether a line has columns set apart by spaces, which two spaces after a full stop are not."""
    cells = _COLUMNS.split(line.strip())
    return len(cells) >= 3 and all(len(cell) < 60 and cell[-1] not in ".!?" for cell in cells)


def pipe_row(text: str, source: str, start: int, end: int) -> Row:
    """Return a row of cells between pipes; those at both ends of the line are a frame."""
    bounds = [match.start() for match in _PIPE.finditer(source, start, end)]
    words = source[start:end]
    left = start
    if words.lstrip().startswith("|") and bounds:
        left = bounds.pop(0) + 1
    closed = words.rstrip().endswith("|") and bool(bounds) and bounds[-1] == start + len(words.rstrip()) - 1
    right = bounds.pop() if closed else end
    cells = []
    for bound in [*bounds, right]:
        cells.append(_cell(text, left, bound))
        left = bound + 1
    return Row(start, end, tuple(cells))


def tab_row(text: str, source: str, start: int, end: int) -> Row:
    return Row(start, end, tuple(_between(text, _TAB.finditer(source, start, end), start, end)))


def column_row(text: str, source: str, start: int, end: int) -> Row:
    left = start + len(source[start:end]) - len(source[start:end].lstrip())
    right = start + len(source[start:end].rstrip())
    return Row(start, end, tuple(_between(text, _COLUMNS.finditer(source, left, right), left, right)))


def _between(text: str, marks: Iterator[re.Match[str]], start: int, end: int) -> Iterator[Cell]:
    left = start
    for mark in marks:
        yield _cell(text, left, mark.start())
        left = mark.end()
    yield _cell(text, left, end)


def _cell(text: str, start: int, end: int) -> Cell:
    words = text[start:end]
    stripped = words.strip()
    left = start + len(words) - len(words.lstrip()) if stripped else start
    return Cell(left, left + len(stripped), stripped)


def begins_with_headings(rows: Sequence[Row]) -> bool:
    """Whether the first row is one of headings: it has words where the rows below have figures."""
    if len(rows) < 2 or not any(cell.text for cell in rows[0].cells):
        return False
    first = sum(bool(_DIGIT.search(cell.text)) for cell in rows[0].cells)
    rest = sum(bool(_DIGIT.search(cell.text)) for cell in rows[1].cells)
    return first == 0 and rest > 0


def spread(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows whose cells stand each below its heading: one that stands over several rows is in each of them, and one over several
    columns is followed by empty ones."""
    if all(cell.across == cell.down == 1 for row in rows for cell in row.cells):
        return tuple(rows)
    hanging: dict[int, tuple[Cell, int]] = {}
    done = []
    for row in rows:
        cells: list[Cell] = []
        for cell in row.cells:
            _hang(cells, hanging)
            if cell.down > 1:
                hanging[len(cells)] = (cell, cell.down - 1)
            cells.append(cell)
            cells += [Cell(cell.end, cell.end, "")] * (cell.across - 1)
        _hang(cells, hanging)
        done.append(Row(row.start, row.end, tuple(cells)))
    return tuple(done)


def _hang(cells: list[Cell], hanging: dict[int, tuple[Cell, int]]) -> None:
    """Add the cells of rows above that stand over the next places of a row."""
    while (held := hanging.get(len(cells))) is not None:
        cell, left = held
        if left > 1:
            hanging[len(cells)] = (cell, left - 1)
        else:
            del hanging[len(cells)]
        cells.append(cell)
