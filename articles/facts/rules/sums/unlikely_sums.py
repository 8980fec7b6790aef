"""Numbers of invitations that are wrong of one draw and right of several in a row, which other rules look at. Pure: no Django."""

import itertools
from dataclasses import replace
from datetime import timedelta

from articles.facts.model import Record
from articles.facts.reading import NumberMention, Reading
from articles.facts.statements import Figure, Statement, What

# Draws of so many days before the article may be meant together by a number of invitations.
SUMMED = timedelta(days=45)


def without(reading: Reading, record: Record, said: Statement) -> Statement:
    """Leave out numbers that are wrong of one draw, which no day or number names, and right of several in a row."""
    kept = tuple(figure for figure in said.figures if not _is_sum(reading, record, said, figure))
    return said if len(kept) == len(said.figures) else replace(said, figures=kept)


def _is_sum(reading: Reading, record: Record, said: Statement, figure: Figure) -> bool:
    mention = figure.mention
    if figure.true or figure.what is not What.INVITATIONS or not isinstance(mention, NumberMention):
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
