"""A sentence with what it mentions and the draws that it may speak of, as the rules over several draws read it. Pure: no Django."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from articles.facts.model import Draw, Finding, Row, Status
from articles.facts.reading.mentions import CategoryMention, DateMention, NumberMention, RangeMention

from . import parts_of_time, told_from
from .named_before import resolved
from .neighbouring_times import told
from .periods import Period, find
from .same_times import carried


@dataclass(frozen=True)
class Passage:
    """A sentence: `text` is in small letters and stands in the source of `part` from `start`.

    Mentions and periods have their places in `text`. `draws` are those that it surely names, `compared` those that it
    sets them beside, `places` where the words for a draw begin; `before` those of the
    sentences before it in its section, the nearest first, `tables` those of each table of its section. `earlier` are periods
    of the sentences before it, `context` those of the headings, the headline or the standfirst that it stands under; `topic`
    are the types that the sentence before it, or a heading, speaks of, else (`is_of_head`) the one of the headline; `told` the numbers of the two sentences before it. `years` are those that it may be of, `asked` is the question that it answers, `text_before` the sentence before it in its block, in small letters.
    `is_outside`: it stands where a province's own draws are told of.
    """

    part: str
    start: int
    source: str
    day: date
    numbers: tuple[NumberMention, ...] = ()
    ranges: tuple[RangeMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    categories: tuple[CategoryMention, ...] = ()
    draws: tuple[Draw, ...] = ()
    compared: tuple[Draw, ...] = ()
    places: Mapping[Draw, int] = field(default_factory=dict)
    before: tuple[Draw, ...] = ()
    tables: tuple[tuple[Draw, ...], ...] = ()
    earlier: tuple[Period, ...] = ()
    context: tuple[Period, ...] = ()
    topic: tuple[str, ...] = ()
    is_of_head: bool = False
    counted: tuple[int, ...] = ()
    told: tuple[NumberMention, ...] = ()
    years: tuple[int, ...] = ()
    asked: "Passage | None" = None
    text_before: str = ""
    is_title: bool = False
    is_outside: bool = False

    @cached_property
    def text(self) -> str:
        lower = self.source.lower()
        # A few letters become two when they are made small: places would no longer be right.
        return lower if len(lower) == len(self.source) else self.source

    @cached_property
    def is_question(self) -> bool:
        return self.source.rstrip(" *_\"')").endswith("?")

    @cached_property
    def periods(self) -> list[Period]:
        around = (*self.earlier[::-1], *self.context)
        found = carried(find(self.text, self.day, self.years), self.text, around, self.day)
        found = told(found, self.text, around, self.day)
        found = parts_of_time.of_its_year(found, self.text, around, self.day)
        found = parts_of_time.named(found, self.text, self.text_before, around, self.day)
        days = [draw.date for draw in (*self.draws, *self.before[:1])]
        found = resolved(found, self.text, around, days)
        if not told_from.stands_in(self.text):
            return found
        before = find(self.text_before, self.day, self.years)
        return told_from.named(found, self.text, before, days, self.day)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mention.slug for mention in self.categories))

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
        confidence: float = 1.0,
        params: Mapping[str, object] | None = None,
    ) -> Finding:
        """Say something of text[start:end]."""
        return Finding(
            rule,
            status,
            self.part,
            self.start + start,
            self.start + end,
            self.source[start:end],
            expected,
            replacement,
            live,
            rows,
            confidence,
            message,
            params or {},
        )


def rows_of(*draws: Draw) -> tuple[Row, ...]:
    return tuple(Row("round", draw.number, draw.address) for draw in draws)
