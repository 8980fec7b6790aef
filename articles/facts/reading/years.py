"""Which year a day without one is of: the one spoken of, else the last before the article."""

import sys
from bisect import bisect_right
from calendar import isleap, monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .mentions import DateMention
from .model import Block, Kind


@dataclass(frozen=True, slots=True)
class Found:
    """Days with or without their year: (month, day) to (month, day)."""

    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None
    precision: str
    weekday: int | None = None
    time: str = ""


class Spoken:
    """The year last spoken of in the same paragraph or the one that leads to a list or table, else in the heading above."""

    def __init__(self, blocks: Sequence[Block]):
        self.headings = [(block.start, block.end) for block in blocks if block.kind is Kind.HEADING]
        self.paragraphs = [block.start for block in blocks if block.kind not in (Kind.ITEM, Kind.TABLE)]
        self.year: int | None = None
        self.paragraph = -1
        self.of_heading: int | None = None
        self.heading = -1

    def at(self, place: int) -> int | None:
        heading = bisect_right(self.headings, (place, sys.maxsize)) - 1
        if heading != self.heading:
            self.heading, self.of_heading = heading, None
        paragraph = bisect_right(self.paragraphs, place) - 1
        if paragraph != self.paragraph:
            self.paragraph, self.year = paragraph, None
        return self.year if self.year is not None else self.of_heading

    def say(self, year: int, place: int) -> None:
        self.at(place)
        self.year = year
        if self.heading >= 0 and place < self.headings[self.heading][1]:
            self.of_heading = year


def with_years(part: int, found: list[Found | DateMention], on: date, spoken: Spoken) -> list[DateMention]:
    """Turn what was found into dates; a year that the words leave out comes from those before and from the article's day."""
    dates: list[DateMention] = []
    for item in found:
        if isinstance(item, DateMention):
            dates.append(item)
            spoken.say(item.first.year, item.start)
            continue
        has_year = item.year is not None
        years = [item.year] if item.year is not None else _likely_years(item, on, spoken.at(item.start))
        spans = [(_in(year, item.first), _in(year, item.last)) for year in years if year is not None]
        (first, last), *others = spans
        if has_year:
            spoken.say(first.year, item.start)
        dates.append(
            DateMention(
                part=part,
                start=item.start,
                end=item.end,
                first=first,
                last=last,
                precision=item.precision,
                has_year=has_year,
                others=tuple(others),
                weekday=item.weekday,
                time=item.time,
            )
        )
    return dates


def _likely_years(item: Found, on: date, spoken: int | None) -> list[int]:
    """The years that a day without one may be of, the likeliest first: the one spoken of, the last before the article."""
    nearest = on.year if _in(on.year, item.first) <= on + timedelta(days=60) else on.year - 1
    years = [nearest]
    if spoken is not None and abs(spoken - on.year) <= 30:
        years.insert(0 if spoken < on.year else 1, spoken)
    if _in(nearest, item.last) > on:
        years.append(nearest - 1)
    if item.first == _LEAP_DAY:
        # A leap day is of the leap year before it, whatever year is spoken of.
        years = [year for year in years if isleap(year)] or [_leap_year(nearest)]
    return list(dict.fromkeys(years))


_LEAP_DAY = (2, 29)


def _leap_year(year: int) -> int:
    while not isleap(year):
        year -= 1
    return year


def _in(year: int, day: tuple[int, int]) -> date:
    return date(year, day[0], min(day[1], monthrange(year, day[0])[1]))
