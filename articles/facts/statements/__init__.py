"""Which draws an article speaks of, and what it says of each. Pure: no Django.

    said = statements(reading, record)          # read once for all rules, then remembered with the reading
    said.all                                    # every `Statement`, in the order of parts and places
    said.within(sentence)                       # the statements of a sentence, a block, a mention's neighbourhood
    said.draws(sentence)                        # the draws that it names (no sum, no comparison), in their order
    said.scope(sentence)                        # these; else those of the sentences before in the block, of the block
                                                # above, of the section: a `Scope` with the reason
    said.of_section(block)                      # the draws named between a block's heading and the next one of its rank
    said.of_table(block)                        # the draws of a table's rows
    said.article                                # the draws that the article names anywhere, oldest first

`Scope.draws` are what "the four draws", "the two" or "together" may be about. Take a period that the sentence itself names
(a `DateMention` that is no day) before any of these.
"""

from dataclasses import dataclass
from functools import cached_property

from articles.facts.model import Draw, Record
from articles.facts.reading import Block, Kind, Reading, Sentence
from articles.facts.reading import Place as Bounds

from .model import Figure, Statement, Verdict, What
from .record import Draws
from .walking import walk

__all__ = [
    "Draws",
    "Figure",
    "Scope",
    "Statement",
    "Statements",
    "Verdict",
    "What",
    "is_of_draws",
    "statements",
]


@dataclass(frozen=True, slots=True)
class Scope:
    """Draws that words may be about. `why`: "sentence", "before" (sentences before in the block), "block" (the one above),
    "section", "article"; "" where there are none."""

    draws: tuple[Draw, ...]
    why: str


@dataclass(frozen=True, eq=False)
class Statements:
    reading: Reading
    all: tuple[Statement, ...]

    def within(self, place: Bounds) -> tuple[Statement, ...]:
        return tuple(
            said for said in self._of_part.get(place.part, ()) if place.start <= said.start < place.end
        )

    def draws(self, place: Bounds) -> tuple[Draw, ...]:
        return _draws(self.within(place))

    def scope(self, sentence: Sentence) -> Scope:
        if draws := self.draws(sentence):
            return Scope(draws, "sentence")
        block = self.reading.blocks[sentence.block]
        before = [said for said in self.within(block) if said.start < sentence.start]
        if draws := _draws(tuple(before)):
            return Scope(draws, "before")
        for place in range(sentence.block - 1, max(-1, sentence.block - 3), -1):
            above = self.reading.blocks[place]
            if above.part == block.part and (draws := self.draws(above)):
                return Scope(draws, "block")
            if above.kind is Kind.HEADING:
                break
        if draws := self.of_section(sentence.block):
            return Scope(draws, "section")
        return Scope(self.article, "article" if self.article else "")

    def of_section(self, block: int) -> tuple[Draw, ...]:
        headings = self.reading.headings(block)
        here = self.reading.blocks[block]
        begin = headings[-1] if headings else 0
        found: list[Statement] = []
        for place in range(begin, len(self.reading.blocks)):
            other = self.reading.blocks[place]
            if other.part < here.part or (place > begin and other.kind is Kind.HEADING and place > block):
                if other.part >= here.part:
                    break
                continue
            if other.part > here.part:
                break
            found += self.within(other)
        return _draws(tuple(found))

    def of_table(self, block: int) -> tuple[Draw, ...]:
        return self.draws(self.reading.blocks[block])

    @cached_property
    def article(self) -> tuple[Draw, ...]:
        return tuple(sorted(_draws(self.all), key=lambda draw: draw.sequence))

    @cached_property
    def _of_part(self) -> dict[int, list[Statement]]:
        of: dict[int, list[Statement]] = {}
        for said in self.all:
            of.setdefault(said.part, []).append(said)
        return of


def _draws(found: tuple[Statement, ...]) -> tuple[Draw, ...]:
    known = [said.draw for said in found if said.draw is not None and not said.compared]
    return tuple({draw.number: draw for draw in known}.values())


def is_of_draws(said: Statements, block: Block) -> bool:
    """Whether a table has rows of single draws, which their days or numbers name."""
    return any(
        figure.what in (What.DATE, What.NUMBER) for one in said.within(block) for figure in one.figures
    )


def statements(reading: Reading, record: Record) -> Statements:
    """Return what an article says of draws. The time is linear in its length."""
    return reading.remembered(
        "statements", record, lambda: Statements(reading, tuple(walk(reading, Draws(record))))
    )
