"""The record's draws by day, number and type, and what a text has spoken of of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from articles.facts.model import Draw, Record
from articles.facts.reading import DateMention, DrawMention, LiveMention, Reading

PROGRAMS = ("cec", "pnp", "fsw", "fst")


class Draws:
    """The record's draws by day, number and type."""

    def __init__(self, record: Record):
        self.all = record.draws
        self.by_number: Mapping[str, Draw] = {draw.number: draw for draw in record.draws}
        self.by_date: dict[date, list[Draw]] = {}
        self.by_type: dict[str, list[Draw]] = {}
        self._of_types: dict[frozenset[str], list[Draw]] = {}
        for draw in record.draws:
            self.by_date.setdefault(draw.date, []).append(draw)
            self.by_type.setdefault(draw.category, []).append(draw)
        self._days = [draw.date for draw in record.draws]
        self.last = record.draws[-1] if record.draws else None
        self.complete_to = record.complete_to or (self.last.date if self.last else date.min)

    @cached_property
    def place_in_type(self) -> dict[str, int]:
        return {draw.number: place for draws in self.by_type.values() for place, draw in enumerate(draws)}

    def on(self, day: date) -> Sequence[Draw]:
        return self.by_date.get(day, ())

    def during(self, first: date, last: date) -> list[Draw]:
        return list(self.all[bisect_left(self._days, first) : bisect_right(self._days, last)])

    def of_types(self, slugs: Iterable[str]) -> list[Draw]:
        """Return the draws that are of all these types; "category-based" is one too."""
        key = frozenset(slugs)
        if key not in self._of_types:
            found: Sequence[Draw] = self.all
            for slug in key:
                found = [draw for draw in found if is_of_type(draw, slug)]
            self._of_types[key] = list(found)
        return self._of_types[key]

    def before(self, draw: Draw) -> Draw | None:
        """Return the draw before one of its type."""
        place = self.place_in_type[draw.number]
        return self.by_type[draw.category][place - 1] if place else None


@dataclass
class Context:
    """What the text has spoken of so far: `focus`, the draws last spoken of, `several`, those last told of together, and the draws that the section and the whole
    article name by day or number. `topic`: the types last spoken of. `period`: days that the sentence speaks of. `on` is the article's day.
    `later`: the draw last told of is one that the record lacks. `looks_back`: the sentence has words for
    an earlier draw; `before`: for the one before; `follows`: for the one after."""

    on: date
    focus: list[Draw] = field(default_factory=list)
    section: list[Draw] = field(default_factory=list)
    article: list[Draw] = field(default_factory=list)
    several: list[Draw] = field(default_factory=list)
    topic: frozenset[str] = frozenset()
    period: tuple[date, date] | None = None
    later: bool = False
    looks_back: bool = False
    before: bool = False
    follows: bool = False

    def during(self, draws: "Draws") -> list[Draw]:
        """Return the draws of the time spoken of, those of the types spoken of if there are such."""
        inside = draws.during(self.period[0], min(self.period[1], self.on)) if self.period else []
        return [draw for draw in inside if draw.category in self.topic] or inside


_CATEGORIES_BEGIN = date(2023, 5, 31)


def is_of_type(draw: Draw, slug: str) -> bool:
    if slug == "category-based":
        return draw.category not in (*PROGRAMS, "general")
    if slug == "program":
        return draw.category in PROGRAMS
    if slug == "trades" and draw.date < _CATEGORIES_BEGIN:
        # Before there were categories, "trades" was the program.
        return draw.category == "fst"
    return draw.category == slug


def named(reading: Reading, draws: Draws) -> list[Draw]:
    """Return the draws that the article names by day or number, whatever it says of them."""
    named: dict[str, Draw] = {}
    for mention in reading.mentions:
        if isinstance(mention, DateMention) and mention.is_day and not mention.time:
            for draw in draws.on(mention.first):
                named.setdefault(draw.number, draw)
        elif isinstance(mention, DrawMention | LiveMention):
            for number in _numbers(mention):
                if number in draws.by_number:
                    named.setdefault(number, draws.by_number[number])
    return list(named.values())


def _numbers(mention: DrawMention | LiveMention) -> Sequence[str]:
    if isinstance(mention, DrawMention):
        return mention.numbers
    number = getattr(mention.reference, "number", None)
    return (number,) if isinstance(number, str) else ()
