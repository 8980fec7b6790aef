"""Sentences of a reading as passages: what each mentions, and which draws it and those before it speak of. Pure: no Django."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from articles.facts.model import Draw, Record
from articles.facts.reading import (
    CategoryMention,
    DateMention,
    Kind,
    Mention,
    NumberMention,
    RangeMention,
    Reading,
    Role,
    Sentence,
)
from articles.facts.statements import Statement, Verdict, statements
from articles.facts.statements.outside import is_outside

from . import heads, latest, roles
from .naming import Rounds, named
from .passages import Passage
from .patterns import compiled
from .periods import Period

type Section = tuple[int, tuple[int, ...]]

_SINCE = compiled(r"\b(?:since|than|from|until|after|before|against|list of|lists of)(?: [\w']+){0,3} $")
_TRADES_PROGRAM = compiled(r" program")
# What is longer is no sentence, and is not judged as one.
LONGEST = 2000
# So many draws spoken of before count as what a sentence goes on about.
BEFORE = 12


@dataclass
class _Section:
    """What has been said so far under the same headings."""

    draws: list[Draw] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    topic: tuple[str, ...] = ()
    counted: list[int] = field(default_factory=list)
    year: int | None = None

    def hear(self, passage: Passage) -> None:
        self.draws = [*dict.fromkeys((*reversed(passage.draws), *self.draws))]
        self.periods += [period for period in passage.periods if not period.is_day]
        self.topic = passage.slugs or self.topic
        self.counted += [int(number.value) for number in passage.numbers if number.role is Role.DRAWS]


def passages(reading: Reading, record: Record) -> Sequence[Passage]:
    """Return the sentences of a reading in its order, those of headings among them."""
    return reading.remembered("passages", record, lambda: _passages(reading, record))


def _passages(reading: Reading, record: Record) -> Sequence[Passage]:
    hearing = _Hearing(reading, record)
    return [
        hearing.passage(sentence)
        for sentence in reading.sentences
        if sentence.end - sentence.start <= LONGEST
    ]


class _Hearing:
    def __init__(self, reading: Reading, record: Record):
        self.reading = reading
        self.rounds = Rounds(record, reading.on)
        self.years = _years(reading)
        self.tables = _tables(reading, self.rounds)
        self.said: dict[int, list[Statement]] = {}
        for said in statements(reading, record).all:
            if said.draw is not None and said.verdict is Verdict.KNOWN and not latest.is_any_of(said):
                self.said.setdefault(said.part, []).append(said)
        for known in self.said.values():
            known.sort(key=lambda said: said.start)
        self.starts = {part: [said.start for said in known] for part, known in self.said.items()}
        self.at: Section | None = None
        self.section = _Section()
        self.titles: dict[int, list[Period]] = {}
        self.leading = heads.leading(reading)
        self.of_head = heads.of_head(reading)
        self.last: tuple[Sentence, Passage] | None = None
        self.told: tuple[Passage, ...] = ()

    def passage(self, sentence: Sentence) -> Passage:
        reading = self.reading
        block = reading.blocks[sentence.block]
        above = tuple(reading.headings(sentence.block))
        question = reading.question(sentence.block) if block.kind is not Kind.QUESTION else None
        at = (sentence.part, (*above, -1 if question is None else question))
        if at != self.at:
            topic = self.section.topic
            self.at, self.section = at, self._opened(above, question)
            if question is not None and not self.section.topic and self._goes_on(question):
                self.section.topic = topic
        mentions = reading.within(sentence)
        start, words = sentence.start, reading.text(sentence)
        year = next(
            (
                mention.first.year
                for mention in mentions
                if _tells_year(mention) and not _SINCE.search(words.lower(), 0, mention.start - start)
            ),
            None,
        )
        before, self.section.year = self.section.year, year or self.section.year
        asked = self._asked(question) or self._asked_before(sentence)
        said = self._said(sentence)
        own = {said.draw: said.start - start for said in reversed(said) if said.draw and not said.compared}
        compared = {said.draw: said.start - start for said in reversed(said) if said.draw and said.compared}
        passage = Passage(
            part=reading.name(sentence),
            start=start,
            source=words,
            day=reading.on,
            numbers=tuple(
                roles.given(
                    words, list(_moved_numbers(mentions, start)), self._asks_count(sentence, question, asked)
                )
            ),
            ranges=tuple(_moved(mentions, RangeMention, start)),
            dates=tuple(_moved(mentions, DateMention, start)),
            categories=tuple(
                sorted(
                    self._categories(words, _moved(mentions, CategoryMention, start)),
                    key=lambda mention: mention.start,
                )
            ),
            draws=tuple(
                dict.fromkeys(
                    (*reversed(own), *(draw for draw in named(mentions, self.rounds) if draw not in compared))
                )
            ),
            compared=tuple(reversed(compared)),
            places={**own, **compared},
            before=tuple(self.section.draws[:BEFORE]),
            tables=tuple(self.tables.get((sentence.part, above), self.tables.get((sentence.part, ()), []))),
            earlier=tuple(self.section.periods[-4:]),
            context=tuple(self._context(above)),
            topic=self.section.topic or self.of_head,
            is_of_head=not self.section.topic,
            counted=tuple(self.section.counted[-3:]),
            told=tuple(
                number
                for other in self.told
                if other.part == reading.name(sentence)
                for number in other.numbers
            ),
            years=tuple(dict.fromkeys(known for known in (before, year) if known)) or self.years[:1],
            asked=asked,
            text_before=self._text_before(sentence),
            is_title=block.kind in (Kind.HEADING, Kind.QUESTION),
            is_outside=is_outside(reading, sentence.block),
        )
        if not passage.draws and (newest := latest.named(passage, self.rounds.known)):
            passage = replace(passage, draws=newest[:1], places={**passage.places, newest[0]: newest[1]})
        self._remember(sentence, passage, block.kind)
        self.last = sentence, passage
        self.told = (*self.told[-1:], passage)
        return passage

    def _text_before(self, sentence: Sentence) -> str:
        if self.last is None or self.last[0].block != sentence.block:
            return ""
        return self.last[1].text

    def _asked_before(self, sentence: Sentence) -> Passage | None:
        """Return the question that the sentence before is, in the same paragraph: "How many draws in 2021? Forty-two."."""
        if self.last is None or self.last[0].block != sentence.block or not self.last[1].is_question:
            return None
        return self.last[1] if _HOW_MANY.search(self.last[1].text) else None

    def _asks_count(self, sentence: Sentence, question: int | None, asked: Passage | None) -> bool:
        """Whether a sentence begins the answer to how many draws there were."""
        if question is None:
            return asked is not None
        block = self.reading.blocks[sentence.block]
        words = self.reading.text(self.reading.blocks[question]).lower()
        return sentence.start == block.start and _HOW_MANY.search(words) is not None

    def _goes_on(self, question: int) -> bool:
        """Whether a question has no subject of its own: "How many have there been this year?"."""
        return _SUBJECT.search(self.reading.text(self.reading.blocks[question]).lower()) is None

    def _said(self, sentence: Sentence) -> list[Statement]:
        known, starts = self.said.get(sentence.part, []), self.starts.get(sentence.part, [])
        return known[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]

    def _asked(self, question: int | None) -> Passage | None:
        """Return the question that a sentence answers, as a passage."""
        if question is None:
            return None
        block = self.reading.blocks[question]
        mentions = self.reading.within(block)
        return Passage(
            part=self.reading.name(block),
            start=block.start,
            source=self.reading.text(block),
            day=self.reading.on,
            categories=tuple(_moved(mentions, CategoryMention, block.start)),
        )

    def _opened(self, above: Sequence[int], question: int | None) -> _Section:
        section = _Section()
        for place in (*([] if question is None else [question]), *reversed(above)):
            mentions = self.reading.within(self.reading.blocks[place])
            section.draws += named(mentions, self.rounds)
            slugs = tuple(
                dict.fromkeys(mention.slug for mention in mentions if isinstance(mention, CategoryMention))
            )
            section.topic = section.topic or slugs
            year = next((mention.first.year for mention in mentions if _tells_year(mention)), None)
            section.year = section.year or year
        return section

    def _remember(self, sentence: Sentence, passage: Passage, kind: Kind) -> None:
        self.section.hear(passage)
        periods = [period for period in passage.periods if not period.is_day]
        if kind in (Kind.HEADING, Kind.QUESTION):
            self.titles.setdefault(sentence.block, []).extend(periods)

    def _context(self, above: Sequence[int]) -> Iterable[Period]:
        for place in reversed(above):
            if self.titles.get(place):
                return self.titles[place]
        return self.leading

    def _categories(self, words: str, mentions: Iterable[CategoryMention]) -> Iterator[CategoryMention]:
        """Yield types of draw; "trades" is the program of that name where the category did not exist yet, and "the categories" are all
        of them together."""
        for match in _CATEGORIES.finditer(words.lower()):
            yield CategoryMention(part=0, start=match.start(), end=match.end(), slug="category-based")
        for mention in mentions:
            if mention.slug == "trades" and (
                "trades" not in self.rounds.slugs or _TRADES_PROGRAM.match(words, mention.end)
            ):
                mention = replace(mention, slug="fst")
            yield mention


_CATEGORIES = compiled(
    r"\b(?:the |all )?categories(?= (?:together |alone )?(?:have had|has had|had|have got|had got|got|brought|took|received|have brought)\b)|\b(?:invited|drawn) by category\b"
)
_HOW_MANY = compiled(
    r"\bhow often\b|\bhow many (?:were there )?for\b|\bwhich (?:type|category|class|program|group)\b[^?]{0,20}\b(?:the )?most (?:of them|draws|rounds|often)\b|\bhow many (?:[\w-]+ ){0,6}?(?:draws|rounds)\b|\bhow many (?:have|had|has) there been\b"
)
_SUBJECT = compiled(
    r"\b(?:draws?|rounds?|candidates|people|invitations?|itas?|express entry|yesterday|today|this morning|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)


def _moved[M: Mention](mentions: Iterable[Mention], kind: type[M], by: int) -> Iterator[M]:
    """Yield the mentions of one kind with their places counted from `by`."""
    for mention in mentions:
        if isinstance(mention, kind):
            yield replace(mention, start=mention.start - by, end=mention.end - by)


def _moved_numbers(mentions: Iterable[Mention], by: int) -> Iterator[NumberMention]:
    for mention in mentions:
        if isinstance(mention, NumberMention):
            yield replace(mention, start=mention.start - by, end=mention.end - by, noun=mention.noun - by)


def _tells_year(mention: Mention) -> TypeGuard[DateMention]:
    return isinstance(mention, DateMention) and mention.has_year and not mention.relative


def _years(reading: Reading) -> tuple[int, ...]:
    """Return the years that an article speaks of, the most often first."""
    counted: dict[int, int] = {}
    for mention in reading.mentions:
        if _tells_year(mention) and not _SINCE.search(
            reading.texts[mention.part].text[max(0, mention.start - 40) : mention.start].lower()
        ):
            counted[mention.first.year] = counted.get(mention.first.year, 0) + 1
    return tuple(sorted(counted, key=lambda year: -counted[year]))[:3]


def _tables(reading: Reading, rounds: Rounds) -> dict[Section, list[tuple[Draw, ...]]]:
    """Return the draws of the tables of each section, by part and headings; those of a part under no headings too."""
    tables: dict[Section, list[tuple[Draw, ...]]] = {}
    for place, block in enumerate(reading.blocks):
        if block.kind is not Kind.TABLE:
            continue
        draws: list[Draw] = []
        for row in block.rows:
            draws += named(reading.between(block.part, row.start, row.end), rounds)
        if len(draws) > 1:
            unique = tuple(dict.fromkeys(draws))
            above = tuple(reading.headings(place))
            for key in {(block.part, above), (block.part, ())}:
                tables.setdefault(key, []).append(unique)
    return tables
