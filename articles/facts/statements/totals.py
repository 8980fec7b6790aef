"""Numbers of invitations that are of several draws together."""

import re

from articles.facts.reading import (
    DateMention,
    Mention,
    NumberMention,
    Role,
)

from .clauses import Clause

_TOTAL = re.compile(
    r"\b(?:in\s+total|totals|totall?ed|totall?ing|altogether|combined|sum|together|between\s+them|in\s+all|overall|so\s+far|(?:up\s+to|until)\s+now|thus\s+far|to\s+date|cumulative\w*|"
    r"year-to-date|across|average\w*|added\s+up|adding\s+up|over\s+the\s+(?:week|month|year|period|summer|four|three|two|five|six)|"
    r"both|all\s+(?:two|three|four|five|six|\d+))\b",
    re.IGNORECASE,
)

_IN_DRAWS = re.compile(
    r"[^.;:()]{0,60}?\b(?:in|over|across|through|during|from|between|with|by)\s+(?:the\s+|these\s+|those\s+|all\s+|its\s+|a\s+total\s+of\s+|just\s+)*(?:[\w-]+\s+){0,4}?(?:draws|rounds)\b"
    r"|[^.;:()]{0,30}?\b(?:in|over|during)\s+(?:the\s+|a\s+|one\s+)?(?:single\s+)?(?:week|month|year|half|quarter|summer|days)\b",
    re.IGNORECASE,
)

# "In August, 2,500 were invited at 470": with a cut-off beside it, a number is one draw's.
_AT_CUTOFF = re.compile(r"[^;]*?\d[^;.]{0,30}\b(?:at|with(?:\s+at\s+least)?)\s+\d{2,3}\b(?!,)")

_ONE_DRAW = re.compile(
    r"(?<!all )(?<!most )(?<!many )\b(?:draw|round|tirage|ronde|predecessor|forerunner)\b", re.IGNORECASE
)
# "The first, in August, invited 1,500": one of the draws told of.
_ONE_OF_TOLD = re.compile(
    r"\bthe\s+(?:first|second|third|fourth|fifth|sixth|last|latest|former|latter|other|one)\b(?!\s+(?:half|quarter|weeks?|months?|days?|time|two|three|four|five|six|third)\b)",
    re.IGNORECASE,
)

_OF_PERIOD = re.compile(
    r"\b(?:week|month|year|quarter|summer|spring|autumn|fall|winter|20\d\d|January|February|March|April|May|June|July|August|September|October|November|December)'s\s+\Z"
)


def is_total(clause: Clause, mention: NumberMention) -> bool:
    text = clause.text
    start, end = _bounds(text, clause, mention)
    if is_one_of(clause):
        return False
    several = any(
        isinstance(other, NumberMention) and other.role is Role.DRAWS and other.value > 1
        for other in clause.reading.between(clause.part, start, mention.start)
    )
    return bool(
        several
        or _ends_list(clause, mention)
        or _is_of_period(clause, start, end)
        or _OF_PERIOD.search(text, start, mention.start)
        or _TOTAL.search(text, start, mention.start)
        or _TOTAL.search(text, mention.end, end)
        or _IN_DRAWS.match(text[mention.end : end])
    )


def is_one_of(clause: Clause) -> bool:
    """Whether a sentence has as many numbers of invitations as it, or what is told before, says that there were draws: "two draws,
    of 8,000 and 6,000"."""
    numbers = [
        mention
        for mention in clause.reading.between(clause.part, clause.start, clause.end)
        if isinstance(mention, NumberMention)
    ]
    told = [
        number.value for number in numbers if number.role in (Role.DRAWS, Role.TIMES) and number.value > 1
    ]
    listed = [
        number
        for number in numbers
        if number.role in (Role.INVITATIONS, Role.UNKNOWN) and number.value >= 50 and number.form != "words"
    ]
    return len(listed) in told or (
        1 < clause.told == len(listed) and _THEY.match(clause.text, clause.start, clause.end) is not None
    )


_THEY = re.compile(
    r"\W*(?:they|these|those|sizes|the\s+(?:two|three|four|five|six|rounds|draws|sizes|numbers))\b",
    re.IGNORECASE,
)


def _ends_list(clause: Clause, mention: NumberMention) -> bool:
    """Whether a number behind a colon or dash adds up those before it: "700, 500 and 1,500 were invited: 2,700"."""
    if clause.text[clause.start : mention.start].rstrip()[-1:] not in (":", "\u2013", "\u2014"):
        return False
    before = clause.reading.between(clause.part, clause.start, mention.start)
    return sum(isinstance(other, NumberMention) and other.role is Role.INVITATIONS for other in before) > 1


def _is_of_period(clause: Clause, start: int, end: int) -> bool:
    """Whether words speak of a week, a month, or a year, and of no one draw in it."""
    days = [day for day in clause.reading.between(clause.part, start, end) if isinstance(day, DateMention)]
    return (
        _AT_CUTOFF.match(clause.text, start, end) is None
        and any(not day.is_day for day in days)
        and not any(day.is_day for day in days)
        and _ONE_DRAW.search(clause.text, start, end) is None
        and not (clause.told and _ONE_OF_TOLD.search(clause.text, start, end))
    )


def _bounds(text: str, clause: Clause, mention: Mention) -> tuple[int, int]:
    start = max(text.rfind(mark, clause.start, mention.start) for mark in (";", "(", ":"))
    after = [place for mark in (";", ")", ": ") if (place := text.find(mark, mention.end, clause.end)) >= 0]
    after += [
        other.start
        for other in clause.reading.between(clause.part, mention.end, clause.end)
        if isinstance(other, NumberMention)
        and other.role in (Role.INVITATIONS, Role.UNKNOWN)
        and other.value >= 50
    ][:1]
    if apposed := _APPOSED.search(text, mention.end, clause.end):
        after.append(apposed.start())
    asides = [aside.end() for aside in _ASIDE.finditer(text, max(clause.start, start), mention.start)]
    return max(clause.start, start, *asides), min([clause.end, *after])


# "The French round, the largest to date, took 8,500": what stands between commas says nothing of the number.
_ASIDE = re.compile(
    r",\s+(?:the|its|their|a)\s+(?:[\w-]+\s+){0,3}?(?:lowest|highest|largest|smallest|biggest|first|last|latest|only|second|third|fourth|fifth|record)\b[^,.;:()\d]{0,80},",
    re.IGNORECASE,
)


# "Stopped at 413, the lowest of any round to date": of what a figure is the lowest, and no sum.
_APPOSED = re.compile(
    r",\s+(?:the|its|a)\s+(?:[\w-]+\s+)?(?:lowest|highest|largest|smallest|biggest|most|fewest|record)\b",
    re.IGNORECASE,
)
