"""How many draws several types, or several times, are each said to have had: "two rounds each for nominees and the class",
"September and October had seven draws each". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from articles.facts.model import Draw, Finding, Record
from articles.facts.reading.mentions import CategoryMention
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import NUMBER_WORDS
from articles.facts.rules.common.periods import Period, count
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.speaking import PROVINCIAL, VAGUE, widened
from articles.facts.rules.common.weeks import month_at
from draws.clock import Span, month_span

from .counted import said

_DRAWS_EACH = compiled(
    rf"\b(?P<n>{NUMBER_WORDS}|[1-9]|[1-4][0-9])(?:(?P<noun> (?:draws?|rounds?)(?: of (?:their|its) own)?)(?P<each>,? (?:each|apiece)\b)?|,? (?:each|apiece)\b)(?P<behind> (?:for|to|from|in|under|during) (?:the )?)?"
)
# "Both September and October had seven draws".
_BOTH = compiled(r"\bboth (?:the |in )?$")
# "Two draws in each month of 2025", "in each of the last three months".
_IN_EACH = compiled(
    r" (?:in|during|for) (?:each|every)(?: one| single)?(?: (?P<unit>months?|quarters?|weeks?))?(?: (?:of|in|from|between))? ?(?:the )?"
)
# "November and December six each": the draws stand with an earlier number.
_DRAWS = compiled(r"\b(?:draws|rounds)\b")
LISTED = compiled(r",? (?:and |or |& )?(?:the )?|,? (?:and|or|&) (?:the )?")
_HAD = compiled(
    r"(?: (?:workers?|candidates|speakers?|categories))?(?:,|:|,? (?:had|have had|had had|got|saw|received|were given|with|have)(?: (?:only|just))?) "
)
_TIME_HAD = compiled(
    r",?(?: (?:had|have had|have|has|saw|brought|gave|got|counted|produced|came with|with))?(?: (?:only|just))? "
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how many draws several types or times in a row are each said to have had."""
    if VAGUE.search(passage.text) or PROVINCIAL.search(passage.text):
        return
    known = until(record, passage.day)
    for match in _DRAWS_EACH.finditer(passage.text):
        if amounts.hedge(passage.text, *match.span("n")) is not amounts.Hedge.EXACT:
            continue
        if types := _types(passage, match):
            yield from _of_types(passage, known, match, types)
        elif spans := _times(passage, match):
            yield from _of_times(passage, known, match, spans)


def tells(passage: Passage, place: int) -> bool:
    """Whether the number at a place is one that each of several types or times is said to have had."""
    return any(
        match.start() == place
        and bool(
            _types(passage, match)
            or _times(passage, match)
            or _IN_EACH.match(passage.text, match.end("noun"))
        )
        for match in _DRAWS_EACH.finditer(passage.text)
    )


def times(passage: Passage, place: int) -> tuple[Span, ...]:
    """Return the times that are each said to have had the number of draws at a place."""
    matches = (match for match in _DRAWS_EACH.finditer(passage.text) if match.start() == place)
    return next((tuple(_times(passage, match)) for match in matches), ())


def _is_each(passage: Passage, match: re.Match[str], first: int) -> bool:
    """Whether words say that each of those in a row, which begins at a place, had so many."""
    if match["noun"] is None:
        return _DRAWS.search(passage.text, 0, match.start()) is not None
    return match["each"] is not None or _BOTH.search(passage.text, 0, first) is not None


def _types(passage: Passage, match: re.Match[str]) -> list[CategoryMention]:
    """Return the types in a row that are each said to have had so many draws: behind the number, or else before it."""
    if match["noun"] is None:
        return []
    row: list[CategoryMention] = []
    if match["behind"]:
        place = match.end()
        for mention in (one for one in passage.categories if one.start >= place):
            between = passage.text[place : mention.start]
            if between and not (row and LISTED.fullmatch(between)):
                break
            row.append(mention)
            place = mention.end
        if len(row) > 1:
            return row if match["each"] else []
        row = []
    for mention in (one for one in passage.categories if one.end <= match.start()):
        joined = row and LISTED.fullmatch(passage.text, row[-1].end, mention.start)
        row = [*row, mention] if joined else [mention]
    told = len(row) > 1 and _HAD.fullmatch(passage.text, row[-1].end, match.start())
    return row if told and _is_each(passage, match, row[0].start) else []


def _times(passage: Passage, match: re.Match[str]) -> list[Span]:
    """Return the times in a row that are each said to have had so many draws: behind the number, or else before it."""
    row: list[Period] = []
    periods = [period for period in passage.periods if not period.is_day]
    for period in (one for one in periods if match["behind"] and one.start >= match.end()):
        if not (_goes_on(passage, row, period) if row else period.start == match.end()):
            break
        row.append(period)
    if len(spans := _spans(passage, row)) > 1:
        return spans if match["each"] else []
    if (inside := _IN_EACH.match(passage.text, match.end("noun"))) is not None:
        ends = range(match.end("noun") + 1, inside.end() + 1)
        spans = [span for period in periods if period.start in ends for span in period.spans[:1]]
        is_week = (inside["unit"] or "").startswith("week")
        return _parts(spans[0], inside["unit"] or "", passage.day) if spans and not is_week else []
    row = []
    for period in (one for one in periods if one.end <= match.start()):
        row = [*row, period] if row and _goes_on(passage, row, period) else [period]
    spans = _spans(passage, row)
    told = len(spans) > 1 and _TIME_HAD.fullmatch(passage.text, row[-1].end, match.start())
    return spans if told and _is_each(passage, match, row[0].start) else []


def _parts(span: Span, unit: str, day: date) -> list[Span]:
    """Return the months or the quarters of a time that have begun by a day."""
    length = 3 if unit.startswith("quarter") else 1
    first, last = (12 * end.year + end.month - 1 for end in (span.start, min(span.end, day)))
    return [
        Span(month_at(0, at + 1).start, month_at(0, at + length).end) for at in range(first, last + 1, length)
    ]


def _goes_on(passage: Passage, row: Sequence[Period], period: Period) -> bool:
    """Whether a time is told in a row with others of its kind: no month with the year before it."""
    alike = row[-1].form.removesuffix("s") == period.form.removesuffix("s")
    return alike and LISTED.fullmatch(passage.text, row[-1].end, period.start) is not None


def _spans(passage: Passage, row: Sequence[Period]) -> list[Span]:
    """Return the days of times; those of both months of "September and October", which is also read as one time."""
    return [
        span
        for period in row
        for first in period.spans[:1]
        for span in (
            [month_span(end.year, end.month) for end in (first.start, first.end)]
            if period.form == "months" and " and " in passage.text[period.start : period.end]
            else [first]
        )
    ]


def _of_types(
    passage: Passage, known: Sequence[Draw], match: re.Match[str], row: Sequence[CategoryMention]
) -> Iterator[Finding]:
    claimed = count(match["n"])
    found = [
        among.stated or among.others[:-2]
        for mention in row
        for among in [sets_of(passage, known, widened((mention.slug,), known), later=False)]
    ]
    wrong = [sets[0] for sets in found if sets and claimed not in map(len, sets)]
    right = [draws for sets in found for draws in sets if len(draws) == claimed]
    yield from _judged(passage, match, [*wrong, *right][:1])


def _of_times(
    passage: Passage, known: Sequence[Draw], match: re.Match[str], spans: Sequence[Span]
) -> Iterator[Finding]:
    """Judge numbers of draws of the types that are spoken of, or of all."""
    claimed = count(match["n"])
    own, topic = widened(passage.slugs, known), widened(passage.topic, known)
    kinds = [own] if own else [frozenset[str](), topic]
    readings = [
        [
            [draw for draw in known if draw.date in span and (not kind or draw.category in kind)]
            for span in spans
        ]
        for kind in kinds
    ]
    right = next((sets for sets in readings if all(len(draws) == claimed for draws in sets)), None)
    wrong = [draws for draws in readings[0] if len(draws) != claimed]
    yield from _judged(passage, match, right or wrong)


def _judged(passage: Passage, match: re.Match[str], sets: Sequence[Sequence[Draw]]) -> Iterator[Finding]:
    start, end = match.span("n")
    for draws in sets[:1]:
        yield said(passage, start, end, count(match["n"]), draws, rows_of(*draws[:12]), 0.8)
