"""What an editor asks the record for, in a few words: "255", "trades 7 July 2023", "2023-W27". Pure: no Django."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from draws.clock import FIRST_YEAR, LAST_YEAR, Span, Week, month_span, year_span
from draws.numbers import NotARoundNumber, sequence

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEK = re.compile(r"\b[0-9]{4}-w[0-9]{1,2}\b")
_DAY = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
_DAY_FIRST = re.compile(rf"\b([0-9]{{1,2}}) ({_MONTH}),? ([0-9]{{4}})\b")
_MONTH_FIRST = re.compile(rf"\b({_MONTH}) ([0-9]{{1,2}}),? ([0-9]{{4}})\b")
_MONTH_ONLY = re.compile(rf"\b({_MONTH}),? ([0-9]{{4}})\b")
_YEAR_MONTH = re.compile(r"(?<!\S)([0-9]{4})-([0-9]{2})(?!\S)")
_YEAR = re.compile(r"(?<!\S)[0-9]{4}(?!\S)")
_NUMBER = re.compile(r"(?<!\S)#?([0-9]{1,4}[a-z]?|s[0-9]{1,6})(?!\S)")
_SMALL = {
    "draw",
    "draws",
    "round",
    "rounds",
    "week",
    "of",
    "the",
    "on",
    "in",
    "from",
    "to",
    "and",
    "type",
    "list",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Numbers of draws, spans of days by their unit ("day", "week", "month" or "year"), and the words besides."""

    numbers: tuple[str, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()
    words: tuple[str, ...] = ()


def read(text: str) -> Asked:
    """Read a question; what is neither a number nor a time is words, in small letters."""
    rest = " ".join(text.lower().replace(",", " ").split())
    spans: list[tuple[str, Span]] = []
    numbers: list[str] = []

    def take(pattern: re.Pattern[str], unit: str, span_of: Callable[[re.Match[str]], Span]) -> None:
        nonlocal rest
        for match in list(pattern.finditer(rest)):
            try:
                span = span_of(match)
            except ValueError:
                continue
            if FIRST_YEAR <= span.start.year < LAST_YEAR:
                spans.append((unit, span))
                rest = rest.replace(match[0], " ", 1)

    take(_WEEK, "week", lambda match: Week.parse(match[0]).span)
    take(_DAY, "day", lambda match: _day(match[1], match[2], match[3]))
    take(_DAY_FIRST, "day", lambda match: _day(match[3], _month(match[2]), match[1]))
    take(_MONTH_FIRST, "day", lambda match: _day(match[3], _month(match[1]), match[2]))
    take(_MONTH_ONLY, "month", lambda match: month_span(int(match[2]), int(_month(match[1]))))
    take(_YEAR_MONTH, "month", lambda match: month_span(int(match[1]), _checked(int(match[2]))))
    take(_YEAR, "year", lambda match: year_span(_within(int(match[0]))))
    for match in list(_NUMBER.finditer(rest)):
        try:
            sequence(match[1])
        except NotARoundNumber:
            continue
        numbers.append(match[1])
        rest = rest.replace(match[0], " ", 1)
    words = tuple(word for word in rest.split() if word not in _SMALL)
    return Asked(tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(spans)), words)


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3]) + 1)


def _day(year: str, month: str, day: str) -> Span:
    found = date(int(year), int(month), int(day))
    return Span(found, found)


def _checked(month: int) -> int:
    """Refuse what is no month. Raises ValueError."""
    if not 1 <= month <= 12:
        raise ValueError(month)
    return month


def _within(year: int) -> int:
    """Refuse what is rather the number of a draw. Raises ValueError."""
    if not FIRST_YEAR <= year < LAST_YEAR:
        raise ValueError(year)
    return year
