"""The blocks of a part that is HTML: what stands between the tags that break lines."""

import re
from dataclasses import dataclass, field, replace

from . import tables
from .blocks import asks
from .model import Block, Cell, Kind, Row
from .source import Text

_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?([0-9]{1,3})\b", re.IGNORECASE)
# No cell of a table of draws stands over more.
_MOST_SPAN = 30
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,20})(?=[\s/>])[^<>]{0,4000}>|<!--", re.IGNORECASE)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "title": 1, "summary": 3, "dt": 3}
_BREAKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "aside",
        "main",
        "figure",
        "figcaption",
        "blockquote",
        "ul",
        "ol",
        "dl",
        "dd",
        "br",
        "hr",
        "details",
        "body",
        "html",
        "head",
        "form",
        "fieldset",
        "pre",
        "address",
        "table",
        "thead",
        "tbody",
        "tfoot",
    ]
)


@dataclass
class _Table:
    start: int
    rows: list[Row] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    row_start: int = 0
    caption: tuple[int, int] | None = None
    headed: bool = False


@dataclass
class _Reader:
    part: int
    text: Text
    blocks: list[Block] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    depth: int = 0
    start: int = 0
    in_cell: bool = False
    in_caption: bool = False

    def flush(self, end: int) -> None:
        """End the block that is open; what a cell or a caption holds is theirs."""
        start, self.start = self.start, end
        words = self.text.text[start:end]
        live = any(start <= found.start < end for found in self.text.lives)
        if not words.strip() and not live:
            return
        if self.tables and self.in_caption:
            self.tables[-1].caption = (start, end)
        elif self.tables and self.in_cell:
            self._cell(start, end)
            return
        kind = self.kind
        if kind in (Kind.PARAGRAPH, Kind.HEADING) and asks(self.text.text, start, end):
            kind = Kind.QUESTION
        self.blocks.append(Block(kind, self.part, start, end, self.level))

    def _cell(self, start: int, end: int) -> None:
        words = self.text.text[start:end]
        stripped = words.strip()
        left = start + len(words) - len(words.lstrip())
        cells = self.tables[-1].cells
        if cells and cells[-1].end == -1:
            cells[-1] = replace(cells[-1], start=left, end=left + len(stripped), text=stripped)
        elif cells:
            whole = self.text.text[cells[-1].start : left + len(stripped)]
            cells[-1] = replace(cells[-1], end=left + len(stripped), text=whole)

    def open_cell(self, place: int, tag: str = "") -> None:
        self.close_cell(place)
        if not self.tables[-1].cells:
            self.tables[-1].row_start = place
        spans = {match[1].lower(): min(int(match[2]), _MOST_SPAN) for match in _SPAN.finditer(tag)}
        across, down = max(1, spans.get("col", 1)), max(1, spans.get("row", 1))
        self.tables[-1].cells.append(Cell(place, -1, "", across, down))
        self.in_cell, self.start = True, place

    def close_cell(self, place: int) -> None:
        self.flush(place)
        self.in_cell = False
        cells = self.tables[-1].cells
        if cells and cells[-1].end == -1:
            cells[-1] = replace(cells[-1], end=cells[-1].start)

    def close_row(self, place: int) -> None:
        self.close_cell(place)
        table = self.tables[-1]
        if table.cells:
            table.rows.append(Row(table.row_start, table.cells[-1].end, tuple(table.cells)))
            table.cells = []

    def close_table(self, place: int) -> None:
        self.close_row(place)
        table = self.tables.pop()
        if table.rows:
            header = table.headed or tables.begins_with_headings(table.rows)
            rows = tables.spread(table.rows)
            caption = table.caption or self._caption()
            self.blocks.append(
                Block(Kind.TABLE, self.part, rows[0].start, rows[-1].end, 0, rows, header, caption)
            )
        self.in_cell = bool(self.tables and self.tables[-1].cells)

    def _caption(self) -> tuple[int, int] | None:
        above = self.blocks[-1] if self.blocks else None
        if (
            above is None
            or above.kind is Kind.TABLE
            or above.kind is Kind.ITEM
            or above.end - above.start > 300
        ):
            return None
        return above.start, above.end


def read(part: int, text: Text) -> list[Block]:
    """Return the blocks of a part of HTML in their order; any nesting is fit."""
    reader = _Reader(part, text)
    source = text.part.source
    place = 0
    last_end = source.rfind("-->")
    while match := _TAG.search(source, place):
        place = match.end()
        if match[2] is None:
            place = source.find("-->", place) + 3 if place <= last_end else place
            continue
        _take(reader, match, match[2].lower(), bool(match[1]))
    while reader.tables:
        reader.close_table(len(source))
    reader.flush(len(source))
    return reader.blocks


def _take(reader: _Reader, match: re.Match[str], name: str, closes: bool) -> None:
    if name in ("table", "tr", "td", "th", "caption"):
        _take_table(reader, match, name, closes)
    elif name in _HEADINGS:
        reader.flush(match.start())
        if not reader.in_cell:
            reader.kind = Kind.PARAGRAPH if closes else Kind.HEADING
            reader.level = 0 if closes else _HEADINGS[name]
    elif name == "li":
        reader.flush(match.start())
        reader.kind = Kind.PARAGRAPH if closes else Kind.ITEM
        reader.level = max(0, reader.depth - 1)
    elif name in _BREAKS:
        reader.flush(match.start())
        if name in ("ul", "ol"):
            reader.depth = max(0, reader.depth + (-1 if closes else 1))
            reader.kind = Kind.PARAGRAPH
        elif reader.kind is not Kind.ITEM:
            reader.kind, reader.level = Kind.PARAGRAPH, 0


def _take_table(reader: _Reader, match: re.Match[str], name: str, closes: bool) -> None:
    if name == "table":
        if not closes:
            reader.flush(match.start())
            reader.tables.append(_Table(match.start()))
            reader.in_cell = False
            reader.kind, reader.level = Kind.PARAGRAPH, 0
        elif reader.tables:
            reader.close_table(match.start())
    elif not reader.tables:
        reader.flush(match.start())
    elif name == "caption":
        reader.flush(match.start())
        reader.in_caption = not closes
    elif name == "tr":
        reader.close_row(match.start())
    elif closes:
        reader.close_cell(match.start())
    else:
        reader.open_cell(match.end(), match[0])
        if name == "th" and not reader.tables[-1].rows:
            reader.tables[-1].headed = True
