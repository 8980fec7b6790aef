"""Dates in text: days, lists and ranges of days, weeks, months, quarters, halves, years. English and French."""

import re
from bisect import bisect_left, insort
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from .calendar import (
    CAPITAL_MONTH,
    DAY_FIRST,
    ISO,
    MONTH_ALONE,
    MONTH_FIRST,
    MONTH_YEAR,
    MONTHS,
    NUMBER,
    NUMERIC,
    PART,
    RANGE,
    WEEKDAYS,
    YEAR_ALONE,
)
from .counting import ORDINALS
from .mentions import DateMention
from .model import Block
from .years import Found, Spoken, of_year_said, with_years

_WEEK_OF = re.compile(r"\bweek\s++(?:of|starting|beginning|that\s++began)\s++(?:on\s++)?\Z", re.IGNORECASE)

_BETWEEN = re.compile(r"\b(?:between|from|du|entre)\s++(?:the\s++)?\Z", re.IGNORECASE)

_JOINED = re.compile(
    r"\s*+(?:[-\u2013\u2014]|to|through|until|till|and|au|et|à)\s*+(?:le\s++|the\s++)?", re.IGNORECASE
)


def find(part: int, text: str, on: date, blocks: Sequence[Block] = ()) -> list[DateMention]:
    """Return the dates of a text in their order; one never overlaps another. `on` is the article's day.

    `blocks` are those of the text: a year that a heading names holds for what stands below it. Elsewhere a year that was
    spoken of holds to the end of its paragraph and for a list or table below that.
    """
    taken: list[tuple[int, int]] = []
    found: list[Found | DateMention] = []
    for reader in (_days, _iso, _numeric, _parts, _months, _years):
        for item in reader(part, text):
            if not _overlaps(taken, item.start, item.end):
                found.append(item)
                insort(taken, (item.start, item.end))
    found.sort(key=lambda item: item.start)
    found = [of_year_said(item, text, on) for item in found]
    dated = with_years(part, _shared(found, text), on, Spoken(blocks))
    return _weeks(_ranges(dated, text), text)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_left(taken, (start, start))
    return (place < len(taken) and taken[place][0] < end) or (place > 0 and taken[place - 1][1] > start)


def _days(part: int, text: str) -> Iterator[Found]:
    done = 0
    matches = sorted((*DAY_FIRST.finditer(text), *MONTH_FIRST.finditer(text)), key=_preference)
    for match in matches:
        if match.start() < done or CAPITAL_MONTH.match(match["month"]) or _COUNTED.match(text, match.end()):
            continue
        done = match.end()
        yield from _of_days(
            match, bool(_OF_DAY_BEFORE.search(text, max(0, match.start() - 40), match.start()))
        )


# "August 12, a Monday, August 20, a Tuesday": the weekday is that of the day before it.
_OF_DAY_BEFORE = re.compile(
    rf"(?:\d(?:st|nd|rd|th)?|\b(?:{'|'.join(MONTHS)})),?\s++(?:[(\u2013\u2014-]\s*+)?(?:(?:(?:which|that)\s++)?(?:was|is|fell\s++on|came\s++on)\s++)?an?\s++\Z",
    re.IGNORECASE,
)


# "From July to December 32 rounds" has a number of rounds and no day.
_COUNTED = re.compile(r"\s+(?:draws|rounds|invitations)\b", re.IGNORECASE)


def _preference(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), -match.end()


def _of_days(match: re.Match[str], without_weekday: bool) -> Iterator[Found]:
    month = MONTHS[match["month"].rstrip(".").lower()]
    year = int(match["year"]) if match["year"] else None
    weekday = (
        WEEKDAYS.get(match["weekday"].strip(" .,").lower().split(" ")[0].rstrip(".,"))
        if match["weekday"] and not without_weekday
        else None
    )
    days = match["days"]
    offset = match.start("days")
    pieces = _pieces(days)
    for index, (start, end, first, last) in enumerate(pieces):
        if not (
            1 <= first <= monthrange(year or 2024, month)[1]
            and 1 <= last <= monthrange(year or 2024, month)[1]
        ):
            continue
        begins = match.end("weekday") if without_weekday else match.start()
        left = begins if index == 0 else offset + start
        right = match.end() if index == len(pieces) - 1 else offset + end
        time = (match[match.re.groups] or "") if index == len(pieces) - 1 else ""
        yield Found(
            left,
            right,
            (month, first),
            (month, last),
            year,
            "day" if first == last else "days",
            weekday if index == 0 else None,
            time,
        )


def _pieces(days: str) -> list[tuple[int, int, int, int]]:
    """Split "4, 5 and 6-7" into days and ranges of days, with their places."""
    pieces: list[tuple[int, int, int, int]] = []
    done = 0
    while match := NUMBER.search(days, done):
        if (span := RANGE.match(days, match.start())) and int(_number(span[2])) > int(match[0]):
            pieces.append((match.start(), span.end(), int(match[0]), _number(span[2])))
            done = span.end()
        else:
            pieces.append((match.start(), match.end(), int(match[0]), int(match[0])))
            done = match.end()
    return pieces


def _number(words: str) -> int:
    match = NUMBER.search(words)
    return int(match[0]) if match else 0


def _iso(part: int, text: str) -> Iterator[Found]:
    for match in ISO.finditer(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            yield Found(
                match.start(), match.end(), (month, day), (month, day), year, "day", None, match[5] or ""
            )


def _numeric(part: int, text: str) -> Iterator[DateMention]:
    """Yield dates of figures alone: the day first or the month first, both where both are possible."""
    for match in NUMERIC.finditer(text):
        year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
        readings = [
            date(year, month, day)
            for month, day in ((int(match[1]), int(match[3])), (int(match[3]), int(match[1])))
            if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
        ]
        if readings:
            first, *rest = dict.fromkeys(readings)
            others = tuple((day, day) for day in rest)
            yield DateMention(
                part=part, start=match.start(), end=match.end(), first=first, last=first, others=others
            )


def _parts(part: int, text: str) -> Iterator[Found]:
    for match in PART.finditer(text):
        half = match["half"] or match["h"]
        word = (half or match["quarter"] or match["q"]).lower()
        length = 6 if half else 3
        number = int(word) if word.isdigit() else ORDINALS.get(word, 12 // length)
        end = number * length
        yield Found(
            match.start(),
            match.end(),
            (end - length + 1, 1),
            (end, 31),
            int(match["year"]),
            "half" if half else "quarter",
        )


def _months(part: int, text: str) -> Iterator[Found]:
    for match in MONTH_YEAR.finditer(text):
        if not CAPITAL_MONTH.match(match["month"]):
            month = MONTHS[match["month"].rstrip(".").lower()]
            yield Found(match.start(), match.end(), (month, 1), (month, 31), int(match["year"]), "month")
    for match in MONTH_ALONE.finditer(text):
        month = MONTHS[(match["month"] or match["plain"] or match["subject"]).lower()]
        yield Found(match.start(), match.end(), (month, 1), (month, 31), None, "month")


def _years(part: int, text: str) -> Iterator[Found]:
    for match in YEAR_ALONE.finditer(text):
        yield Found(match.start(), match.end(), (1, 1), (12, 31), int(match["told"] or match["year"]), "year")


def _shared(found: list[Found | DateMention], text: str) -> list[Found | DateMention]:
    """Give the year of "28 June and 5 July 2023" to both."""
    done: list[Found | DateMention] = []
    for index in range(len(found) - 1, -1, -1):
        item = found[index]
        following = done[-1] if done else None
        if isinstance(item, Found) and item.year is None and isinstance(following, Found) and following.year:
            between = text[item.end : following.start].strip().lower()
            if between in (
                "and",
                ",",
                "to",
                "-",
                "\u2013",
                "\u2014",
                ", and",
                "&",
                "or",
                "until",
                "through",
                "et",
                "au",
                "from",
                "",
            ):
                year = following.year - (
                    1 if item.first > following.first and between not in ("and", ",", ", and", "&") else 0
                )
                item = replace(item, year=year)
        done.append(item)
    return done[::-1]


def _ranges(dates: list[DateMention], text: str) -> list[DateMention]:
    """Join "4 July to 7 July" and "from May to July" into one."""
    done: list[DateMention] = []
    for item in dates:
        before = done[-1] if done else None
        if before is not None and before.precision == item.precision and before.precision in ("day", "month"):
            between = text[before.end : item.start]
            joined = _JOINED.fullmatch(between) if len(between) < 40 else None
            word = between.strip().lower()
            # "and" joins a range only after "between": "4 July and 5 July" are two days.
            if (
                joined
                and (
                    word not in ("and", "et")
                    or _BETWEEN.search(text, max(0, before.start - 20), before.start)
                )
                and before.first <= item.last
            ):
                done[-1] = replace(
                    before,
                    end=item.end,
                    last=item.last,
                    precision="days" if item.precision == "day" else "months",
                    has_year=item.has_year,
                    others=_spans(before, item),
                )
                continue
        done.append(item)
    return done


def _spans(first: DateMention, last: DateMention) -> tuple[tuple[date, date], ...]:
    return tuple(
        (start[0], end[1])
        for start, end in zip(first.others, last.others, strict=False)
        if start[0] <= end[1]
    )


def _weeks(dates: list[DateMention], text: str) -> list[DateMention]:
    """Turn the day of "the week of 3 July" into Monday to Sunday."""
    return [
        replace(
            item, first=_monday(item.first), last=_monday(item.first) + timedelta(days=6), precision="week"
        )
        if item.precision == "day" and _WEEK_OF.search(text, max(0, item.start - 40), item.start)
        else item
        for item in dates
    ]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
