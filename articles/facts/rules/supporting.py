"""What speaks for a draw beside the place of a figure in the text, so that a figure may be called wrong of it. Pure: no Django."""

from collections.abc import Sequence
from datetime import timedelta

from articles.facts.model import Draw, Record
from articles.facts.reading import DateMention, NumberMention, Reading
from articles.facts.statements import Figure, Statement, What, statements
from articles.facts.statements.fitting import says

from . import slipping

# A figure that is wrong of the draw spoken of may be that of another of its type in so long a time before the article.
ANOTHER = timedelta(days=400)
SAME_DAYS = timedelta(days=3)
# A cut-off that is wrong by no more points than this is likely that of the draw spoken of.
CLOSE = 10
# A day so many characters from a figure is that of its draw.
BESIDE = 25


def is_supported(reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw) -> bool:
    """Whether more than the place of a figure speaks for the draw: another figure, a slip of this one, or day and type."""
    mention = figure.mention
    if not isinstance(mention, NumberMention):
        return True
    actual = draw.crs_cutoff if figure.what is What.CUTOFF else draw.invitations
    if any(other.true and other.what in _FIGURES for other in said.figures):
        return True
    if slipping.is_slip(int(mention.value), actual) or (
        figure.what is What.CUTOFF and abs(mention.value - actual) <= CLOSE
    ):
        return True
    true = {other.what for other in said.figures if other.true}
    if {What.DATE, What.TYPE} <= true or What.NUMBER in true:
        return True
    if _is_of_another(reading, record, figure, draw):
        return _is_beside_others(reading, record, said, figure, draw, own=True)
    return _is_beside_others(reading, record, said, figure, draw) or _is_beside_day(reading, said, mention)


def _is_beside_others(
    reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw, *, own: bool = False
) -> bool:
    """Whether its sentence has a true figure of the same draw, or (unless `own`) two of others in a row with this one."""
    sentence = next(
        (one for one in reading.sentences_of(said.block) if one.start <= figure.mention.start < one.end), None
    )
    if sentence is None:
        return False
    around = [other for other in statements(reading, record).within(sentence) if other is not said]
    if any(other.draw is draw and _has_true(other, _FIGURES) for other in around):
        return True
    return not own and sum(_has_true(other, (figure.what,)) for other in around if not other.compared) > 1


def _has_true(said: Statement, kinds: Sequence[What]) -> bool:
    return any(figure.true and figure.what in kinds for figure in said.figures)


def _is_beside_day(reading: Reading, said: Statement, number: NumberMention) -> bool:
    """Whether a day, written in full, stands beside a figure with no other number between them."""
    for other in said.figures:
        day = other.mention
        if other.what is not What.DATE or not isinstance(day, DateMention) or day.relative or not other.true:
            continue
        first, last = sorted((day, number), key=lambda mention: mention.start)
        between = reading.texts[said.part].text[first.end : last.start]
        if len(between) <= BESIDE and not any(letter.isdigit() or letter in ";." for letter in between):
            return True
    return False


_FIGURES = (What.INVITATIONS, What.CUTOFF, What.TIE)


def _is_of_another(reading: Reading, record: Record, figure: Figure, draw: Draw) -> bool:
    """Whether a figure is that of another draw which may be meant: of the type, of the same days, or spoken of."""
    mention = figure.mention
    if not isinstance(mention, NumberMention) or figure.what not in (What.INVITATIONS, What.CUTOFF):
        return False
    spoken = statements(reading, record).article
    return any(
        (other.category == draw.category or abs(other.date - draw.date) <= SAME_DAYS or other in spoken)
        and min(reading.on, draw.date) - ANOTHER <= other.date <= reading.on
        and says(figure.what, mention, other)
        for other in record.draws
    )
