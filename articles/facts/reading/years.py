"""Which year a day without one is of: the one said beside it, the one spoken of, else the last before the article."""

import re
import sys
from bisect import bisect_right
from calendar import isleap, monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .mentions import DateMention
from .model import Block, Kind


@dataclass(frozen=True, slots=True)
class Found:
    """Days with or without their year: (month, day) to (month, day); `back`: of so many years before the one spoken of."""

    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None
    precision: str
    weekday: int | None = None
    time: str = ""
    back: int = 0


# "22 October last year", "in March of this year"; "a year ago, on 4 October", "last year, after the draw of 4 October".
_AGO = r"(?P<n>an?|one|two|three|four|twelve)\s+(?P<unit>years?|months)\s+"
_YEAR_SAID = re.compile(rf"\s+(?:of\s+)?(?:(?P<which>last|this)\s+year|{_AGO}ago)\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    rf"(?:\A|[.!?;:,(\u2013\u2014\n]|\b(?:and|but|when|that|while))\s*(?:(?:only|just|exactly|almost|this\s+time|the\s+same\s+day)\s+)?"
    rf"(?:(?P<which>last)\s+year|(?P<told>the\s+(?:previous\s+year|year\s+before))|{_AGO}(?:ago|(?P<back>earlier|before)))"
    r"(?:,?\s+(?:on|in|after|following|with|by|up|to|until|at|the|a|draw|round|one|of|held)\b){0,6}\s*\Z",
    re.IGNORECASE,
)
_REACH = 70
_COUNTS = {"two": 2, "three": 3, "four": 4}


def of_year_said(item: Found | DateMention, text: str, on: date) -> Found | DateMention:
    """Give a day or month the year that is said beside it: from the article's day, or so far back from the one spoken of."""
    if isinstance(item, DateMention) or item.year is not None:
        return item
    said = _YEAR_SAID.match(text, item.end)
    said = said or _YEAR_BEFORE.search(text, max(0, item.start - _REACH), item.start)
    if said is None or (said["unit"] == "months") is not (
        said["n"] is not None and said["n"].lower() == "twelve"
    ):
        return item
    years = 0 if (said["which"] or "").lower() == "this" else _COUNTS.get((said["n"] or "").lower(), 1)
    if said.re is _YEAR_BEFORE and (said["told"] or said["back"]):
        return replace(item, back=years)
    return replace(item, year=on.year - years)


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
    if item.back:
        years.insert(0, (spoken or on.year) - item.back)
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
