"""Days on which no draw was held that may be meant: "it dropped below 500 on October 12", "four points above that of November 13".

A day that stands among words about draws is the day of one. Where none of the type that is told of was held on it, and one was next to
it, or one near it has the figure beside the day, that one is meant. Pure: no Django.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import CategoryMention, DateMention, NumberMention, Role
from articles.facts.rules.common.datelines import is_dateline
from articles.facts.rules.common.hedging import FORESEEN, SUPPOSED
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.partners import LEAST_BARE
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import around, compiled
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.rules.common.rounds_wording import instead
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.speaking import widened
from articles.facts.rules.comparisons import pauses
from articles.facts.statements import What
from articles.references import gettext_noop

from . import doubts, pinned, told_days

RULE = "rounds"
NOT_THEN = gettext_noop(
    "No draw that may be meant was held on this day. Draw %(number)s was held on %(expected)s."
)

# A day that is wrong is no farther than this from that of a draw which has the figure beside it, or of one of the type.
WITH_FIGURE, OF_TYPE = timedelta(days=35), timedelta(days=3)
# A figure farther than this from a day is not told with it.
BESIDE = 40
LEAST = 100
_FIGURES = (Role.CUTOFF, Role.INVITATIONS, Role.UNKNOWN, Role.POINTS)

_BOUND = compiled(r"[;()\n]|: | – | — ")
_COMMA = compiled(r"[;()\n]|: | – | — |, ")
_OF_DRAWS = compiled(
    r"\b(?:draws?|rounds?|invit\w+|itas?|called|drawn|turn|cut-?offs?|scores?|bar|mark|low|high|lowest|highest|largest|smallest|record|runner-up|"
    r"reached|dropped|fell|fallen|sank|rose|climbed|jumped|stood|closed|matched|repeated|one of|ones of|that of|those of|the last|the latest|than on)\b"
)
# What else may have been on a day.
_OTHERS = compiled(
    r"\b(?:announc\w*|version|rules?|in force|effect|requir\w*|our|pool|profiles?|submitted|ties?|tie-?break\w*|letters?|forum|item|headline|correction|article|"
    rf"rumou?r\w*|report\w*|{SUPPOSED}|{FORESEEN}|(?:months?|weeks?|days|years?) to)\b"
)
# "The all-program draw of July 5".
_TYPED = compiled(r"(?:[- ](?:only|specific))? (?:draw|round)(?: held)?,? (?:of|on|from) (?:[a-z]+day,? )?")
# Where another type was drawn on a day, words that go on about the one before say that its day is meant.
_GOES_ON = compiled(
    r"\b(?:the one|that of|those of|as many|previous|first|second|third|fourth|only|turn|again|than on)\b(?!.*\ball (?:draws|rounds)\b)"
)


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge the days that no other rule has called wrong, or that are said to agree for the draw of another type alone."""
    judged, told = Judged(found, OBJECTIONS), Judged(found, frozenset(Status) - {Status.NEEDS_HUMAN})
    last = record.complete_to or max((draw.date for draw in record.draws), default=date.min)
    for passage in sentences(reading, record):
        days = [day for day in passage.dates if day.is_day and not day.relative and not day.time]
        pause = pauses.bounds(passage)
        if pause is not None:
            yield from _of_pause(passage, record, pause)
            continue
        for day in days:
            first = min((day.first, *(other for other, _last in day.others)))
            if is_dateline(passage.source, 0, day, passage.day):
                continue
            if first <= min(passage.day, last) and judged.is_free(passage, day.start, day.end):
                yield from _judged(passage, record, day, told)


def _of_pause(passage: Passage, record: Record, pause: tuple[DateMention, DateMention]) -> Iterator[Finding]:
    known = until(record, passage.day)
    types = _types(passage, pause[0], known)
    wrong = pauses.wrong(pause, [draw for draw in known if draw.category in types]) if types else None
    if wrong is not None:
        yield _wrong(passage, *wrong)


def _judged(passage: Passage, record: Record, day: DateMention, told: Judged) -> Iterator[Finding]:
    begin, end = around(_BOUND, passage.text, day.start, day.end)
    words = passage.text[begin:end]
    known = until(record, passage.day)
    types = _types(passage, day, known)
    if told_days.is_none_after(passage, day):
        of_types = [draw for draw in known if draw.category in types]
        if other := told_days.last_of(passage, day, of_types):
            yield _wrong(passage, day, other)
        return
    held = [draw for draw in known if day.may_hold(draw.date)]
    if _OTHERS.search(passage.text, *_narrow(passage, day)) or not (
        held or _beside(passage, day) or _OF_DRAWS.search(words)
    ):
        return
    if other := told_days.extreme(passage, day, [draw for draw in known if draw.category in types]):
        yield _wrong(passage, day, other)
        return
    meant = _by_figure(passage, day, known, types, held)
    # "On 18 March came the low of the year, 507": of the day before, whatever was drawn on the 18th, or on that of another year.
    is_next = (
        meant is not None
        and meant not in held
        and _near(day, meant, OF_TYPE)
        and _beside(passage, day).isdisjoint(
            figure for draw in held for figure in (draw.crs_cutoff, draw.invitations)
        )
    )
    own = [draw for draw in held if draw.category in types]
    of_day = own or ([] if passage.categories else held)
    if len(of_day) == 1:
        of_type = [draw for draw in known if draw.category == of_day[0].category]
        meaning = told_days.meant if own else told_days.repeated
        if other := meaning(passage, day, of_type, of_day[0]):
            yield _wrong(passage, day, other)
            return
    if own:
        if meant is not None and meant not in held and not told_days.differing(passage, day):
            number = next(_close(passage, day))
            if not _is_told(passage, own) and told.is_free(passage, number.start, number.end):
                # The one may be wrong as well as the other.
                yield pinned.taking_in(passage, _wrong(passage, day, meant), number)
        return
    if held and not is_next and not types:
        return
    if (
        held
        and not is_next
        and (_is_told(passage, held) or not (passage.categories or _GOES_ON.search(words)))
    ):
        return
    if meant is None and types:
        if any(draw.category in widened(passage.slugs, known) for draw in held) and not _is_typed(
            passage, day
        ):
            return
        near = [draw for draw in known if draw.category in types and _near(day, draw, OF_TYPE)]
        meant = near[0] if len(near) == 1 else None
        # "The previous draw was on 18 August": that of another type, and not the one that was told of.
        if held and meant in passage.before[:1]:
            return
    if meant is not None and not _is_of_other_day(passage, day, meant):
        yield _wrong(passage, day, meant)


def _narrow(passage: Passage, day: DateMention) -> tuple[int, int]:
    """Return the bounds of the words between commas that have a day and the figure beside it; of the clause of a day without one."""
    number = next(_close(passage, day), None)
    if number is None:
        return around(_BOUND, passage.text, day.start, day.end)
    return around(_COMMA, passage.text, min(number.start, day.start), max(number.end, day.end))


def _is_told(passage: Passage, held: Sequence[Draw]) -> bool:
    """Whether a sentence has a figure of the draw of a day: then it goes on about another type than before."""
    return any(
        number.value in (draw.crs_cutoff, draw.invitations) for number in passage.numbers for draw in held
    )


def _close(passage: Passage, day: DateMention) -> Iterator[NumberMention]:
    """Yield the figures beside a day, the nearest first."""
    for near in pinned.nearest(passage, day, passage.numbers):
        number = near.mention
        if (
            near.distance <= BESIDE
            and isinstance(number, NumberMention)
            and _is_figure(number)
            and (not pinned.is_bound(passage, number) or passage.text[: number.start].endswith(" the "))
        ):
            yield number


def _types(passage: Passage, day: DateMention, known: Sequence[Draw]) -> frozenset[str]:
    if near := pinned.nearest(passage, day, passage.categories):
        named = near[0].mention
        return widened((named.slug,), known) if isinstance(named, CategoryMention) else frozenset()
    return widened(passage.topic, known) if len(passage.topic) == 1 else frozenset()


def _is_typed(passage: Passage, day: DateMention) -> bool:
    """Whether a day is said, in one breath, to be that of a draw of a type."""
    before = [mention for mention in passage.categories if mention.end <= day.start]
    return bool(before) and _TYPED.fullmatch(passage.text, before[-1].end, day.start) is not None


def _near(day: DateMention, draw: Draw, most: timedelta) -> bool:
    meanings = (day.first, *(first for first, _last in day.others))
    return any(abs(draw.date - meaning) <= most for meaning in meanings)


def _by_figure(
    passage: Passage, day: DateMention, known: Sequence[Draw], types: frozenset[str], held: Sequence[Draw]
) -> Draw | None:
    """Return the one draw near a day that has the figure beside it."""
    values = told_days.differing(passage, day) or _beside(passage, day)
    found = [
        draw
        for draw in known
        if not values.isdisjoint((draw.crs_cutoff, draw.invitations))
        and (not types or draw.category in types)
        and (_near(day, draw, WITH_FIGURE) or _is_of_other_year(day, draw))
    ]
    found.sort(key=lambda draw: abs(draw.date - day.first))
    if len(found) > 1 and abs(found[1].date - day.first) <= 3 * abs(found[0].date - day.first):
        return None
    return found[0] if found and not _is_of_other_day(passage, day, found[0]) else None


def _is_of_other_day(passage: Passage, day: DateMention, draw: Draw) -> bool:
    return any(other.may_hold(draw.date) for other in passage.dates if other is not day and other.is_day)


def _is_of_other_year(day: DateMention, draw: Draw) -> bool:
    return day.has_year and (day.first.month, day.first.day) == (draw.date.month, draw.date.day)


def _beside(passage: Passage, day: DateMention) -> frozenset[float]:
    """Return the figure that stands beside a day and no other."""
    numbers = list(_close(passage, day))
    others = [other for other in passage.dates if other is not day]
    if not numbers or any(near.distance <= 3 for near in pinned.nearest(passage, numbers[0], others)):
        return frozenset()
    return frozenset((numbers[0].value,))


def _is_figure(number: NumberMention) -> bool:
    least = LEAST if number.role is not Role.POINTS else LEAST_BARE
    return least <= number.value < doubts.OF_POOL and number.role in _FIGURES


def _wrong(passage: Passage, day: DateMention, draw: Draw) -> Finding:
    words = passage.source[day.start : day.end]
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        day.start,
        day.end,
        NOT_THEN,
        expected=written_day(draw.date),
        replacement=instead(What.DATE, day, words, draw),
        live=None,
        rows=rows_of(draw),
        confidence=0.75,
        params={"number": draw.number, "expected": written_day(draw.date)},
    )
