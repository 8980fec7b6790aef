"""Weekdays written with a day, in sentences and in cells: "Tuesday, 5 July 2023", "Tue 18 December". Pure: no Django."""

from collections.abc import Iterator
from datetime import date, timedelta

from articles.facts.model import Finding, Record, Status
from articles.facts.reading import DateMention, Reading
from articles.references import gettext_noop

from .patterns import compiled
from .period_forms import WEEKDAYS

RULE = "relative"

WRONG = gettext_noop("%(day)s was a %(weekday)s.")
# A day that is wrong is no farther than this from the draw of its weekday.
NEAR = timedelta(days=3)
# A weekday begins so few characters before its day.
BEFORE = 12
_SHORT = ("mon", "tues?", "wed", "thu(?:rs?)?", "fri", "sat", "sun")
_WEEKDAY = compiled(rf"\b(?:{'|'.join((*WEEKDAYS, *_SHORT))})\b")


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Judge every weekday that stands with a day of the calendar."""
    held = {draw.date for draw in record.draws}
    for mention in reading.mentions:
        if (
            isinstance(mention, DateMention)
            and mention.weekday is not None
            and not mention.relative
            and mention.precision == "day"
        ):
            yield from _judged(reading, held, mention, mention.weekday)


def _judged(reading: Reading, held: set[date], mention: DateMention, weekday: int) -> Iterator[Finding]:
    days: list[date] = [mention.first, *(first for first, _last in mention.others)]
    drawn = [day for day in days if day in held]
    text = reading.texts[mention.part].text
    word = _WEEKDAY.search(text.lower(), max(0, mention.start - BEFORE), mention.end)
    days = drawn[:1] or days
    if word is None or any(day.weekday() == weekday for day in days):
        return
    start, end = word.span()
    if not drawn and any(abs(day - days[0]) <= NEAR and day.weekday() == weekday for day in held):
        # The weekday may be right, and the day beside it wrong.
        start, end = min(start, mention.start), max(end, mention.end)
    name = WEEKDAYS[days[0].weekday()].capitalize()
    written = name if word[0] in WEEKDAYS else name[:3]
    yield Finding(
        rule=RULE,
        status=Status.CONTRADICTED,
        part=reading.name(mention),
        start=start,
        end=end,
        claim=text[start:end],
        expected=name,
        replacement=written if (start, end) == word.span() else None,
        confidence=0.85,
        message=WRONG,
        params={"day": days[0].isoformat(), "weekday": name},
    )
