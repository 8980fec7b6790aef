"""What the cells of a table that sums draws up claim. Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.facts.model import Draw
from articles.facts.reading import Block, CategoryMention, Cell, DateMention, Reading
from articles.facts.rules.common import periods
from articles.facts.rules.common.amounts import WORDS
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.speaking import widened
from draws.clock import Span

from . import measures
from .columns import ANY, CROSSED, DAYS, Column, columns_of
from .grids import Grid
from .measures import Of
from .table_labels import TOTAL, spans_of

_NUMBER = compiled(r"(?<![0-9])[+−–-]?[0-9]{1,3}(?:[, '][0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?")
_SIGN = compiled(r"[−–-] ?$")
# "26,500 (15)": what stands in brackets has a column of its own.
_BRACKETED = compiled(r"[^()]*[0-9][^()]*\([^()0-9]*[0-9][^()]*\)\W*")
# The cut-offs of draws, one after the other, and not the bounds of several.
_LISTED = re.compile(r"\d\s*(?:,\s|;|/|and\b|&)")
_HUNDREDTHS = compiled(r"%|\bper ?cent\b|\bpercentage\b")
_OF_WHICH = compiled(r"\b(?:of which|of them|thereof|only)\b")
_TIMES = frozenset(
    ("year", "month", "months", "quarter", "half", "yearpart", "sinceyear", "thisyear", "lastyear")
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a column may have, the likeliest first, and the types and the days that it names itself: "of which French", "Draws 2023".

    `is_named`: whether its words say what it has; `is_all`: that it is the total of those before; `in_hundredths`: that it is of shares.
    """

    columns: tuple[Column, ...]
    slugs: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()
    is_named: bool = True
    in_hundredths: bool = False
    before: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Claimed:
    """A cell with a figure or a day: what its column may have, and which row it stands in (-1: the total). `group` is what it has one
    kind of figure with; `place` and `length` are those in a list of figures."""

    head: Head
    row: int
    group: tuple[int, int]
    start: int
    end: int
    value: float
    first: bool = True
    share: bool = False
    day: DateMention | None = None
    place: int = 0
    length: int = 0

    def fits(self, column: Column, of: Of) -> bool:
        """Whether the cell is right of draws."""
        if self.length:
            return self.value in self._listed(column, of.draws)
        if self.day is not None or column in DAYS:
            if self.day is None or not of.draws:
                return False
            return self.day.may_hold((of.draws[0] if column is Column.FIRST_DAY else of.draws[-1]).date)
        return measures.fits(column, self.value, of, is_first=self.first, is_share=self.share)

    def _listed(self, column: Column, draws: Sequence[Draw]) -> tuple[int, ...]:
        """Return what stands in this place of the figures of draws, which go from the first on or from the last."""
        if len(draws) != self.length:
            return ()
        figures = [draw.invitations if column is Column.SUM else draw.crs_cutoff for draw in draws]
        return figures[self.place], figures[-1 - self.place]

    def actual(self, column: Column, of: Of) -> float | None:
        if self.length:
            listed = self._listed(column, of.draws)
            return listed[0] if listed else None
        if column in (Column.SHARE, Column.SHARE_OF_DRAWS):
            return next(iter(measures.shares(column, of)), None)
        return measures.actual(column, of, is_first=self.first, is_share=self.share)


def heads_of(
    reading: Reading, block: Block, grid: Grid, draws: Sequence[Draw], years: Sequence[int]
) -> list[Head | None]:
    """Return what each column may have; one that names a type alone has the figure of the one before it: "of which French"."""
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
        columns = columns_of(cells[-1].text.lower())
        if columns is None:
            columns = columns_of(text)
        if columns is None and slugs and _OF_WHICH.search(text):
            columns = next((head.columns for head in reversed(found) if head), None)
        spans = times[0].spans[:1] if len(times) == 1 else ()
        if columns is not None:
            found.append(_named(text, columns, widened(slugs, draws), spans, found) if columns else None)
            continue
        # A type or a time and nothing else: what its cells have, nothing says.
        alone = spans_of(text, "", reading.on, years)[:1] if not spans or _is_alone(text, times[0]) else ()
        if alone or slugs:
            found.append(Head(CROSSED, widened(slugs, draws), alone, False))
        else:
            found.append(Head(CROSSED if TOTAL.fullmatch(text) else ANY, is_named=False))
    return found


def _named(
    text: str,
    columns: tuple[Column, ...],
    slugs: frozenset[str],
    spans: tuple[Span, ...],
    found: Sequence[Head | None],
) -> Head:
    """Return what a column has whose heading says so; a change behind two times is that from the one to the other."""
    is_share = _HUNDREDTHS.search(text) is not None
    if columns[0] is Column.SO_FAR:
        # "Year to date" is no time of its own.
        return Head(columns, slugs)
    if columns[0] is Column.CHANGE and len(found) > 1:
        last = [
            head.spans for head in found[-2:] if head is not None and head.columns is CROSSED and head.spans
        ]
        if len(last) > 1:
            return Head(columns, slugs, last[1], in_hundredths=is_share, before=last[0])
    return Head(columns, slugs, spans, in_hundredths=is_share)


def _is_alone(text: str, period: periods.Period) -> bool:
    """Whether a heading is a time and nothing else; the period was found in it behind "in "."""
    asked = f"in {text}"
    return not re.search(r"\w", asked[: period.start].removeprefix("in") + asked[period.end :])


def claims_of(
    reading: Reading, block: Block, cells: Sequence[Cell], heads: Sequence[Head | None], row: int
) -> Iterator[Claimed]:
    """Yield what the cells of a row claim, behind the first, which says what the row is of."""
    for at, (cell, head) in enumerate(zip(cells[1:], heads[1:], strict=False), 1):
        if head is None:
            continue
        # Columns of types or times that nothing else is said of have all the same.
        group = -1 if head.columns is CROSSED else at
        if head.columns[0] in DAYS and (days := list(_days(reading, block, cell, head, row, group))):
            yield from days
            continue
        if (words := cell.text.strip(" *_").lower()) in WORDS:
            start = cell.start + cell.text.lower().index(words)
            yield Claimed(head, row, (group, 0), start, start + len(words), WORDS.index(words))
            continue
        if len(cell.text) <= _LONGEST:
            yield from _figures(cell, head, row, group)


# A cell that is longer is a remark.
_LONGEST = 40


def _figures(cell: Cell, head: Head, row: int, group: int) -> Iterator[Claimed]:
    text = cell.text
    numbers = list(_NUMBER.finditer(text))
    bracketed = len(numbers) == 2 and _BRACKETED.fullmatch(text) is not None
    listed = len(numbers) > 1 and not bracketed and _LISTED.search(text) is not None
    if not listed and len(numbers) > 2:
        return
    for order, match in enumerate(numbers):
        start, words = match.start(), match[0]
        minus = words[0] in "+−–-" and words[0] != "+" or _SIGN.search(text, 0, start) is not None
        start += words[0] in "+−–-"
        value = float(re.sub(r"[^\d.]", "", words))
        is_range = len(numbers) > 1 and not bracketed
        yield Claimed(
            Head(ANY, head.slugs, head.spans, False) if bracketed and order else head,
            row,
            (group, order if bracketed else 2 if listed else 3 if is_range else 0),
            cell.start + start,
            cell.start + match.end(),
            -value if minus and not is_range else value,
            order == 0,
            ("%" in text or head.in_hundredths)
            and head.columns[0] in (Column.CHANGE, Column.CHANGE_OF_COUNT),
            None,
            order,
            len(numbers) if listed else 0,
        )


def _days(reading: Reading, block: Block, cell: Cell, head: Head, row: int, group: int) -> Iterator[Claimed]:
    days = [
        mention
        for mention in reading.between(block.part, cell.start, cell.end)
        if isinstance(mention, DateMention) and mention.precision in ("day", "month")
    ]
    if len(days) == 1:
        yield Claimed(head, row, (group, 0), days[0].start, days[0].end, 0, day=days[0])
