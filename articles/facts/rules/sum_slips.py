"""Sums that are no sum of any draws that may be meant, and are one of them but for a slip: 16,205 for 16,025. Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.references import gettext_noop

from . import amounts, averages, sum_sets, summing
from .moving import clause
from .passages import Passage
from .patterns import compiled
from .scopes import Scope
from .slipping import is_slip
from .speaking import POLL, PROVINCIAL, everything

RULE = "sums"

# A smaller number, or one of fewer digits before its noughts, is a slip of too much.
LEAST, SIGNIFICANT = 1000, 3
# Of what else a number of people may be, in its own clause.
_OTHERS = compiled(
    r"\b(?:pool|profiles?|targets?|goals?|levels? plan|admissions?|permits?|views?|readers|members|dollars?|salar\w+|fees?|students|divid\w+|would|could|might|will|if|expect\w*|forecast\w*|predict\w*|estimat\w*|rumou?r\w*|said to|reported(?:ly)? to|average\w*|mean|median|typical\w*|instead|wrongly|mistakenly)\b|\$ ?[0-9]"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the sums of a sentence that are a slip from one that may be meant."""
    if passage.is_question or POLL.search(passage.text) or PROVINCIAL.search(passage.text):
        return
    for number in passage.numbers:
        if _may_be_sum(passage, number):
            yield from _judged(passage, record, number)


def _may_be_sum(passage: Passage, number: NumberMention) -> bool:
    if (
        number.role not in (Role.INVITATIONS, Role.UNKNOWN)
        or number.form != "digits"
        or number.value != int(number.value)
        or number.value < LEAST
        or len(str(int(number.value)).rstrip("0")) < SIGNIFICANT
    ):
        return False
    if amounts.hedge(passage.text, number.start, number.end) not in (
        amounts.Hedge.EXACT,
        amounts.Hedge.AT_MOST,
    ):
        return False
    if averages.is_mean(passage, number) or summing.adds_up(passage, number):
        return False
    return _OTHERS.search(passage.text, *clause(passage.text, number.start)) is None


def _judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    value = int(number.value)
    if any(draw.invitations == value for draw in known):
        return
    sums: dict[int, Scope] = {}
    for scope in (*everything(passage, record, number.start, number.end), *sum_sets.wider(passage, known)):
        if scope.count > 1:
            sums.setdefault(scope.invitations, scope)
    if value in sums or any(scope.invitations == value for scope in sum_sets.others(passage, known)):
        return
    meant = next((scope for total, scope in sums.items() if is_slip(value, total)), None)
    if meant is not None and not any(is_slip(value, draw.invitations) for draw in passage.draws):
        total = f"{meant.invitations:,}"
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            number.start,
            number.end,
            gettext_noop("%(draws)s draws of the record add up to %(total)s invitations."),
            expected=total,
            replacement=amounts.written(meant.invitations, passage.source[number.start : number.end]),
            live=meant.live("total"),
            rows=meant.rows,
            confidence=0.7,
            params={"draws": meant.count, "total": total},
        )
