"""Sums that are no sum of any draws that may be meant, and are one of them but for a slip: 16,205 for 16,025. Pure: no Django."""

from collections.abc import Iterator
from itertools import chain

from articles.facts.model import Finding, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import FORESEEN, SUPPOSED
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import Scope, until
from articles.facts.rules.common.slipping import is_slip
from articles.facts.rules.common.speaking import POLL, PROVINCIAL, everything

from . import averages, sum_readings, sum_sets, summing

# A smaller number, or one of fewer digits before its noughts, is a slip of too much.
LEAST, SIGNIFICANT = 1000, 3
# Of what else a number of people may be, in its own clause.
_OTHERS = compiled(
    rf"\b(?:pool|profiles?|targets?|goals?|levels? plan|admissions?|permits?|views?|readers|members|dollars?|salar\w+|fees?|students|divid\w+|{SUPPOSED}|{FORESEEN}|estimat\w*|rumou?r\w*|said to|reported(?:ly)? to|average\w*|mean|median|typical\w*|instead|wrongly|mistakenly)\b|\$ ?[0-9]"
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
    known = until(record, passage.day)
    value = int(number.value)
    if any(draw.invitations == value for draw in known):
        return
    meant: Scope | None = None
    start, end = number.start, number.end
    for scope in chain(everything(passage, record, start, end), sum_sets.wider(passage, known)):
        if scope.count > 1:
            if scope.invitations == value:
                return
            if meant is None and is_slip(value, scope.invitations):
                meant = scope
    if meant is None or any(is_slip(value, draw.invitations) for draw in passage.draws):
        return
    if all(scope.invitations != value for scope in sum_sets.others(passage, known)):
        yield sum_readings.contradicted(passage, number, meant, 0.7)
