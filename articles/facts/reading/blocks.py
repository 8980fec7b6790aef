"""The blocks of a part that is Markdown or plain text: headings, paragraphs, list items, tables, questions."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from articles.facts.model import Format

from . import tables
from .model import Block, Kind, Row
from .source import Text

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_ITEM = re.compile(
    r"([ \t]{0,40})(?:[-*+\u2022\u25cf\u25aa\u25e6\u2013\u2014]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)"
)
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*\Z")
_ASKS = re.compile(r"(?:Q(?:uestion)?[ \t]?\d{0,3}[.:)][ \t])|.*\?[ \t*_\"')]*\Z", re.IGNORECASE | re.DOTALL)
_ENDS = re.compile(r"[.!?:;,\u2026][\"')\]*_ ]*\Z")
_INLINE_LIVE = re.compile(
    r"\[\[\s*(?:round|category|draws[^\]]*(?:total|count|lowest|highest|range)|occupations[^\]]*count)\b"
)
# A line of prose that an editor wrapped is about this long; a shorter one without a full stop is a heading.
_WRAPPED = 55
_LONGEST_HEADING = 110
_LABEL = re.compile(r"[ \t]*[A-Za-z][\w #/()'-]{1,24}:[ \t]+\S")
# A line that is bold from end to end and no sentence heads what follows, below every heading that is marked as one.
_BOLD = re.compile(rf"(\*\*|__)(?![\s*_])[^*_\n]{{1,{_LONGEST_HEADING}}}(?<![\s.!?:;,])\1[ \t]*")
_BOLD_LEVEL = 6


@dataclass(slots=True)
class Line:
    start: int
    end: int
    source: str
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text.strip() and not _INLINE_LIVE.search(self.source)


@dataclass
class _Blocks:
    part: int
    text: Text
    done: list[Block] = field(default_factory=list)
    open: list[Line] = field(default_factory=list)
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    first: int = 0

    def flush(self) -> None:
        if self.open:
            start, end = self.first, self.open[-1].end
            words = self.text.text[start:end]
            if words.strip() or any(start <= live.start < end for live in self.text.lives):
                kind = self.kind
                level = self.level
                if kind in (Kind.PARAGRAPH, Kind.HEADING) and asks(self.text.text, start, end):
                    kind = Kind.QUESTION
                elif kind is Kind.PARAGRAPH and _BOLD.fullmatch(self.text.part.source[start:end]):
                    kind, level = Kind.HEADING, _BOLD_LEVEL
                self.done.append(Block(kind, self.part, start, end, level))
        self.open, self.kind, self.level = [], Kind.PARAGRAPH, 0

    def begin(self, kind: Kind, line: Line, offset: int, level: int = 0) -> None:
        self.flush()
        self.kind, self.level, self.first, self.open = kind, level, line.start + offset, [line]


def asks(text: str, start: int, end: int) -> bool:
    """Whether a block is a question, as one of a list of questions and answers: short, and with the mark at its end."""
    return end - start <= 300 and _ASKS.match(text[start:end].strip()) is not None


def read(part: int, text: Text) -> list[Block]:
    """Return the blocks of a part in their order."""
    blocks = _Blocks(part, text)
    lines = list(_lines(text))
    plain = text.part.format is Format.PLAIN
    index = 0
    while index < len(lines):
        line = lines[index]
        if rows := _table(lines, index):
            blocks.flush()
            blocks.done.append(_as_block(blocks, rows, lines[index : index + rows.lines]))
            index += rows.lines
            continue
        index += 1
        if line.is_blank:
            blocks.flush()
        elif heading := _HEADING.match(line.source):
            blocks.begin(Kind.HEADING, line, heading.end(), len(heading[1]))
            blocks.flush()
        elif blocks.open and blocks.kind is Kind.PARAGRAPH and (rule := _UNDERLINE.match(line.source)):
            blocks.kind, blocks.level = Kind.HEADING, 1 if rule[1][0] == "=" else 2
            blocks.flush()
        elif item := _ITEM.match(line.source):
            blocks.begin(Kind.ITEM, line, item.end(), len(item[1].expandtabs(4)) // 2)
        elif plain:
            _plain_line(blocks, line, lines[index] if index < len(lines) else None)
        elif blocks.open:
            blocks.open.append(line)
        else:
            quote = _QUOTE.match(line.source)
            blocks.begin(Kind.PARAGRAPH, line, quote.end() if quote else 0)
    blocks.flush()
    return _with_captions(blocks.done, text)


def _lines(text: Text) -> Iterator[Line]:
    start = 0
    for words in text.text.split("\n"):
        end = start + len(words)
        yield Line(start, end, text.part.source[start:end], words)
        start = end + 1


def _plain_line(blocks: _Blocks, line: Line, following: Line | None) -> None:
    """Take a line of pasted text: a paragraph, a heading, or what continues a wrapped line."""
    words = line.text.strip()
    if blocks.open:
        before = blocks.open[-1].text.rstrip()
        wrapped = len(before) >= _WRAPPED and not _ENDS.search(before)
        if wrapped or (len(before) >= _WRAPPED and words[:1].islower()):
            blocks.open.append(line)
            return
    ends = _ENDS.search(words) is not None
    alone = not blocks.open and (following is None or following.is_blank or len(following.text) > len(words))
    short = len(words) <= _LONGEST_HEADING and (alone or len(words) < _WRAPPED)
    # "Program: STEM" above "Cut-off: 486" heads nothing.
    short = short and not _is_labelled(blocks, line, following)
    blocks.begin(
        Kind.HEADING if short and not ends else Kind.PARAGRAPH, line, 0, 2 if short and not ends else 0
    )
    if blocks.kind is Kind.HEADING and len(words) < _WRAPPED:
        blocks.flush()


def _is_labelled(blocks: _Blocks, line: Line, following: Line | None) -> bool:
    """Whether a line is one of several that each have a label and a value."""
    if not _LABEL.match(line.text):
        return False
    beside = [blocks.open[-1].text] if blocks.open else []
    beside += [following.text] if following is not None else []
    return any(_LABEL.match(words) for words in beside)


@dataclass(frozen=True, slots=True)
class _Rows:
    rows: tuple[Line, ...]
    read: Callable[[str, str, int, int], Row]
    lines: int
    has_rule: bool = False


def _table(lines: list[Line], index: int) -> _Rows | None:
    """Return the rows of the table that begins at this line, None where there is none."""
    line = lines[index]
    if tables.has_pipes(line.source):
        return _pipes(lines, index)
    for is_row, read in ((tables.has_tabs, tables.tab_row), (tables.has_columns, tables.column_row)):
        if is_row(line.source) and not _ITEM.match(line.source):
            end = index
            while end < len(lines) and is_row(lines[end].source) and not _HEADING.match(lines[end].source):
                end += 1
            if end - index >= 2:
                return _Rows(tuple(lines[index:end]), read, end - index)
    return None


def _pipes(lines: list[Line], index: int) -> _Rows | None:
    end = index
    rows: list[Line] = []
    rule = False
    while end < len(lines) and tables.has_pipes(lines[end].source) and lines[end].source.strip():
        if tables.is_rule(lines[end].source):
            rule = rule or end - index == 1
        else:
            rows.append(lines[end])
        end += 1
    if not rule and len(rows) < 2:
        return None
    return _Rows(tuple(rows), tables.pipe_row, end - index, rule)


def _as_block(blocks: _Blocks, found: _Rows, lines: list[Line]) -> Block:
    source = blocks.text.part.source
    rows = tuple(found.read(blocks.text.text, source, line.start, line.end) for line in found.rows)
    header = found.has_rule or tables.begins_with_headings(rows)
    return Block(Kind.TABLE, blocks.part, lines[0].start, lines[-1].end, 0, rows, header)


def _with_captions(blocks: list[Block], text: Text) -> list[Block]:
    """Give a table the short paragraph above it as its caption."""
    done: list[Block] = []
    for block in blocks:
        if block.kind is Kind.TABLE and block.caption is None and done:
            above = done[-1]
            if above.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.QUESTION) and above.end - above.start <= 300:
                block = Block(
                    Kind.TABLE,
                    block.part,
                    block.start,
                    block.end,
                    0,
                    block.rows,
                    block.has_header,
                    (above.start, above.end),
                )
        done.append(block)
    return done
