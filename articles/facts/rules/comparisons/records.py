"""Records that were held before: "the previous record for one round was 6,000", "the old low, 397, was from March",
"up to now the record had stood at 4,750", "the old high was 114,431, in 2021". Pure: no Django."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.comparable import ANY_KIND
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.speaking import widened
from articles.references import gettext_noop

RULE = "comparisons"

_RECORD = compiled(
    r"\b(?:previous|old|former|earlier|prior|existing|standing|last) (?:\w+ )?(?P<which>record|high|low|peak|maximum|minimum|best|largest|biggest|lowest|highest|smallest)s?\b"
)
_WHICH = r"(?P<which>record|high|low|peak|maximum|minimum|best|largest|biggest|lowest|highest|smallest)"
_BEFORE = r"\b(?:until|till|up to|before|prior to) (?:now|then|yesterday|today|that|it|this|that day|this week|last week|this draw|[a-z]+day)"
# "Up to now the record had stood at 4,750", "before yesterday the lowest score ever seen was 437".
_UNTIL_NOW = compiled(rf"{_BEFORE},? (?:the|its|their) (?:\w+ )?{_WHICH}\b")
# "Until Saturday morning the lowest cut-off in any draw for the class had been 431".
_UNTIL = compiled(
    r"\b(?:until|till|before|up to)(?: (?!when\b|in\b|since\b|from\b)[\w'-]+){1,4},? (?:the|its|their) (?P<which>highest|lowest|largest|biggest|smallest|record|peak|high|low)(?= (?:[\w'-]+ ){0,9}?(?:had (?:been|stood)|was)\b)"
)
# "The lowest threshold previously seen in that class was 431".
_PREVIOUSLY = compiled(
    rf"\b(?:the|its|their) {_WHICH} (?:(?!since\b|in\b|of\b|for\b)[\w'-]+ ){{0,3}}?(?:previously|hitherto|until (?:now|then)|up to (?:now|then)|before (?:now|then|that|it))\b"
)
# "The record it broke, 7,000, was not a year old".
_BROKEN = compiled(
    r"\b(?:the|a) (?P<which>record)(?: (?:that|which))? (?:(?:it|this|they|this one|[a-z]+day's (?:draw|round)|the (?:draw|round)) (?:broke|beat|replaced|topped|took|surpassed)|(?:was|has been) (?:broken|beaten))\b"
)
# "It is the lowest on record. Until now that was the 288 of a round in May 2017."
_THAT = compiled(rf"{_BEFORE},? (?:that|this|it) (?:was|had been|has been)\b")
_NAMED = compiled(rf"\b{_WHICH}\b(?!-)")
# Between the record and its figure.
_TO_FIGURE = compiled(
    r"(?: (?!by\b|since\b|from\b|until\b)[\w',-]+){0,9}?,? (?:was|were (?:draws|rounds) of|of|at|stood at|is|were|being|had been|:)?(?: just| only)? ?"
)
_LOW = frozenset(("low", "minimum", "lowest", "smallest"))
# "Record" may be a high or a low.
_EITHER = frozenset(("record", "best"))
MOST_CUTOFF = 950
# No draw has had more: "the previous annual high, 114,224", is a sum.
MOST_SIZE = 30_000
# Sums of other times than years.
_SHORTER = compiled(r"\b(?:months?|monthly|quarters?|quarterly|half|halves|weeks?|weekly|pool|profiles?)\b")
BESIDE = 40
# A draw of so few days before the article is news.
NEWS = timedelta(days=7)
LEAST = 50


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the figures of records that are said to have been beaten."""
    for match, which in _told(passage, record):
        number = next(
            (
                one
                for one in passage.numbers
                if one.value >= LEAST
                and match.end() <= one.start
                and _TO_FIGURE.fullmatch(passage.text, match.end(), one.start)
            ),
            None,
        )
        if number is not None and number.role in (Role.UNKNOWN, Role.INVITATIONS, Role.CUTOFF, Role.POINTS):
            judge = _judged if number.value <= MOST_SIZE else _of_years
            yield from judge(passage, record, which, number)


def _told(passage: Passage, record: Record) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the words for a record that was held before, with what it was one of."""
    for match in _RECORD.finditer(passage.text):
        yield match, match["which"]
    found = [
        match
        for pattern in (_UNTIL_NOW, _UNTIL, _PREVIOUSLY, _BROKEN)
        for match in pattern.finditer(passage.text)
    ]
    # Two forms may be of the same words.
    told = [(match, match["which"]) for match in {match.start("which"): match for match in found}.values()]
    if (that := _THAT.search(passage.text)) and (named := _NAMED.search(passage.text_before)):
        told.append((that, named["which"]))
    # What was so until now a draw has ended that is told of, or that is news.
    if told and (passage.before or _is_news(passage, record)):
        yield from told


def _is_news(passage: Passage, record: Record) -> bool:
    return any(timedelta(0) <= passage.day - draw.date <= NEWS for draw in record.draws)


def _of_years(passage: Passage, record: Record, which: str, number: NumberMention) -> Iterator[Finding]:
    """Judge a record that is the sum of a year: that of all years before the one spoken of, of all types or of those spoken of."""
    hedge = amounts.hedge(passage.text, number.start, number.end)
    if _SHORTER.search(passage.text) or hedge is not amounts.Hedge.EXACT:
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    times = (*passage.periods, *passage.earlier, *passage.context)
    years = dict.fromkeys((passage.day.year, *(span.end.year for one in times for span in one.spans[:1])))
    # "The old high was 107,350, in 2020": when the record was set.
    own = [
        one.spans[0].start.year
        for one in passage.periods
        if one.form == "year" and 0 <= one.start - number.end <= BESIDE
    ]
    sign = -1 if which in _LOW else 1
    found: list[tuple[int, int]] = []
    for kind in dict.fromkeys((widened(passage.slugs or passage.topic, known), frozenset[str]())):
        sums = Counter[int]()
        for draw in known:
            if not kind or draw.category in kind:
                sums[draw.date.year] += draw.invitations
        found += [(sums[year], year) for year in own if sums[year]]
        for year in years if not own else ():
            # 2015 had no year before it to hold a record.
            if earlier := [(total, one) for one, total in sums.items() if one < year]:
                found.append(max(earlier, key=lambda one: sign * one[0]))
    if found and all(total != number.value for total, _year in found):
        total, year = found[0]
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            number.start,
            number.end,
            gettext_noop("The record before was that of %(year)s, with %(figure)s invitations."),
            expected=f"{total:,}",
            replacement=amounts.written(total, passage.source[number.start : number.end]),
            confidence=0.75,
            params={"year": year, "figure": f"{total:,}"},
        )


def _judged(passage: Passage, record: Record, which: str, number: NumberMention) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    if not known:
        return
    figure = ranks.invitations if number.value > MOST_CUTOFF else ranks.cutoff
    sign = -1 if which in _LOW else 1
    named = widened(
        [mention.slug for mention in passage.categories if mention.end <= number.start] or passage.topic,
        known,
    )
    found = list(_extremes(passage, known, figure, sign, named))
    if which in _EITHER and figure is ranks.cutoff:
        found += _extremes(passage, known, figure, -sign, named)
    if found and all(figure(draw) != number.value for draw in found):
        draw = found[0]
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            number.start,
            number.end,
            gettext_noop("The record before was that of draw %(number)s, with %(figure)s."),
            expected=f"{figure(draw):,}",
            replacement=amounts.written(figure(draw), passage.source[number.start : number.end]),
            rows=rows_of(draw),
            confidence=0.75,
            params={"number": draw.number, "figure": f"{figure(draw):,}"},
        )


def _extremes(
    passage: Passage, known: Sequence[Draw], figure: ranks.Figure, sign: int, named: frozenset[str]
) -> Iterator[Draw]:
    """Yield the draws that held a record before the one spoken of, of its type and of all, ever and in the times around."""
    subjects = list(dict.fromkeys((*passage.before[:2], known[-1])))
    # "The highest of any draw so far. The old record was 886": among nominees and others.
    is_any = ANY_KIND.search(passage.text) or ANY_KIND.search(passage.text_before)
    for subject in subjects:
        own = frozenset((subject.category,))
        for kind in dict.fromkeys((named or own, own, frozenset[str]())):
            # The times of the sentence say when the record was set, and not what it was a record of.
            of_kind = [
                draw
                for draw in known
                if draw.sequence < subject.sequence
                and (not kind or draw.category in kind)
                and (is_any or draw.includes_nomination == subject.includes_nomination)
            ]
            of_year = [draw for draw in of_kind if draw.date.year == subject.date.year]
            # "The former record was from February 2024", told of a draw of 2025, was no record of the year.
            years = {mention.first.year for mention in passage.dates if not mention.relative}
            for earlier in (of_kind, of_year if not years or subject.date.year in years else []):
                if earlier:
                    yield max(earlier, key=lambda draw: sign * figure(draw))
