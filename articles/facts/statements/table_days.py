"""Days in a table that are no dates by themselves: "04/05", "17" below "Day", "Wed 17". The month, the year and the order are those in
which most of the rows are of draws of their days."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from articles.facts.reading import Block, Cell, DateMention, NumberMention, Reading

from .model import What
from .record import Draws

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BEFORE = rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)})[a-z]*\.?,? ?)?(?:the )?"
_BOTH = re.compile(rf"\W*{_BEFORE}(?P<a>\d{{1,2}})[./-](?P<b>\d{{1,2}})\W*", re.IGNORECASE)
_DAY = re.compile(rf"\W*{_BEFORE}(?P<a>\d{{1,2}})(?:st|nd|rd|th)?\W*", re.IGNORECASE)
# So many rows, and half of them, must be right; so many months back are looked at.
LEAST, MONTHS = 2, 30

type Days = dict[int, DateMention]


def found(reading: Reading, block: Block, heads: Sequence[What | None], draws: Draws) -> Days:
    """Return the days of a table by the places of their cells: of a column of days, or of the headings of one that lies on its side."""
    rows = block.rows[1:] if block.has_header else block.rows
    for at in range(_FIRST):
        if at < len(heads) and heads[at] not in (What.DATE, None):
            continue
        cells = [row.cells[at] for row in rows if at < len(row.cells)]
        told = [_numbers(reading, block, row.cells) for row in rows if at < len(row.cells)]
        if days := _read(reading, block, cells, told, draws):
            return days
    first = block.rows[0].cells[1:]
    told = [
        _numbers(reading, block, [row.cells[at] for row in rows if at < len(row.cells)])
        for at in range(1, len(first) + 1)
    ]
    return _read(reading, block, first, told, draws)


# Days stand in the first columns.
_FIRST = 3


def _numbers(reading: Reading, block: Block, cells: Sequence[Cell]) -> set[float]:
    return {
        mention.value
        for cell in cells
        for mention in reading.between(block.part, cell.start, cell.end)
        if isinstance(mention, NumberMention)
    }


def _read(
    reading: Reading, block: Block, cells: Sequence[Cell], told: Sequence[set[float]], draws: Draws
) -> Days:
    """Return the days of cells in the reading under which most are right; none where they are dates already or are not clear."""
    filled = [cell for cell in cells if cell.text.strip()]
    pattern = next(
        (
            one
            for one in (_BOTH, _DAY)
            if filled and 2 * sum(bool(one.fullmatch(cell.text)) for cell in filled) > len(filled)
        ),
        None,
    )
    if pattern is None or any(
        isinstance(mention, DateMention) and not pattern.fullmatch(cell.text)
        for cell in filled
        for mention in reading.between(block.part, cell.start, cell.end)
    ):
        # What is a date already needs no other.
        return {}
    matches = [
        (cell, match, numbers)
        for cell, numbers in zip(cells, told, strict=True)
        if (match := pattern.fullmatch(cell.text))
    ]
    best: Days = {}
    most = LEAST - 1
    for month, month_first in _frames(reading.on, pattern is _BOTH):
        days: Days = {}
        right = 0
        for cell, match, numbers in matches:
            day = _day(match, month, month_first, reading.on)
            if day is None:
                continue
            days[cell.start] = DateMention(
                part=block.part, start=cell.start, end=cell.end, first=day, last=day, has_year=False
            )
            right += any(
                not numbers.isdisjoint((draw.invitations, draw.crs_cutoff)) for draw in draws.on(day)
            )
        if right > most and 2 * right >= len(matches):
            best, most = days, right
    return best


def _frames(on: date, has_month: bool) -> Iterator[tuple[date, bool]]:
    """Yield what days may be of, the likeliest first: a year, with the day or the month before the other, or a month."""
    if has_month:
        for year in range(on.year, on.year - 12, -1):
            yield from ((date(year, 1, 1), False), (date(year, 1, 1), True))
        return
    for back in range(MONTHS):
        months = on.year * 12 + on.month - 1 - back
        yield date(months // 12, months % 12 + 1, 1), False


def _day(match: re.Match[str], frame: date, month_first: bool, on: date) -> date | None:
    number, month = int(match["a"]), frame.month
    if match.re is _BOTH:
        number, month = (
            (int(match["b"]), int(match["a"])) if month_first else (int(match["a"]), int(match["b"]))
        )
    if not (1 <= month <= 12 and 1 <= number <= monthrange(frame.year, month)[1]):
        return None
    day = date(frame.year, month, number)
    return day if day <= on else None
