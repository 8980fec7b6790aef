"""Days in a sentence: of draws, of tie-breaks, and of other things."""

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.facts.reading import (
    DateMention,
    Mention,
)

from . import periods
from .clauses import Clause, Token, is_compared
from .model import What

# A day behind these words is not the day of a draw.
_OTHER_DAY = re.compile(
    r"\b(?:since|until|till|by|before|prior\s+to|as\s+of|effective|starting|beginning|announc\w+(?:\s+\w+){0,4}?|updated?|"
    r"published(?:\s+on)?|released|launched|introduced|amended|changed|expir\w+|deadline\s+(?:of|is|was)|born|dated|ended?|named(?:\s+\w+){0,4}?|"
    r"added|posted|confirmed|said|wrote|tabled|list\s+of|lists\s+of|in\s+force\s+(?:on|from|since)|pool\s+(?:of|on|as\s+of))\s+(?:on\s+|the\s+)?\Z",
    re.IGNORECASE,
)

# What is drawn at a day is a line.
_AT_DAY = re.compile(r"\bat\s+\Z", re.IGNORECASE)

_FROM_DAY = re.compile(r"\bfrom\s+(?:the\s+)?\Z", re.IGNORECASE)

_ONWARDS = re.compile(r"\s*+(?:to|until|till|through|on(?:wards?)?|forward)\b", re.IGNORECASE)

_OTHER_DAY_AFTER = re.compile(
    r"\s*+(?:announcement|list\b|lists\b|update|press\s+release|news\s+release|deadline|changes?\b|notice|instructions?\b)",
    re.IGNORECASE,
)

_TIE = re.compile(
    r"\b(?:tie-?\s?br(?:eak|oke)\w*|submitted(?:\s+\w+){0,6}?|profiles?\s+(?:submitted|created|entered|from|dated|older)|created|timestamp\w*|time\s+stamp)\b",
    re.IGNORECASE,
)

_OF_DRAW = re.compile(r"(?:'s)?\s+(?:[\w-]+\s+){0,3}(?:draw|round)\b", re.IGNORECASE)

_DRAW_OF = re.compile(
    r"\b(?:(?:draw|round)\s+(?:held\s+|dated\s+)?(?:of|on|from)|(?:invited|held|issued|drawn)\s+on)\s+(?:the\s+)?(?:\w+day,?\s+)?\Z",
    re.IGNORECASE,
)

# "Those with exactly that score must have been in the pool by 11 February", "whose profile was in by 15 February", "had to be from
# 15 June or earlier": until when a profile had to be there, without a word of a tie-break.
_IN_BY = re.compile(
    r"\b(?:profiles?|scores?|points?|those|ones?|candidates|last\s+of\s+(?:them|these|those)|whoever|everyone|everybody|cut-?\s?off)\b[^.;]{0,60}?"
    r"\b(?:be|been|was|were|is|are|entered|joined|went|came|come|got|reached|stood|arrived)\s+(?:already\s+)?(?:in\s+|into\s+|there\s+)?(?:the\s+pool\s+|its\s+queue\s+)?"
    r"(?:by|before|no\s+later\s+than|on\s+or\s+before)\s+(?:the\s+)?(?:\w+day,?\s+)?\Z",
    re.IGNORECASE,
)
_FROM_OR = re.compile(
    r"(?<!list\s)(?<!lists\s)(?<!version\s)(?<!rules\s)(?<!draws\s)(?<!rounds\s)(?<!draw\s)(?<!round\s)\b(?:from|of|dated|on)\s+(?:the\s+)?(?:\w+day,?\s+)?\Z",
    re.IGNORECASE,
)
_OR_EARLIER = re.compile(r"\s+(?:or|and)\s+(?:earlier|before|older)\b(?!\s+(?:that|the)\b)", re.IGNORECASE)

_SOMEBODYS = re.compile(r"\b(?:he|she|his|her|him|your|you|my|i)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:he|she|his|her|him|your|you|my|i|whose)\b", re.IGNORECASE)

_TIE_BEFORE = re.compile(
    r"\b(?:before|until|by|at|of|was|is|on|as|to|than|time|date|set)\s*+:?\s*+(?:on\s+|the\s+)?\Z|:\s*+\Z",
    re.IGNORECASE,
)


# A time of several days that may hold but one draw of a type.
_SHORT = frozenset(("month", "week"))


def of_date(clause: Clause, mention: DateMention) -> Iterator[Token]:
    if not mention.is_day:
        if mention.precision in _SHORT and not periods.is_since(clause.text, clause.start, mention):
            yield Token(
                What.PERIOD,
                mention.start,
                mention.end,
                (mention,),
                compared=is_compared(clause, mention.start),
            )
        return
    if _is_tie(clause, mention):
        yield Token(What.TIE, mention.start, mention.end, (mention,))
        return
    if is_told_of(clause, mention):
        yield replace(_day(clause, mention), compared=True)
    elif (
        _is_gone_on_about(clause, mention)
        or not is_other_day(clause, mention)
        and not (mention.relative and _is_turned(clause, mention))
    ):
        yield _day(clause, mention)


def is_told_of(clause: Clause, day: Mention) -> bool:
    """Whether what was drawn on a day that bounds a time is told behind it: "the first since 5 July, when 500 were invited"."""
    return (
        _SINCE.search(clause.text, max(clause.start, day.start - 20), day.start) is not None
        and _WHEN.match(clause.text, day.end, clause.end) is not None
    )


def _is_gone_on_about(clause: Clause, day: Mention) -> bool:
    """Whether what was drawn on a day that bounds a time is told in the next sentence: "None since 23 April. That one had 2,095"."""
    return (
        _SINCE.search(clause.text, max(clause.start, day.start - 20), day.start) is not None
        and _THAT_ONE.match(clause.text, day.end) is not None
    )


_THAT_ONE = re.compile(r"[.;]\s+(?:and\s+)?that\s+(?:one|draw|round)\b(?=[^.;\n]*\d)", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:the\s+one\s+of\s+|\w+day,?\s+)?\Z", re.IGNORECASE)
_WHEN = re.compile(r",?\s+when\b(?=[^.;]*\d)", re.IGNORECASE)


def _is_turned(clause: Clause, day: Mention) -> bool:
    """Whether a day is counted from something told behind it, and so is that of what is told of: "a day after the doctors"."""
    return (
        _TURNED.search(clause.text, day.start, day.end) is not None
        and _ENDS.match(clause.text, day.end, clause.end) is None
    )


_TURNED = re.compile(r"\b(?:after|before)\Z", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*(?:[,.;:)\u2013\u2014]|\Z|(?:and|in|with|at|had|was|were|it|there|ircc|went)\b)", re.IGNORECASE
)


def _day(clause: Clause, mention: DateMention) -> Token:
    return Token(
        What.DATE, mention.start, mention.end, (mention,), compared=is_compared(clause, mention.start)
    )


def is_other_day(clause: Clause, day: Mention) -> bool:
    """Whether the words beside a day say that something else than a draw was on it."""
    return (
        _OTHER_DAY.search(clause.text, max(clause.start, day.start - 60), day.start) is not None
        or _AT_DAY.search(clause.text, max(clause.start, day.start - 4), day.start) is not None
        or _OTHER_DAY_AFTER.match(clause.text, day.end) is not None
        or (
            _FROM_DAY.search(clause.text, max(clause.start, day.start - 12), day.start) is not None
            and _ONWARDS.match(clause.text, day.end) is not None
        )
    )


def _is_tie(clause: Clause, day: DateMention) -> bool:
    """Whether a day is that of a tie-break: it has a time, or stands behind words of profiles that were submitted."""
    text = clause.text
    if day.time:
        return True
    if _OF_DRAW.match(text, day.end) or _DRAW_OF.search(text, max(clause.start, day.start - 40), day.start):
        return False
    if _is_in_by(text, clause.start, day):
        return True
    spoken = _TIE.search(text, clause.start, day.start)
    if spoken is None or _OWN.search(text, spoken.end(), day.start):
        return False
    return _TIE_BEFORE.search(text, clause.start, day.start) is not None


def _is_in_by(text: str, start: int, day: DateMention) -> bool:
    """Whether a day is the last on which profiles had to be in the pool, whatever it is called."""
    if _OR_EARLIER.match(text, day.end) and _FROM_OR.search(text, max(start, day.start - 20), day.start):
        return True
    begin = max(start, day.start - 110)
    found = _IN_BY.search(text, begin, day.start)
    return found is not None and _SOMEBODYS.search(text, begin, day.start) is None
