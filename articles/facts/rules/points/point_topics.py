"""What gives additional points in a sentence, and which number says how many. Pure: no Django."""

from collections.abc import Sequence
from functools import lru_cache

from articles.facts.model import Points
from articles.facts.reading import Kind, NumberMention, Role
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Unit
from articles.facts.rules.common.surroundings import Surroundings

from . import additional
from .worth import Topic, counts, numbers_of, own_words

REACH = 90


def _is_other_french(topic: Topic, text: str, end: int) -> bool:
    """Whether French is the draws' or the language's own matter, beside a number that nothing calls additional points."""
    # "The bonus for French rose": what gives points is called so itself.
    if additional.EXTRA.search(text[max(0, topic.start - 24) : topic.end + 24]):
        return False
    called = additional.POINTS.match(text, end)
    if called and additional.EXTRA.search(called[0]):
        return False
    return topic.name.startswith("French") and additional.NOT_FRENCH.search(text) is not None


def expression(said: Sequence[str]) -> str:
    words = "|".join(
        sorted(
            (word for word in said if not word.startswith("nomin") or word.startswith("nomination")),
            key=len,
            reverse=True,
        )
    )
    more = additional.NOMINATES if "nomination" in said else ""
    if any("credential" in word for word in said):
        more = additional.CREDENTIAL
    elif any("job" in word for word in said):
        more = additional.OFFER
    return rf"\b(?:{words}{more})\b"


class Topics:
    """Finds what gives points by the words of the record."""

    def __init__(self, setting: Surroundings, expressions: Sequence[tuple[str, tuple[Points, ...]]]):
        self.setting = setting
        self.expressions = [(compiled(words), rows) for words, rows in expressions]
        # A sentence is asked of for itself and for the one behind it.
        self._remembered = lru_cache(maxsize=8)(self._topics)

    def topics(self, text: str) -> Sequence[Topic]:
        return self._remembered(text)

    def _topics(self, text: str) -> Sequence[Topic]:
        found = [
            Topic(rows, said.start(), said.end())
            for words, rows in self.expressions
            for said in words.finditer(text)
        ]
        return sorted(found, key=lambda topic: topic.start)

    def near(self, unit: Unit) -> list[Topic]:
        """Return the topic of the sentence before, or of the question that is answered."""
        for seen, others in enumerate(self.setting.around(unit)):
            found = [topic for other in others for topic in self.topics(other.text)]
            if found:
                return found[:1]
            if seen >= 1:
                break
        return []

    def asked(self, unit: Unit) -> Topic | None:
        """Return what the points are asked for in the question that a first sentence answers."""
        asked = self.setting.asked_of(unit)
        found = self.topics(asked)
        if (
            additional.SPOUSE.search(asked)
            or not found
            or not (additional.ASKS.search(asked) or additional.GOES_ON.match(asked))
        ):
            return None
        return found[-1]

    def topic(
        self,
        unit: Unit,
        number: NumberMention,
        own: Sequence[Topic],
        near: Sequence[Topic],
        asked: Topic | None,
    ) -> Topic | None:
        """Return what a number's points are for; None where it is no number of additional points."""
        text = unit.text
        end = number.end - unit.start
        others = [other.start - unit.start for other in numbers_of(unit)]
        for topic in own:
            if (
                end <= topic.start <= end + REACH
                and not any(end <= other < topic.start for other in others)
                and additional.FOR.fullmatch(text, end, topic.start)
                and not (_is_other_french(topic, text, end))
            ):
                return topic
        for topic in own:
            if (
                end <= topic.start <= end + REACH
                and not any(end <= other < topic.start for other in others)
                and additional.ON_CONDITION.fullmatch(text, end, topic.start)
                and not _is_other_french(topic, text, end)
            ):
                return topic
            if (
                end <= topic.start <= end + REACH
                and not any(end <= other < topic.start for other in others)
                and additional.THAT_IT_GAVE.fullmatch(text, end, topic.start)
                and additional.WAS_WORTH.match(text, topic.end)
            ):
                return topic
        if (shared := self._shared(unit, number, own)) is not None:
            return shared
        found = self._topic_before(unit, number, own, near, asked)
        return found or self._topic_of_words(unit, number, own, near, others)

    def _shared(self, unit: Unit, number: NumberMention, own: Sequence[Topic]) -> Topic | None:
        """Return what the points of a number and the one right behind it are for: "50 or 25 for French"."""
        end = number.end - unit.start
        following = next((other for other in numbers_of(unit) if other.start >= number.end), None)
        if following is None or not additional.EITHER.fullmatch(unit.text, end, following.start - unit.start):
            return None
        last = following.end - unit.start
        return next(
            (
                topic
                for topic in own
                if last <= topic.start <= last + REACH
                and additional.FOR.fullmatch(unit.text, last, topic.start)
                and not _is_other_french(topic, unit.text, last)
            ),
            None,
        )

    def _topic_of_words(
        self,
        unit: Unit,
        number: NumberMention,
        own: Sequence[Topic],
        near: Sequence[Topic],
        others: Sequence[int],
    ) -> Topic | None:
        """Return a topic that the words right behind a number mean ("50 if your English is good"), or that it goes on about."""
        text = unit.text
        start, end = number.start - unit.start, number.end - unit.start
        topics = [topic for topic in own if topic.end <= start] or ([] if own else list(near))
        if not topics or number.role is Role.CUTOFF:
            return None
        topic = topics[-1]
        if _is_other_french(topic, text, end):
            return None
        link = additional.LINK.match(text, end)
        words = (
            text[end : end + 48].split(",")[0].split(";")[0].split(".")[0]
            if link or " otherwise" in text[end : end + 24]
            else ""
        )
        for name, expression, _what in additional.NARROWED:
            if name in topic.name.lower() and words and expression.search(words):
                return topic
        earlier = [other for other in numbers_of(unit) if other.end - unit.start <= start]
        said = text[max([topic.end, *(other.end - unit.start for other in earlier)]) if own else 0 : start]
        if (
            (earlier or not own)
            and self._is_narrowed(topic, own_words(said))
            and not additional.PERSON.search(said)
            and not additional.STOPS.search(said.replace(";", ","))
        ):
            return topic
        if earlier and additional.CHAINED.fullmatch(text, earlier[-1].end - unit.start, start):
            return self.topic(unit, earlier[-1], own, near, None)
        clause = text[max(text.rfind(";", 0, start), text.rfind(",", 0, start)) + 1 : start]
        if (
            (own or additional.THEY_WERE.search(clause))
            and additional.GOES_ON_WITH.search(clause)
            and not additional.PERSON.search(clause)
            and not additional.STOPS.search(clause)
        ):
            return topic
        return None

    def _is_narrowed(self, topic: Topic, words: str) -> bool:
        """Whether words mean one row of several of a topic: "with good English", "for senior managers"."""
        return any(
            name in topic.name.lower() and found.search(words) for name, found, _what in additional.NARROWED
        )

    def _topic_before(
        self,
        unit: Unit,
        number: NumberMention,
        own: Sequence[Topic],
        near: Sequence[Topic],
        asked: Topic | None,
    ) -> Topic | None:
        """Return the topic that stands before a number, in its sentence, the one before or the question."""
        text = unit.text
        start, end = number.start - unit.start, number.end - unit.start
        others = [other.start - unit.start for other in numbers_of(unit)]
        before = [topic for topic in own if topic.end <= start]
        said_points = additional.POINTS.match(text, end) is not None
        if before:
            topic = before[-1]
            between = text[topic.end : start]
            if _is_other_french(topic, text, end):
                return None
            joined = (
                len(between) <= REACH
                and not additional.STOPS.search(between)
                and (additional.VERB.search(between) or additional.ARE_GIVEN.match(text, end))
            )
            last = max(
                (other for other in others if topic.end <= other < start), default=topic.end - topic.start
            )
            qualified = additional.LINK.match(text, end) is not None or self._is_narrowed(
                topic, text[max(topic.end, last) : start]
            )
            alone = between.strip(" *:–—-()=") == "" or (self._is_item(unit) and ":" in between)
            elided = any(other < topic.start for other in others) and additional.GIVEN.search(
                text, 0, topic.start
            )
            alone = (
                alone
                or additional.BESIDE.fullmatch(between) is not None
                or (bool(elided) and additional.ELIDED.fullmatch(between) is not None)
            )
            if joined and not counts(between, others, topic.end, start):
                return topic
            if (
                alone
                or (qualified and any(topic.end <= other < start for other in others))
                or additional.BEFORE.search(text[:start])
            ):
                stopped = additional.STOPS.search(between.replace(";", ",") if qualified else between)
                if additional.ELIDED.fullmatch(between) or additional.BESIDE.fullmatch(between):
                    stopped = None
                return topic if not stopped or additional.BEFORE.search(text[:start]) else None
            return None
        # "Then you receive 50; with little English it is 25": the type is named in another clause than that of the answer.
        apart = ";" in text[end : own[0].start] if own else True
        if asked is not None and apart:
            lead = text[:start].strip(" *,.!").removeprefix("yes").strip(" ,.!")
            is_first = not any(other < start for other in others) and not _is_other_french(asked, text, end)
            if (
                is_first
                and said_points
                or lead in ("", "by", "up to", "it is", "it adds", "still", "it brings", "about")
            ):
                return asked if number.role is not Role.CUTOFF else None
        if near and not own:
            topic = near[-1]
            gives = additional.BEFORE.search(text[:start])
            if _is_other_french(topic, text, end):
                return None
            if (
                gives
                and (additional.SAME.search(text[:start]) or additional.ALONE.search(text[:start]))
                and not additional.PERSON.search(text[:start])
                and not additional.STOPS.search(text[:start])
            ):
                return topic
            earlier = any(other < start for other in others) and additional.BEFORE.search(text[: min(others)])
            if earlier and additional.LINK.match(text, end) and not additional.PERSON.search(text):
                return topic
            if (
                said_points
                and (
                    additional.EXTRA.search(text[max(0, start - 20) : end + 20])
                    or additional.LINK.match(text, end)
                )
                and not additional.PERSON.search(text)
                and not additional.STOPS.search(text)
            ):
                return topic
        return None

    def _is_item(self, unit: Unit) -> bool:
        return self.setting.reading.blocks[unit.block].kind is Kind.ITEM
