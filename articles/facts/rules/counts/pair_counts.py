"""Numbers of draws of two times set beside each other: "42 draws, against 24 the year before", "17 in 2023 and 19 in 2024". Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import within
from articles.facts.rules.common.speaking import POLL, VAGUE, widened
from draws.clock import Span, year_span

from . import count_subjects
from .counted import said

MOST = 120
# From the first number to the second, with the time of the first in between.
_AGAINST = compiled(
    r"(?: of (?:them|the draws|the rounds|its draws))?(?:[^.;:!?\d]|(?<!\d)20[0-9]{2}(?!\d)){0,45}?,? (?:against|as against|after|compared (?:with|to)|up from|down from|instead of|following|versus|from)(?: (?:only|just|a mere))? "
)
_AND = compiled(
    r"(?: of (?:them|the draws|the rounds|its draws))?(?:[^.;:!?\d]|(?<!\d)20[0-9]{2}(?!\d)){0,30}?,? (?:and|but|then|while) (?:only |just |again |another )?"
)
_NOUN = r"(?: (?:draws|rounds|of them|such draws))?"
_YEAR_BEFORE = compiled(
    _NOUN
    + r" (?:in )?(?:the (?:year before|(?:previous|preceding|prior) year)|a year (?:before|earlier|ago)|the year previously|last year)\b(?! in)"
)
_IN_TIME = compiled(_NOUN + r" (?:in|during|over|for)(?: (?:all|the whole|the course) of)? (?:the |all )?")
_OTHERS = compiled(r"\b(?:lists?|occupations?|codes?|jobs|points?|days|weeks|months|times as)\b")


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the second of two numbers of draws, of which the first says of which draws they are."""
    if passage.is_question or POLL.search(passage.text) or VAGUE.search(passage.text):
        return
    for first, second in zip(passage.numbers, passage.numbers[1:], strict=False):
        if first.role is not Role.DRAWS and not passage.text.startswith(" of the draws", first.end):
            continue
        if not all(
            1 <= number.value <= MOST and number.value % 1 == 0 and number.form != "short"
            for number in (first, second)
        ):
            continue
        # "42 the year before" is no duration.
        of_year = second.role is Role.DURATION and _YEAR_BEFORE.match(passage.text, second.end)
        if second.role in (Role.UNKNOWN, Role.DIFFERENCE, Role.DRAWS) or of_year:
            yield from _judged(passage, record, first, second)


def _judged(
    passage: Passage, record: Record, first: NumberMention, second: NumberMention
) -> Iterator[Finding]:
    text = passage.text
    between = (first.end, second.start)
    against = _AGAINST.fullmatch(text, *between) is not None
    if not (against or _AND.fullmatch(text, *between)) or _OTHERS.search(text, *between):
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    own = [
        period for period in passage.periods if not period.is_day and first.end <= period.start < second.start
    ] or [period for period in passage.periods if not period.is_day and period.end <= first.start]
    spans = [span for period in own[-1:] for span in period.spans[:1]]
    stated = bool(spans)
    if not stated:
        spans = [span for period in (*passage.context, *passage.earlier[::-1]) for span in period.spans[:1]]
        spans += [year_span(passage.day.year), year_span(passage.day.year - 1)]
    is_year = _YEAR_BEFORE.match(text, second.end)
    pairs: list[tuple[Span, Span]] = []
    if against and is_year:
        pairs = [(span, before) for span in dict.fromkeys(spans) for before in _year_before(span, passage)]
    elif (begins := _IN_TIME.match(text, second.end)) is not None:
        then = next((one for one in passage.periods if 0 <= one.start - second.end <= len(begins[0])), None)
        if then is not None and not then.is_day:
            pairs = [(span, then.spans[0]) for span in dict.fromkeys(spans)]
    if not pairs:
        return
    readings = [
        (_held(known, span, types), _held(known, other, types))
        for types in _types(passage, first, known)
        for span, other in pairs
    ]
    sure = [other for one, other in readings if len(one) == first.value]
    meant = sure or ([other for _one, other in readings[:1]] if stated else [])
    if not meant:
        return
    # "The year before" may be all of it or as much of it as of this year.
    others = () if sure else (other for _one, other in readings)
    right = next((draws for draws in (*meant, *others) if len(draws) == second.value), None)
    draws = meant[0] if right is None else right
    yield said(passage, second.start, second.end, second.value, draws, rows_of(*draws[:8]), 0.8)


def _year_before(span: Span, passage: Passage) -> Iterator[Span]:
    try:
        yield Span(span.start.replace(year=span.start.year - 1), span.end.replace(year=span.end.year - 1))
        if span.start <= passage.day < span.end:
            yield Span(
                span.start.replace(year=span.start.year - 1), passage.day.replace(year=span.start.year - 1)
            )
    except ValueError:
        # The 29th of February has no year before.
        return


def _types(passage: Passage, first: NumberMention, known: Sequence[Draw]) -> Iterator[frozenset[str]]:
    """Yield the types that the draws may be of, the likeliest first."""
    named = count_subjects.types(passage, first)
    if named:
        yield widened(named, known)
        return
    before = [one.slug for one in passage.categories if one.end <= first.start]
    if before:
        yield widened(before, known)
        yield widened(before[:1], known)
        return
    yield frozenset()
    for slug in passage.topic:
        yield widened((slug,), known)


def _held(known: Sequence[Draw], span: Span, types: frozenset[str]) -> list[Draw]:
    return [draw for draw in within(known, span) if not types or draw.category in types]
