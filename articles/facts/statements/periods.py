"""Times of several days that a sentence speaks of, and the years that its text does."""

import re
from collections.abc import Sequence
from datetime import date

from articles.facts.reading import DateMention, Reading, Sentence

from .clauses import Token
from .model import What

# Periods behind these words are not when the draws were held that a sentence names.
_SINCE = re.compile(
    r"\b(?:since|until|before|after|than\s+in|than\s+any\s+in|by|list\s+of|from)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+)?\Z",
    re.IGNORECASE,
)
# Another time is nearer than one beyond a comma, unless it is this much further away.
_COMMA = 40


def of_sentence(reading: Reading, sentence: Sentence) -> list[DateMention]:
    """Return the times of several days in which a sentence says that draws were held."""
    text = reading.texts[sentence.part].text
    return [
        mention
        for mention in reading.within(sentence)
        if isinstance(mention, DateMention)
        and not mention.is_day
        and not is_since(text, sentence.start, mention)
    ]


def is_since(text: str, start: int, mention: DateMention) -> bool:
    """Whether the words before a time of a sentence that begins at `start` say that it bounds what is told of."""
    return _SINCE.search(text, max(start, mention.start - 40), mention.start) is not None


def of_piece(
    reading: Reading, periods: Sequence[DateMention], piece: Sequence[Token]
) -> tuple[date, date] | None:
    """Return the one of these times that stands nearest to a piece; two that are joined are one."""
    own = [item for token in piece if token.what is What.PERIOD for item in token.items]
    if len(own) == 1 and isinstance(own[0], DateMention):
        return own[0].first, own[0].last
    start, end = piece[0].start, piece[-1].end
    periods = [period for period in periods if _is_free(reading, period, start, end)]
    if not periods:
        return None
    if len(periods) == 2 and periods[1].start - periods[0].end <= len(" and "):
        return periods[0].first, periods[1].last
    near = min(periods, key=lambda period: _distance(reading, period, start, end))
    return near.first, near.last


def _is_free(reading: Reading, period: DateMention, start: int, end: int) -> bool:
    """Whether a time is not said of a figure outside of these bounds: "up from 472 in September"."""
    text = reading.texts[period.part].text
    figure = _IN.search(text, max(0, period.start - 30), period.start)
    return figure is None or start <= figure.start() < end


_IN = re.compile(
    r"\b\d[\d,]*(?:\s+points)?\s+(?:in|of|at\s+the\s+(?:beginning|start|end)\s+of)\s+(?:early\s+|late\s+|mid-)?\Z",
    re.IGNORECASE,
)


def _distance(reading: Reading, period: DateMention, start: int, end: int) -> int:
    first, last = (end, period.start) if period.start >= end else (period.end, start)
    between = reading.texts[period.part].text[first:last]
    return len(between) + (_COMMA if "," in between or ";" in between else 0)


def years(reading: Reading, place: int, sentence: Sentence) -> list[int]:
    """Return the years spoken of, those of the sentence first, then of its headings, then of the article's day."""
    above = [reading.blocks[heading] for heading in reversed(reading.headings(place))]
    above += [block for block in reading.blocks[:1] if block.part != sentence.part]
    spoken = [
        mention.first.year
        for where in (reading.within(sentence), *(reading.within(block) for block in above))
        for mention in where
        if isinstance(mention, DateMention) and mention.precision == "year"
    ]
    return list(dict.fromkeys([*spoken, reading.on.year, reading.on.year - 1]))
