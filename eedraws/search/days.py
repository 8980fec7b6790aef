"""Days, months, years and weeks as readers write them. Pure: no Django."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from draws.clock import FIRST_YEAR, LAST_YEAR, Span, Week, month_span, year_span

_ENGLISH = "january february march april may june july august september october november december"
_FRENCH = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
MONTHS = {
    name: number
    for names in (_ENGLISH, _FRENCH)
    for number, full in enumerate(names.split(), start=1)
    for name in {full, full[:3] if names == _ENGLISH else full}
} | {"sept": 9}
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er)?")
_YEAR = re.compile(r"20[0-9]{2}")
_TWO_DIGITS = re.compile(r"[0-9]{1,2}")
_WEEK = re.compile(r"w?([0-9]{1,2})")
BETWEEN = frozenset({"of", "in", "the", "de"})
WEEK = frozenset({"week", "semaine"})


class When(NamedTuple):
    """A day, a month or a year, as far as it was said: 7 July of any year has no year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def span(self) -> Span | None:
        """The days that are meant, if a year was said."""
        if self.year is None:
            return None
        if self.month is None:
            return year_span(self.year)
        if self.day is None:
            return month_span(self.year, self.month)
        day = date(self.year, self.month, self.day)
        return Span(day, day)


class Found(NamedTuple):
    """What stands at the beginning of some words, how many of them it takes, and the week, where one is meant."""

    length: int
    days: tuple[When, ...] = ()
    week: Week | None = None


def read(words: Sequence[str]) -> Found | None:
    """Return what the folded `words` begin with: a week, a day, a month or a year; None for none of them.

    7/6/2023 may be a day of June or of July: then both are meant.
    """
    return _week(words) or _in_words(words) or _in_digits(words)


def _week(words: Sequence[str]) -> Found | None:
    """Read "2023 w27", "w27 2023", "week 27 of 2023" and "the week of 3 July 2023"."""
    first, *rest = words
    if _year(first) and rest and rest[0].startswith("w"):
        return _found_week(2, first, rest[0])
    if first[0] == "w" and _WEEK.fullmatch(first) and rest:
        return _found_week(2, rest[0], first)
    if first not in WEEK or not rest:
        return None
    between = 1 if len(rest) > 1 and rest[1] in BETWEEN else 0
    if len(rest) > 1 + between and (found := _found_week(3 + between, rest[1 + between], rest[0])):
        return found
    skipped = next((at for at, word in enumerate(rest) if word not in BETWEEN), 0)
    day = _in_words(rest[skipped:]) or _in_digits(rest[skipped:])
    if day is None or not (span := day.days[0].span) or span.start != span.end:
        return None
    return Found(1 + skipped + day.length, week=Week.of(span.start))


def _found_week(length: int, year: str, number: str) -> Found | None:
    match = _WEEK.fullmatch(number)
    if match is None or not _year(year):
        return None
    try:
        return Found(length, week=Week.parse(f"{year}-w{match[1]}"))
    except ValueError:
        return None


def _in_words(words: Sequence[str]) -> Found | None:
    """Read "7 July 2023", "July 7th, 2023", "7th of July", "July 2023" and "July"."""
    at, day, month = 0, None, None
    said = [(place, word) for place, word in enumerate(words[:5]) if word not in BETWEEN or not place]
    if said and (match := _DAY.fullmatch(said[0][1])) and len(said) > 1 and said[1][1] in MONTHS:
        day, month, at, said = int(match[1]), MONTHS[said[1][1]], said[1][0] + 1, said[2:]
    elif said and said[0][1] in MONTHS:
        month, at, said = MONTHS[said[0][1]], said[0][0] + 1, said[1:]
        if said and (match := _DAY.fullmatch(said[0][1])):
            day, at, said = int(match[1]), said[0][0] + 1, said[1:]
    if month is None:
        return None
    year = int(said[0][1]) if said and _year(said[0][1]) else None
    return _checked(said[0][0] + 1 if year else at, [When(year, month, day)])


def _in_digits(words: Sequence[str]) -> Found | None:
    """Read "2023 07 07", "2023 07", "07 07 2023" and "2023", which the marks between were taken from."""
    first, second, third = (*words[:3], "", "")[:3]
    two, both = _TWO_DIGITS.fullmatch(second), _TWO_DIGITS.fullmatch(second) and _TWO_DIGITS.fullmatch(third)
    if _year(first):
        whole = both and _checked(3, [When(int(first), int(second), int(third))])
        month = two and len(second) == 2 and _checked(2, [When(int(first), int(second))])
        return whole or month or Found(1, (When(int(first)),))
    if _TWO_DIGITS.fullmatch(first) and two and _year(third):
        one, other = int(first), int(second)
        return _checked(3, [When(int(third), other, one), When(int(third), one, other)])
    return None


def _year(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None and FIRST_YEAR <= int(word) <= LAST_YEAR


def _checked(length: int, days: Sequence[When]) -> Found | None:
    """Keep the days that there are; those without a year are looked for in a leap year."""
    there_are = []
    for when in dict.fromkeys(days):
        try:
            date(when.year or 2024, when.month or 1, when.day or 1)
        except ValueError:
            continue
        there_are.append(when)
    return Found(length, tuple(there_are)) if there_are else None
