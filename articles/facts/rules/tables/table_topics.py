"""What a table that sums draws up may be about: the days and the types that stand around it. Pure: no Django."""

from calendar import monthrange
from collections.abc import Iterator, Sequence

from articles.facts.reading import Block, CategoryMention, Kind, Reading
from articles.facts.rules.common import periods, weeks
from articles.facts.rules.common.patterns import compiled
from draws.clock import RECORD_BEGINS, Span, year_span

from .grids import Grid

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


def corner(reading: Reading, grid: Grid) -> Iterator[Span]:
    """Yield the days that the heading of the first column names: "January to June"."""
    for cell in grid.heads[0][:1] if grid.heads else ():
        for period in periods.find(f"in {cell.text.lower()}", reading.on):
            yield from () if period.is_day else period.spans


def around(reading: Reading, place: int, block: Block) -> list[Span]:
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


def types(reading: Reading, place: int, block: Block) -> list[frozenset[str]]:
    """Return the types that a table whose rows name none may be about."""
    found = [frozenset[str]()]
    for part, start, end in _texts(reading, place, block):
        slugs = {m.slug for m in reading.between(part, start, end) if isinstance(m, CategoryMention)}
        found += [frozenset((slug,)) for slug in sorted(slugs)]
    return list(dict.fromkeys(found))


def parts_of_years(around: Sequence[Span]) -> Iterator[Span]:
    """Yield the months that a table may be about in each of the years of its rows."""
    yield from (span for span in around if is_part_of_year(span))


def is_part_of_year(span: Span) -> bool:
    """Whether a time is of whole months, and not of a whole year."""
    return (
        span.start.year == span.end.year
        and span.start.day == 1
        and span.end.day == monthrange(span.end.year, span.end.month)[1]
        and span != year_span(span.start.year)
    )
