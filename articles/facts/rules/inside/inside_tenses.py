"""Tenses against the day of an article: a future that is past. Pure: no Django."""

import re
from collections.abc import Iterator
from datetime import date

from articles.facts.model import Finding, Status
from articles.facts.reading import DateMention, Reading, Sentence
from articles.facts.rules.common.marking import mark
from articles.facts.rules.common.patterns import compiled
from articles.facts.statements import Statements
from articles.references import gettext_noop

_FUTURE = compiled(
    r"\b(?P<future>(?:will|is going to|are going to|is to|are to|is set to|are set to|is due to|are due to|is expected to|are expected to|is scheduled to|are scheduled to|plans to|'ll) (?:\w+ly )?(?:be\b|(?:have |also |then |soon )?\w+))\b"
)
_REPORTED = compiled(
    r"\b(?:said|says|announced|promised|predicted|expected that|wrote|told|had|were|if|when|whether|by|until|before|whoever|anyone|those|candidates|people|profiles|applicants|they|you|we|who|invited|applications?|valid|expires?|deadline|next)\b"
)

# "It will follow the one of 26 March", "the year of the 75, the cut-off of 13 February": another's day.
_APART = compiled(r"[;:]|, (?:and|but|so|which|who)\b|\b(?:of|from|since|after|than|like) (?:the )?$")
_NEXT_DRAW = compiled(r"\bnext(?= (?:[\w-]+ ){0,4}?(?:draws?|rounds?|one)\b)")
# "On Monday" may be the one to come; "last Monday" is past.
_BYGONE = re.compile(r"(?i)last|past|yesterday")
# "A day that nobody will have marked", "one that people will talk about".
_SUPPOSED = compiled(r"\b(?:that|which|who) (?:[\w'-]+ ){0,5}?(?:will|'ll)\b|\bwill have\b")
_OF_A_DRAW = compiled(
    r"\b(?:cut-?off|draw|round|it|which)\b(?: [\w,]+){0,5} (?P<future>will be|is going to be|is to be|will have|will become)\b"
)


# "They will invite nominees (955) and nurses (4,000)": with so many draws that were held, it is told of what is past.
_INVITES = compiled(
    r"\b(?P<future>(?:will|is to|are to|is going to|are going to) (?:invite|call|draw|be invited|be called|be drawn))\b"
)
_IF = compiled(r"\b(?:if|when|whether|would|said|says|announced|expected|again)\b")
TOLD = 2


def tense(reading: Reading, sentence: Sentence, said: Statements) -> Iterator[Finding]:
    """Judge a future tense with a day that is past on the article's."""
    text = reading.text(sentence).lower()
    match = _FUTURE.search(text)
    if match is None:
        return
    known = [draw.date for draw in said.draws(sentence)]
    days = [
        m
        for m in reading.within(sentence)
        if isinstance(m, DateMention)
        and m.precision in ("day", "days")
        and (
            not m.relative
            or _BYGONE.search(reading.texts[m.part].text, m.start, m.end)
            or any(m.may_hold(day) for day in known)
        )
    ]
    past = [day for day in days if _is_past(day, reading.on)]
    of = _OF_A_DRAW.search(text) if not days and not _REPORTED.search(text) else None
    held = [draw for draw in said.draws(sentence) if draw.date <= reading.on]
    if not of and not days and len(held) >= TOLD and not _IF.search(text):
        of = _INVITES.search(text)
    if of and held:
        yield mark(
            reading,
            sentence.part,
            sentence.start + of.start("future"),
            sentence.start + of.end("future"),
            Status.CONTRADICTED,
            gettext_noop("%(expected)s is past on the day of the article."),
            expected=held[0].date.isoformat(),
            confidence=0.7,
        )
        return
    if not past or len(past) != len(days) or _SUPPOSED.search(text, 0, match.end()):
        return
    mention = min(past, key=lambda day: abs(day.start - sentence.start - match.end()))
    at = mention.start - sentence.start
    before = at < match.start()
    between = text[mention.end - sentence.start : match.start()] if before else text[match.end() : at]
    if len(between) > 60 or _APART.search(between):
        return
    excuses = [text[: match.start()], "" if before else between]
    if any(mention.may_hold(draw.date) for draw in held):
        # On its own day "the next draw" was held, whatever "the next year" may bring.
        excuses = [_NEXT_DRAW.sub("", excuse) for excuse in excuses]
    if any(_REPORTED.search(excuse) for excuse in excuses):
        return
    start = sentence.start + match.start("future")
    yield mark(
        reading,
        sentence.part,
        start,
        sentence.start + match.end("future"),
        Status.CONTRADICTED,
        gettext_noop("%(expected)s is past on the day of the article."),
        expected=mention.first.isoformat(),
        confidence=0.75,
    )


def _is_past(mention: DateMention, on: date) -> bool:
    """Whether a day is past in every way to read it."""
    return mention.last < on and (mention.has_year or all(last < on for _first, last in mention.others))
