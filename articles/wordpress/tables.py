"""Tables of HTML as tables of Markdown: a rectangle with a header. Pure."""

import re
from collections.abc import Callable, Iterable

from bs4 import Tag

# Beyond these a table is no table that anybody reads, and merged cells could fill the memory.
MAX_COLUMNS, MAX_ROWS = 60, 2000
_FIGURE = re.compile(r"[-+−–]?[$€£]?\s?[0-9][0-9.,\u00a0\u202f ]*\s?%?|[-–—]|n/a|", re.IGNORECASE)


def table_to_markdown(table: Tag, words_of: Callable[[Tag], str], note: Callable[[str], None]) -> str:
    """Return a table in Markdown; `words_of` gives the Markdown of a cell on one line, `note` hears what was lost."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table][:MAX_ROWS]
    grid = _grid(rows, words_of, note)
    if not grid:
        return ""
    if not _has_header(rows[0]):
        note("a table without a header: its first row became the header")
    if table.find("table"):
        note("a table inside a table was flattened into a cell")
    head, *body = grid
    lines = [
        _line(head),
        _line("---:" if _is_figures(column) else "---" for column in zip(*body, strict=True)),
    ]
    if not body:
        lines[1] = _line("---" for _ in head)
    caption = table.find("caption", recursive=False)
    above = [words_of(caption), ""] if caption else []
    return "\n".join([*above, *lines, *map(_line, body)])


def _grid(rows: list[Tag], words_of: Callable[[Tag], str], note: Callable[[str], None]) -> list[list[str]]:
    """Lay cells out as a browser does; of merged cells the first has the words, in the header each of a row."""
    placed: dict[tuple[int, int], str] = {}
    merged = False
    for y, row in enumerate(rows):
        x = 0
        for cell in row.find_all(["td", "th"], recursive=False):
            while (y, x) in placed:
                x += 1
            wide, high = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - y)
            merged |= wide > 1 or high > 1
            words = words_of(cell).replace("|", r"\|")
            for below in range(high):
                for right in range(min(wide, max(MAX_COLUMNS - x, 0))):
                    # Every column keeps a name: a header without words is none.
                    is_shown = below == 0 and (right == 0 or y == 0)
                    placed[y + below, x + right] = words if is_shown else ""
            x += wide
    if merged:
        note("merged cells of a table were split: look whether it still reads well")
    width = max((x for _, x in placed), default=-1) + 1
    grid = [[placed.get((y, x), "") for x in range(width)] for y in range(len(rows))]
    return [row for row in grid if any(row)]


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name, "1")).strip()
    return max(1, min(int(text), MAX_COLUMNS)) if re.fullmatch("[0-9]{1,4}", text) else 1


def _has_header(row: Tag) -> bool:
    return row.find_parent("thead") is not None or row.find("td", recursive=False) is None


def _is_figures(column: Iterable[str]) -> bool:
    cells = list(column)
    return any(cells) and all(_FIGURE.fullmatch(cell.replace("\\", "")) for cell in cells)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
