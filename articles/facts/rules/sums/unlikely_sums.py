"""Numbers of invitations that are wrong of one draw and right of several in a row, which other rules look at. Pure: no Django."""

import itertools
from dataclasses import replace
from datetime import timedelta

from articles.facts.model import Record
from articles.facts.reading import Mention, NumberMention, Reading
from articles.facts.statements import Figure, Statement, What, asked

# Draws of so many days before the article may be meant together by a number of invitations.
SUMMED = timedelta(days=45)
# A cut-off so many characters from a number is of the same draw.
BESIDE = 30


def without(reading: Reading, record: Record, said: Statement) -> Statement:
    """Leave out numbers that are wrong of one draw, which no day or number names, and right of several in a row."""
    kept = tuple(figure for figure in said.figures if not _is_sum(reading, record, said, figure))
    return said if len(kept) == len(said.figures) else replace(said, figures=kept)


def _is_sum(reading: Reading, record: Record, said: Statement, figure: Figure) -> bool:
    mention = figure.mention
    if figure.true or figure.what is not What.INVITATIONS or not isinstance(mention, NumberMention):
        return False
    if any(
        one.true and one.what is What.CUTOFF and _apart(one.mention, mention) <= BESIDE
        for one in said.figures
    ):
        # A cut-off beside it is of one draw.
        return False
    sentence = next(
        (one for one in reading.sentences_of(said.block) if one.start <= said.start < one.end), None
    )
    if sentence is not None and asked.of_one_draw(asked.before(reading, sentence)) is What.INVITATIONS:
        return False
    since = reading.on - SUMMED
    of_type = [draw for draw in record.draws if said.draw and draw.category == said.draw.category]
    for draws in (of_type, record.draws):
        recent = [draw.invitations for draw in draws if since <= draw.date <= reading.on]
        for last in range(len(recent), 1, -1):
            sums = itertools.islice(itertools.accumulate(reversed(recent[:last])), 1, None)
            if int(mention.value) in sums:
                return True
    return False


def _apart(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end)
