"""A sum beside a number of draws where no draws have both: "five draws with 11,360 invitations". Pure: no Django.

Each may be right of some draws by itself. Together they must be those of draws of one kind that follow each other, or of draws that the
text names.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, combinations

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import PROGRAMS, Scope, until
from articles.facts.rules.common.slipping import is_slip
from articles.facts.rules.common.speaking import VAGUE, candidates, everything, widened
from articles.facts.rules.sums import counted_with, sum_readings, sum_sets
from articles.references import gettext_noop

from . import count_subjects
from .counted import said

NOT_TOGETHER = gettext_noop(
    "No draws that may be meant are so many and have so many invitations: %(expected)s."
)
MOST = 120
# Of so many draws told of before, any may be meant together.
TOLD, MOST_TOLD = 10, 5
# A sum that is wrong is no farther than this from the right one.
NEAR = 0.25

# What may stand between a number of draws and what they had.
_FARTHER = compiled(
    r"(?:(?! (?:of|at|but|while|against|than|whose|which|where|when|first|last) )[^.;:()0-9]){0,60},? (?:with|for|and|had|brought|made|invited|came to|come to|gave|in total|total of|have had|had had|bringing) (?:a total of |just |only |some )?"
)
_BARE = compiled(r"\b(?:in|over|from|across|with) (?:only |just |all of )?$")
_ENDS = compiled(r" ?(?:[,;.:)!?]|$)| (?:and|but|while)\b")
_OF_SIZE = compiled(r"(?<!total)(?<!sum) of (?:exactly |just |only )?$|\beach\b|\bapiece\b")
_LOOSE = hedged(
    r"average\w*|mean|each|apiece|every|above|below|larger|smaller|least|most|says?|said|claims?|rumou?r\w*|provinc\w+ (?:own|held)|smallest|largest|other|more|another|apart from|without|except|excluding|respectively"
)


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge sums beside numbers of draws where neither has been called wrong."""
    judged = Judged(found, OBJECTIONS)
    for passage in sentences(reading, record):
        if passage.is_question or VAGUE.search(passage.text) or _LOOSE.search(passage.text):
            continue
        for count in passage.numbers:
            if not _is_count(passage, count):
                continue
            total = counted_with.total(passage, replace(count, role=Role.DRAWS)) or _total(passage, count)
            if total is None or total.form == "short" or _is_each(passage, count, total):
                continue
            if counted_with.each(passage, record, count) == total.value:
                continue
            first, last = min(count.start, total.start), max(count.end, total.end)
            if judged.is_free(passage, first, last) and not _has_both(passage, record, count, total):
                yield from _judged(passage, record, count, total)


def _is_count(passage: Passage, number: NumberMention) -> bool:
    if not 1 < number.value <= MOST or number.value % 1 or number.form == "short":
        return False
    if number.role in (Role.DRAWS, Role.TIMES):
        return True
    return number.role is Role.UNKNOWN and bool(
        _BARE.search(passage.text, 0, number.start) and _ENDS.match(passage.text, number.end)
    )


def _total(passage: Passage, count: NumberMention) -> NumberMention | None:
    """Return the invitations that draws are said to have had farther on: "20 draws in a row for nominees alone, with 16,599"."""
    at = passage.numbers.index(count)
    following = passage.numbers[at + 1] if at + 1 < len(passage.numbers) else None
    if following is None or following.role is not Role.INVITATIONS or following.value < counted_with.LEAST:
        return None
    between = passage.text[max(count.end, count.noun) : following.start]
    return following if count.role is not Role.UNKNOWN and _FARTHER.fullmatch(between) else None


def _is_each(passage: Passage, count: NumberMention, total: NumberMention) -> bool:
    return bool(
        amounts.hedge(passage.text, total.start, total.end) is not amounts.Hedge.EXACT
        or amounts.hedge(passage.text, count.start, count.end) is not amounts.Hedge.EXACT
        or (total.start > count.end and _OF_SIZE.search(passage.text, count.end, total.start))
    )


def _has_both(passage: Passage, record: Record, count: NumberMention, total: NumberMention) -> bool:
    """Whether some draws that may be meant are so many and have so many invitations."""
    number, sum_ = int(count.value), int(total.value)
    known = until(record, passage.day)
    for kind in _kinds(passage, known):
        sizes = [draw.invitations for draw in known if not kind or draw.category in kind]
        sums = [0, *accumulate(sizes)]
        if any(sums[at + number] - sums[at] == sum_ for at in range(len(sizes) - number + 1)):
            return True
    told = [*dict.fromkeys((*passage.draws, *passage.before))][:TOLD]
    if number <= MOST_TOLD and any(
        sum(draw.invitations for draw in some) == sum_ for some in combinations(told, number)
    ):
        return True
    wide = everything(passage, record, min(count.start, total.start), max(count.end, total.end))
    return any(scope.count == number and scope.invitations == sum_ for scope in wide)


def _kinds(passage: Passage, known: Sequence[Draw]) -> Iterable[frozenset[str]]:
    """Return the types that may be counted together: none stands for all."""
    every = {draw.category for draw in known}
    spoken = (*passage.slugs, *passage.topic)
    kinds = [frozenset[str](), *(frozenset((slug,)) for slug in every)]
    kinds += [frozenset(every - {"pnp"}), frozenset(every - PROGRAMS), frozenset(every & PROGRAMS)]
    kinds += [
        widened(spoken, known),
        widened(passage.slugs, known),
        frozenset(every - widened(spoken, known)),
    ]
    return dict.fromkeys(kinds)


def _judged(
    passage: Passage, record: Record, count: NumberMention, total: NumberMention
) -> Iterator[Finding]:
    slugs = count_subjects.types(passage, count)
    first, last = min(count.start, total.start), max(count.end, total.end)
    found = candidates(passage, record, first, last, slugs, strict=bool(slugs))
    scopes = found.stated or (*found.context, *found.around)
    so_many = [scope for scope in scopes if scope.count == count.value]
    near = [
        scope
        for scope in so_many
        if abs(scope.invitations - total.value) <= NEAR * scope.invitations
        or is_slip(int(total.value), scope.invitations)
    ]
    # A sum to the unit of all that there were is right by no chance.
    ever = sum_sets.whole(passage, until(record, passage.day)) if total.value % 100 else ()
    so_much = [scope for scope in (*scopes, *ever) if scope.count > 1 and scope.invitations == total.value]
    if near and so_much:
        yield _both(passage, count, total, near[0], so_much[0])
    elif near:
        yield sum_readings.contradicted(passage, total, sum_readings.nearest(near, total), 0.75)
    elif so_much and (found.stated or total.value % 500):
        yield _counted(passage, count, so_much[0])
    elif not found.stated:
        yield from _slips(passage, record, count, total)


def _slips(passage: Passage, record: Record, count: NumberMention, total: NumberMention) -> Iterator[Finding]:
    """Judge a pair of which one is right of draws that may be meant, and the other is theirs but for a slip."""
    known = until(record, passage.day)
    first, last = min(count.start, total.start), max(count.end, total.end)
    wide = [*everything(passage, record, first, last), *sum_sets.wider(passage, known)]
    wide += _runs(passage, known, count, total)
    slips = [one for one in wide if one.count == count.value and is_slip(int(total.value), one.invitations)]
    same = [one for one in wide if one.invitations == total.value and 0 < abs(one.count - count.value) <= 2]
    if slips and not same:
        yield sum_readings.contradicted(passage, total, slips[0], 0.7)
    elif same and not slips and total.value % 500:
        yield _counted(passage, count, same[0])


def _runs(
    passage: Passage, known: Sequence[Draw], count: NumberMention, total: NumberMention
) -> Iterator[Scope]:
    """Yield the draws of the types that are counted, one behind the other, that have the sum and are one or two more or fewer."""
    types = widened(count_subjects.types(passage, count) or passage.slugs or passage.topic, known)
    of_type = [draw for draw in known if draw.category in types]
    sums = [0, *accumulate(draw.invitations for draw in of_type)]
    for number in (int(count.value) + by for by in (-2, -1, 1, 2)):
        for at in range(len(of_type) - number + 1 if number > 1 else 0):
            if sums[at + number] - sums[at] == total.value:
                yield Scope(tuple(of_type[at : at + number]))


def _counted(passage: Passage, count: NumberMention, scope: Scope) -> Finding:
    return said(passage, count.start, count.end, count.value, scope.draws, rows_of(*scope.draws[:8]), 0.75)


def _both(passage: Passage, count: NumberMention, total: NumberMention, one: Scope, other: Scope) -> Finding:
    expected = f"{one.count}: {one.invitations:,}; {other.count}: {other.invitations:,}"
    return passage.finding(
        "sums",
        Status.CONTRADICTED,
        min(count.start, total.start),
        max(count.end, total.end),
        NOT_TOGETHER,
        expected=expected,
        rows=rows_of(*one.draws[:8]),
        confidence=0.75,
        params={"expected": expected},
    )
