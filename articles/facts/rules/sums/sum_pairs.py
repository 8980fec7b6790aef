"""Sums beside the number of the draws that they are of: "French took 8,700 in six draws". Pure: no Django.

Two figures say together which draws are meant: those of the type, in a time spoken of, that are so many.
"""

from collections.abc import Iterator
from itertools import chain

from articles.facts.model import Finding, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.speaking import POLL, VAGUE, candidates, widened

from . import counted_with, sum_readings, sum_sets

# A sum that is wrong is no farther than this from the right one.
NEAR = 0.4
# "Two rounds of 3,900": each of them.
_OF_SIZE = compiled(r"(?<!total)(?<!sum) of (?:exactly |just |only )?$")
_NO_TYPE = frozenset(("program",))


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the sums of a sentence that stand right beside a number of draws."""
    if passage.is_question or POLL.search(passage.text) or VAGUE.search(passage.text):
        return
    for count in passage.numbers:
        if count.role is Role.DRAWS and count.value > 1 and count.form != "short":
            total = counted_with.total(passage, count)
            of_size = total is not None and _OF_SIZE.search(
                passage.text, count.end, max(count.end, total.start)
            )
            if total is not None and total.form == "digits" and not of_size:
                yield from _judged(passage, record, count, total)


def _judged(
    passage: Passage, record: Record, count: NumberMention, total: NumberMention
) -> Iterator[Finding]:
    if amounts.hedge(passage.text, total.start, total.end) is not amounts.Hedge.EXACT:
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    first, last = min(count.start, total.start), max(count.end, total.end)
    slugs = _types(passage, first, last)
    types = widened(slugs, known)
    found = candidates(passage, record, first, last, slugs, strict=bool(slugs))
    plain = [scope for scope in (*found.stated, *found.context) if scope.count == count.value]
    near = [scope for scope in plain if abs(scope.invitations - total.value) <= NEAR * scope.invitations]
    if not near:
        return
    for scope in chain(found, sum_sets.everywhere(passage, record, known, first, last)):
        is_of_types = not types or all(draw.category in types for draw in scope.draws)
        if scope.invitations == total.value and scope.count > 1 and is_of_types:
            # Of these it is right; their number may be wrong.
            return
    yield sum_readings.contradicted(passage, total, near[0], 0.75)


def _types(passage: Passage, first: int, last: int) -> set[str]:
    """Return the one type of the clause around two figures; none where it has several."""
    begin, end = clause(passage.text, first)
    comma = max(passage.text.rfind(mark, begin, first) for mark in (", ", " and ", "("))
    begin = max(begin, comma)
    named = {one.slug for one in passage.categories if begin <= one.start < end}
    before = {one.slug for one in passage.categories if begin <= one.start < last}
    chosen = before if len(before) == 1 else named
    return chosen - _NO_TYPE if len(chosen) == 1 else set()
