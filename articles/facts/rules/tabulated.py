"""Tables that sum draws up, a row for each type, month or year: rounds, invitations, cut-offs. Pure: no Django.

What such a table is about stands around it. Of all that it may be about, the one under which most of its cells are right
counts, and then the others are wrong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Block, CategoryMention, Cell, DateMention, DrawMention, Kind, Reading
from articles.references import gettext_noop
from draws.clock import RECORD_BEGINS, Span, year_span

from . import amounts, periods, weeks
from .patterns import compiled
from .scopes import of_draws
from .speaking import widened

# So many cells, and this share of them, must be right before the others are called wrong.
LEAST, SHARE = 2, 0.5


class Column(Enum):
    COUNT = auto()
    SUM = auto()
    LOWEST = auto()
    HIGHEST = auto()
    RANGE = auto()


_COLUMNS = (
    (
        Column.RANGE,
        compiled(r"\b(?:lowest|low|min|minimum)(?: and | to | ?[–/-] ?)(?:highest|high|max|maximum)\b"),
    ),
    (Column.LOWEST, compiled(r"\b(?:lowest|minimum|min|low)\b")),
    (Column.HIGHEST, compiled(r"\b(?:highest|maximum|max|high)\b")),
    (Column.COUNT, compiled(r"\b(?:rounds|draws|number of (?:rounds|draws)|no\.? of (?:rounds|draws))\b")),
    (Column.SUM, compiled(r"\b(?:invitations?|itas?|invited|candidates)\b")),
    (Column.RANGE, compiled(r"\b(?:crs|cut-?offs?|scores?|range)\b")),
)
_KINDS = {
    Column.COUNT: "counts",
    Column.SUM: "sums",
    Column.LOWEST: "ranges",
    Column.HIGHEST: "ranges",
    Column.RANGE: "ranges",
}
_TOTAL = compiled(
    r"\W*(?:grand )?(?:totals?|sum|all|all (?:draws|rounds|types|categories)|together|overall)\W*"
)
_NUMBER = compiled(r"[0-9]{1,3}(?:[, '][0-9]{3})+|[0-9]+")


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A cell with a figure: what its column is, and which row it stands in (-1: the total)."""

    column: Column
    row: int
    start: int
    end: int
    value: int
    first: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: its types, and its own days in every way to read them."""

    slugs: frozenset[str]
    spans: tuple[Span, ...]


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Judge the tables that sum draws up."""
    for place, block in enumerate(reading.blocks):
        if block.kind is Kind.TABLE and block.has_header and len(block.rows) > 2:
            yield from _table(reading, record, place, block)


def _table(reading: Reading, record: Record, place: int, block: Block) -> Iterator[Finding]:
    columns = [_column(cell.text.lower()) for cell in block.rows[0].cells]
    if Column.COUNT not in columns and Column.SUM not in columns:
        return
    draws = [draw for draw in record.draws if draw.date <= reading.on]
    lines: list[_Line] = []
    claims: list[_Claimed] = []
    around = _around(reading, place, block)
    years = tuple(span.start.year for span in around)[:1]
    for row in block.rows[1:]:
        mentions = reading.between(block.part, row.start, row.end)
        if any(
            isinstance(mention, DrawMention)
            or (isinstance(mention, DateMention) and mention.is_day and not _ends_time(reading, mention))
            for mention in mentions
        ):
            return
        if not row.cells:
            continue
        if _TOTAL.fullmatch(row.cells[0].text.lower()):
            claims += _claims(row.cells, columns, -1)
            continue
        first = row.cells[0]
        slugs = [
            m.slug
            for m in reading.between(block.part, first.start, max(first.end, first.start + 1))
            if isinstance(m, CategoryMention)
        ]
        own = [
            period
            for period in periods.find(f"in {first.text.lower()}", reading.on, years)
            if not period.is_day
        ]
        if not slugs and not own:
            return
        claims += _claims(row.cells, columns, len(lines))
        lines.append(_Line(widened(slugs, draws), own[0].spans if own else ()))
    yield from _judged(reading, block, draws, lines, claims, around, _types(reading, place, block))


def _column(heading: str) -> Column | None:
    return next((column for column, pattern in _COLUMNS if pattern.search(heading)), None)


# The cut-offs of two draws, one after the other, and not the bounds of several.
_LISTED = re.compile(r"\d\s*(?:,\s|;|/|and\b|&)")


# A day up to which a row goes is not that of a draw: "2026, to 8 September".
_UP_TO = compiled(r"\b(?:to|until|till|through|up to) $")


def _ends_time(reading: Reading, day: DateMention) -> bool:
    text = reading.texts[day.part].text
    return _UP_TO.search(text[max(0, day.start - 12) : day.start].lower()) is not None


def _claims(cells: Sequence[Cell], columns: Sequence[Column | None], row: int) -> Iterator[_Claimed]:
    for cell, column in zip(cells[1:], columns[1:], strict=False):
        if column is None:
            continue
        numbers = list(_NUMBER.finditer(cell.text))
        if len(numbers) > (2 if column is Column.RANGE else 1) or (
            len(numbers) == 2 and _LISTED.search(cell.text)
        ):
            continue
        for order, match in enumerate(numbers):
            value = int(re.sub(r"\D", "", match[0]))
            yield _Claimed(
                column, row, cell.start + match.start(), cell.start + match.end(), value, order == 0
            )


def _texts(reading: Reading, place: int, block: Block) -> Iterator[tuple[int, int, int]]:
    """Yield what says what a table is about, the nearest first: part, start, end."""
    if block.caption:
        yield block.part, *block.caption
    for heading in reversed(reading.headings(place)):
        above = reading.blocks[heading]
        yield above.part, above.start, above.end
    for before in reversed(reading.blocks[max(0, place - 2) : place]):
        if before.part == block.part and before.kind is not Kind.TABLE:
            yield before.part, before.start, before.end
    for part, text in enumerate(reading.texts):
        if text.part.name in ("title", "standfirst", "description"):
            yield part, 0, len(text.text)


def _around(reading: Reading, place: int, block: Block) -> list[Span]:
    """Return the days that a table may be about."""
    spans: list[Span] = []
    for part, start, end in _texts(reading, place, block):
        for period in periods.find(reading.texts[part].text[start:end].lower(), reading.on):
            if not period.is_day:
                spans += period.spans
    spans += [year_span(reading.on.year), weeks.week_of(reading.on), Span(RECORD_BEGINS, reading.on)]
    return list(dict.fromkeys(spans))


def _types(reading: Reading, place: int, block: Block) -> list[frozenset[str]]:
    """Return the types that a table whose rows name none may be about."""
    found = [frozenset[str]()]
    for part, start, end in _texts(reading, place, block):
        slugs = {m.slug for m in reading.between(part, start, end) if isinstance(m, CategoryMention)}
        found += [frozenset((slug,)) for slug in sorted(slugs)]
    return list(dict.fromkeys(found))


def _judged(
    reading: Reading,
    block: Block,
    draws: Sequence[Draw],
    lines: Sequence[_Line],
    claims: Sequence[_Claimed],
    around: Sequence[Span],
    types: Sequence[frozenset[str]],
) -> Iterator[Finding]:
    best: list[tuple[_Claimed, Sequence[Draw], int]] = []
    right = -1
    bases = around if any(not line.spans for line in lines) else around[:1]
    for base in bases:
        for kind in types if any(not line.slugs for line in lines) else types[:1]:
            rows = [_of_line(draws, line, base, kind) for line in lines]
            read = [(claim, of, _actual(claim, of)) for claim in claims if (of := _row(rows, claim.row))]
            fitting = sum(claim.value == actual for claim, _of, actual in read)
            if fitting > right:
                right, best = fitting, read
    if right < LEAST or right < SHARE * len(claims):
        return
    for claim, of, actual in best:
        if claim.value != actual:
            yield _wrong(reading, block, claim, of, actual)


def _of_line(draws: Sequence[Draw], line: _Line, base: Span, kind: frozenset[str]) -> list[Draw]:
    slugs = line.slugs or kind
    span = line.spans[0] if line.spans else base
    return [draw for draw in draws if draw.date in span and (not slugs or draw.category in slugs)]


def _row(rows: Sequence[Sequence[Draw]], row: int) -> Sequence[Draw]:
    if row >= 0:
        return rows[row]
    return list(dict.fromkeys(draw for of in rows for draw in of))


def _actual(claim: _Claimed, draws: Sequence[Draw]) -> int:
    cutoffs = [draw.crs_cutoff for draw in draws]
    match claim.column:
        case Column.COUNT:
            return len(draws)
        case Column.SUM:
            return sum(draw.invitations for draw in draws)
        case Column.LOWEST:
            return min(cutoffs)
        case Column.HIGHEST:
            return max(cutoffs)
    return min(cutoffs) if claim.first else max(cutoffs)


def _wrong(reading: Reading, block: Block, claim: _Claimed, draws: Sequence[Draw], actual: int) -> Finding:
    part = reading.texts[block.part].part
    words = part.source[claim.start : claim.end]
    return Finding(
        "inside" if claim.row < 0 else _KINDS[claim.column],
        Status.CONTRADICTED,
        part.name,
        claim.start,
        claim.end,
        words,
        expected=f"{actual:,}",
        replacement=amounts.written(actual, words),
        rows=of_draws(draws).rows,
        confidence=0.9,
        message=gettext_noop("By the record, this cell of the table is %(actual)s."),
        params={"actual": f"{actual:,}"},
    )
