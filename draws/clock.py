"""Weeks, months and the age of the record. Pure: no Django.

Weeks run Monday to Sunday in Toronto and carry ISO numbers: 2023-W27 is 3 to 9 July 2023.
"""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

FIRST_YEAR = 2015
# The day of the first round of Express Entry.
RECORD_BEGINS = date(2015, 1, 31)
LAST_YEAR = 2099

# The record is stale when its newest round is older than this and nothing has been checked against IRCC.
ROUND_MAX_AGE = timedelta(days=21)
CHECK_MAX_AGE = timedelta(hours=48)

_WEEK = re.compile(r"([0-9]{4})-[wW]([0-9]{1,2})")


class Span(NamedTuple):
    """Days from `start` to `end`, both inclusive."""

    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end


class Week(NamedTuple):
    """An ISO week."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Week":
        """Read "2023-W27" or "2023-w27". Raises ValueError for a week that does not exist or is out of range."""
        match = _WEEK.fullmatch(text)
        if match is None:
            raise ValueError(text)
        week = cls(int(match[1]), int(match[2]))
        if not FIRST_YEAR <= week.year <= LAST_YEAR:
            raise ValueError(text)
        date.fromisocalendar(week.year, week.number, 1)
        return week

    @classmethod
    def of(cls, day: date) -> "Week":
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def span(self) -> Span:
        return Span(self.monday, self.monday + timedelta(days=6))

    @property
    def days(self) -> list[date]:
        """The seven days, from Monday."""
        return [self.monday + timedelta(days=day) for day in range(7)]

    def moved(self, weeks: int) -> "Week | None":
        """Return the week so many weeks later, or earlier where negative; None beyond the years of the site."""
        moved = Week.of(self.monday + timedelta(weeks=weeks))
        return moved if FIRST_YEAR <= moved.year <= LAST_YEAR else None

    @property
    def slug(self) -> str:
        return f"{self.year}-w{self.number:02}"


@lru_cache(maxsize=512)
def month_span(year: int, month: int) -> Span:
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


@lru_cache(maxsize=64)
def year_span(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31))


class RecordAge(NamedTuple):
    """How far the record reaches. `complete_to` is None for an empty record.

    It is behind while a draw that IRCC has published waits for an editor: to be classified, or confirmed.
    """

    complete_to: date | None
    stale: bool
    is_behind: bool = False


def record_age(
    newest: date | None, checked_at: datetime | None, now: datetime, *, is_behind: bool = False
) -> RecordAge:
    """Judge the record's age at `now` (aware, in Toronto) from its newest round and the last check against IRCC.

    With a check, it is fresh for 48 hours after it; without one, for 21 days after the newest round. While it
    is behind, it is not fresh.
    """
    if newest is None or is_behind:
        return RecordAge(newest, True, is_behind)
    if checked_at is not None:
        return RecordAge(newest, now - checked_at > CHECK_MAX_AGE)
    return RecordAge(newest, now.date() - newest > ROUND_MAX_AGE)
