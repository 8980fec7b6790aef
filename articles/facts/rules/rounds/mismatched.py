"""Types and months that are not those of the one draw whose figures stand beside them: "27,332 nominees", "4,000 nurses in March". Pure: no Django.

The figures of a clause can be of one draw alone; what else the clause says of the draw must be so of that one.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import CategoryMention, DateMention, NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.rules.common.rounds_wording import instead, value
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.rules.common.slipping import is_slip
from articles.facts.rules.common.speaking import widened
from articles.facts.statements import What
from articles.facts.statements.record import is_of_type
from articles.references import gettext_noop

RULE = "rounds"
OF_TYPE = gettext_noop("Draw %(number)s of %(date)s, which has these figures, was of the type %(expected)s.")
IN_MONTH = gettext_noop("Draw %(number)s, which has these figures, was held in %(expected)s.")

# Smaller numbers are no figures of a draw.
LEAST = 60
# A number of invitations that is so large, and no round one, is of one draw alone where it is of one.
LONG, SIGNIFICANT = 800, 3
# A draw of the type, with one of the figures, is not farther than this from the one that has both.
AROUND = timedelta(days=1100)
# A month that is wrong is no farther than this from the right one.
MONTHS = timedelta(days=400)
# A month with draws of the type is wrong only where the right one is so near, and these have no figure so near.
NEXT = timedelta(days=70)
CLOSE_BY = 20

_BOUND = compiled(
    r"[;()\n]| – | — |, (?=but |while |whereas )|, and (?=(?:the|its|a|an|at|in|on|another|one|for) )"
)
_LOOSE = hedged(
    r"than|from|against|compared|instead|nor|no|without|average|together|altogether|in all|total|both|each|respectively|except|besides|other than|apart|between|since|until|like|unlike|as in|(?<!or\s)more|fewer|less|(?<!or\s)(?<!and\s)above|below|(?<!or\s)higher",
    "lower|larger|smaller|sum|list|pool|profiles|i|my|your?|he|she|his|her|said|wrote|forum|headline|nominations?",
)


_IN = compiled(
    r"(?: (?:people|points|invitations|candidates|itas))?(?: (?:of|for|in) (?:an?|the) (?:[\w-]+ ){0,4}?(?:draw|round)(?: for (?:the )?[\w-]+(?: [\w-]+){0,2})?)? in (?:early |late |mid-)?"
)
_IT_WENT = compiled(
    r"\W*(?:it|this|that|this one|that one) (?:went to|was (?:(?:a|the|one|held|drawn|reserved|meant|only) )*(?:draw |round )?for|invited|belonged to|called|was given to|benefited)\b"
)
_HAD = compiled(r"(?:,|:|,? it was| was| had| brought| saw| with)? ")


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge types and months beside figures that are of one draw alone, where no other rule has called anything wrong."""
    judged = Judged(found, OBJECTIONS)
    for passage in sentences(reading, record):
        for begin, end in _clauses(passage.text):
            if judged.is_free(passage, begin, end):
                yield from _of_clause(passage, record, begin, end)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _BOUND.finditer(text):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)


def _of_clause(passage: Passage, record: Record, begin: int, end: int) -> Iterator[Finding]:
    if _LOOSE.search(passage.text, begin, end):
        return
    numbers = [
        number
        for number in passage.numbers
        if begin <= number.start < end and _is_figure(number) and _is_exact(passage, number)
    ]
    types = [
        mention
        for mention in passage.categories
        if begin <= mention.start < end and mention.slug not in GENERIC
    ]
    times = [day for day in passage.dates if begin <= day.start < end]
    known = until(record, passage.day)
    days = [day for day in times if day.is_day and (not day.relative or _is_of_one(known, day, numbers))]
    months = [
        time
        for time in times
        if time.precision in ("month", "year") and not any(time.holds(day.first) for day in days)
    ]
    told = numbers or _around(passage, days)
    if len(types) == 1 and 0 < len(told) <= 2:
        yield from _type(passage, known, told, [*days, *months], types[0])
    if len(types) > 1 or days:
        return
    slugs = [mention.slug for mention in types]
    for month in months:
        beside = [number for number in numbers if _is_beside(passage, number, month)]
        if not beside and len(months) == 1 and len(numbers) <= 2:
            beside = numbers
        if beside:
            yield from _month(passage, known, beside, slugs, month)


def _is_of_one(known: Sequence[Draw], day: DateMention, numbers: Sequence[NumberMention]) -> bool:
    """Whether a draw of a day has all figures: then the day, if counted from another, was counted rightly."""
    return bool(numbers) and any(
        draw.date == day.first and all(_has(draw, number) for number in numbers) for draw in known
    )


def _around(passage: Passage, days: Sequence[DateMention]) -> list[NumberMention]:
    """Return the figures of a sentence that has one day, where the clause with the day has none."""
    if len(days) != 1 or len(passage.dates) != 1 or len(passage.slugs) > 2:
        return []
    return [number for number in passage.numbers if _is_figure(number) and _is_exact(passage, number)][:2]


def _is_exact(passage: Passage, number: NumberMention) -> bool:
    hedge = amounts.hedge(passage.text, number.start, number.end)
    return hedge in (amounts.Hedge.EXACT, amounts.Hedge.AT_LEAST)


def _is_beside(passage: Passage, number: NumberMention, month: DateMention) -> bool:
    """Whether a month is that of the number before it, or behind it: "3,750 in July", "in July 3,750"."""
    first, last = sorted((number, month), key=lambda mention: mention.start)
    return (_IN if first is number else _HAD).fullmatch(passage.text, first.end, last.start) is not None


def _is_figure(number: NumberMention) -> bool:
    return (
        number.value >= LEAST
        and number.value == int(number.value)
        and number.form != "short"
        and number.role in (Role.CUTOFF, Role.INVITATIONS, Role.UNKNOWN)
    )


def _has(draw: Draw, number: NumberMention) -> bool:
    """Whether a number is a figure of a draw that it may be."""
    return (number.role is not Role.CUTOFF and number.value == draw.invitations) or (
        number.role is not Role.INVITATIONS and number.value == draw.crs_cutoff
    )


def _type(
    passage: Passage,
    known: Sequence[Draw],
    numbers: Sequence[NumberMention],
    days: Sequence[DateMention],
    named: CategoryMention,
) -> Iterator[Finding]:
    """Say that a type is not that of the one draw with the figures of a clause."""
    # "February had the smallest draw of the year. It went to transport workers and had 150 invitations."
    before = passage.earlier[-1:] if not days and _IT_WENT.match(passage.text) else ()
    spans = [span for period in before for span in period.spans]
    held = [
        draw
        for draw in known
        if all(_has(draw, number) for number in numbers)
        and all(day.may_hold(draw.date) for day in days)
        and (not spans or any(draw.date in span for span in spans))
    ]
    if len(held) != 1 or is_of_type(held[0], named.slug):
        return
    (draw,) = held
    if len(numbers) + len(days) + bool(spans) < 2 and not _is_long(numbers[0]):
        return
    types = widened((named.slug,), known)
    # Two figures and a day are of one draw, whichever others have one of them.
    enough = all if len(numbers) > 1 and days else any
    if any(
        other.category in types
        and (
            enough(_has(other, number) or _is_near(other, number) for number in numbers)
            or any(day.is_day and day.may_hold(other.date) for day in days)
        )
        and abs(other.date - draw.date) <= AROUND
        for other in known
    ):
        return
    words = passage.source[named.start : named.end]
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        named.start,
        named.end,
        OF_TYPE,
        expected=value(What.TYPE, draw),
        replacement=instead(What.TYPE, named, words, draw),
        rows=rows_of(draw),
        confidence=0.75,
        params={"number": draw.number, "date": written_day(draw.date), "expected": value(What.TYPE, draw)},
    )


def _is_long(number: NumberMention) -> bool:
    return number.value >= LONG and len(str(int(number.value)).rstrip("0")) >= SIGNIFICANT


def _is_near(draw: Draw, number: NumberMention) -> bool:
    return any(is_slip(int(number.value), figure) for figure in (draw.invitations, draw.crs_cutoff))


def _month(
    passage: Passage,
    known: Sequence[Draw],
    numbers: Sequence[NumberMention],
    named: Sequence[str],
    month: DateMention,
) -> Iterator[Finding]:
    """Say that a month or a year is not that of the one draw of a type with some figures."""
    slugs = named or (passage.topic if len(passage.topic) == 1 else ())
    types = widened(slugs, known)
    having = [draw for draw in known if all(_has(draw, number) for number in numbers)]
    own = [draw for draw in having if draw.category in types] if slugs else having
    if len(own) != 1 or (len(numbers) < 2 and not slugs and not _is_long(numbers[0])):
        return
    (draw,) = own
    inside = [other for other in known if _is_in(other, month, draw)]
    if draw in inside or any(_has(other, number) for other in inside for number in numbers):
        return
    if month.has_year and abs(draw.date - month.first) > MONTHS:
        return
    if len(numbers) < 2:
        told = [other for other in inside if not types or other.category in types]
        if any(_is_near(other, numbers[0]) for other in told) or _is_sum(inside, types, numbers[0]):
            return
        # A month with other draws of the type may be right, and the figure wrong.
        same = [other for other in told if month.has_year or other.date.year == draw.date.year]
        if same and (not types or not all(_is_next(other, draw, numbers[0]) for other in same)):
            return
    expected = value(What.PERIOD, draw)
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        month.start,
        month.end,
        IN_MONTH,
        expected=expected,
        rows=rows_of(draw),
        confidence=0.7,
        params={"number": draw.number, "expected": expected},
    )


def _is_next(other: Draw, meant: Draw, number: NumberMention) -> bool:
    """Whether a draw is near in time to the one that is meant, and far from it in its figures."""
    return abs(other.date - meant.date) <= NEXT and all(
        abs(figure - number.value) > CLOSE_BY for figure in (other.crs_cutoff, other.invitations)
    )


def _is_sum(inside: Sequence[Draw], types: frozenset[str], number: NumberMention) -> bool:
    """Whether a number is that of all invitations of a time, or of those of some types."""
    of_types = [draw.invitations for draw in inside if draw.category in types]
    return number.value in (sum(of_types), sum(draw.invitations for draw in inside))


def _is_in(draw: Draw, month: DateMention, meant: Draw) -> bool:
    """Whether a draw was held in a month, or a year; one without its year is that of any, or of the draw that is meant."""
    return month.may_hold(draw.date) or (
        not month.has_year and draw.date.year == meant.date.year and draw.date.month == month.first.month
    )
