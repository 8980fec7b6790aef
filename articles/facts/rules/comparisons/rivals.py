"""The draw that is called the first, second or third, and the draws that it is counted among. Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.facts.model import Draw, Record
from articles.facts.reading.mentions import DateMention
from articles.facts.rules.common import ranks, windows
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.scopes import PROGRAMS, end_of
from articles.facts.rules.common.weeks import week_of
from draws.clock import month_span, year_span

# Times whose draws are put in order, up to the article's day.
UNTIL_NOW = frozenset(
    (
        "thisyear",
        "thismonth",
        "thisweek",
        "theweek",
        "theyear",
        "year",
        "month",
        "lastyear",
        "lastmonth",
        "half",
        "quarter",
        "recent",
        "within",
        "pastweek",
    )
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the words say that a draw is counted among: draws of types, in the times `near`, or after those of `since`, or in so many
    days up to it (0: not said). `in_all`: of the whole record. `borrowed`: the types are those of other words."""

    slugs: Sequence[str]
    near: Sequence[Period]
    since: Sequence[Period]
    days: int
    in_all: bool
    borrowed: bool
    claimed: int


def is_of(draw: Draw, slugs: Sequence[str]) -> bool:
    """Whether a draw is of one of some types; "category-based" stands for every category."""
    return draw.category in slugs or ("category-based" in slugs and draw.category not in PROGRAMS)


def latest(record: Record, passage: Passage, slugs: Sequence[str]) -> list[Draw]:
    """Return the newest draw of some types as of the article's day."""
    known = [draw for draw in record.draws if draw.date <= passage.day and is_of(draw, slugs)]
    return known[-1:]


def told_of(passage: Passage, record: Record, start: int, slugs: Sequence[str]) -> list[Draw]:
    """Return the draw that the words before a place are about: of the sentence, else of those before it, else the newest of the type."""
    own = [draw for draw in passage.draws if passage.places.get(draw, start) < start]
    day = _last_day(passage, start)
    if day and not own:
        # "28 June was the first" is said of what was held that day.
        return _held_on(passage, record, day, slugs)[:1]
    for spoken in (own[::-1], passage.before):
        if found := [draw for draw in spoken if not slugs or is_of(draw, slugs)]:
            return found[:1]
    return latest(record, passage, slugs) if slugs else []


def of_nearest_day(passage: Passage, record: Record, start: int, slugs: Sequence[str]) -> list[Draw]:
    """Return the draws of a day counted from another, right before a place: "one week after, on a Saturday, came the second draw"."""
    day = _last_day(passage, start)
    return _held_on(passage, record, day, slugs) if day and day.relative else []


def _last_day(passage: Passage, start: int) -> DateMention | None:
    days = [mention for mention in passage.dates if mention.is_day and mention.end <= start]
    return days[-1] if days else None


def _held_on(passage: Passage, record: Record, day: DateMention, slugs: Sequence[str]) -> list[Draw]:
    held = (draw for draw in record.draws if day.may_hold(draw.date) and draw.date <= passage.day)
    return [draw for draw in held if not slugs or is_of(draw, slugs)]


def rivals(draw: Draw, record: Record, passage: Passage, counted: Counted) -> Iterator[list[Draw]]:
    """Yield the draws that one may be counted among: of its type or types, in the period said, under its list."""
    for kind in _kinds(draw, record, counted):
        if counted.days:
            for span in windows.readings(draw.date, counted.days):
                yield [other for other in kind if other.date in span]
            continue
        yield from _in_times(draw, kind, counted)
        if counted.near or counted.since:
            continue
        yield kind
        if counted.in_all:
            continue
        yield [other for other in kind if other.version == draw.version]
        for period in (*passage.periods, *passage.context[:1]):
            if period.form in UNTIL_NOW:
                for span in period.spans:
                    if draw.date in span:
                        yield [other for other in kind if other.date in span]


def placed(record: Record, passage: Passage, counted: Counted) -> list[tuple[Draw, int]]:
    """Return the draws of some types that were held in the times which the words say, oldest first, each with every place that it may have
    among others."""
    spans = [span for period in counted.near for span in period.spans]
    held = [
        draw
        for draw in record.draws
        if draw.date <= passage.day
        and is_of(draw, counted.slugs)
        and any(draw.date in span for span in spans)
    ]
    return [
        (draw, order)
        for draw in held
        for among in reversed(list(rivals(draw, record, passage, counted)))
        if (order := ranks.ordinal(draw, among))
    ]


def _kinds(draw: Draw, record: Record, counted: Counted) -> list[list[Draw]]:
    if "category-based" in counted.slugs:
        return [[other for other in record.draws if other.category not in PROGRAMS]]
    of_type = [other for other in record.draws if other.category == draw.category]
    everything = list(record.draws)
    if counted.days and counted.borrowed:
        return [everything, of_type]
    return [of_type, everything] if not counted.slugs or counted.borrowed else [of_type]


def _in_times(draw: Draw, kind: Sequence[Draw], counted: Counted) -> Iterator[list[Draw]]:
    for period in counted.since:
        for span in period.spans:
            if counted.claimed == 1 or period.form == "since":
                # "The first since January" is told from one of January.
                yield [other for other in kind if other.date > end_of(period.form, span)]
            yield [other for other in kind if other.date >= span.start]
    for period in counted.near:
        years = (year_span(draw.date.year),) if period.form == "theyear" else ()
        for span in (*period.spans, *years):
            if draw.date in span:
                yield [other for other in kind if other.date in span]


_IT = compiled(r"^\W*it (?:was|is) (?:only |already )?the $")
_OF_WEEK = compiled(r"(?: (?:draw|round))? (?:of|in) (?:the|this|that) (?:week|month)\b")


def is_latest_of(passage: Passage, record: Record, claimed: int, start: int, end: int) -> bool:
    """Whether "it was the third draw of the week" is so of the newest draw, which the text may go on about."""
    if not _IT.search(passage.text[:start]) or not _OF_WEEK.match(passage.text, end):
        return False
    known = [draw for draw in record.draws if draw.date <= passage.day]
    week = week_of(known[-1].date)
    month = month_span(known[-1].date.year, known[-1].date.month)
    return claimed in {sum(draw.date in span for draw in known) for span in (week, month)}
