"""Cut-offs beside other figures of their draws: "French: 11 draws, cut-offs from 336 to 478; the class: ten, 507 to 547". Pure: no Django.

What the figures beside a range are of, it is of too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.facts.model import Finding, Record
from articles.facts.reading.mentions import NumberMention, RangeMention, Role
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.scopes import Scope, scopes, until
from articles.facts.rules.common.speaking import widened
from articles.facts.rules.counts.listed import Judged
from draws.clock import RECORD_BEGINS, Span, year_span

from . import range_sets, ranges


def find(how: Judged, heard: Sequence[Passage]) -> Iterator[tuple[Passage, Finding]]:
    """Judge the ranges of cut-offs that stand with figures which are read, in their sentence or the next of the same line."""
    of: dict[int, Scope] = {}
    for said in how.best:
        if said.claim.slug and said.fits and said.scope.count > 1 and not said.scope.mixes_nominees:
            of[id(said.claim.passage)] = said.scope
    several = {
        id(said.claim.passage)
        for said in how.best
        for other in how.best
        if other.claim.passage is said.claim.passage and other.claim.key != said.claim.key
    }
    for passage, following in zip(heard, (*heard[1:], None), strict=True):
        scope = of.get(id(passage))
        if scope is None or id(passage) in several:
            continue
        yield from ((passage, finding) for finding in _judged(passage, scope))
        if following is not None and following.text_before == passage.text and _goes_on(following):
            yield from ((following, finding) for finding in _judged(following, scope))


def counted(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the range of cut-offs of as many draws of a type as a sentence counts: "nominees had 13 draws, from 674 to 808", wherever
    the words stand that tell of 2022."""
    told = {number.value for number in passage.numbers if number.role is Role.DRAWS and number.value > 2}
    if len(told) != 1 or len(passage.slugs) != 1 or passage.periods:
        return
    known = until(record, passage.day)
    spans = [year_span(year) for year in dict.fromkeys((*passage.years, passage.day.year))]
    found = [
        scope
        for scope in scopes(
            known, (*spans, Span(RECORD_BEGINS, passage.day)), widened(passage.slugs, known), passage.day
        )
        if scope.count in told and not scope.mixes_nominees
    ]
    if len({scope.numbers for scope in found}) == 1:
        yield from _judged(passage, found[0])


def _goes_on(passage: Passage) -> bool:
    """Whether a sentence has no time and no type of its own."""
    return not (passage.periods or passage.categories)


def _judged(passage: Passage, scope: Scope) -> Iterator[Finding]:
    dated = list(range_sets.dated(passage))
    for mention in (*passage.ranges, *dated):
        ends = [number for number in passage.numbers if mention.start <= number.start < mention.end]
        if mention in dated:
            ends = [number for number in ends if number.value in (mention.low, mention.high)]
        if len(ends) == 2 and _are_cutoffs(ends):
            yield from _range(passage, mention, ends, scope)


def _are_cutoffs(ends: Sequence[NumberMention]) -> bool:
    roles = {number.role for number in ends}
    return roles <= {Role.CUTOFF, Role.UNKNOWN} and range_sets.may_be_cutoffs(ends)


def _range(
    passage: Passage, mention: RangeMention, ends: Sequence[NumberMention], scope: Scope
) -> Iterator[Finding]:
    low, high = sorted(ends, key=lambda number: number.value)
    extremes = scope.extremes
    if extremes is None or (low.value != extremes.lowest and high.value != extremes.highest):
        return
    if extremes == (low.value, high.value):
        yield ranges.agrees(passage, replace(mention, role=Role.CUTOFF), scope, extremes)
    else:
        yield from ranges.wrong(
            passage, replace(mention, role=Role.CUTOFF), low, high, (scope, extremes, 0.85)
        )
