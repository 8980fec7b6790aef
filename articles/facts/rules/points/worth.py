"""Numbers of additional points, and the rows of the record that they are held against. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from articles.facts.model import Points, Row
from articles.facts.reading import DrawMention, NumberMention, Role
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Unit

from . import additional

MOST = 700
# A number without "points" that is so many times what a topic gives is of something else.
FAR = 5
# From here on up to a nomination's only sums and scores are said.
MOST_OF_ONE = 200
# Nothing is worth fewer additional points; a smaller number is one of draws or levels.
FEWEST = 10


@dataclass(frozen=True, slots=True)
class Topic:
    """What gives points: the rows of it in the record, and its places in a sentence."""

    rows: tuple[Points, ...]
    start: int
    end: int

    @property
    def name(self) -> str:
        return self.rows[0].what

    def on(self, day: date) -> list[Points]:
        return [row for row in self.rows if (row.valid_from or date.min) <= day <= (row.valid_to or date.max)]


def numbers_of(unit: Unit) -> list[NumberMention]:
    read_as_draws = [
        NumberMention(
            part=unit.part,
            start=mention.end - len(mention.numbers[0]),
            end=mention.end,
            value=float(mention.numbers[0]),
            noun=mention.end,
        )
        for mention in unit.mentions
        if isinstance(mention, DrawMention)
        and mention.numbers[0].isdigit()
        and int(mention.numbers[0]) > additional.NO_DRAW
    ]
    return read_as_draws + [
        mention
        for mention in unit.mentions
        if isinstance(mention, NumberMention)
        and 0 < mention.value <= MOST
        and mention.value == int(mention.value)
        and mention.unit in ("", "point")
        and mention.role in (Role.UNKNOWN, Role.POINTS, Role.DIFFERENCE, Role.CUTOFF, Role.INVITATIONS)
        and not (mention.role is Role.INVITATIONS and mention.unit)
        and not unit.said(mention).startswith("0")
        and (mention.value >= FEWEST or additional.POINTS.match(unit.text, mention.end - unit.start))
        and not (mention.value > MOST_OF_ONE and additional.RANGES.match(unit.text, mention.end - unit.start))
        and not additional.SUMMED.match(unit.text, mention.end - unit.start)
        and not additional.SUMMED_BEFORE.search(
            unit.text[max(0, mention.start - unit.start - 4) : mention.start - unit.start]
        )
        and not additional.LEVEL.search(
            unit.text[max(0, mention.start - unit.start - 12) : mention.start - unit.start]
        )
    ]


def counts(between: str, others: Sequence[int], start: int, end: int) -> bool:
    """Whether another number stands between what gives points and a number, so that the two are not joined."""
    return any(start <= other < end for other in others) and not compiled(r"\b(?:or|and)\b").search(between)


def narrowed(unit: Unit, start: int, end: int, topic: Topic, rows: Sequence[Points]) -> list[Points]:
    """Keep the rows that the words beside a number mean: "for senior managers", "where English is weak"."""
    text = unit.text
    numbers = sorted(other.start - unit.start for other in numbers_of(unit))
    stop = compiled(r"[,;:.)]| \bor\b| \band\b|\bbut\b")
    after = ""
    if link := compiled(
        r"(?:(?:-| )(?:crs |additional |extra |bonus )*points?)?(?= (?:for|in the case of|to|where|when|if|with|without|as|beside|alongside|next to|otherwise|else)\b)"
    ).match(text, end):
        cut = stop.search(text, link.end())
        after = text[link.end() : cut.start() if cut else len(text)]
    left = max(
        [
            topic.start if topic.start < start and text[topic.start : topic.end] else 0,
            *(other for other in numbers if other < start),
        ],
        default=0,
    )
    if topic.end > len(text) or topic.start >= start:
        left = max([0, *(other for other in numbers if other < start)])
    if topic.start < start and not any(other < start for other in numbers):
        left = 0
    before = text[left:start]
    if any(other < start for other in numbers):
        before = own_words(before[before.rfind(";") + 1 :])
    for words in (after, before):
        for name, expression, what in additional.NARROWED:
            if name in topic.name.lower() and expression.search(words):
                kept = [row for row in rows if what in row.what]
                if kept:
                    return kept
    return list(rows)


def own_words(between: str) -> str:
    """Return the words between two numbers that are the second one's: "for one or two years" behind the first is not."""
    number = additional.NUMBER.match(between)
    if not additional.LINK.match(between, number.end() if number else 0):
        return between
    cuts = list(additional.CUTS.finditer(between))
    return between[cuts[-1].end() :] if cuts else between


def record_rows(rows: Sequence[Points]) -> tuple[Row, ...]:
    return tuple(dict.fromkeys(Row("points", row.what) for row in rows))[:2]


def is_else(topic: Topic, unit: Unit, number: NumberMention) -> bool:
    """Whether a number is something else than what a topic gives: too large for it, the hour of a time, somebody's score."""
    return (
        _is_far(topic, unit, number)
        or _is_clock(unit, number)
        or _is_score(unit, number)
        or _is_of_draw(unit, number)
    )


def _is_of_draw(unit: Unit, number: NumberMention) -> bool:
    """Whether a number is the size of a draw or its cut-off, with the other one beside it."""
    at, end = number.start - unit.start, number.end - unit.start
    return (
        additional.AT_SCORE.match(unit.text, end) is not None
        or additional.SIZE_BEFORE.search(unit.text[max(0, at - 40) : at]) is not None
    )


def _is_far(topic: Topic, unit: Unit, number: NumberMention) -> bool:
    """Whether a number is so far from what a topic gives that it counts something else, where nothing calls it points."""
    most = max(row.points for row in topic.rows)
    return number.value > FAR * most and not additional.POINTS.match(unit.text, number.end - unit.start)


def changed(unit: Unit, number: NumberMention, topic: Topic, rows: list[Points]) -> list[Points]:
    """Take of rows that end and begin at a change those before it for "from 15", those after it for "to 25"; of "50, up from
    15" and "from 15 to 50" those that became one another."""
    start = number.start - unit.start
    text = unit.text[max(0, start - 16) : start]
    ended = [
        row
        for row in rows
        if any(
            other.valid_from and row.valid_to and other.valid_from == row.valid_to + timedelta(days=1)
            for other in rows
        )
    ]
    if not ended:
        return rows
    earlier = next((other for other in numbers_of(unit)[::-1] if other.end <= number.start), None)
    if earlier is not None and not additional.CHAINED.fullmatch(unit.text, earlier.end - unit.start, start):
        earlier = None
    said = [row for row in topic.rows if earlier is not None and row.points == earlier.value]
    if additional.FROM.search(text):
        # "From 15 to 25 and from 30 to 50" begins again.
        goes_on = earlier is not None and " and " in unit.text[earlier.end - unit.start : start]
        return [row for row in ended if any(_became(row, new) for new in said)] * (not goes_on) or ended
    if additional.TO.search(text):
        return [row for row in rows if any(_became(old, row) for old in said)] or [
            row for row in rows if row not in ended
        ]
    return rows


def _became(old: Points, new: Points) -> bool:
    return (
        old.what == new.what
        and old.valid_to is not None
        and new.valid_from == old.valid_to + timedelta(days=1)
    )


def spoken_of(unit: Unit, topic: Topic, on: date) -> tuple[list[Points], date]:
    """Return the rows of the days that a sentence of an article of the day `on` speaks of, and one of those days."""
    spoken = [
        mention
        for mention in unit.dates
        if mention.first <= on and (not mention.relative or additional.PAST.search(unit.text))
    ]
    begun = [row for row in topic.rows if (row.valid_from or date.min) <= on]
    coming = [row for row in topic.rows if row.valid_from and on < row.valid_from <= on + additional.LATELY]
    # "From June 6 you get points for a sibling" is told shortly before.
    if coming and not topic.on(on) and (not begun or _COMING.search(unit.text)):
        return coming, on
    if not spoken and additional.PAST.search(unit.text):
        return begun, on
    if additional.FUTURE.search(unit.text) and not topic.on(on):
        return list(topic.rows), on
    if not spoken:
        return topic.on(on), on
    # "From June 2017 until then they were 30 and 15": what was given from that day on.
    if _UNTIL_THEN.match(unit.text, spoken[-1].end - unit.start):
        day = spoken[-1].last
        return [
            row for row in begun if (row.valid_from or date.min) <= day <= (row.valid_to or date.max)
        ], day
    if _UNTIL.search(unit.text):
        # "Until March 2025": what was given up to then, and what is now.
        if len(spoken) == 1 and additional.UNTIL.search(unit.text[: spoken[0].start - unit.start]):
            first, last = spoken[0].first - timedelta(days=1), spoken[0].last
            then = [
                row
                for row in begun
                if (row.valid_from or date.min) <= last and first <= (row.valid_to or date.max)
            ]
            return list(dict.fromkeys([*then, *topic.on(on)])) or begun, on
        # "Before October 2020 they were 30 and 15": what was given up to then alone.
        if (
            len(spoken) == 1
            and _BEFORE.search(unit.text[: spoken[0].start - unit.start])
            and not _NOW.search(unit.text)
        ):
            day = spoken[0].first - timedelta(days=1)
            return [row for row in begun if row in topic.on(day)] or begun, day
        return begun, on
    if _SINCE.search(unit.text[: spoken[-1].start - unit.start]) and topic.on(on):
        # What it has been since a day it is today, whatever it was on that day.
        return topic.on(on), on
    found = [
        row
        for row in topic.rows
        if any(
            (row.valid_from or date.min) <= mention.last and mention.first <= (row.valid_to or date.max)
            for mention in spoken
        )
    ]
    return found, spoken[-1].first


_COMING = compiled(r"\b(?:from|as of|starting|effective|on|tomorrow|soon|will|next|begin\w*)\b")
_SINCE = compiled(r"\bsince $")
_BEFORE = compiled(r"\b(?:before|prior to) $")
_NOW = compiled(
    r"\b(?:now|today|since|is|are|has|have|brings?|gives?|gets?|currently|still|then|after|to|instead)\b"
)
_UNTIL_THEN = compiled(r" (?:until|up to|to) (?:then|that (?:day|month|date|change))\b")
_UNTIL = compiled(rf"{additional.ENDED.pattern}|\b(?:no longer|until|before|instead of)\b")


def with_ended(unit: Unit, start: int, topic: Topic, rows: list[Points]) -> list[Points]:
    """Add to the rows of a day those that ended shortly before it, where a number is what it was changed from."""
    if not rows or not additional.FROM.search(unit.text[max(0, start - 16) : start]):
        return rows
    first = min(row.valid_from or date.min for row in rows)
    return [
        *rows,
        *(
            row
            for row in topic.rows
            if row.valid_to and timedelta(0) < first - row.valid_to <= additional.LATELY
        ),
    ]


_MINUTES = compiled(r":[0-9]{2}\b")


def is_in_row(unit: Unit, number: NumberMention, rows: Sequence[Points]) -> bool:
    """Whether all the amounts for something stand in one sentence: "200 for managers and 50 for the others"."""
    values = [other.value for other in numbers_of(unit)]
    amounts = {row.points for row in rows}
    return (
        len(amounts) > 1 and number.value in amounts and all(values.count(amount) == 1 for amount in amounts)
    )


def _is_clock(unit: Unit, number: NumberMention) -> bool:
    """Whether a number is the hour of a time: "14:07"."""
    return _MINUTES.match(unit.text, number.end - unit.start) is not None


def _is_score(unit: Unit, number: NumberMention) -> bool:
    """Whether a number is the score that somebody would have: "with 585 I would be far above"."""
    return (
        additional.SCORE_WITH.search(unit.text[: number.start - unit.start]) is not None
        and additional.SOMEBODY.match(unit.text, number.end - unit.start) is not None
    )
