"""Where words about lists and criteria stand: the types and the days that they speak of. Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from articles.facts.model import Finding, Record, Row, Status, Version
from articles.facts.reading import Block, CategoryMention, DateMention, Kind, Mention, Reading

from .patterns import small
from .setting_words import (
    ALONE,
    BEHIND_CODE,
    GENERIC,
    LASTED,
    OF_PROFILES,
    OF_TYPES,
    PAST,
    PRESENT,
    WITHOUT_LIST,
    WORDS,
)

# A sentence of more characters is none.
_LONGEST = 2500
# So many sentences before a place are looked at for what it speaks of.
_REACH = 12


@dataclass(frozen=True)
class Unit:
    """A sentence, a row of a table or a cell: `text` is in small letters and stands in its part from `start`."""

    reading: Reading
    part: int
    block: int
    start: int
    end: int
    is_row: bool = False

    @cached_property
    def text(self) -> str:
        return small(self.reading.text(self))

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        return self.reading.within(self)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The days that say when lists and criteria were in force: not those of profiles and tie-breaks."""
        found: list[DateMention] = []
        for mention in self.mentions:
            if isinstance(mention, DateMention) and not (found and mention.end <= found[-1].end):
                found.append(mention)
        return [
            mention
            for mention in found
            if not OF_PROFILES.search(before := self.text[: mention.start - self.start][-60:])
            or OF_TYPES.search(before)
        ]

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mention.slug for mention in self.categories))

    @cached_property
    def categories(self) -> list[CategoryMention]:
        return [
            mention
            for mention in self.mentions
            if isinstance(mention, CategoryMention)
            and mention.slug not in GENERIC
            and (mention.sure or self._is_type(mention))
        ]

    def _is_type(self, mention: CategoryMention) -> bool:
        """Whether an unsure name is one of a type: not within brackets, where titles of occupations stand,
        nor that of somebody who is "a nurse by trade"."""
        before = self.text[: mention.start - self.start]
        listed = self.text.startswith(":", mention.end - self.start)
        at = mention.end - self.start
        return (
            (listed or (self.said(mention) in WORDS and bool(ALONE.match(self.text, at))))
            and before.count("(") <= before.count(")")
            and not BEHIND_CODE.search(before[-60:])
            and not before.endswith("by ")
        )

    def said(self, mention: Mention) -> str:
        return self.text[mention.start - self.start : mention.end - self.start]

    @property
    def is_past(self) -> bool:
        return bool(PAST.search(self.text)) and not self.is_present

    @property
    def is_present(self) -> bool:
        return bool(PRESENT.search(self.text))

    def finding(
        self,
        rule: str,
        status: Status,
        start: int,
        end: int,
        message: str,
        *,
        expected: str = "",
        replacement: str | None = None,
        live: str | None = None,
        rows: tuple[Row, ...] = (),
        confidence: float = 0.9,
        params: dict[str, object] | None = None,
    ) -> Finding:
        """Say something of the source from `start` to `end`, places in the part."""
        text = self.reading.texts[self.part].part
        in_head = text.name in ("title", "description")
        return Finding(
            rule, status, text.name, start, end, text.source[start:end], expected, replacement,
            None if in_head else live, rows, confidence, message, params or {},
        )  # fmt: skip


class Setting:
    """A reading with the record's versions, and what each of its places speaks of."""

    def __init__(self, reading: Reading, record: Record):
        self.reading, self.record = reading, record
        self.versions: dict[str, list[Version]] = {}
        for version in record.versions:
            self.versions.setdefault(version.category, []).append(version)
        for found in self.versions.values():
            found.sort(key=lambda version: version.valid_from or date.min)

    @cached_property
    def units(self) -> list[Unit]:
        """The sentences, headings and questions among them."""
        sentences = (one for one in self.reading.sentences if one.end - one.start <= _LONGEST)
        made = (Unit(self.reading, one.part, one.block, one.start, one.end) for one in sentences)
        return self.reading.remembered("units", None, lambda: list(made))

    @cached_property
    def tables(self) -> list[tuple[int, Block]]:
        return [(place, block) for place, block in enumerate(self.reading.blocks) if block.kind is Kind.TABLE]

    @cached_property
    def _units_of(self) -> dict[int, list[Unit]]:
        found: dict[int, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.block, []).append(unit)
        return found

    @cached_property
    def _places(self) -> dict[tuple[int, int], int]:
        return {
            (unit.part, unit.start): place
            for units in self._units_of.values()
            for place, unit in enumerate(units)
        }

    def of_block(self, place: int) -> list[Unit]:
        return self._units_of.get(place, [])

    def around(self, unit: Unit) -> Iterator[list[Unit]]:
        """Yield what stands around a place, the nearest first: the sentences before it in its block, the question that it
        answers, the blocks above in its section, the headings, the title and the standfirst."""
        blocks = self.reading.blocks
        place = self._places.get((unit.part, unit.start))
        if place is not None:
            yield from ([other] for other in self.of_block(unit.block)[max(0, place - _REACH) : place][::-1])
        question = self.reading.question(unit.block)
        if question is not None:
            yield self.of_block(question)
        name = self.reading.texts[unit.part].part.name
        if name.startswith(("question-", "answer-")):
            yield from self._questions_before(unit)
        # A paragraph is about what the title says rather than what the paragraph above names in passing.
        over = [self.of_block(place) for place in reversed(self.reading.headings(unit.block))] + [self.head]
        first = blocks[unit.block].kind is Kind.PARAGRAPH and self._is_of_one(over)
        if first:
            yield from over
        for place in range(unit.block - 1, max(-1, unit.block - 8), -1):
            above = blocks[place]
            if above.part != unit.part or above.kind is Kind.HEADING:
                break
            yield from ([said] for said in self.of_block(place)[-_REACH:][::-1])
        if not first:
            yield from over

    def _is_of_one(self, over: Sequence[Sequence[Unit]]) -> bool:
        """Whether headings, or else the title, name one type with a list, and no other."""
        for near in over:
            if slugs := {slug for unit in near for slug in unit.slugs}:
                return len(slugs) == 1 and not slugs & WITHOUT_LIST
        return False

    def _questions_before(self, unit: Unit) -> Iterator[list[Unit]]:
        for place in range(unit.block - 1, max(-1, unit.block - 6), -1):
            if self.reading.blocks[place].kind is Kind.QUESTION:
                yield self.of_block(place)

    @cached_property
    def head(self) -> list[Unit]:
        """The title and the standfirst."""
        return [
            unit for unit in self.units if self.reading.texts[unit.part].part.name in ("title", "standfirst")
        ]

    def asked(self, unit: Unit) -> list[Unit]:
        """Return the question that a sentence answers as the first to do so: in a place of its own, or right before it."""
        block = self.of_block(unit.block)
        place = self._places.get((unit.part, unit.start), 0)
        if place and block[place - 1].text.rstrip(" *_\"'”’)").endswith("?"):
            return [block[place - 1]]
        question = self.reading.question(unit.block) if not place else None
        return self.of_block(question) if question is not None else []

    def slugs(self, unit: Unit, without: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Return the types that a place speaks of: its own, else those of what is nearest around it. Types `without` do not
        count."""
        for near in ([unit], *self.around(unit)):
            found = dict.fromkeys(slug for other in near for slug in other.slugs if slug not in without)
            if found:
                return tuple(found)
        return ()

    def listed(self, unit: Unit) -> tuple[str, ...]:
        """Return the types with a list that a place speaks of."""
        return self.slugs(unit, WITHOUT_LIST)

    @cached_property
    def all_listed(self) -> set[str]:
        """The types with a list that the whole text names."""
        named = {one.slug for one in self.reading.mentions if isinstance(one, CategoryMention)}
        return named - WITHOUT_LIST - GENERIC

    def spans(self, unit: Unit) -> list[tuple[date, date]]:
        """Return the days that a place names itself or that its headings name; none where nothing does."""
        if unit.dates:
            return [span for mention in unit.dates for span in meanings(unit, mention)]
        for place in reversed(self.reading.headings(unit.block)):
            for other in self.of_block(place) if place != unit.block else ():
                if found := [(day.first, day.last) for day in other.dates if day.has_year]:
                    return found
        return []

    def on(self, slug: str, day: date) -> Version | None:
        """Return the version of a type in force on a day."""
        for version in self.versions.get(slug, ()):
            if (version.valid_from or date.min) <= day <= (version.valid_to or date.max):
                return version
        return None

    def during(self, slug: str, first: date, last: date) -> list[Version]:
        """Return the versions in force between two days: where one begins between them, those that do."""
        own = self.versions.get(slug, ())
        if first != last and (
            begun := [
                version for version in own if version.valid_from and first <= version.valid_from <= last
            ]
        ):
            return begun
        return [
            version
            for version in own
            if (version.valid_from or date.min) <= last and first <= (version.valid_to or date.max)
        ]

    def meant(self, unit: Unit, slug: str) -> list[Version | None]:
        """Return the versions of a type that a place may speak of, None for a day without one."""
        spans = self.spans(unit)
        today = self.on(slug, self.reading.on)
        found: list[Version | None] = []
        for first, last in spans:
            found += self.during(slug, first, last) or [None]
        if not spans or not unit.is_past or not unit.dates:
            found.append(today)
        if unit.is_past and not unit.dates:
            found += [
                version
                for version in self.versions.get(slug, ())
                if version.valid_from and version.valid_from <= self.reading.on
            ]
        known = {version.number if version else 0: version for version in found}
        return list(known.values())


def meanings(unit: Unit, mention: DateMention) -> list[tuple[date, date]]:
    """Return the days that a mention may be, the likeliest first; those before them where something lasted until then."""
    spans = [(mention.first, mention.last), *(mention.others if not mention.has_year else ())]
    if not LASTED.search(unit.text[: mention.start - unit.start][-20:]):
        return spans
    before = [first - timedelta(days=1) for first, _last in spans if first > date.min]
    return [(day, day) for day in before] or spans


def version_row(version: Version) -> Row:
    return Row("version", f"{version.category}/{version.number}", version.address)
