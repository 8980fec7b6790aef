"""Mean cut-offs: "the six cut-offs average 403", "an average cut-off of 481 this year". Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import NumberMention
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import NUMBER_WORDS
from articles.facts.rules.common.periods import count
from articles.facts.rules.common.scopes import Scope
from articles.facts.rules.common.speaking import POLL, VAGUE, candidates
from articles.references import gettext_noop

RULE = "ranges"

_SCORES = r"(?:crs )?(?:cut-?offs?(?: scores?)?|scores?)"
_COUNT = rf"(?P<n>[0-9]{{1,2}}|{NUMBER_WORDS})"
_OF = r"(?: (?:of|in|for|over) [\w -]{2,50}?)?"
_HEDGES = r"(?: (?:just|only|about|around|roughly|some|exactly))?"
_MEANS = (
    compiled(rf"\b(?:(?:the|these|those|all|its|their) )?(?:{_COUNT} )?{_SCORES}{_OF} (?:average|averaged|averaging|average out at|have averaged|had averaged|had a mean of|have a mean of){_HEDGES} $"),
    compiled(rf"\b(?:average|mean) (?:of (?:the|its|their|these|those|all) (?:{_COUNT} )?)?{_SCORES}{_OF},? (?:of|was|is|came to|stood at|being|has been|had been){_HEDGES} $"),
)  # fmt: skip
# A mean is rounded, up or down.
_NEAR = 1
LOWEST, HIGHEST = 60, 950


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the mean cut-offs of a sentence."""
    if passage.is_question or VAGUE.search(passage.text) or POLL.search(passage.text):
        return
    for number in passage.numbers:
        if LOWEST <= number.value <= HIGHEST:
            before = passage.text[max(0, number.start - 110) : number.start]
            match = next((found for mean in _MEANS if (found := mean.search(before))), None)
            if match is not None:
                yield from _judged(passage, record, number, count(match["n"]) if match["n"] else 0)


def _judged(passage: Passage, record: Record, number: NumberMention, claimed: int) -> Iterator[Finding]:
    slugs = set(passage.slugs or passage.topic)
    if not slugs:
        # Nominees have 600 points more: nobody means all types.
        return
    found = candidates(passage, record, number.start, number.end, slugs, strict=True)
    hedge = amounts.hedge(passage.text, number.start, number.end)
    readings = [scope for scope in found if scope.count > 1]
    for scope in readings:
        mean = _mean(scope)
        if abs(number.value - mean) <= _NEAR or (
            hedge is not amounts.Hedge.EXACT and amounts.fits(number.value, mean, hedge)
        ):
            yield _said(passage, number, scope, Status.AGREES)
            return
    # Of which draws it is the mean, their number or the time says.
    told = [scope for scope in readings if scope.count == claimed] if claimed else list(found.stated)
    meant = [scope for scope in told if scope.count > 1]
    if meant and hedge is amounts.Hedge.EXACT:
        yield _said(passage, number, meant[0], Status.CONTRADICTED)


def _mean(scope: Scope) -> float:
    return sum(draw.crs_cutoff for draw in scope.draws) / scope.count


def _said(passage: Passage, number: NumberMention, scope: Scope, status: Status) -> Finding:
    words = passage.source[number.start : number.end]
    mean = round(_mean(scope))
    return passage.finding(
        RULE,
        status,
        number.start,
        number.end,
        gettext_noop("%(draws)s draws of the record have a mean cut-off of %(mean)s."),
        expected=str(mean),
        replacement=amounts.written(mean, words) if status is Status.CONTRADICTED else None,
        rows=scope.rows,
        confidence=0.75,
        params={"draws": scope.count, "mean": mean},
    )
