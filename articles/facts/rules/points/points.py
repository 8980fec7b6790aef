"""Additional points of the score: for a nomination, French, a sibling, a Canadian credential, and once a job offer. Pure: no Django."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Finding, Points, Record, Status
from articles.facts.reading import Block, NumberMention, Reading
from articles.facts.rules.common.amounts import Hedge, hedge, written
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Unit
from articles.facts.rules.common.surroundings import Surroundings
from articles.facts.rules.criteria.criteria_claims import is_refuted
from articles.facts.rules.tables.columns import sums_up
from articles.facts.statements import is_of_draws, statements
from articles.references import gettext_noop

from . import additional, own_points, points_days
from .point_topics import Topics, expression
from .points_days import NOTHING
from .worth import (
    Topic,
    changed,
    is_else,
    is_in_row,
    narrowed,
    numbers_of,
    record_rows,
    spoken_of,
    with_ended,
)

RULE = "points"

AGREES = gettext_noop("%(what)s: %(expected)s additional points, as in the record.")
WRONG = gettext_noop("%(what)s: %(expected)s additional points on %(day)s.")


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Yield what the record says of additional points, sentence by sentence."""
    words: dict[tuple[str, ...], list[Points]] = {}
    for row in record.points:
        words.setdefault(row.words, []).append(row)
    desk = _Desk(
        Surroundings(reading, record),
        [(expression(said), tuple(rows)) for said, rows in words.items() if said],
    )
    for unit in desk.setting.sentences():
        left = list(own_points.find(desk.setting, unit))
        yield from left
        yield from (one for one in desk.judge(unit) if not any(one.start == other.start for other in left))
    said = statements(reading, record)
    for place, block in desk.setting.tables:
        if not is_of_draws(said, block) and not sums_up(block):
            yield from desk.table(place, block)


# "Is it still worth 600 points?"
_AMOUNT = compiled(r"\b(\d{2,3}) (?:\w+ )?points\b")


class _Desk(Topics):
    def judge(self, unit: Unit) -> Iterator[Finding]:
        text = unit.text
        if is_refuted(self.setting, unit):
            return
        own = self.topics(text)
        nominee, extra = additional.NOMINEE.search(text), additional.EXTRA.search(text)
        if not own and nominee and not extra:
            return
        english = additional.BY_ENGLISH.search(text)
        if not own and extra and (nominee or english):
            # "The additional points, 50 with strong English": those for French alone depend on it.
            of = "nomination" if nominee else "French"
            start, end = (nominee or extra).span()
            # "With good English you receive 50 additional points": what they are for stands before the number.
            if not nominee and english and english.start() < start:
                start = end = english.start()
            own = [
                Topic(rows, start, end) for _words, rows in self.expressions if rows[0].what.startswith(of)
            ]
        near = own[-1:] or self.near(unit)
        if not near:
            return
        asked = self.asked(unit)
        on = self.setting.reading.on
        numbered = False
        given = [asked] if asked is not None and not own else own or near
        begun = [
            finding
            for topic in {topic.rows: topic for topic in given}.values()
            for finding in points_days.beginnings(unit, topic)
        ]
        yield from begun or points_days.events(self.setting, unit, given[-1])
        for number in numbers_of(unit):
            topic = self.topic(unit, number, own, near, asked)
            if topic is not None and is_else(topic, unit, number):
                continue
            if topic is not None:
                numbered = True
                listed = [
                    other
                    for other in own
                    if other.start <= topic.start
                    and not any(other.end <= at.start - unit.start < topic.start for at in numbers_of(unit))
                ]
                topic = next(
                    (
                        other
                        for other in listed
                        if any(row.points == number.value for row in spoken_of(unit, other, on)[0])
                    ),
                    topic,
                )
                mistaken_day = begun and any(row.points == number.value for row in topic.on(on) or topic.rows)
                if not mistaken_day and not self._is_of_then(unit, number, topic):
                    yield self._of_number(unit, number, topic)
        yield from self._nil(unit, own or near)
        if not numbered and asked is not None:
            yield from self._answer(unit, asked)
        yield from points_days.endings(self.setting, unit, own or near)

    def _is_of_then(self, unit: Unit, number: NumberMention, topic: Topic) -> bool:
        """Whether somebody's points are those of another time: "somebody with 452 points, 30 of them for French, now has 472"."""
        on = self.setting.reading.on
        ended = [
            row for row in topic.rows if row.valid_to and timedelta() < on - row.valid_to <= additional.LATELY
        ]
        said = any(row.points == number.value for row in ended)
        return said and additional.PERSON.search(unit.text) is not None

    def table(self, place: int, block: Block) -> Iterator[Finding]:
        """Yield what is said of the rows of a table that has a column of points."""
        if not block.has_header:
            return
        column = next(
            (
                at
                for at, cell in enumerate(block.rows[0].cells)
                if additional.COLUMN.search(cell.text.lower())
            ),
            None,
        )
        for row in block.rows[1:] if column is not None else ():
            if column is None or len(row.cells) <= column:
                continue
            cell = row.cells[column]
            unit = Unit(self.setting.reading, block.part, place, row.start, row.end, True)
            own = [
                topic
                for topic in self.topics(unit.text)
                if not cell.start <= unit.start + topic.start < cell.end
            ]
            numbers = [number for number in numbers_of(unit) if cell.start <= number.start < cell.end]
            if (
                own
                and len(numbers) == 1
                and not (own[0].name.startswith("French") and additional.NOT_FRENCH.search(unit.text))
            ):
                yield self._of_number(unit, numbers[0], own[0])

    def _of_number(self, unit: Unit, number: NumberMention, topic: Topic) -> Finding:
        text = unit.text
        start, end = number.start - unit.start, number.end - unit.start
        rows, day = spoken_of(unit, topic, self.setting.reading.on)
        rows = changed(unit, number, topic, with_ended(unit, start, topic, rows))
        wanted = narrowed(unit, start, end, topic, rows)
        fitting = [row for row in wanted if row.points == number.value]
        if not fitting and is_in_row(unit, number, rows):
            fitting = wanted = [row for row in rows if row.points == number.value]
        loose = hedge(text, start, end) is Hedge.AT_MOST
        if loose and wanted and len(rows) == len(wanted):
            wanted = [row for row in wanted if row.points == max(other.points for other in wanted)]
        params: dict[str, object] = {"what": topic.name, "day": day.isoformat()}
        if fitting and not (loose and not any(row.points == number.value for row in wanted)):
            return unit.finding(
                RULE, Status.AGREES, number.start, number.end, AGREES, rows=record_rows(fitting),
                params={**params, "expected": f"{number.value:.0f}"},
            )  # fmt: skip
        source = self.setting.reading.texts[unit.part].part.source[number.start : number.end]
        values = list(dict.fromkeys(row.points for row in wanted))
        ended = max((row.valid_to for row in topic.rows if row.valid_to), default=day) + timedelta(days=1)
        return unit.finding(
            RULE, Status.CONTRADICTED, number.start, number.end, WRONG if values else NOTHING,
            expected=" or ".join(map(str, values)) or "0",
            replacement=written(values[0], source) if len(values) == 1 else None,
            rows=record_rows(wanted or topic.rows),
            params={**params, "expected": " or ".join(map(str, values)), "day": (day if values else ended).isoformat()},
            confidence=0.85,
        )  # fmt: skip

    def _nil(self, unit: Unit, topics: Sequence[Topic]) -> Iterator[Finding]:
        """Yield what is said of nothing being given."""
        said = additional.NIL.search(unit.text)
        if (
            said is None
            or additional.FUTURE.search(unit.text)
            or compiled(r"\bwithout\b").search(unit.text[: said.start()])
        ):
            return
        told = [topic for topic in topics if topic.end <= said.start()] or list(topics)
        if len({row.what.split(" of ")[0] for row in told[-1].rows}) > 1:
            return
        day = self.setting.reading.on
        now = told[-1].on(day)
        ended = not now and any(row.valid_to for row in told[-1].rows)
        name = "nil" if said["nil"] else "ended"
        start, end = unit.start + said.start(name), unit.start + said.end(name)
        params: dict[str, object] = {"what": told[-1].name, "day": day.isoformat()}
        if ended:
            yield unit.finding(
                RULE,
                Status.AGREES,
                start,
                end,
                AGREES,
                rows=record_rows(told[-1].rows),
                params={**params, "expected": "0"},
            )
        elif now and not unit.dates:
            values = " or ".join(dict.fromkeys(str(row.points) for row in now))
            yield unit.finding(
                RULE,
                Status.CONTRADICTED,
                start,
                end,
                WRONG,
                expected=values,
                rows=record_rows(now),
                params={**params, "expected": values},
                confidence=0.75,
            )

    def _answer(self, unit: Unit, topic: Topic) -> Iterator[Finding]:
        """Yield whether a bare yes or no is right about points being given."""
        said = additional.YES_NO.match(unit.text)
        asked = self.setting.question(unit.block)
        if (
            said is None
            or "point" not in asked
            or not compiled(r"\W*(?:does|do|is|are|will|can)\b").match(asked)
        ):
            return
        now = topic.on(self.setting.reading.on)
        if amount := _AMOUNT.search(asked):
            now = [row for row in now if row.points == int(amount[1])]
        yes = said["said"] == "yes"
        start, end = unit.start + said.start("said"), unit.start + said.end("said")
        day = max((row.valid_to for row in topic.rows if row.valid_to), default=self.setting.reading.on)
        params: dict[str, object] = {
            "what": topic.name,
            "day": day.isoformat(),
            "expected": str(now[0].points if now else 0),
        }
        if yes == bool(now):
            yield unit.finding(
                RULE, Status.AGREES, start, end, AGREES, rows=record_rows(now or topic.rows), params=params
            )
        else:
            yield unit.finding(
                RULE, Status.CONTRADICTED, start, end, WRONG if now else NOTHING, expected="Yes" if now else "No",
                replacement="Yes" if now else "No", rows=record_rows(now or topic.rows), params=params, confidence=0.8,
            )  # fmt: skip
