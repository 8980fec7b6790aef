"""How many draws fell on a day of the week: "23 of the draws were held on a Wednesday". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.hedging import SUPPOSED
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import DAY_NAMES, MONTH_NAMES, WEEKDAYS
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.speaking import PROVINCIAL, VAGUE, widened

from .counted import said

MOST = 60
_DAY = rf"(?P<day>{DAY_NAMES})"
_WHOLE = r"(?: of (?:the|its|their|these|those|all|all the|them|which)\b(?: (?:year|month|quarter|half-year|half|autumn|summer|spring|winter)'s)?)?"
# "20 draws were held on Tuesday" speaks of one day: "on a Tuesday", "on Tuesdays" of any.
_ON = compiled(
    rf"{_WHOLE}(?: (?!on\b|and\b|or\b)[\w-]+){{0,4}}?(?:,? (?:were|was|had been|have been))?(?: (?:all|only|just|each))?(?: (?:held|fell|fallen|took place|came|landed|happened|issued|conducted|drawn|went out))? on (?:an? {_DAY}|{_DAY.replace('day>', 'days>')}s)\b(?!,? (?:the )?[0-9]|,? (?:{MONTH_NAMES}) [0-9])"
)
_NAMED = compiled(rf" {_DAY} (?:draws|rounds)\b")
# "Friday was the day in 2015, with 20 of the year's draws", "Wednesdays had 23 draws".
_BEFORE = compiled(
    rf"\b(?:{_DAY}s? (?:was|is|has been|had been|remained)\b[^.;:]{{0,60}}?,? (?:with|on which) |{_DAY.replace('day>', 'days>')}s (?:had|saw|brought|got|account for|accounted for|took) )(?:only |just )?$"
)
_OF_DRAWS = compiled(rf"{_WHOLE}(?: [\w-]+){{0,2}}? (?:draws|rounds)\b|{_WHOLE}(?= ?[,.;)])")
_THEM = compiled(r" of (?:them|these|those|its|their)\b")
_LOOSE = compiled(
    rf"\b(?:not|never|about|around|nearly|almost|some|over|under|at least|at most|more than|less than|fewer than|up to|but|except|other|another|next|last|first|{SUPPOSED}|of|the|its|all|these|those|their|every|[a-z]+'s) (?:for )?$"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the numbers of draws of a sentence that a day of the week is said of."""
    if passage.is_question or VAGUE.search(passage.text) or PROVINCIAL.search(passage.text):
        return
    for number in passage.numbers:
        day = day_of(passage, number)
        if day and not _LOOSE.search(passage.text, max(0, number.start - 20), number.start):
            yield from _judged(passage, until(record, passage.day), number, WEEKDAYS.index(day))


def day_of(passage: Passage, number: NumberMention) -> str:
    """Return the day of the week on which as many draws as a number says are said to have been held; else nothing."""
    if number.role not in (Role.DRAWS, Role.UNKNOWN) or not 1 < number.value <= MOST:
        return ""
    match: re.Match[str] | None = _ON.match(passage.text, number.end) or _NAMED.match(
        passage.text, number.end
    )
    if match is None and _OF_DRAWS.match(passage.text, number.end):
        match = _BEFORE.search(passage.text, 0, number.start)
    return "" if match is None else next(word for word in match.groups() if word)


def _judged(
    passage: Passage, known: Sequence[Draw], number: NumberMention, weekday: int
) -> Iterator[Finding]:
    own, topic = widened(passage.slugs, known), widened(passage.topic, known)
    others = frozenset(draw.category for draw in known) - {"pnp"}
    kinds = [own] if own else [frozenset[str](), topic, others]
    if topic and not own and _THEM.match(passage.text, number.end):
        kinds = [topic, frozenset[str](), others]
    found = [sets_of(passage, known, kind, later=False) for kind in kinds]
    told = bool(found[0].stated or passage.earlier or passage.context)
    sets = [[draw for draw in among if draw.date.weekday() == weekday] for one in found for among in one.all]
    right = next((draws for draws in sets if len(draws) == number.value), None)
    if right is not None or (told and sets):
        meant = sets[0] if right is None else right
        yield said(passage, number.start, number.end, number.value, meant, rows_of(*meant[:12]), 0.8)
