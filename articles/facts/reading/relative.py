"""Times said from the article's day or from a day spoken of before: "on Tuesday", "last week", "the day before", "the 10th"."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from .calendar import WEEKDAYS
from .counting import SMALL
from .mentions import DateMention

_DAY_NAMES = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_COUNTS = {"a": 1, "the": 1, **SMALL}
_COUNT = "|".join(_COUNTS)
_UNITS = {"day": 1, "week": 7, "fortnight": 14}
# First letters of what follows: of days and counts, "last" and "next", "previous", "on", "today" and "yesterday".
_FIRST = "".join(sorted({*"lnpoty", *(word[0] for word in (*_DAY_NAMES.split("|"), *_COUNTS))}))
_WORDS = re.compile(
    rf"\b(?=[{_FIRST}])(?:(?P<named>{_DAY_NAMES}|mon|tue|wed|thu|fri)\s+(?:the\s+)?(?P<weekday_of_month>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,.]\d|\d|\w|\s+(?:{_MONTHS}|invit|candidates|points|people))"
    rf"|(?<![\w-])(?P<short>mon|tue|wed|thu|fri)\b(?=\.?\s*+\0)"
    rf"|(?<![\w-])(?<!\ba )(?<!\bevery )(?<!\beach )(?:(?P<which>last|this|next|previous|that|the\s+following)\s+(?:week's\s+)?)?(?P<weekday>{_DAY_NAMES})\b(?:\s+(?P<part>of\s+last\s+week|last\s+week|a\s+week\s+(?:ago|earlier)))?"
    rf"|\b(?P<today>today|tonight|this\s+(?:morning|afternoon|evening))\b|\b(?P<yesterday>yesterday)\b"
    rf"|\b(?P<count>{_COUNT})\s+(?P<counted>day|week|fortnight)s?\s+(?P<step>later|earlier|before|after|ago(?:\s+(?P<from>yesterday|today))?|afterwards|previously)\b|\b(?P<next>the\s+(?:next|following)\s+day)\b|\b(?P<previous>the\s+previous\s+day)\b"
    r"|\b(?P<same>(?:that|the)\s+same\s+day|that\s+day)\b"
    # "The fourth of the month" may be a draw: a day is what something was on, or since.
    r"|(?:\bon\s+|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bby\s)|(?<=\bbefore\s)|(?<=\bafter\s))the\s+(?P<on_month>\d{1,2})(?:st|nd|rd|th)(?=\s+of\s+(?:the|that|this)\s+(?:same\s+)?month\b)"
    r"|\b(?:on\s+)?the\s+(?P<of_month>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of\b|time|straight|consecutive|(?:(?!(?:was|were|is|had|with|on|for|in|at|a|an|the|there|saw|brought|ircc|canada)\b)[a-z-]+\s+){0,3}?(?:draws?|rounds?|selection)\b))"
    r"|\b(?P<span>this|last|the\s+past|the\s+previous|the\s+same)\s+(?P<unit>week|month|year)\b(?!'s\s+(?:list|end))"
    r"|\b(?P<span_before>the)\s+(?P<unit_before>week|month|year)\s+before\b)",
    re.IGNORECASE,
)
# How far back a day may have been spoken of that "the day before" goes from, in characters.
_NEAR = 700
# How many days of those said before are looked at.
_LOOKS_BACK = 12
# What was said so few characters before a day of a month says of which, in the same block or in a question above it.
_JUST = 120
# "Six points lower than two weeks earlier. The day before": what goes on goes on from the day that is told of.
_COMPARED = re.compile(r"\b(?:than|from|as)\s+(?:on\s+)?\Z", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*(?:[,.;:)\u2013\u2014\0]|\Z|(?:and|in|with|at|had|was|were|it|there|ircc|went)\b)", re.IGNORECASE
)


def find(part: int, text: str, on: date, dates: Sequence[DateMention]) -> list[DateMention]:
    """Return the times that a text says from another day, `relative` all of them. `dates` are those said in full."""
    starts = [day.start for day in dates]
    found: list[DateMention] = []
    # The day of "a day after others were invited" is not the one that is told of.
    told: list[DateMention] = []
    for match in _WORDS.finditer(text):
        place = bisect_left(starts, match.end())
        if place and dates[place - 1].end > match.start():
            continue
        days = [*dates[max(0, place - _LOOKS_BACK) : place], *told]
        before = dates[place - 1] if place and match.start() - dates[place - 1].end <= _JUST else None
        if match["same"] is None:
            days = [day for day in days if not _is_beside(day, text)]
        spoken = _spoken(days, text, match.start(), on)
        for first, last, precision, others in _meaning(match, text, on, spoken, before):
            found.append(
                DateMention(
                    part=part,
                    start=match.start(),
                    end=match.end(),
                    first=first,
                    last=last,
                    precision=precision,
                    # "Of the same month" has the year of that month, which may not be told.
                    has_year=match["on_month"] is None,
                    others=others,
                    relative=_number(match) is None,
                )
            )
        if not found or found[-1].start != match.start() or _is_turned(match, text):
            continue
        if not _COMPARED.search(text, max(0, match.start() - 12), match.start()):
            told = found[-1:]
    return found


def _spoken(days: Sequence[DateMention], text: str, place: int, on: date) -> list[DateMention]:
    """Return the times that may be spoken of: the last one in the same block, then the newest that is not far above."""
    near = [day for day in days if place - day.end <= _NEAR]
    begin = text.rfind("\0", max(0, place - _NEAR), place)
    inside = sorted((day for day in near if day.start > begin), key=lambda day: day.start)[-1:]
    newest = sorted((day for day in near if day.first <= on), key=lambda day: day.first)[-1:]
    return [*inside, *(day for day in newest if day not in inside)]


# A tie-break is no day that anything else is counted from, nor is the day that another is set beside.
_BESIDE = re.compile(
    r"\b(?:tie-?\s?break\w*|submitted|profiles?\s+(?:from|created))\b[^.;\0]{0,50}\Z"
    r"|\b(?:than|since)\s+(?:on\s+|that\s+of\s+)?\Z",
    re.IGNORECASE,
)


def _is_beside(day: DateMention, text: str) -> bool:
    return bool(day.time) or _BESIDE.search(text, max(0, day.start - 70), day.start) is not None


Meaning = tuple[date, date, str, tuple[tuple[date, date], ...]]


def _meaning(
    match: re.Match[str], text: str, on: date, near: Sequence[DateMention], before: DateMention | None
) -> Iterator[Meaning]:
    spoken = near[0] if near else None
    if match["weekday"] or match["short"]:
        yield from _weekday(match, on, spoken)
    elif match["today"]:
        yield _day(on)
    elif match["yesterday"]:
        yield _day(on - timedelta(days=1))
    elif match["count"] or match["next"] or match["previous"] or match["same"]:
        yield from _from_spoken(match, text, on, near)
    elif number := _number(match):
        months = [day for day in (spoken, before) if day is not None]
        if _OF_THAT.match(text, match.end()):
            # The year in which that month was may be wrong.
            months += [_a_year_before(day) for day in months]
        yield from _of_month(int(number), on, months, WEEKDAYS.get((match["named"] or "").lower()))
    else:
        yield _span(match, on, spoken)


_OF_THAT = re.compile(r"\s+of\s+(?:that|the\s+same)\b", re.IGNORECASE)


def _number(match: re.Match[str]) -> str | None:
    """Return the day of a month that words give by its number."""
    return match["of_month"] or match["on_month"] or match["weekday_of_month"]


def _a_year_before(day: DateMention) -> DateMention:
    month = day.last.replace(day=1)
    before = month.replace(year=month.year - 1)
    return replace(day, first=before, last=before, others=())


def _day(day: date, *others: date) -> Meaning:
    return day, day, "day", tuple((other, other) for other in others)


def _weekday(match: re.Match[str], on: date, spoken: DateMention | None) -> Iterator[Meaning]:
    """The last such day; also the one a week before it, and the one next to a day of the past that is spoken of."""
    which = " ".join((match["which"] or "").lower().split())
    if which == "next":
        return
    wanted = WEEKDAYS[(match["weekday"] or match["short"]).lower()]
    latest = on - timedelta(days=(on.weekday() - wanted) % 7)
    week = timedelta(days=7)
    monday = on - timedelta(days=on.weekday())
    if match["part"]:
        yield _day(monday - week + timedelta(days=wanted), latest)
        return
    others = [latest - week] if latest == on else []
    for day in _meanings(spoken) if spoken is not None and spoken.is_day else ():
        if day <= on - week:
            after = day + timedelta(days=(wanted - day.weekday()) % 7)
            others += [after, after - week]
    if which in ("last", "previous") and latest == on:
        latest, others = latest - week, []
    yield _day(latest, *others)


def _from_spoken(match: re.Match[str], text: str, on: date, near: Sequence[DateMention]) -> Iterator[Meaning]:
    days = _COUNTS[(match["count"] or "one").lower()] * _UNITS[(match["counted"] or "day").lower()]
    if match["step"] and match["step"].lower().startswith("ago"):
        # "Two weeks ago yesterday" is a day more.
        days += (match["from"] or "").lower() == "yesterday"
        yield _day(on - timedelta(days=days))
        return
    step = (match["step"] or ("before" if match["previous"] else "later")).lower()
    forward = step in ("later", "afterwards", "after")
    if _is_turned(match, text):
        forward = not forward
    change = timedelta(days=0 if match["same"] else days if forward else -days)
    meant = [day + change for spoken in near if spoken.is_day for day in _meanings(spoken)]
    if (match["counted"] or "day").lower() != "day":
        # "Two weeks before" is said of 13 and of 15 days too.
        meant += [day + timedelta(days=more) for day in meant for more in (-1, 1, -2, 2)]
    if meant:
        yield _day(*dict.fromkeys(meant))


def _meanings(day: DateMention) -> list[date]:
    return [day.first, *(other for other, _last in day.others)]


def _is_turned(match: re.Match[str], text: str) -> bool:
    """Whether a day is counted from something told behind it: "it came a day after 500 were invited"."""
    return (match["step"] or "").lower() in ("after", "before") and not _ENDS.match(text, match.end())


def _of_month(number: int, on: date, spoken: Sequence[DateMention], weekday: int | None) -> Iterator[Meaning]:
    """The day of the month spoken of last, else of the article's month or the one before; a weekday decides between them."""
    lasts = [
        last
        for day in spoken
        if day.precision in ("day", "month", "days")
        for last in (day.last, *(other for _first, other in day.others))
    ]
    months = [*((last.year, last.month) for last in lasts), (on.year, on.month)]
    months.append((on.year, on.month - 1) if on.month > 1 else (on.year - 1, 12))
    days = [date(year, month, number) for year, month in months if 1 <= number <= monthrange(year, month)[1]]
    days = [day for day in days if day.weekday() == weekday] or days
    if days:
        first, *others = dict.fromkeys(day for day in days if day <= on) or days
        yield _day(first, *others)


def _span(match: re.Match[str], on: date, spoken: DateMention | None) -> Meaning:
    unit = (match["unit"] or match["unit_before"]).lower()
    word = " ".join((match["span"] or "before").lower().split())
    from_day = spoken.first if spoken is not None and word in ("before", "the previous", "the same") else on
    earlier = word in ("last", "the previous", "before")
    if unit == "week":
        monday = from_day - timedelta(days=from_day.weekday() + (7 if earlier else 0))
        if word == "the past":
            monday = on - timedelta(days=6)
        other = monday - timedelta(days=7) if word == "this" else monday + timedelta(days=7)
        others = ((other, other + timedelta(days=6)),) if word in ("this", "last") else ()
        return monday, monday + timedelta(days=6), "week", others
    year, month = from_day.year, from_day.month
    if unit == "month":
        if earlier:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", ()
    year -= earlier
    return date(year, 1, 1), date(year, 12, 31), "year", ()
