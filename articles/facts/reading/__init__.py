"""Reading an article: blocks, sentences, and what they mention, with places in the source. Pure: no Django.

    reading = read(parts, on)
    for sentence in reading.sentences:
        for mention in reading.within(sentence): ...

`reading.text(thing)` gives the words of a block, sentence, cell's row or mention as they were read: as long as the source,
markup blanked out, so a match at `i` in it stands at `thing.start + i` of the source.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from articles.facts.model import Format, Part

from . import blocks as of_lines
from . import categories, dates, markup, numbers, relative, sentences, source, spelled_days
from . import taken as places
from .mentions import (
    CategoryMention,
    CodeMention,
    DateMention,
    DrawMention,
    LiveMention,
    Mention,
    NumberMention,
    RangeMention,
    Role,
)
from .model import Block, Cell, Kind, Row, Sentence
from .source import Link, Live, Text

__all__ = [
    "Block",
    "CategoryMention",
    "Cell",
    "CodeMention",
    "DateMention",
    "DrawMention",
    "Kind",
    "Link",
    "Live",
    "LiveMention",
    "Mention",
    "Place",
    "NumberMention",
    "RangeMention",
    "Reading",
    "Role",
    "Row",
    "Sentence",
    "Text",
    "read",
]


class Place(Protocol):
    """What stands in a part from `start` to `end`: a block, a sentence, a mention."""

    @property
    def part(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, eq=False)
class Reading:
    """An article as it was read. `on` is its day. `texts` are its parts; blocks, sentences and mentions name the part by
    its place among them. All three stand in the order of parts and places."""

    on: date
    texts: tuple[Text, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    _starts: list[tuple[int, int]] = field(default_factory=list, repr=False)
    _kept: dict[str, tuple[object, Any]] = field(default_factory=dict, repr=False)

    def remembered[T](self, name: str, about: object, make: Callable[[], T]) -> T:
        """Return what was made of this reading and another thing, made once. It is kept here, so that it goes when the reading
        does: what is made holds the reading itself."""
        known = self._kept.get(name)
        if known is None or known[0] is not about:
            known = self._kept[name] = about, make()
        found: T = known[1]
        return found

    def text(self, place: Place) -> str:
        return self.texts[place.part].text[place.start : place.end]

    def source(self, place: Place) -> str:
        """Return the words as the source has them."""
        return self.texts[place.part].part.source[place.start : place.end]

    def name(self, place: Place) -> str:
        """Return the name of the part, as findings give it."""
        return self.texts[place.part].part.name

    def between(self, part: int, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin in these bounds."""
        first = bisect_left(self._starts, (part, start))
        return self.mentions[first : bisect_left(self._starts, (part, end), first)]

    def within(self, place: Place) -> Sequence[Mention]:
        return self.between(place.part, place.start, place.end)

    @cached_property
    def _sentences_of(self) -> dict[int, list[Sentence]]:
        of: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            of.setdefault(sentence.block, []).append(sentence)
        return of

    def sentences_of(self, block: int) -> Sequence[Sentence]:
        """Return the sentences of a block by its place in `blocks`."""
        return self._sentences_of.get(block, [])

    @cached_property
    def _headings(self) -> list[tuple[int, ...]]:
        above: list[tuple[int, ...]] = []
        stack: list[int] = []
        part = -1
        for place, block in enumerate(self.blocks):
            if block.part != part:
                part, stack = block.part, []
            above.append(tuple(stack))
            if block.kind is Kind.HEADING or (block.kind is Kind.QUESTION and block.level):
                while stack and self.blocks[stack[-1]].level >= block.level:
                    stack.pop()
                stack.append(place)
        return above

    def headings(self, block: int) -> Sequence[int]:
        """Return the headings above a block in its part, the outermost first, as places in `blocks`."""
        return self._headings[block]

    def question(self, block: int) -> int | None:
        """Return the question that a block answers: right above it, or in the form's field beside its own."""
        here = self.blocks[block]
        name = self.texts[here.part].part.name
        if name.startswith("answer-"):
            return self._question_parts.get(name.removeprefix("answer-"))
        speakers = [self._speaker(here)]
        for place in range(block - 1, max(-1, block - 8), -1):
            other = self.blocks[place]
            if other.part != here.part or other.kind is Kind.HEADING:
                return None
            speaker = self._speaker(other)
            if other.kind is Kind.QUESTION:
                # Who asked has gone on to something else: "Host: And the bar? Guest: At 481. Host: It fell, then."
                return None if speaker and speaker in speakers else place
            speakers.append(speaker)
        return None

    def _speaker(self, block: Block) -> str:
        """Return who says a block of a conversation: "PRESENTER: And the bar?"."""
        match = _SPEAKER.match(self.texts[block.part].text, block.start, min(block.end, block.start + 60))
        return match["who"] if match else ""

    @cached_property
    def _question_parts(self) -> dict[str, int]:
        named: dict[str, int] = {}
        for place, block in enumerate(self.blocks):
            name = self.texts[block.part].part.name
            if name.startswith("question-"):
                named.setdefault(name.removeprefix("question-"), place)
        return named


def read(parts: Iterable[Part], on: date) -> Reading:
    """Read an article's parts as of its day. Any text is fit; the time is linear in its length."""
    texts = tuple(source.clean(part) for part in parts)
    found: list[Block] = []
    mentions: list[Mention] = []
    for place, text in enumerate(texts):
        reader = markup.read if text.part.format is Format.HTML else of_lines.read
        own = [_named(block, text) for block in reader(place, text)]
        found += own
        mentions += _mentions(place, text, own, on)
    mentions.sort(key=lambda mention: (mention.part, mention.start, -mention.end))
    return Reading(
        on,
        texts,
        tuple(found),
        tuple(_sentences(found, texts)),
        tuple(mentions),
        [(mention.part, mention.start) for mention in mentions],
    )


def _named(block: Block, text: Text) -> Block:
    """Let the form's fields say what a block is."""
    name = text.part.name
    if block.kind in (Kind.PARAGRAPH, Kind.QUESTION, Kind.HEADING):
        if name == "title":
            return Block(Kind.HEADING, block.part, block.start, block.end, 1)
        if name.startswith("question"):
            return Block(Kind.QUESTION, block.part, block.start, block.end, 0)
    return block


def _sentences(found: list[Block], texts: tuple[Text, ...]) -> Iterator[Sentence]:
    for place, block in enumerate(found):
        if block.kind is not Kind.TABLE:
            text = texts[block.part].text
            for first, last in sentences.lines(text, block.start, block.end):
                for start, end in sentences.spans(text, first, last):
                    yield Sentence(block.part, place, start, end)


def _mentions(part: int, text: Text, own: list[Block], on: date) -> Iterator[Mention]:
    """Yield what a part mentions. A line of a paragraph may break anywhere; a block or a cell ends what is said."""
    flat = _flat(text.text, own)
    spelled = spelled_days.in_figures(flat)
    of_days = dates.find(part, spelled.text, on, own)
    of_days += relative.find(part, spelled.text, on, of_days)
    if spelled.begins:
        of_days = [
            replace(
                day,
                start=spelled.begins.get(day.start, day.start),
                end=spelled.ends.get(day.end, day.end),
            )
            for day in of_days
        ]
    days = places.Taken([(day.start, day.end) for day in of_days])
    of_draws = [draw for draw in numbers.draws(part, flat) if (draw.start, draw.end) not in days]
    of_codes = list(numbers.codes(part, flat))
    taken = places.Taken([(other.start, other.end) for other in (*of_days, *of_draws, *of_codes)])
    yield from of_days
    yield from of_draws
    yield from of_codes
    yield from categories.find(part, flat)
    yield from numbers.numbers(part, flat, taken)
    for live in text.lives:
        if live.reference is not None:
            yield LiveMention(part=part, start=live.start, end=live.end, reference=live.reference)


# Who speaks stands before a colon: "Host:", "**Ms Rao:**".
_SPEAKER = re.compile(r"[\W_]{0,4}(?P<who>[A-Z][\w.'’-]*(?: [\w.'’-]+){0,3})[*_]{0,2}:")


# Stands where nothing goes on: it is no space and no part of a word.
_BARRIER = "\0"


def _flat(text: str, own: list[Block]) -> str:
    """Return the text with the newlines inside a block as spaces, and barriers between blocks and between cells."""
    pieces = list(text.replace("\n", " "))
    for block in own:
        if block.start:
            pieces[block.start - 1] = _BARRIER
        for row in block.rows:
            for cell in row.cells:
                if cell.end < len(pieces):
                    pieces[cell.end] = _BARRIER
    return "".join(pieces)
