"""Statements that are of another draw than was understood: the words that say which one is meant are weighed once more. Pure: no Django.

The day may be the one word that is wrong, where type and figures are those of another draw near it; or the figures are, where a draw is
called the latest and its day is right; and "the later round" is the later one of the two that were told of just before.
"""

from dataclasses import replace
from datetime import timedelta

from articles.facts.model import Draw, Record
from articles.facts.reading import CategoryMention, DateMention, Mention, NumberMention, Reading, Role
from articles.facts.statements import Figure, Statement, Verdict, What
from articles.facts.statements.clauses import FIGURES
from articles.facts.statements.fitting import says

# A day that is wrong is no farther than this from the one of the draw that all else is right of.
NEAR_DAY = timedelta(days=14)
# So much has to be right of another draw, and nothing of the one of the day.
LEAST_RIGHT = 2
# The two that "the later" is said of were told of in so many characters before.
TOLD = 400
LEAST = 60


def restated(reading: Reading, record: Record, said: Statement) -> Statement:
    """Return a statement with the draw that it is rather about."""
    if said.draw is None or said.verdict not in (Verdict.KNOWN, Verdict.NO_DRAW):
        return said
    draw = _of_other_day(reading, record, said, said.draw)
    if draw is None:
        return said
    own = (_role_of(figure, draw) for figure in said.figures)
    figures = tuple(replace(figure, true=says(figure.what, figure.mention, draw)) for figure in own)
    return replace(said, draw=draw, figures=figures, verdict=Verdict.KNOWN, sure=True)


def _day(said: Statement) -> Mention | None:
    """Return the one day that is said, in so many words; none where a number of the draw stands beside it."""
    days = [figure.mention for figure in said.figures if figure.what is What.DATE]
    numbered = any(figure.what is What.NUMBER for figure in said.figures)
    if len(days) != 1 or numbered or not isinstance(days[0], DateMention) or days[0].relative:
        return None
    return days[0]


def _of_other_day(reading: Reading, record: Record, said: Statement, draw: Draw) -> Draw | None:
    """Return the draw near a day of which the type and a figure, or both figures, are right, where none is of the day's own."""
    day = _day(said)
    told = [figure for figure in said.figures if figure.what in (What.TYPE, *FIGURES)]
    if day is None or said.compared or not says(What.DATE, day, draw):
        return None
    if not any(figure.what is What.TYPE for figure in told):
        told += _types(reading, said, day, draw)
    if len(told) < LEAST_RIGHT:
        return None
    if any(figure.true for figure in told):
        return None
    ranked = [
        (sum(_is_right(figure, other) for figure in told), other)
        for other in record.draws
        if other is not draw and abs(other.date - draw.date) <= NEAR_DAY and other.date <= reading.on
    ]
    found = [other for right, other in ranked if right >= LEAST_RIGHT]
    return found[0] if len(found) == 1 else None


def _types(reading: Reading, said: Statement, day: Mention, draw: Draw) -> list[Figure]:
    """Return the one type that the sentence of a day names."""
    of_block = reading.sentences_of(said.block)
    sentence = next((one for one in of_block if one.start <= day.start < one.end), None)
    mentions = reading.within(sentence) if sentence is not None else ()
    named = [mention for mention in mentions if isinstance(mention, CategoryMention)]
    if len({mention.slug for mention in named}) != 1:
        return []
    return [Figure(What.TYPE, named[0], says(What.TYPE, named[0], draw))]


def _is_right(figure: Figure, draw: Draw) -> bool:
    return says(_role_of(figure, draw).what, figure.mention, draw)


def _role_of(figure: Figure, draw: Draw) -> Figure:
    """Return a figure as the one of the two figures of a draw that it is right of, where no word names it."""
    mention = figure.mention
    if figure.what in FIGURES and isinstance(mention, NumberMention) and mention.role is Role.UNKNOWN:
        right = [what for what in FIGURES if says(what, mention, draw)]
        return replace(figure, what=right[0]) if len(right) == 1 else figure
    return figure
