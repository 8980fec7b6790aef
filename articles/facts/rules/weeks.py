"""Weeks and weekdays as words mean them, from a day on. Pure: no Django."""

from collections.abc import Iterator
from datetime import date, timedelta

from draws.clock import Span

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


def week_of(day: date) -> Span:
    """Return the week of a day, Monday to Sunday."""
    monday = day - day.weekday() * DAY
    return Span(monday, monday + 6 * DAY)


def weekdays(latest: date, which: str | None, back: int) -> Iterator[date]:
    """Yield the days that "Tuesday" may be: the latest; of the week before it where that is today or "last" is said."""
    if which == "last" and back == 0:
        yield latest - 7 * DAY
        return
    yield latest
    if which == "last" or back == 0:
        yield latest - 7 * DAY


def moved(span: Span, weeks: int) -> Span:
    return Span(span.start + weeks * WEEK, span.end + weeks * WEEK)


def weeks(day: date, weeks: int) -> Iterator[Span]:
    """Weeks run from Monday and to some from Sunday; at the end of a week it is the last one to some."""
    this = week_of(day)
    yield moved(this, weeks)
    yield Span(this.start - DAY + weeks * WEEK, this.end - DAY + weeks * WEEK)
    if day.weekday() >= 5 and weeks == -1:
        yield this
