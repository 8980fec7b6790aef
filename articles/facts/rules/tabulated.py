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
from articles.facts.reading import Block, CategoryMention, Cell, DateMention, DrawMention, Kind, Reading
from articles.references import gettext_noop
from draws.clock import RECORD_BEGINS, Span, year_span

from . import amounts, periods, weeks
from .columns import DAYS, KIND_OF, Column
from .grids import Grid, grid_of
from .passages import rows_of
from .patterns import compiled
from .rounds_wording import day as written_day
from .scopes import of_draws, within
from .speaking import widened
from .table_claims import Claimed, Head, actual, claims_of, heads_of, measured

# So many cells, and this share of them, must be right before the others are called wrong.
LEAST, SHARE = 2, 0.5
CELL = gettext_noop("By the record, this cell of the table is %(actual)s.")

_TOTAL = compiled(
    r"\W*(?:grand )?(?:totals?|sum|all|all (?:draws|rounds|types|categories)|together|overall|to date|so far)\W*"
)


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
    draws = [draw for draw in record.draws if draw.date <= reading.on]
    grid = grid_of(block)
    heads = heads_of(reading, block, grid, draws)
    columns = {head.column for head in heads if head}
    if not {Column.COUNT, Column.SUM, Column.UNNAMED} & columns:
        return
    lines: list[_Line] = []
    claims: list[Claimed] = []
    totals: list[Claimed] = []
    unknown = False
    around = [*_corner(reading, grid), *_around(reading, place, block)]
    years = tuple(span.start.year for span in around)[:1]
    for cells in grid.rows:
        if not cells:
            continue
        if any(_names_draw(reading, block, cell, head) for cell, head in zip_longest(cells, heads) if cell):
            return
        if _TOTAL.fullmatch(cells[0].text.lower()):
            totals += claims_of(reading, block, cells, heads, -1)
            continue
        first = cells[0]
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
            unknown = True
            continue
        claims += claims_of(reading, block, cells, heads, len(lines))
        if _YEAR.search(first.text) and own:
            years = (own[0].spans[0].start.year,)
        # A month without its year is of that of the row above.
        spans = sorted(own[0].spans, key=lambda span: span.start.year not in years[-1:]) if own else ()
        lines.append(_Line(widened(slugs, draws), tuple(spans)))
    if len(lines) < LEAST:
        return
    # The total of rows of which one is not understood is that of more draws.
    claims += [] if unknown else totals
    types = [*_types(reading, place, block), *(head.slugs for head in heads if head and head.slugs)]
    yield from _judged(reading, block, draws, lines, claims, around, list(dict.fromkeys(types)))


def _names_draw(reading: Reading, block: Block, cell: Cell, head: Head | None) -> bool:
    """Whether a cell names one draw, by its number or its day, under a heading that asks for none."""
    if head is not None and head.column in DAYS:
        return False
    return any(
        isinstance(mention, DrawMention)
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


def _corner(reading: Reading, grid: Grid) -> Iterator[Span]:
    """Yield the days that the heading of the first column names: "January to June"."""
    for cell in grid.heads[0][:1] if grid.heads else ():
        for period in periods.find(f"in {cell.text.lower()}", reading.on):
            yield from () if period.is_day else period.spans


def _around(reading: Reading, place: int, block: Block) -> list[Span]:
    """Return the days that a table may be about."""
    spans: list[Span] = []
    for part, start, end in _texts(reading, place, block):
        text = reading.texts[part].text[start:end].lower()
        for period in periods.find(text, reading.on):
            if not period.is_day:
                spans += period.spans
        # "2020 by type": a year that no word says to be one.
        spans += [year_span(int(year)) for year in _YEAR.findall(text)]
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
    claims: Sequence[Claimed],
    around: Sequence[Span],
    types: Sequence[frozenset[str]],
) -> Iterator[Finding]:
    best: list[tuple[Claimed, Sequence[Draw]]] = []
    right = -1
    bases = around if any(not line.spans for line in lines) else [*around[:1], *_parts_of_years(around)]
    kinds = types if any(not line.slugs for line in lines) else types[:1]
    for meant, base in product(measured(claims), bases):
        for kind, dated in product(kinds, _in_years(lines, around)):
            rows = {
                head: [_of_line(draws, line, base, kind, head) for line in dated]
                for head in dict.fromkeys(claim.head for claim in meant)
            }
            read = [
                (claim, of)
                for claim in meant
                if (of := _row(rows[claim.head], claim.row)) or claim.column in (Column.COUNT, Column.SUM)
            ]
            fitting = sum(claim.fits(of) for claim, of in read)
            if fitting > right:
                right, best = fitting, read
    if right < LEAST or right < SHARE * len(claims):
        return
    for claim, of in best:
        if not claim.fits(of):
            yield _wrong_day(reading, block, claim, of) if claim.day else _wrong(reading, block, claim, of)


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


def _parts_of_years(around: Sequence[Span]) -> Iterator[Span]:
    """Yield the months that a table may be about in each of the years of its rows."""
    yield from (span for span in around if _is_part_of_year(span))


def _is_part_of_year(span: Span) -> bool:
    """Whether a time is of whole months, and not of a whole year."""
    return (
        span.start.year == span.end.year
        and span.start.day == 1
        and span.end.day == monthrange(span.end.year, span.end.month)[1]
        and span != year_span(span.start.year)
    )


def _of_line(draws: Sequence[Draw], line: _Line, base: Span, kind: frozenset[str], head: Head) -> list[Draw]:
    slugs = line.slugs or head.slugs or kind
    span = (line.spans or head.spans or (base,))[0]
    if line.spans and head.spans:
        # "July" before, "2024" above.
        span = _in_year(span, head.spans[0].start.year)
    if span == year_span(span.start.year) and _is_part_of_year(base):
        # "Nominees 2025" in a table of January to June.
        span = _in_year(base, span.start.year)
    return [draw for draw in within(draws, span) if not slugs or draw.category in slugs]


def _row(rows: Sequence[Sequence[Draw]], row: int) -> Sequence[Draw]:
    if row >= 0:
        return rows[row]
    return list(dict.fromkeys(draw for of in rows for draw in of))


def _wrong(reading: Reading, block: Block, claim: Claimed, draws: Sequence[Draw]) -> Finding:
    value = actual(claim, draws)
    part = reading.texts[block.part].part
    words = part.source[claim.start : claim.end]
    return Finding(
        "inside" if claim.row < 0 else KIND_OF[claim.column],
        Status.CONTRADICTED,
        part.name,
        claim.start,
        claim.end,
        words,
        expected=f"{value:,}",
        replacement=amounts.written(value, words),
        rows=of_draws(draws).rows,
        confidence=0.9,
        message=CELL,
        params={"actual": f"{value:,}"},
    )


def _wrong_day(reading: Reading, block: Block, claim: Claimed, draws: Sequence[Draw]) -> Finding:
    part = reading.texts[block.part].part
    draw = draws[0] if claim.column is Column.FIRST_DAY else draws[-1]
    return Finding(
        KIND_OF[claim.column],
        Status.CONTRADICTED,
        part.name,
        claim.start,
        claim.end,
        part.source[claim.start : claim.end],
        expected=written_day(draw.date),
        rows=rows_of(draw),
        confidence=0.9,
        message=CELL,
        params={"actual": written_day(draw.date)},
    )
