"""The days between which no draw of a type was held: "from 21 March to 8 August there was not one". Both are days of draws, and the
second is that of the next one. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from articles.facts.model import Draw
from articles.facts.reading.mentions import DateMention
from articles.facts.rules.common.hedging import FORESEEN, SUPPOSED
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled

# A bound that is wrong is no farther than this from the right one.
NEAR = timedelta(days=70)

_BEGINS = compiled(r"\b(?:between|from) (?:the )?(?:[a-z]+day,? )?$")
_TO = compiled(r"(?:,? [0-9]{4},?)? (?:and|to|until|till) (?:the )?(?:[a-z]+day,? )?")
_BETWEEN = compiled(r",? (?:and|to|until|till) (?:the )?| ?[-\u2013\u2014] ?")
_PAUSE = compiled(
    r"\b(?:nothing|not one|not a single|no|none|paus\w+|gap|silence|break|lull|drought|dry spell|without|waited|wait|rien)\b"
)
_OTHERS = compiled(
    rf"\b(?:announc\w*|lists?|publish\w*|rules?|pool|profiles?|office|closed|{SUPPOSED}|{FORESEEN}|more than|fewer|average|each)\b"
)


def bounds(passage: Passage) -> tuple[DateMention, DateMention] | None:
    """Return the two days between which a sentence says that nothing was held."""
    text = passage.text
    if not _PAUSE.search(text) or _OTHERS.search(text):
        return None
    for time in passage.dates:
        # "Between 21 March and 8 July" is one mention of days.
        between = _BETWEEN.search(text, time.start, time.end) if time.precision == "days" else None
        if between and _BEGINS.search(text[: time.start]):
            return (
                replace(time, end=between.start(), last=time.first, precision="day"),
                replace(time, start=between.end(), first=time.last, precision="day"),
            )
    days = [day for day in passage.dates if day.is_day and not day.relative and not day.time]
    for first, last in zip(days, days[1:], strict=False):
        if _BEGINS.search(text[: first.start]) and _TO.fullmatch(text, first.end, last.start):
            return first, last
    return None


def wrong(pair: tuple[DateMention, DateMention], of_type: Sequence[Draw]) -> tuple[DateMention, Draw] | None:
    """Return the bound of a pause that is wrong, with the draw that is meant; `of_type` are the draws of the type in their order."""
    first, last = pair
    begun = [place for place, draw in enumerate(of_type) if first.may_hold(draw.date)]
    ended = [place for place, draw in enumerate(of_type) if last.may_hold(draw.date)]
    if len(begun) > 1 or len(ended) > 1 or not (begun or ended):
        return None
    if begun and ended:
        return _longer(pair, of_type[begun[0] : ended[0] + 1])
    if begun:
        day, place = last, begun[0] + 1
    else:
        day, place = first, ended[0] - 1
    if not 0 <= place < len(of_type) or abs(of_type[place].date - day.first) > NEAR:
        return None
    return day, of_type[place]


def _longer(pair: tuple[DateMention, DateMention], told: Sequence[Draw]) -> tuple[DateMention, Draw] | None:
    """Return the bound that has to be the one draw between two, so that the longer of the two pauses is left."""
    if len(told) != 3:
        return None
    first, between, last = told
    is_after = between.date - first.date > last.date - between.date
    return (pair[1] if is_after else pair[0]), between
