"""Sums beside the number of the draws that they are of: "French took 8,700 in six draws". Pure: no Django.

Two figures say together which draws are meant: those of the type, in a time spoken of, that are so many.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from articles.facts.model import Finding, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import Scope
from articles.facts.rules.common.speaking import POLL, VAGUE, candidates, widened

from . import counted_with, sum_readings, sum_sets

# A sum that is wrong is no farther than this from the right one.
NEAR = 0.4
# A smaller number is a score.
LEAST = 500
# "Two rounds of 3,900": each of them.
_OF_SIZE = compiled(r"(?<!total)(?<!sum) of (?:exactly |just |only )?$")
_NO_TYPE = frozenset(("program",))


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the sums of a sentence that stand right beside a number of draws, or sum up those counted in the sentence before."""
    if passage.is_question or POLL.search(passage.text) or VAGUE.search(passage.text):
        return
    for first, last, count, total in _pairs(passage):
        if scope := _meant(passage, record, first, last, count, total):
            yield sum_readings.contradicted(passage, total, scope, 0.75)


def is_wrong(passage: Passage, record: Record, number: NumberMention) -> bool:
    """Whether a number that is the sum of some draws is not that of those counted beside it."""
    if passage.is_question or POLL.search(passage.text) or VAGUE.search(passage.text):
        return False
    return any(
        total.start == number.start and _meant(passage, record, first, last, count, total) is not None
        for first, last, count, total in _pairs(passage)
    )


def _pairs(passage: Passage) -> Iterator[tuple[int, int, int, NumberMention]]:
    """Yield how many draws a sum is said to be of, and from where to where the two stand."""
    found = False
    for count in counted_with.counts(passage):
        found = True
        total = counted_with.total(passage, count, LEAST)
        if count.value < 2 or count.form == "short" or total is None or total.form != "digits":
            continue
        if not _OF_SIZE.search(passage.text, count.end, max(count.end, total.start)):
            yield min(count.start, total.start), max(count.end, total.end), int(count.value), total
    if found or passage.slugs or passage.periods or not counted_with.TOGETHER.search(passage.text):
        return
    sums = [one for one in passage.numbers if one.value >= LEAST]
    before = [one for one in passage.told if one.role in (Role.DRAWS, Role.TIMES)]
    if len(sums) == 1 and before and before[-1].value > 1 and sums[0].form == "digits":
        yield sums[0].start, sums[0].end, int(before[-1].value), sums[0]


def _meant(
    passage: Passage, record: Record, first: int, last: int, count: int, total: NumberMention
) -> Scope | None:
    """Return the draws, as many as are counted, that a sum is plainly said of and is not that of."""
    if amounts.hedge(passage.text, total.start, total.end) is not amounts.Hedge.EXACT:
        return None
    known = [draw for draw in record.draws if draw.date <= passage.day]
    slugs = _types(passage, first, last)
    types = widened(slugs, known)
    found = candidates(passage, record, first, last, slugs, strict=bool(slugs), sizes=True)
    everywhere = sum_sets.everywhere(passage, record, known, first, last)
    right = [
        scope
        for scope in chain(found, everywhere)
        if scope.invitations == total.value
        and scope.count > 1
        and (not types or all(draw.category in types for draw in scope.draws))
    ]
    stated = [scope for scope in found.stated if scope.count == count]
    told = (*found.named, *found.context, *found.around, *sum_sets.whole(passage, known))
    of_type = [
        scope for scope in told if scope.count == count and len({draw.category for draw in scope.draws}) == 1
    ]
    plain = stated or of_type or [scope for scope in (*found.named, *found.context) if scope.count == count]
    if any(scope.count == count and (not of_type or stated or scope in of_type) for scope in right):
        return None
    near = [scope for scope in plain if abs(scope.invitations - total.value) <= NEAR * scope.invitations]
    if not near:
        return None
    if right and not (_EVERY.search(passage.text) if stated and not slugs else _are_of(right, near[0])):
        # Of these it is right; their number may be wrong.
        return None
    return near[0]


def _are_of(right: Sequence[Scope], meant: Scope) -> bool:
    """Whether draws of which a sum is right are those that are meant, or others with them: one was forgotten."""
    numbers = set(meant.numbers)
    return all(scope.count == meant.count - 1 and numbers >= set(scope.numbers) for scope in right)


_EVERY = compiled(
    r"\b(?:every|any|all) (?:kinds?|types?)\b|\b(?:all|the)(?: [\w-]+)? (?:draws|rounds) of the (?:year|month|week)\b|\ball told\b|\btotals?:? "
)


def _types(passage: Passage, first: int, last: int) -> set[str]:
    """Return the one type of the clause around two figures; none where it has several."""
    begin, end = clause(passage.text, first)
    comma = max(passage.text.rfind(mark, begin, first) for mark in (", ", " and ", "("))
    begin = max(begin, comma)
    named = {one.slug for one in passage.categories if begin <= one.start < end}
    before = {one.slug for one in passage.categories if begin <= one.start < last}
    chosen = before if len(before) == 1 else named
    return chosen - _NO_TYPE if len(chosen) == 1 else set()
