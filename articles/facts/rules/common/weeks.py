"""Weeks, weekdays, parts of months and the times of other years as words mean them, from a day on. Pure: no Django."""

from collections.abc import Iterator
from datetime import date, timedelta

from articles.facts.reading.counting import ORDINALS
from draws.clock import Span, month_span

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


def in_year(day: date, year: int) -> date:
    """Return a day in another year; the end of a month stays one."""
    is_end = day == month_span(day.year, day.month).end
    return month_span(year, day.month).end if is_end else day.replace(year=year)


def to_the_day(year: int, day: date) -> Span:
    """Return a year up to the day of the article: "by this point of 2024"."""
    return Span(date(year, 1, 1), in_year(day, year))


def of_the_day(unit: str, year: int, day: date) -> Iterator[Span]:
    """Yield the month, quarter or half of a year that the day of the article is in, and the one before; of another unit, the year up
    to that day."""
    months = {"month": 1, "quarter": 3, "half": 6}.get(unit)
    if months is None:
        yield to_the_day(year, day)
        return
    first = (day.month - 1) // months * months + 1
    for begin in (first, first - months):
        of, month = (year, begin) if begin > 0 else (year - 1, begin + 12)
        yield Span(month_span(of, month).start, month_span(of, month + months - 1).end)


def part_of_year(groups: dict[str, str], day: date) -> Iterator[Span]:
    """Yield the half or the quarter that the groups of a form name."""
    year = int(groups.get("y") or groups.get("qy") or day.year)
    if quarter := groups.get("q"):
        part, months = int(quarter), 3
    else:
        part = ORDINALS[groups["o"]]
        months = 3 if "qy" in groups else 6
    yield Span(date(year, (part - 1) * months + 1, 1), month_span(year, part * months).end)


# "This month" may be the last thirty days while the month is so young.
YOUNG = 10


def month_of(day: date) -> Iterator[Span]:
    """Yield the month of a day, and the thirty days up to it where the month has hardly begun."""
    yield month_span(day.year, day.month)
    if day.day <= YOUNG:
        yield Span(day - 30 * DAY, day)


# "Late May", "mid-June": after so many days of a month it may begin, the likeliest first.
_BEGINS = {"mid": range(9, 20), "late": (19, *range(13, 19), *range(20, 26)), "end": (23, 22, *range(24, 31))}
_ENDS = {"mid": range(11, 20), "early": range(3, 14)}
_EARLY = ("early", "start", "beginning")


def first_days(month: Span, words: str) -> Iterator[date]:
    """Yield the days from which a part of a month, "late May", may count, as words that hold its name say it."""
    part = next((part for part in _BEGINS if part in words), "")
    yield from (
        month.start + days * DAY for days in _BEGINS.get(part, ()) if month.start + days * DAY <= month.end
    )
    if part != "end":
        yield month.start


def last_days(month: Span, words: str) -> Iterator[date]:
    """Yield the days up to which a part of a month may count."""
    part = "early" if any(word in words for word in _EARLY) else "mid" if "mid" in words else ""
    yield from (month.start + days * DAY for days in _ENDS.get(part, ()))
    if not part:
        yield month.end


def weeks_of_month(month: Span, order: str) -> Iterator[Span]:
    """Yield what "the second week" of a month may be: of seven days each from its first, or of weeks from Monday, whole or begun."""
    if order in ("last", "final"):
        this = week_of(month.end)
        yield from (Span(month.end - 6 * DAY, month.end), this, moved(this, -1))
        return
    back = ORDINALS[order] - 1
    first = Span(month.start, month.start + 6 * DAY)
    yield from (moved(span, back) for span in (first, week_of(month.start), moved(week_of(month.start), 1)))


def parts_of_months(span: Span, first: str, last: str) -> Iterator[Span]:
    """Yield the days "from late May to the end of July", of a time from the first day of one month to the last of another."""
    begin, end = month_span(span.start.year, span.start.month), month_span(span.end.year, span.end.month)
    for start in first_days(begin, first):
        yield from (Span(start, stop) for stop in last_days(end, last) if start <= stop)


def month_at(year: int, month: int) -> Span:
    """Return a month that is counted on from a year's: its 13th is the January after it."""
    return month_span(year + (month - 1) // 12, (month - 1) % 12 + 1)


def recent(number: int, unit: str, day: date) -> Iterator[Span]:
    """Yield the last so many days, weeks, months or years."""
    if unit in {"day", "week"}:
        length = number * (7 if unit == "week" else 1)
        yield from (Span(day - (length - 1) * DAY, day), Span(day - length * DAY, day))
        if unit == "week":
            this = week_of(day)
            yield Span(this.start - (number - 1) * WEEK, day)
            yield Span(this.start - number * WEEK, this.start - DAY)
        return
    months = number * (12 if unit == "year" else 1)
    if not 0 < months <= 240:
        return
    start = month_at(day.year, day.month - months)
    first = start.start + (min(day.day, (start.end - start.start).days + 1) - 1) * DAY
    yield from (Span(first, day), Span(first + DAY, day))
    yield Span(month_at(day.year, day.month - months + 1).start, day)
    yield Span(start.start, month_at(day.year, day.month - 1).end)
