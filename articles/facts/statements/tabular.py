"""What a table says of draws: a row, or a column beside one of labels, says of one draw what its headings name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.facts.reading import (
    Block,
    CategoryMention,
    Cell,
    DateMention,
    DrawMention,
    LiveMention,
    Mention,
    NumberMention,
    Reading,
    Row,
)

from .clauses import ANCHORS
from .guessed import Head, filled, numbers_of
from .model import What
from .record import Draws
from .table_days import Days, found

_WORDS: tuple[tuple[What | None, str], ...] = (
    (
        None,
        r"change|difference|largest|smallest|biggest|cumulative|running|\+/-|previous|pool|share|per\s?cent|%|gap|days|\brank\b|forecast|expected|compared|\bvs\b|average|median",
    ),
    (What.TIE, r"\btie(?!\))"),
    (What.CUTOFF, r"\bcrs\b|cut-?\s?off|\bcut\b|score|minimum|lowest|threshold|points|note|pointage|seuil"),
    (
        What.INVITATIONS,
        r"invitation|\bitas?\b|invite|issued|\binv\b|candidates|draw size|\bsize\b|\binvited\b",
    ),
    (What.DATE, r"\bdate\b|\bday\b|\bheld\b|\bwhen\b|\bjour\b"),
    (What.TYPE, r"type|categor|program|stream|\bkind\b|\bname\b|catégorie|\bfor\b"),
    (What.NUMBER, r"#|\bnumber\b|\bno\b\.?|\bdraw\b|\bround\b|\btirage\b|n°"),
)
_COLUMNS = tuple((what, re.compile(words, re.IGNORECASE)) for what, words in _WORDS)
_WORDS_OF_NONE = _COLUMNS[0][1]
_TOTAL = re.compile(
    r"\W*(?:(?:grand\s+)?total|sub-?total|of\s+which|thereof|sum|all\s+draws|average|mean|median|overall|combined|week|month|year)\b",
    re.IGNORECASE,
)
# A column of how many draws there were: the rows are sums.
_OF_SEVERAL = re.compile(
    r"(?:(?:number|no\.?|#)\s+(?:of\s+)?)?(?:draws|rounds|tirages)(?:\W(?!.*\bdates?\b).*)?|count|how\s+often|times(?:\s+drawn)?|drawn",
    re.IGNORECASE,
)
# "Invitations 2023", "ITAs in total": rows that no day tells are sums too.
_OF_TIME = re.compile(r"\b(?:20\d\d|total|in\s+all|so\s+far|to\s+date)\b", re.IGNORECASE)
_FIRST_DRAWS = 9
# The number of a draw, or how many there were.
_NUMBER = re.compile(r"number|no\.?|#", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?:#|no\.?\s?)?(\d{1,3}[ab]?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tuple:
    """What a table says of one draw, and from where to where."""

    start: int
    end: int
    said: tuple[tuple[What, Mention], ...]

    @property
    def is_anchored(self) -> bool:
        """Whether it names the draw by its day, its number or its type."""
        return any(what in ANCHORS for what, _mention in self.said)


def column(words: str) -> What | None:
    """Say what the heading of a column names, None for nothing of a draw."""
    for what, pattern in _COLUMNS:
        if pattern.search(words):
            return what
    return None


def tuples(reading: Reading, block: Block, draws: Draws) -> Iterator[Tuple]:
    """Yield what a table says of each draw."""
    if not block.rows:
        return
    if (place := _enumerated(block)) is not None:
        block = replace(
            block,
            rows=tuple(replace(row, cells=row.cells[:place] + row.cells[place + 1 :]) for row in block.rows),
        )
    labels = [column(row.cells[0].text) if row.cells else None for row in block.rows]
    heads = [column(cell.text) for cell in block.rows[0].cells]
    if several := counts(block):
        single = [row for row in block.rows[1:] if _is_one(row, several[0])]
        heads = [None if place in several else head for place, head in enumerate(heads)]
        yield from _by_rows(reading, replace(block, rows=(block.rows[0], *single)), heads, draws, 1)
        return
    if not {What.DATE, What.NUMBER} & set(heads) and any(
        what is What.INVITATIONS and _OF_TIME.search(cell.text)
        for what, cell in zip(heads, block.rows[0].cells, strict=True)
    ):
        return
    if (
        _known(heads[1:]) < 2
        and len(set(labels) - {None}) >= 2
        and max(len(row.cells) for row in block.rows) >= 2
    ):
        if any(row.cells and _OF_SEVERAL.fullmatch(row.cells[0].text.strip(" *")) for row in block.rows):
            return
        yield from _by_columns(reading, block, labels, found(reading, block, heads, draws))
    elif block.has_header or (_known(heads) >= 2 and not _names_day(reading, block)):
        yield from _by_rows(reading, block, heads, draws, 1)
    else:
        yield from _by_rows(reading, block, [], draws, 0)


def _names_day(reading: Reading, block: Block) -> bool:
    """Whether the first row of a table has the day of a draw, as no row of headings has: "#328, 2 Dec 2024, PNP, 676 ITAs"."""
    first = block.rows[0]
    mentions = reading.between(block.part, first.start, first.end)
    return any(isinstance(mention, DateMention) and mention.is_day for mention in mentions)


def _enumerated(block: Block) -> int | None:
    """Return the column that numbers the rows of a table from 1, as no column of draws' numbers does."""
    rows = block.rows[1:] if block.has_header else block.rows
    if len(rows) < 2:
        return None
    numbers = [row.cells[0].text.strip(" .*") if row.cells else "" for row in rows]
    counted = [str(place) for place in range(1, len(rows) + 1)]
    return 0 if sum(a == b for a, b in zip(numbers, counted, strict=True)) >= len(rows) - 1 else None


def _known(columns: Sequence[What | None]) -> int:
    return len({what for what in columns if what is not None})


def counts(block: Block) -> list[int]:
    """Return the columns of a table that say how many draws there were."""
    cells = block.rows[0].cells if block.rows else ()
    named = [place for place, cell in enumerate(cells) if _OF_SEVERAL.fullmatch(cell.text.strip(" *"))]
    if named or any(column(cell.text) is What.DATE for cell in cells):
        return named
    numbers = [place for place, cell in enumerate(cells) if _NUMBER.fullmatch(cell.text.strip(" *"))]
    return [place for place in numbers if not _in_order(block, place)]


def _in_order(block: Block, place: int) -> bool:
    """Whether what a column numbers may be draws one after another: how many there were is in no order."""
    numbers = [
        int(match[1].rstrip("abAB"))
        for row in block.rows[1:]
        if place < len(row.cells) and (match := _BARE_NUMBER.fullmatch(row.cells[place].text.strip(" *")))
    ]
    if len(numbers) < 3:
        return True
    ordered = sorted(numbers)
    # The first draws of all stand in a table one after another, without a gap.
    return numbers in (ordered, ordered[::-1]) and (
        ordered[0] > _FIRST_DRAWS or ordered[-1] - ordered[0] < len(ordered)
    )


def _is_one(row: Row, place: int) -> bool:
    return place < len(row.cells) and row.cells[place].text.strip(" *") in ("1", "one")


def _by_rows(
    reading: Reading, block: Block, named: Sequence[What | None], draws: Draws, first: int
) -> Iterator[Tuple]:
    rows = [row for row in block.rows[first:] if row.cells and not _TOTAL.match(row.cells[0].text)]
    words = [cell.text for cell in block.rows[0].cells] if named else []
    others = [bool(_WORDS_OF_NONE.search(text)) for text in words]
    days = found(reading, block, named, draws)
    heads = filled(
        reading,
        block,
        rows,
        [What.PERIOD if other and what is None else what for what, other in zip(named, others, strict=False)],
        draws,
        days,
    )
    for row in rows:
        said: list[tuple[What, Mention]] = []
        for place, cell in enumerate(row.cells):
            head = heads[place] if place < len(heads) else None
            what = None if head is What.PERIOD else head
            headed = place > 0 and place < len(words) and bool(words[place].strip())
            if cell.start in days and cell.text:
                said.append((What.DATE, days[cell.start]))
            else:
                said += in_cell(reading, block, cell, what, headed)
        if said:
            yield Tuple(row.start, row.end, once(said))


def _by_columns(reading: Reading, block: Block, labels: Sequence[What | None], days: Days) -> Iterator[Tuple]:
    for place in range(1, max(len(row.cells) for row in block.rows)):
        said: list[tuple[What, Mention]] = []
        cells = []
        for row, what in zip(block.rows, labels, strict=True):
            if place < len(row.cells):
                cell = row.cells[place]
                if cell.start in days and cell.text:
                    said.append((What.DATE, days[cell.start]))
                else:
                    # What stands above the columns names them without a word for it.
                    said += in_cell(reading, block, cell, what, row is not block.rows[0] and _names(row))
                cells.append(cell)
        if said and cells:
            yield Tuple(cells[0].start, cells[-1].end, once(said))


def _names(row: Row) -> bool:
    return bool(row.cells[0].text.strip())


def once(said: Sequence[tuple[What, Mention]]) -> tuple[tuple[What, Mention], ...]:
    """Keep what is said first of each thing, and every name of the type."""
    seen: set[What] = set()
    kept = []
    for what, mention in said:
        if what not in seen:
            kept.append((what, mention))
        seen.add(what)
    return tuple(kept)


def in_cell(
    reading: Reading, block: Block, cell: Cell, what: Head, headed: bool
) -> Iterator[tuple[What, Mention]]:
    """Yield what a cell says; a cell under a heading says what the heading names and, in the first column, where it is."""
    if isinstance(what, tuple):
        yield from zip(what, numbers_of(reading, block, cell, len(what)), strict=False)
        return
    mentions = reading.between(block.part, cell.start, cell.end)
    if what in (What.INVITATIONS, What.CUTOFF):
        numbers = [mention for mention in mentions if isinstance(mention, NumberMention)]
        if len(numbers) == 1 and _is_plain(cell, numbers[0]):
            yield what, numbers[0]
        return
    if what is What.NUMBER and (match := _BARE_NUMBER.fullmatch(cell.text)):
        yield what, DrawMention(part=block.part, start=cell.start, end=cell.end, numbers=(match[1].lower(),))
        return
    if what is None and headed:
        return
    for mention in mentions:
        if isinstance(mention, DateMention) and mention.is_day:
            if _UP_TO.search(cell.text[: mention.start - cell.start]):
                continue
            yield (What.TIE if what is What.TIE else What.DATE), mention
        elif isinstance(mention, DateMention) and what is What.DATE and mention.precision == "month":
            if mention.end - mention.start == len(cell.text.strip(" *")):
                yield What.PERIOD, mention
        elif isinstance(mention, CategoryMention) and what is not What.TIE:
            yield What.TYPE, replace(mention, sure=True)
        elif isinstance(mention, DrawMention | LiveMention):
            yield What.NUMBER, mention


# A day that ends a time is not a draw's.
_UP_TO = re.compile(r"\b(?:to|until|till|since|from|through|by|up\s+to)\s+\Z", re.IGNORECASE)


def _is_plain(cell: Cell, number: NumberMention) -> bool:
    """Whether a cell holds a figure and little else: no "+13", no "4,300 (two draws)"."""
    rest = cell.text[: number.start - cell.start] + cell.text[number.end - cell.start :]
    return len(rest.strip(" *")) <= 14 and not re.search(r"[+%\u2013\u2014]|\d|-\s*\Z", rest)
