"""Weekdays written with a day, in sentences and in cells: "Tuesday, 5 July 2023", "Tue 18 December". Pure: no Django."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import DateMention, Mention, NumberMention, Reading
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import WEEKDAYS
from articles.references import gettext_noop

RULE = "relative"

WRONG = gettext_noop("%(day)s was a %(weekday)s.")
# A day that is wrong is no farther than this from the draw of its weekday.
NEAR = timedelta(days=3)
# A day without its year is this year's, so near to the article.
NOW = timedelta(days=45)
# So few mentions behind a day, and so near to it, are looked at for a figure of its draw.
MENTIONS, BEHIND, LEAST = 5, 90, 60
# A weekday begins so few characters before its day.
BEFORE = 12
_SHORT = ("mon", "tues?", "wed", "thu(?:rs?)?", "fri", "sat", "sun")
_WEEKDAY = compiled(rf"\b(?:{'|'.join((*WEEKDAYS, *_SHORT))})\b")


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Judge every weekday that stands with a day of the calendar."""
    held: dict[date, list[Draw]] = {}
    for draw in record.draws:
        held.setdefault(draw.date, []).append(draw)
    for place, mention in enumerate(reading.mentions):
        if (
            isinstance(mention, DateMention)
            and mention.weekday is not None
            and not mention.relative
            and mention.precision == "day"
        ):
            told = reading.mentions[place + 1 : place + 1 + MENTIONS]
            yield from _judged(reading, held, mention, mention.weekday, told)


def _is_now(day: date, on: date, weekday: int) -> bool:
    """Whether a weekday is that of a day without its year near the article's day, in whatever year the words before it are."""
    now = _in_year(day, on.year)
    return now is not None and abs(now - on) <= NOW and now.weekday() == weekday


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _is_told(mention: DateMention, told: Sequence[Mention], drawn: Sequence[Draw]) -> bool:
    """Whether a figure of a day's draw stands behind the day, which is then the right one."""
    figures = {figure for draw in drawn for figure in (draw.invitations, draw.crs_cutoff)}
    return any(
        isinstance(one, NumberMention)
        and one.part == mention.part
        and one.start - mention.end <= BEHIND
        and one.value >= LEAST
        and one.value in figures
        for one in told
    )


def _judged(
    reading: Reading,
    held: Mapping[date, Sequence[Draw]],
    mention: DateMention,
    weekday: int,
    told: Sequence[Mention],
) -> Iterator[Finding]:
    days: list[date] = [mention.first, *(first for first, _last in mention.others)]
    drawn = [day for day in days if day in held]
    text = reading.texts[mention.part].text
    word = _WEEKDAY.search(text.lower(), max(0, mention.start - BEFORE), mention.end)
    days = drawn[:1] or days
    if word is None or any(day.weekday() == weekday for day in days):
        return
    if not mention.has_year and _is_now(mention.first, reading.on, weekday):
        return
    start, end = word.span()
    near = any(abs(day - days[0]) <= NEAR and day.weekday() == weekday for day in held)
    if near and not _is_told(mention, told, held.get(days[0], ())):
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
