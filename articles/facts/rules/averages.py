"""Mean sizes: "an average of 2,116 per round", "the mean size was 3,250". Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.references import gettext_noop

from . import amounts
from .passages import Passage
from .patterns import compiled
from .scopes import Scope
from .speaking import POLL, VAGUE, candidates, everything

RULE = "comparisons"

_BEFORE = compiled(
    r"\b(?:average|averages|averaged|averaging|mean|means)(?: (?:size|number|draw|round))?(?: of (?:a|the|each|all) (?:\w+ )?(?:draws?|rounds?))?(?:,? (?:of|was|is|at|came to|stood at|being|just|only|about|around|some|nearly|almost|roughly)| ?[:=])* $"
)
_AFTER = compiled(
    r"(?: (?:invitations?|candidates|people|itas?))? (?:on average|per (?:draw|round)|a (?:draw|round)\b(?! of)|in (?:an|the) average (?:draw|round))\b"
)
_SCORES = compiled(r"\b(?:cut-?offs?|scores?|crs|points|months|days|weeks|pool|median)\b")
LEAST = 100


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the mean sizes of a sentence."""
    if VAGUE.search(passage.text) or POLL.search(passage.text) or passage.is_question:
        return
    for number in passage.numbers:
        if (
            number.role in (Role.INVITATIONS, Role.UNKNOWN)
            and number.value >= LEAST
            and not any(ends.start <= number.start < ends.end for ends in passage.ranges)
            and is_mean(passage, number)
        ):
            yield from _judged(passage, record, number)


def is_mean(passage: Passage, number: NumberMention) -> bool:
    """Whether the words around a number call it a mean size."""
    before = passage.text[max(0, number.start - 80) : number.start]
    if _AFTER.match(passage.text, number.end):
        return True
    return bool(_BEFORE.search(before)) and not _SCORES.search(before)


def _judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    found = candidates(passage, record, number.start, number.end, passage.slugs, strict=bool(passage.slugs))
    readings = [
        scope for scope in (*found, *everything(passage, record, number.start, number.end)) if scope.count > 1
    ]
    hedge = amounts.hedge(passage.text, number.start, number.end)
    for scope in readings:
        if _fits(number, scope, hedge):
            yield _said(passage, number, scope, Status.AGREES)
            return
    # The days or the sum and the number of draws that stand beside it say what it is the mean of.
    sums = {other.value for other in passage.numbers if other is not number}
    told = [scope for scope in readings if scope.invitations in sums or scope.count in sums]
    stated = [scope for scope in (*told, *found.stated) if scope.count > 1]
    if stated:
        yield _said(passage, number, stated[0], Status.CONTRADICTED)


def _fits(number: NumberMention, scope: Scope, hedge: amounts.Hedge) -> bool:
    """Whether a number is the mean of draws, rounded as far as it is written round."""
    mean = scope.invitations / scope.count
    if hedge is not amounts.Hedge.EXACT:
        return amounts.fits(number.value, mean, hedge)
    step = next(step for step in (100, 50, 10, 1) if number.value % step == 0 or step == 1)
    return abs(number.value - mean) <= max(1.0, step / 2)


def _said(passage: Passage, number: NumberMention, scope: Scope, status: Status) -> Finding:
    words = passage.source[number.start : number.end]
    mean = round(scope.invitations / scope.count)
    return passage.finding(
        RULE,
        status,
        number.start,
        number.end,
        gettext_noop("%(draws)s draws of the record have a mean of %(mean)s invitations."),
        expected=f"{mean:,}",
        replacement=amounts.written(mean, words) if status is Status.CONTRADICTED else None,
        rows=scope.rows,
        confidence=0.75,
        params={"draws": scope.count, "mean": f"{mean:,}"},
    )
