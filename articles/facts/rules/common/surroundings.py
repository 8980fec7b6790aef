"""What stands around a sentence, at a cost that does not grow with the length of its block. Pure: no Django."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import islice

from articles.facts.model import Record
from articles.facts.reading import Kind, Reading

from .patterns import compiled
from .setting import Setting, Unit

# So many sentences before one in its block, and so many places above its block, are looked at.
BEFORE = 8
ABOVE = 30
# Longer sentences are no sentences.
MOST_CHARACTERS = 2000
# So many questions go on from one another.
QUESTIONS = 3

# "And for education?" asks what was asked right before.
GOES_ON = compiled(r"\W*(?:and|what about|how about|or)\b")


class Surroundings(Setting):
    """A setting that keeps what stands above each block."""

    def __init__(self, reading: Reading, record: Record):
        super().__init__(reading, record)
        self._above = cache(self._of_above)
        self.question = cache(self._of_question)

    def sentences(self) -> Iterator[Unit]:
        """Yield the sentences that say something: no questions."""
        for unit in self.units:
            if (
                unit.end - unit.start > MOST_CHARACTERS
                or self.reading.blocks[unit.block].kind is Kind.QUESTION
            ):
                continue
            if not unit.text.rstrip(" *_\"'”’)").endswith("?"):
                yield unit

    def around(self, unit: Unit) -> Iterator[list[Unit]]:
        """Yield what stands around a place, the nearest first."""
        own = self.of_block(unit.block)
        place = bisect_left(own, unit.start, key=lambda other: other.start)
        for other in reversed(own[max(0, place - BEFORE) : place]):
            yield [other]
        yield from self._above(unit.block)

    def _of_above(self, block: int) -> list[list[Unit]]:
        own = self.of_block(block)
        place = self.reading.blocks[block]
        first = own[0] if own else Unit(self.reading, place.part, block, place.start, place.end)
        return list(islice(super().around(first), ABOVE))

    def asked_of(self, unit: Unit) -> str:
        """Return the question that a sentence answers as the first to do so: right before it, or above its block."""
        own = self.of_block(unit.block)
        place = bisect_left(own, unit.start, key=lambda other: other.start)
        if place:
            before = own[place - 1].text
            return before if before.rstrip(" *_\"'”’)").endswith("?") else ""
        return self.question(unit.block)

    def is_first(self, unit: Unit) -> bool:
        """Whether a sentence begins its block."""
        return self.of_block(unit.block)[0].start == unit.start

    def _of_question(self, block: int) -> str:
        """Return the question that a block answers, behind those that it goes on from ("And for researchers?")."""
        place = self.reading.question(block)
        asked: list[str] = []
        while place is not None and len(asked) < QUESTIONS:
            said = " ".join(other.text for other in self.of_block(place))[:MOST_CHARACTERS]
            asked.insert(0, said)
            if not GOES_ON.match(said):
                break
            blocks = self.reading.blocks
            place = next(
                (
                    other
                    for other in range(place - 1, max(-1, place - 6), -1)
                    if blocks[other].kind is Kind.QUESTION
                ),
                None,
            )
        return " ".join(asked)
