"""The longest and the shortest time between two draws of a type: "the longest wait of the year was 42 days". Pure: no Django.

`gaps` and `waits` judge one time, whose ends are told. Here it is one of many, and its ends need not be told.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.amounts import Hedge
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.readings import types_of
from articles.facts.rules.common.speaking import PROVINCIAL
from articles.references import gettext_noop

from .waits import DAYS

RULE = "comparisons"

# A draw and the next one of its type.
type Gap = tuple[Draw, Draw]

_WAIT = compiled(
    r"\b(?:waits?|gaps?|pauses?|intervals?|breaks?|silences?|stretch(?:es)?|holes?|droughts?|lulls?|dry spells?|hiatus(?:es)?|spells?|distances?|waiting times?)\b"
)
_HEDGE = r"(?:(?:only|just|exactly|about|around|roughly|some|almost|nearly|over|more than|a full|as (?:many|long|short) as|no (?:less|more) than) )*"
# "The longest wait between two of its rounds was", "the longest ran for", "the shortest,".
_BEFORE = compiled(
    rf"\b(?:the|its|their|whose) (?P<which>longest|shortest)(?! of (?:the|these|those|them|all)\b)(?P<what>(?: (?!and\b|but\b|than\b|until\b|was\b)[\w'’-]+){{0,9}}?)(?:,| (?:was|is|lasted|ran (?:for|to)|took|came to|had|has been|remains|stood at)(?: one)?(?: of)?|:| of| \() ?{_HEDGE}$"
)
# "After a gap of 23 days, the longest of the year".
_BEHIND = compiled(
    r",? (?:which (?:is|was) |it was |and (?:that is )?)?(?:by far )?(?:the|its|their) (?P<which>longest|shortest)\b(?! of (?:the|these|those|them|all) (?:two|three|four|five|[0-9]))(?! [\w-]+ (?:since|before|after|until))(?! (?:since|before|after|until))"
)
_LOOSE = hedged(
    r"second|third|next|other|average|median|usual\w*|process\w*|applications?|lists?|since then|until then|apart from|except|leav\w+ [^;:.]{0,30} aside|any (?:kind|type|sort)|all (?:kinds|types)|previous|former|old"
)
# By so many days it may differ from what is said of it.
_NEAR = {"day": 1.0, "week": 5.0, "month": 20.0, "year": 120.0}


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how long the longest or the shortest time between two draws of a type is said to have been."""
    if passage.is_question or PROVINCIAL.search(passage.text) or _LOOSE.search(passage.text):
        return
    for number in passage.numbers:
        if number.role is Role.DURATION and number.unit in DAYS and (match := _claimed(passage, number)):
            yield from _judged(passage, record, number, match)


def _claimed(passage: Passage, number: NumberMention) -> re.Match[str] | None:
    """Return the words that call a time the longest or the shortest, where it is one between draws."""
    text, end = passage.text, max(number.end, number.noun)
    if match := _BEFORE.search(text, max(0, number.start - 140), number.start):
        is_wait = _WAIT.search(text, 0, end) or (
            not match["what"].strip() and _WAIT.search(passage.text_before)
        )
        return match if is_wait else None
    match = _BEHIND.match(text, end)
    return match if match and _WAIT.search(text, max(0, number.start - 60), number.start) else None


def _judged(
    passage: Passage, record: Record, number: NumberMention, match: re.Match[str]
) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    of_type = [draw for draw in known if draw.category in types]
    if len(types) != 1 or len(of_type) < 3:
        return
    hedge = amounts.hedge(passage.text, number.start, number.end)
    best = max if match["which"] == "longest" else min
    gaps = list(pairwise(of_type))
    # A time behind "the shortest was 111 days" is when that was, and not what it is the shortest of.
    scopes = [one for one in passage.periods if one.start < number.start or match.start() > number.start]
    own = list(_best(gaps, scopes, best))
    around = list(_best(gaps, (*passage.context, *passage.earlier[-1:], *passage.periods), best))
    ever = best(gaps, key=_days)
    waiting = (passage.day - of_type[-1].date).days
    lengths = [*map(_days, (*own, *around, ever)), *([waiting] if best is max else [])]
    if any(_fits(number, days, hedge) for days in lengths):
        return
    old, new = own[0] if own else ever
    told = any(_fits(number, _days(gap), hedge) for gap in gaps)
    start, end = match.span("which") if told else (number.start, number.end)
    expected = max(1, round(_days((old, new)) / DAYS[number.unit]))
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        min(start, number.start),
        max(end, number.end),
        gettext_noop("By the record, that was the time between draws %(old)s and %(new)s: %(days)s days."),
        expected=f"{expected} {number.unit}s",
        rows=rows_of(new, old),
        confidence=0.75,
        params={"old": old.number, "new": new.number, "days": _days((old, new))},
    )


def _best(gaps: Sequence[Gap], periods: Iterable[Period], best: Callable[..., Gap]) -> Iterator[Gap]:
    """Yield the longest or the shortest of the times between draws that may be said to lie in each period: those with both ends in it,
    those that ended in it, and those that touch it."""
    for span in (span for period in periods if not period.is_day for span in period.spans):
        for among in (
            [gap for gap in gaps if gap[0].date in span and gap[1].date in span],
            [gap for gap in gaps if gap[1].date in span],
            [gap for gap in gaps if gap[0].date in span or gap[1].date in span],
        ):
            if among:
                yield best(among, key=_days)


def _days(gap: Gap) -> int:
    return (gap[1].date - gap[0].date).days


def _fits(number: NumberMention, days: float, hedge: Hedge) -> bool:
    """Whether so many days, weeks or months may be said of a time; the first and the last day are counted, or not."""
    near = _NEAR[number.unit] * (2 if hedge is not Hedge.EXACT else 1)
    return abs(number.value * DAYS[number.unit] - days) <= near
