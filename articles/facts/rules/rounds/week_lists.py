"""Types with the weekdays of their draws in a row: "general on Monday, trades on Tuesday", "nominees on Tuesday (507), CEC on Wednesday (3,000)".
Pure: no Django.

The week in which all but one of them are right is the one that is meant.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import CategoryMention, DateMention, NumberMention, Role
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.partners import MOST_CUTOFF
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import WEEKDAYS
from articles.facts.rules.common.rounds_wording import value
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.rules.common.weeks import DAY, WEEK, week_of
from articles.facts.statements import What
from articles.facts.statements.record import is_of_type
from articles.references import gettext_noop

from . import pinned

RULE = "rounds"
OTHER_DAY = gettext_noop("Draw %(number)s of that week, of this type, was held on %(expected)s.")
OTHER_TYPE = gettext_noop("Draw %(number)s, held on that day, was of the type %(expected)s.")
HAD = gettext_noop("Draw %(number)s of %(date)s had %(expected)s.")

# A row has so many types at least, and one week in which so many of them are right.
SHORTEST, RIGHT, LONG = 2, 2, 3
LEAST = 60
# A figure stands no farther behind its weekday.
BESIDE = 14
# A cut-off that is wrong is no farther than this from the right one.
CLOSE = 40

_ON = compiled(
    r"(?: (?:draws?|rounds?|occupations|workers|candidates|jobs|speakers))?(?: (?:was|were|came|had|followed|held|drawn|invited|their turn|the turn|again|only|then))*,? ?(?:on|:) $"
)
_FIGURE = compiled(r",? ?[(:–—-]? ?(?:with )?")
# "6,300 from the class": what stands between a figure and the type that it leads.
_TO_TYPE = compiled(r"(?: (?!and\b|then\b|but\b)[a-z'’-]+){0,5} ")
_LOOSE = hedged(r"usually|always|every|each|said|rumou?r\w*|no|nor")


class Item(NamedTuple):
    """A type and the weekday that is said of it."""

    named: CategoryMention
    day: DateMention


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge rows of types with weekdays where no rule has called anything wrong."""
    judged = Judged(found, OBJECTIONS)
    for passage in sentences(reading, record):
        items = _items(passage)
        if len(items) < SHORTEST or passage.is_question or _LOOSE.search(passage.text):
            continue
        known = [draw for draw in record.draws if draw.date <= passage.day]
        monday = _week(passage, known, items)
        if monday is not None:
            for item in items:
                yield from _judged(passage, known, item, monday, judged)


def _items(passage: Passage) -> list[Item]:
    days = [
        day
        for day in passage.dates
        if day.relative and day.is_day and passage.text[day.start : day.end].split()[-1] in WEEKDAYS
    ]
    found: list[Item] = []
    for named in passage.categories:
        if named.slug in GENERIC:
            continue
        day = next((day for day in days if day.start >= named.end), None)
        if day is not None and _ON.fullmatch(passage.text, named.end, day.start):
            found.append(Item(named, day))
    weekdays = {item.day.first.weekday() for item in found}
    return found if len(weekdays) == len(found) else []


def _week(passage: Passage, known: Sequence[Draw], items: Sequence[Item]) -> date | None:
    """Return the Monday of the week in which all but one of some items are right, or all."""
    around = [passage.day, passage.day - WEEK, *(draw.date for draw in (*passage.draws, *passage.before[:1]))]
    mondays = list(dict.fromkeys(week_of(day).start for day in around))
    counted = [(sum(bool(_held(known, item, monday)) for item in items), monday) for monday in mondays]
    most, monday = max(counted, key=lambda one: one[0])
    # Two of a longer row may have changed places.
    least = max(len(items) - (2 if len(items) > LONG else 1), RIGHT if len(items) > SHORTEST else 1)
    return monday if most >= least and sum(one[0] == most for one in counted) == 1 else None


def _held(known: Sequence[Draw], item: Item, monday: date) -> list[Draw]:
    """Return the draw of a type on the weekday that is said of it."""
    return [draw for draw in _on(known, item, monday) if is_of_type(draw, item.named.slug)]


def _on(known: Sequence[Draw], item: Item, monday: date) -> list[Draw]:
    day = monday + item.day.first.weekday() * DAY
    return [draw for draw in known if draw.date == day]


def _judged(
    passage: Passage, known: Sequence[Draw], item: Item, monday: date, judged: Judged
) -> Iterator[Finding]:
    if held := _held(known, item, monday):
        yield from _figure(passage, item, held[0], judged)
        return
    start, end = item.named.start, item.day.end
    if not judged.is_free(passage, start, end):
        return
    week = [draw for draw in known if monday <= draw.date < monday + WEEK]
    of_type = [draw for draw in week if is_of_type(draw, item.named.slug)]
    of_day = _on(known, item, monday)
    if len(of_type) == 1:
        draw, message, expected = of_type[0], OTHER_DAY, WEEKDAYS[of_type[0].date.weekday()].capitalize()
    elif not of_type and len(of_day) == 1:
        draw, message, expected = of_day[0], OTHER_TYPE, value(What.TYPE, of_day[0])
    else:
        return
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        start,
        end,
        message,
        expected=expected,
        rows=rows_of(draw),
        confidence=0.75,
        params={"number": draw.number, "expected": expected},
    )


def _figure(passage: Passage, item: Item, draw: Draw, judged: Judged) -> Iterator[Finding]:
    """Hold the figure behind a weekday against those of the draw of that day."""
    number = next((one for one in passage.numbers if one.start >= item.day.end), None)
    if (
        number is None
        or number.start - item.day.end > BESIDE
        or not _FIGURE.fullmatch(passage.text, item.day.end, number.start)
        or not judged.is_free(passage, number.start, number.end)
        or _leads(passage, number)
        or number.value in (draw.invitations, draw.crs_cutoff)
    ):
        return
    if what := _what(number, draw):
        yield pinned.of_draw(passage, number, what, draw, HAD, 0.8)


def _leads(passage: Passage, number: NumberMention) -> bool:
    """Whether a figure is that of a type right behind it: "on Tuesday, 6,300 from the Canadian Experience Class on Wednesday"."""
    named = next((one for one in passage.categories if one.start >= number.end), None)
    return named is not None and _TO_TYPE.fullmatch(passage.text, number.end, named.start) is not None


def _what(number: NumberMention, draw: Draw) -> What | None:
    if number.value < LEAST or number.value != int(number.value) or number.form != "digits" or number.bound:
        return None
    if number.role is Role.INVITATIONS or (number.role is Role.UNKNOWN and number.value > MOST_CUTOFF):
        return What.INVITATIONS
    is_close = abs(number.value - draw.crs_cutoff) <= CLOSE
    return What.CUTOFF if number.role in (Role.CUTOFF, Role.UNKNOWN) and is_close else None
