"""By how many draws two times are apart: "52 rounds in 2024, ten more than in 2023". Pure: no Django."""

from collections.abc import Iterator, Sequence
from datetime import date

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import types_of
from articles.facts.rules.common.speaking import PROVINCIAL
from articles.facts.rules.sums import compared_times
from articles.references import gettext_noop
from draws.clock import Span

RULE = "comparisons"

_MORE = compiled(r" (?P<word>more|fewer|less)(?: (?P<noun>draws|rounds))? than\b")
_DRAWS = compiled(r"\b(?:draws|rounds)\b")
# What is counted in between is no draws.
_OTHERS = compiled(r"\b(?:points?|invitations?|itas?|candidates|people|occupations?|codes?|jobs|nominees)\b")
_LOOSE = compiled(r"\b(?:not|no|never|will|would|may|might|could|if|expect\w*|at least)\b|n't\b")
# No two years are farther apart.
MOST = 60


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how many draws more or fewer a time is said to have had than another."""
    if passage.is_question or PROVINCIAL.search(passage.text):
        return
    for number in passage.numbers:
        if number.value <= MOST and number.role in (Role.DIFFERENCE, Role.UNKNOWN, Role.DRAWS):
            yield from _judged(passage, record, number)


def _judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    text = passage.text
    match = _MORE.match(text, number.end)
    begin, _ = clause(text, number.start)
    if not match or number.unit == "point" or _LOOSE.search(text, begin, number.start):
        return
    counted = list(_DRAWS.finditer(text, begin, number.start))
    if not match["noun"] and (not counted or _OTHERS.search(text, counted[-1].end(), number.start)):
        return
    times = compared_times.times(passage)
    found = list(_apart(passage, record, times)) if times else []
    sign = 1 if match["word"] == "more" else -1
    hedge = amounts.hedge(text, number.start, number.end)
    if not found or any(amounts.fits(number.value, sign * one, hedge) for one in found if sign * one > 0):
        return
    true = abs(found[0])
    words = "more" if found[0] > 0 else "fewer"
    turned = sign * found[0] < 0
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        match.end("word") if turned else number.end,
        gettext_noop("By the record it is %(expected)s."),
        expected=f"{true} {words}",
        replacement=None if turned else amounts.written(true, passage.source[number.start : number.end]),
        confidence=0.8,
        params={"expected": f"{true} {words}"},
    )


def _apart(passage: Passage, record: Record, times: compared_times.Times) -> Iterator[int]:
    """Yield by how many draws the times differ: of the types named or spoken of, else of all, with and without the nominees."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    everything = frozenset(draw.category for draw in known)
    kinds = (types,) if passage.slugs else (everything, types or everything, everything - {"pnp"})
    for kind in kinds:
        days = [draw.date for draw in known if draw.category in kind]
        for span in (times.old, times.same):
            if span:
                yield _held(days, times.new) - _held(days, span)


def _held(days: Sequence[date], span: Span) -> int:
    return sum(day in span for day in days)
