"""By how much one sum grew or shrank from another that is told beside it: "110,266, after 46,539 in 2022. That is an increase of
63,727". Pure: no Django.

Where the record has the one sum for a time that is spoken of and another than the told one for the other time, the difference is
that of the record's.
"""

from collections.abc import Iterator

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.speaking import POLL, PROVINCIAL
from articles.references import gettext_noop

from .proportions import NOT_DRAWS, without_types

RULE = "comparisons"

_HEDGE = r"(?: (?:by|of|some|about|around|roughly|almost|nearly|just|over|more than|just over|just under|only|thus|then|so|therefore|exactly|precisely))*"
# Before and behind a number that it is the difference of two.
TOLD_AS_CHANGE = compiled(
    rf"\b(?:(?:increase|rise|jump|surge|leap|fall|decrease|drop|plunge|slump|decline|growth|difference|gain|loss|gap|plus|minus|surplus|shortfall|deficit)(?:(?: (?:already|now|so far|is|was|of|comes to|came to|amounts to|amounted to|stands at|makes|made|thus|then|therefore))+|:){_HEDGE}"
    rf"|(?:rose|risen|fell|fallen|grew|grown|shrank|shrunk|increased|decreased|dropped|declined|climbed|jumped|went up|went down|gone up|gone down|up|down|higher|lower|apart|differs?|differed) by{_HEDGE}) $"
)
_BEHIND = compiled(
    r" (?:invitations )?(?:more|fewer|less)(?: invitations)?(?:\W*$|, | or | and )| invitations apart\b"
)
# So many invitations no single draw of most times has had: what is as large is a sum.
LEAST_SUM = 9_000
LEAST = 100
# What is told instead of a sum is no farther from it.
NEAR = 0.2


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the difference of two sums that are told."""
    text = passage.text
    if passage.is_question or POLL.search(text) or PROVINCIAL.search(text):
        return
    for number in passage.numbers:
        if (
            number.role in (Role.DIFFERENCE, Role.UNKNOWN, Role.INVITATIONS)
            and number.value >= LEAST
            and (TOLD_AS_CHANGE.search(text, 0, number.start) or _BEHIND.match(text, number.end))
            and not NOT_DRAWS.search(without_types(passage))
        ):
            yield from _judged(passage, record, number)


def _judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    own = [one.value for one in passage.numbers if one is not number and _is_sum(one)]
    if len(own) < 2 and passage.slugs:
        # What is told before is of all types, or of others.
        return
    values = own if len(own) > 1 else [one.value for one in passage.told if _is_sum(one)] + own
    if (
        len(values) != 2
        or len(own) == 2
        and any(one.start > number.start for one in passage.numbers if _is_sum(one))
    ):
        return
    stated = abs(values[0] - values[1])
    true = _of_record(passage, record, values) or stated
    hedge = amounts.hedge(passage.text, number.start, number.end)
    fits = amounts.fits(number.value, true, hedge)
    yield passage.finding(
        RULE,
        Status.AGREES if fits else Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("The two sums are %(difference)s apart."),
        expected=f"{true:,.0f}",
        replacement=None if fits else amounts.written(int(true), passage.source[number.start : number.end]),
        confidence=0.8,
        params={"difference": f"{true:,.0f}"},
    )


def _is_sum(number: NumberMention) -> bool:
    return number.role in (Role.INVITATIONS, Role.UNKNOWN) and number.value >= LEAST_SUM and not number.bound


def _of_record(passage: Passage, record: Record, values: list[float]) -> float:
    """Return the difference of the record's sums for the times spoken of, where one of the told ones is right and the other is not; 0
    else."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    periods = [*passage.periods, *passage.earlier[-2:], *passage.context[:2]]
    spans = dict.fromkeys(
        (period.spans[0].start, period.spans[0].end) for period in periods if not period.is_day
    )
    sums = {sum(draw.invitations for draw in known if start <= draw.date <= end) for start, end in spans}
    right = [value for value in values if value in sums]
    if len(right) != 1:
        return 0
    wrong = next(value for value in values if value not in sums)
    meant = [one for one in sums if one != right[0] and abs(one - wrong) <= NEAR * one]
    return abs(meant[0] - right[0]) if len(meant) == 1 else 0
