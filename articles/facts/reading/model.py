"""What a reading consists of: blocks, sentences, tables. Places are offsets into the source of a part."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a block is. A paragraph or heading that asks something is a question; what follows it answers."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `across` and `down`: over how many columns and rows it stands, where the markup says so."""

    start: int
    end: int
    text: str
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block; `block` is the block's place in the reading. A table has none."""

    part: int
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a part. `part` is the part's place among the parts of the reading.

    `level` is a heading's rank from 1, a list item's depth from 0. `rows` are a table's, the one of its headings first
    when it `has_header`. `caption` bounds the words that stand above a table as its caption, in the same part.
    """

    kind: Kind
    part: int
    start: int
    end: int
    level: int = 0
    rows: tuple[Row, ...] = ()
    has_header: bool = False
    caption: tuple[int, int] | None = None
