"""Tables that sum draws up, a row for each type, month or year: rounds, invitations, cut-offs. Pure: no Django.

What such a table is about stands around it. Of all that it may be about, the one under which most of its cells are right
counts, and then the others are wrong.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product, zip_longest

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import (
    Block,
    CategoryMention,
    Cell,
    CodeMention,
    DateMention,
    DrawMention,
    Kind,
    Reading,
)
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.rules.common.scopes import of_draws, within
from articles.facts.rules.common.speaking import widened
from articles.references import gettext_noop
from draws.clock import RECORD_BEGINS, Span, year_span

from . import table_topics
from .columns import DAYS, KIND_OF, Column
from .grids import grid_of
from .measures import Of
from .table_claims import Claimed, Head, claims_of, heads_of
from .table_columns import Rows, read_column
from .table_labels import TOTAL, spans_of

# So many cells, and this share of them, must be right before the others are called wrong.
LEAST, SHARE = 2, 0.5
CELL = gettext_noop("By the record, this cell of the table is %(actual)s.")


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: its types, and its own days in every way to read them."""

    slugs: frozenset[str]
    spans: tuple[Span, ...]


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Judge the tables that sum draws up."""
    for place, block in enumerate(reading.blocks):
        if block.kind is Kind.TABLE and block.has_header and len(block.rows) > 1:
            yield from _table(reading, record, place, block)


def _table(reading: Reading, record: Record, place: int, block: Block) -> Iterator[Finding]:
    draws = [draw for draw in record.draws if draw.date <= reading.on]
    grid = grid_of(block)
    around = [*table_topics.corner(reading, grid), *table_topics.around(reading, place, block)]
    own = [int(year) for cells in grid.heads for cell in cells for year in _YEAR.findall(cell.text)]
    known = list(dict.fromkeys([*own, *(span.start.year for span in around if span.start > RECORD_BEGINS)]))
    heads = heads_of(reading, block, grid, draws, known)
    columns = {column for head in heads[1:] if head for column in head.columns}
    if not {Column.COUNT, Column.SUM, Column.SHARE} & columns:
        return
    lines: list[_Line] = []
    claims: list[Claimed] = []
    totals: list[Claimed] = []
    unknown = False
    years = tuple(known[:1])
    corner = grid.heads[0][-1].text.lower() if grid.heads and grid.heads[0] else ""
    for cells in grid.rows:
        if not cells:
            continue
        if any(_names_draw(reading, block, cell, head) for cell, head in zip_longest(cells, heads) if cell):
            return
        first = cells[0].text.lower()
        if TOTAL.fullmatch(first) or (not first.strip() and lines and _is_total(cells)):
            totals += claims_of(reading, block, cells, heads, -1)
            continue
        spans = spans_of(first, corner, reading.on, (*years, *known)) if first.strip() else ()
        slugs = _slugs(reading, block, cells if spans else cells[:1], heads)
        if not slugs and not spans and (first.strip() or len(grid.rows) > 1):
            unknown = True
            continue
        claims += claims_of(reading, block, cells, heads, len(lines))
        if _YEAR.search(first) and spans:
            years = (spans[0].start.year,)
        # A month without its year is of that of the row above.
        spans = tuple(sorted(spans, key=lambda span: span.start.year not in years[-1:]))
        lines.append(_Line(widened(slugs, draws), spans))
    if len(claims) < LEAST:
        return
    # The total of rows of which one is not understood is that of more draws.
    claims += [] if unknown else totals
    types = [
        *table_topics.types(reading, place, block),
        *(head.slugs for head in heads if head and head.slugs),
    ]
    yield from _judged(reading, block, draws, lines, claims, around, list(dict.fromkeys(types)))


def _slugs(reading: Reading, block: Block, cells: Sequence[Cell], heads: Sequence[Head | None]) -> list[str]:
    """Return the types of a row: those that its name has, else those of another cell, which names nothing else."""
    for place, cell in enumerate(cells):
        head = heads[place] if place < len(heads) else None
        if place and (head is not None and head.is_named or any(letter.isdigit() for letter in cell.text)):
            continue
        named = [
            mention.slug
            for mention in reading.between(block.part, cell.start, max(cell.end, cell.start + 1))
            if isinstance(mention, CategoryMention)
        ]
        if named:
            return named
    return []


def _is_total(cells: Sequence[Cell]) -> bool:
    """Whether a row without a name is the total: another of its cells says so."""
    words = [cell.text.lower() for cell in cells[1:] if cell.text.strip()]
    return bool(words) and TOTAL.fullmatch(words[0]) is not None


def _names_draw(reading: Reading, block: Block, cell: Cell, head: Head | None) -> bool:
    """Whether a cell names one draw, by its number or its day, under a heading that asks for none."""
    if head is not None and head.columns[0] in DAYS:
        return False
    return any(
        isinstance(mention, DrawMention | CodeMention)
        or (
            isinstance(mention, DateMention)
            and mention.is_day
            and not _UP_TO.search(cell.text[: mention.start - cell.start].lower())
        )
        for mention in reading.between(block.part, cell.start, cell.end)
    )


# "2026, to September 8" is a time, and no day of a draw.
_UP_TO = compiled(r"\b(?:to|until|up to|through|till) (?:the )?$")
_YEAR = compiled(r"\b20[0-9]{2}\b")


def _judged(
    reading: Reading,
    block: Block,
    draws: Sequence[Draw],
    lines: Sequence[_Line],
    claims: Sequence[Claimed],
    around: Sequence[Span],
    types: Sequence[frozenset[str]],
) -> Iterator[Finding]:
    best: list[tuple[Claimed, Column, Of, bool]] = []
    right = -1
    bases = (
        around
        if any(not line.spans for line in lines)
        else [*around[:1], *table_topics.parts_of_years(around)]
    )
    kinds = types if any(not line.slugs for line in lines) else types[:1]
    groups: dict[tuple[int, int], list[Claimed]] = {}
    for claim in claims:
        groups.setdefault(claim.group, []).append(claim)
    heads = list(dict.fromkeys(replace(claim.head, columns=()) for claim in claims))
    for base in bases:
        for kind, dated in product(kinds, _in_years(lines, around)):
            rows = {
                head: Rows(
                    [_of_line(draws, line, base, kind, head) for line in dated],
                    within(draws, base),
                    [_of_line(draws, line, base, kind, replace(head, spans=head.before)) for line in dated]
                    if head.before
                    else (),
                )
                for head in heads
            }
            read = [
                one
                for group in groups.values()
                for one in read_column([(claim, rows[replace(claim.head, columns=())]) for claim in group])
            ]
            fitting = sum(is_right for _claim, _column, _of, is_right in read)
            if fitting > right:
                right, best = fitting, read
    if right < LEAST or right < SHARE * len(best):
        return
    for claim, column, of, is_right in best:
        if not is_right:
            yield _wrong(reading, block, claim, column, of)


def _in_years(lines: Sequence[_Line], around: Sequence[Span]) -> Iterator[Sequence[_Line]]:
    """Yield lines as they are likeliest dated, then with their months in each other year that is spoken of around the table."""
    yield lines
    for year in dict.fromkeys(span.start.year for span in around):
        if all(len(line.spans) > 1 for line in lines):
            yield [replace(line, spans=(_in_year(line.spans[0], year),)) for line in lines]


def _in_year(span: Span, year: int) -> Span:
    """Return the same months of another year."""
    last = monthrange(year, span.end.month)[1]
    return Span(date(year, span.start.month, 1), date(year, span.end.month, last))


def _of_line(draws: Sequence[Draw], line: _Line, base: Span, kind: frozenset[str], head: Head) -> list[Draw]:
    slugs = line.slugs or head.slugs or kind
    span = (line.spans or head.spans or (base,))[0]
    if line.spans and head.spans:
        # "July" before, "2024" above.
        span = _in_year(span, head.spans[0].start.year)
    if span == year_span(span.start.year) and table_topics.is_part_of_year(base):
        # "Nominees 2025" in a table of January to June.
        span = _in_year(base, span.start.year)
    return [draw for draw in within(draws, span) if not slugs or draw.category in slugs]


def _wrong(reading: Reading, block: Block, claim: Claimed, column: Column, of: Of) -> Finding:
    part = reading.texts[block.part].part
    words = part.source[claim.start : claim.end]
    replacement = None
    if claim.day is not None:
        draw = of.draws[0] if column is Column.FIRST_DAY else of.draws[-1]
        expected, rows = written_day(draw.date), rows_of(draw)
    else:
        value = claim.actual(column, of) or 0
        is_whole = value == int(value)
        expected = f"{value:,.0f}" if is_whole else f"{value:,.1f}"
        replacement = amounts.written(int(abs(value)), words) if is_whole else None
        rows = of_draws(of.draws).rows
    return Finding(
        "inside" if claim.row < 0 and column in (Column.COUNT, Column.SUM) else KIND_OF[column],
        Status.CONTRADICTED,
        part.name,
        claim.start,
        claim.end,
        words,
        expected=expected,
        replacement=replacement,
        rows=rows,
        confidence=0.9,
        message=CELL,
        params={"actual": expected},
    )
