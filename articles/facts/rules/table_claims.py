"""What the cells of a table that sums draws up claim, and what the record has in their place. Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.facts.model import Draw
from articles.facts.reading import Block, CategoryMention, Cell, DateMention, Reading
from draws.clock import Span

from . import periods
from .columns import DAYS, Column, column_of
from .grids import Grid
from .patterns import compiled
from .speaking import widened

_NUMBER = compiled(r"[0-9]{1,3}(?:[, '][0-9]{3})+|[0-9]+")
# The cut-offs of two draws, one after the other, and not the bounds of several.
_LISTED = re.compile(r"\d\s*(?:,\s|;|/|and\b|&)")
_OF_WHICH = compiled(r"\b(?:of which|of them|thereof|only)\b")
_TIMES = frozenset(
    ("year", "month", "months", "quarter", "half", "yearpart", "sinceyear", "thisyear", "lastyear")
)
# What a column that nothing names may have.
MEASURES = (Column.SUM, Column.COUNT)


@dataclass(frozen=True, slots=True)
class Head:
    """What a column has: its figure, and the types and the days that it names itself: "of which French", "Draws 2023"."""

    column: Column
    slugs: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Claimed:
    """A cell with a figure or a day: what its column is, and which row it stands in (-1: the total)."""

    head: Head
    row: int
    start: int
    end: int
    value: int
    first: bool
    day: DateMention | None = None

    @property
    def column(self) -> Column:
        return self.head.column

    def fits(self, draws: Sequence[Draw]) -> bool:
        """Whether the cell is right of draws."""
        if self.day is None:
            return self.value == actual(self, draws)
        return self.day.may_hold((draws[0] if self.column is Column.FIRST_DAY else draws[-1]).date)


def heads_of(reading: Reading, block: Block, grid: Grid, draws: Sequence[Draw]) -> list[Head | None]:
    """Return what each column has; one that names a type alone has the figure of the one before it: "of which French"."""
    found: list[Head | None] = []
    for cells in grid.heads:
        text = " ".join(cell.text for cell in cells).lower()
        slugs = {
            mention.slug
            for cell in cells
            for mention in reading.between(block.part, cell.start, cell.end)
            if isinstance(mention, CategoryMention)
        }
        times = [period for period in periods.find(f"in {text}", reading.on) if period.form in _TIMES]
        column = column_of(cells[-1].text.lower()) or column_of(text)
        if column is None and slugs and _OF_WHICH.search(text):
            column = next((head.column for head in reversed(found) if head), None)
        if column is None and found and len(times) == 1 and _is_alone(text, times[0]):
            column = Column.UNNAMED
        spans = times[0].spans[:1] if len(times) == 1 else ()
        found.append(Head(column, widened(slugs, draws), spans) if column else None)
    return found


def _is_alone(text: str, period: periods.Period) -> bool:
    """Whether a heading is a time and nothing else; the period was found in it behind "in "."""
    asked = f"in {text}"
    return not re.search(r"\w", asked[: period.start].removeprefix("in") + asked[period.end :])


def claims_of(
    reading: Reading, block: Block, cells: Sequence[Cell], heads: Sequence[Head | None], row: int
) -> Iterator[Claimed]:
    """Yield what the cells of a row claim, behind the first, which says what the row is of."""
    for cell, head in zip(cells[1:], heads[1:], strict=False):
        if head is None:
            continue
        if head.column in DAYS:
            yield from _day(reading, block, cell, head, row)
            continue
        numbers = list(_NUMBER.finditer(cell.text))
        if len(numbers) > (2 if head.column is Column.RANGE else 1) or (
            len(numbers) == 2 and _LISTED.search(cell.text)
        ):
            continue
        for order, match in enumerate(numbers):
            value = int(re.sub(r"\D", "", match[0]))
            yield Claimed(head, row, cell.start + match.start(), cell.start + match.end(), value, order == 0)


def _day(reading: Reading, block: Block, cell: Cell, head: Head, row: int) -> Iterator[Claimed]:
    days = [
        mention
        for mention in reading.between(block.part, cell.start, cell.end)
        if isinstance(mention, DateMention) and mention.precision in ("day", "month")
    ]
    if len(days) == 1:
        yield Claimed(head, row, days[0].start, days[0].end, 0, True, days[0])


def measured(claims: Sequence[Claimed]) -> Iterator[Sequence[Claimed]]:
    """Yield claims with each figure that columns may have which nothing names."""
    if all(claim.column is not Column.UNNAMED for claim in claims):
        yield claims
        return
    for column in MEASURES:
        yield [
            replace(claim, head=replace(claim.head, column=column))
            if claim.column is Column.UNNAMED
            else claim
            for claim in claims
        ]


def actual(claim: Claimed, draws: Sequence[Draw]) -> int:
    """Return what the record has for a figure, of draws that are all of its row."""
    cutoffs = [draw.crs_cutoff for draw in draws]
    sizes = [draw.invitations for draw in draws]
    match claim.column:
        case Column.COUNT:
            return len(draws)
        case Column.SUM:
            return sum(sizes)
        case Column.LARGEST:
            return max(sizes)
        case Column.SMALLEST:
            return min(sizes)
        case Column.LOWEST:
            return min(cutoffs)
        case Column.HIGHEST:
            return max(cutoffs)
    return min(cutoffs) if claim.first else max(cutoffs)
