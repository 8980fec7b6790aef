"""The days that words speak of: "this week", "in July", "so far this year", "from 4 to 7 July". Pure: no Django.

What words leave open has several readings, the usual one first: "last week" in an article of a Sunday is the week
before it to some and the one that ends to others.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from draws.clock import RECORD_BEGINS, Span, month_span, year_span

from . import figured_days
from .patterns import compiled
from .period_forms import MONTH_NUMBERS, NUMBERS, PARSED, WEEKDAYS, YEAR, is_verb, standing
from .weeks import (
    DAY,
    WEEK,
    first_days,
    month_at,
    month_of,
    moved,
    of_the_day,
    part_of_year,
    parts_of_months,
    recent,
    to_the_day,
    week_of,
    weekdays,
    weeks,
    weeks_of_month,
)


@dataclass(frozen=True, slots=True)
class Period:
    """Days that text[start:end] may mean, the usual reading first. `form` is its form: "thisweek", "span", "date"."""

    start: int
    end: int
    form: str
    spans: tuple[Span, ...]

    @property
    def is_day(self) -> bool:
        return self.form in {"date", "weekday", "today", "yesterday"}


def find(text: str, day: date, years: Iterable[int] = ()) -> list[Period]:
    """Return the periods that `text`, in small letters, speaks of in an article of `day`, in their order; `years` are those
    that a day without its year may be of, beside the last such day up to `day`.
    """
    told = figured_days.read(text)
    found = _find(told.text, day, tuple(years))
    return [
        replace(one, start=told.at(one.start), end=told.at(one.end)) if told.ends else one for one in found
    ]


@lru_cache(maxsize=512)
def _find(text: str, day: date, known: tuple[int, ...]) -> tuple[Period, ...]:
    """Several rules ask of the same sentence."""
    taken = bytearray(len(text))
    found = []
    for name, pattern in standing(text):
        for match in pattern.finditer(text):
            start, end = match.span()
            if (
                (name in _JOINED or (name == "months" and _goes_back(match)))
                and _AND.search(match[0])
                and not _BETWEEN.search(text, max(0, start - 10), start)
            ):
                # "4 July and 11 July" are two days, "April and February" two months.
                continue
            if any(taken[start:end]) or (name == "month" and is_verb(text, match)):
                continue
            if spans := tuple(dict.fromkeys(_spans(name, match, day, known))):
                taken[start:end] = b"\1" * (end - start)
                found.append(Period(start, end, name, spans))
    return tuple(sorted(found, key=lambda period: period.start))


NEW_YEAR = 3
_FIRST = compiled(
    r"\b(?:first|began|beg[iu]n\w*|came back|returned?|comeback|start\w*|resumed|opened|launch\w*)\b"
)


def _goes_back(match: re.Match[str]) -> bool:
    first, last = (MONTH_NUMBERS[match[name][:3]] for name in ("m1", "m2"))
    return last < first - 1 and not match["y1"]


_JOINED = frozenset(("span", "daymonth", "monthday", "weekdays"))
_AND = compiled(r" and ")
_BETWEEN = compiled(r"between $")


def dates(text: str, day: date, years: tuple[int, ...] = ()) -> Iterator[date]:
    """Read "6 July" as the last such day up to `day`, then as one of `years`, then as the next to come."""
    found = PARSED.search(text)
    if not found:
        return
    if found["iso"]:
        yield from _day(*(int(piece) for piece in found["iso"].split("-")))
        return
    month = MONTH_NUMBERS[(found["m"] or found["m2"])[:3]]
    number, year = int(found["d"] or found["d2"]), found["y"] or found["y2"]
    if year:
        yield from _day(int(year), month, number)
        return
    for guess in _years(month, day, years):
        yield from _day(guess, month, number)


def _years(month: int, day: date, years: tuple[int, ...]) -> tuple[int, ...]:
    latest = day.year if month <= day.month else day.year - 1
    if (day.year - latest) * 12 + day.month - month <= 1:
        return tuple(dict.fromkeys((latest, *years)))
    return tuple(dict.fromkeys((latest, *years, day.year)))


def _day(year: int, month: int, number: int) -> Iterator[date]:
    try:
        yield date(year, month, number)
    except ValueError:
        return


def _spans(name: str, match: re.Match[str], day: date, years: tuple[int, ...]) -> Iterator[Span]:
    groups = match.groupdict()
    match name:
        case "samepoint":
            yield to_the_day(int(groups["y"] or day.year - 1), day)
        case "sameas":
            year = int(groups["y"] or groups["y2"] or day.year - 1)
            yield from of_the_day(groups["unit"] or groups["unit2"], year, day)
        case "span":
            yield from _between(groups["a"], groups["b"], day, years)
        case "daymonth" | "monthday":
            yield from _days_of_month(groups, day, years)
        case "months":
            yield from _between_months(groups, day, years)
        case "monthparts":
            for span in _between_months(groups, day, years):
                yield from parts_of_months(span, groups.get("f") or "", groups["t"] or "")
        case "monthtoday":
            for end in dates(groups["b"], day, years):
                own = groups["y"] or end.year - (MONTH_NUMBERS[groups["m"][:3]] > end.month)
                yield Span(month_span(int(own), MONTH_NUMBERS[groups["m"][:3]]).start, end)
        case "years":
            first, last = int(groups["y1"]), int(groups["y2"])
            if first <= last:
                yield Span(date(first, 1, 1), date(last, 12, 31))
        case "weekdays":
            first, last = WEEKDAYS.index(groups["w1"]), WEEKDAYS.index(groups["w2"])
            if first < last:
                for week in (week_of(day), moved(week_of(day), -1)):
                    if week.start + first * DAY <= day:
                        yield Span(week.start + first * DAY, week.start + last * DAY)
        case "weekday":
            back = (day.weekday() - WEEKDAYS.index(groups["w"])) % 7
            yield from (Span(then, then) for then in weekdays(day - back * DAY, groups["which"], back))
        case "sinceday":
            back = (day.weekday() - WEEKDAYS.index(groups["w"])) % 7
            yield from (Span(then, day) for then in (day - back * DAY, day - (back + 7) * DAY))
        case "weekof":
            yield from (week_of(start) for start in dates(groups["a"], day, years))
        case "since" | "sincefrom":
            for start in dates(groups["a"], day, years):
                # "Since the first, on 28 June" counts that one too.
                yield from (Span(start, day), *(() if _FIRST.search(match[0]) else (Span(start + DAY, day),)))
        case "sincemonth" | "sincefrommonth":
            for month in _months(groups, day, years):
                yield from (Span(start, day) for start in first_days(month, groups["f"] or ""))
        case "daytoyearend":
            yield from (Span(start, year_span(start.year).end) for start in dates(groups["a"], day, years))
        case "toyearend":
            for month in _months(groups, day, years):
                yield Span(month.start, year_span(month.start.year).end)
        case "theyear":
            # Early in a year "the year" is still the one before.
            before = (day.year - 1,) if day.month <= NEW_YEAR else ()
            yield from (year_span(year) for year in dict.fromkeys((*years, day.year, *before)))
        case "sinceyear":
            yield Span(date(int(groups["y"]), 1, 1), day)
        case "date":
            yield from (Span(start, start) for start in dates(groups["a"], day, years))
        case "month":
            yield from _months(groups, day, years)
        case "monthweek":
            for month in _months(groups, day, years):
                yield from weeks_of_month(month, groups["o"])
        case "tomonth":
            yield from (
                Span(date(month.start.year, 1, 1), month.end) for month in _months(groups, day, years)
            )
        case "year":
            yield year_span(int(groups["y"]))
        case "halfyear":
            ends = (
                dates(groups["b"], day, years)
                if groups["b"]
                else (date(day.year, 6, 30), date(day.year - 1, 12, 31))
            )
            yield from (Span(month_at(end.year, end.month - 5).start, end) for end in ends)
        case "yearpart":
            part, months = (int(groups["q"]), 3) if groups["q"] else (int(groups["h"] or groups["h2"]), 6)
            year = int(groups["y"] or groups["y2"])
            yield Span(date(year, (part - 1) * months + 1, 1), month_span(year, part * months).end)
        case "half" | "quarter":
            yield from part_of_year(groups, day)
        case "firstmonths":
            year, months = int(groups.get("y") or day.year), min(12, count(groups["n"]))
            last = groups["o"] == "last"
            if groups["u"] == "week":
                yield Span(date(year, 1, 1), date(year, 1, 1) + count(groups["n"]) * WEEK - DAY)
                return
            yield Span(
                date(year, 13 - months if last else 1, 1),
                date(year, 12, 31) if last else month_span(year, months).end,
            )
        case "recent" | "within":
            yield from recent(count(groups["n"] or "one"), groups["u"], day)
        case _:
            yield from _from_day(name, day)


def _from_day(name: str, day: date) -> Iterator[Span]:
    match name:
        case "thisyear" | "lastyear":
            yield year_span(day.year - (name == "lastyear"))
        case "thismonth":
            yield from month_of(day)
        case "sincefirst":
            yield from (Span(month_at(day.year, day.month - back).start, day) for back in (0, 1))
        case "lastmonth":
            yield month_at(day.year, day.month - 1)
        case "thisweek":
            yield from weeks(day, 0)
        case "theweek" | "pastweek":
            yield week_of(day)
            yield Span(day - 6 * DAY, day)
            yield from weeks(day, -1)
        case "toweek":
            yield from (Span(date(week.end.year, 1, 1), week.end) for week in weeks(day, -1))
        case "lastweek":
            yield from weeks(day, -1)
        case "weekbefore":
            yield from weeks(day, -1)
            yield moved(week_of(day), -2)
        case "today" | "yesterday":
            then = day if name == "today" else day - DAY
            yield Span(then, then)
        case "ever":
            yield Span(RECORD_BEGINS, day)


def _between(first: str, last: str, day: date, years: tuple[int, ...]) -> Iterator[Span]:
    # A year that stands at the end alone is that of both.
    own = re.search(YEAR, last)
    for end in dates(last, day, years):
        for start in dates(first, end, (end.year,) if own else (end.year, *years)):
            if start <= end and (end - start).days < 370:
                yield Span(start, end)
                break


def _days_of_month(groups: dict[str, str], day: date, years: tuple[int, ...]) -> Iterator[Span]:
    first, last = (int(re.sub("[a-z]", "", groups[name])) for name in ("d1", "d2"))
    month = MONTH_NUMBERS[groups["m"][:3]]
    for year in (int(groups["y"]),) if groups["y"] else _years(month, day, years):
        for start in _day(year, month, first):
            yield from (Span(start, end) for end in _day(year, month, last) if start <= end)


def _months(groups: dict[str, str], day: date, years: tuple[int, ...]) -> Iterator[Span]:
    month = MONTH_NUMBERS[groups["m"][:3]]
    told = day.year - 1 if groups.get("ly") else int(groups.get("y") or 0)
    for year in (told,) if told else _years(month, day, years):
        yield month_span(year, month)


def _between_months(groups: dict[str, str], day: date, years: tuple[int, ...]) -> Iterator[Span]:
    first, last = (MONTH_NUMBERS[groups[name][:3]] for name in ("m1", "m2"))
    for year in (int(groups["y2"]),) if groups["y2"] else _years(last, day, years):
        start = int(groups["y1"]) if groups["y1"] else year - (first > last)
        yield Span(month_span(start, first).start, month_span(year, last).end)


def count(text: str) -> int:
    """Read "12" or "twelve"."""
    return NUMBERS[text] if text in NUMBERS else int(text)
