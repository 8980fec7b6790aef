"""What speaks for a draw beside the place of a figure in the text, so that a figure may be called wrong of it. Pure: no Django."""

from collections.abc import Sequence
from datetime import timedelta

from articles.facts.model import Draw, Record
from articles.facts.reading import (
    CategoryMention,
    DateMention,
    Mention,
    NumberMention,
    Reading,
    Role,
    Sentence,
)
from articles.facts.rules.common import slipping
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.facts.statements import Figure, Statement, What, statements
from articles.facts.statements.fitting import says
from articles.facts.statements.record import is_of_type

from . import carrying, doubts

# A figure that is wrong of the draw spoken of may be that of another of its type in so long a time before the article.
ANOTHER = timedelta(days=400)
SAME_DAYS = timedelta(days=3)
# A cut-off that is wrong by no more points than this is likely that of the draw spoken of.
CLOSE = 10
# A day so many characters from a figure is that of its draw.
BESIDE = 25
# Or a type: "6,000 CEC candidates".
FOLLOWING = 6
# What leads a block begins so few characters from its head.
LEADING = 6
# A month so many characters before a figure is when its draw was.
BEHIND_MONTH = 60
# One so near to it can be of no other, whatever draw has the figure.
CLOSE_BESIDE = 12


def is_supported(reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw) -> bool:
    """Whether more than the place of a figure speaks for the draw: another figure, a slip of this one, or day and type."""
    mention = figure.mention
    if not isinstance(mention, NumberMention) or doubts.is_in_row(reading, said):
        return True
    if _is_said_of_other(reading, record, said, figure, draw):
        return False
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
    if What.DATE in true and _is_of_topic(reading, said, mention, draw):
        return True
    if (
        _is_exchanged(reading, record, said, figure, draw)
        or _is_beside_month(reading, record, mention, draw)
        or (What.TYPE in true and _is_in_month(reading, record, said, mention, draw))
    ):
        return True
    if _is_beside_day(reading, said, mention, CLOSE_BESIDE) or carrying.is_carried(
        reading, record, said, figure, draw
    ):
        return True
    if _is_counted(reading, record, said, figure) or _is_of_block(reading, record, said, figure, draw):
        return True
    if _is_of_another(reading, record, figure, draw):
        return _is_beside_others(reading, record, said, figure, draw, own=True)
    return _is_beside_others(reading, record, said, figure, draw) or _is_beside_day(
        reading, said, mention, BESIDE
    )


def _is_beside_others(
    reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw, *, own: bool = False
) -> bool:
    """Whether its sentence has a true figure of the same draw, or (unless `own`) two of others in a row with this one."""
    sentence = _sentence_of(reading, said, figure.mention)
    if sentence is None:
        return False
    around = [other for other in statements(reading, record).within(sentence) if other is not said]
    if any(other.draw is draw and _has_true(other, _FIGURES) for other in around):
        return True
    return not own and sum(_has_true(other, (figure.what,)) for other in around if not other.compared) > 1


def _has_true(said: Statement, kinds: Sequence[What]) -> bool:
    return any(figure.true and figure.what in kinds for figure in said.figures)


def _is_exchanged(reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw) -> bool:
    """Whether a figure has changed places with that of another draw of its sentence."""
    sentence = _sentence_of(reading, said, figure.mention)
    return sentence is not None and any(
        other.what is figure.what
        and not other.true
        and one.draw is not None
        and one.sure
        and says(figure.what, figure.mention, one.draw)
        and says(figure.what, other.mention, draw)
        for one in statements(reading, record).within(sentence)
        for other in one.figures
    )


# "Physicians had three, with 891": all of them together.
_TOGETHER = compiled(rf"\b(?:{FEW})(?:,| so far,?| of them,?)? (?:with|for|bringing|totalling) $")
_SEASON = compiled(r"\b(?:spring|summer|autumn|winter)\b")
# Figures in a row go with draws in a row.
_ROW = compiled(r"\d(?:,| and|, and) $")
_ROW_ON = compiled(r"(?:,| and|, and) \d")
_RESPECTIVELY = compiled(r"\brespectively\b")


def _is_said_of_other(reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw) -> bool:
    """Whether the words beside a figure may as well say it of another draw: the type before it, a draw of the sentence whose figure it is and of which none is told otherwise."""
    mention = figure.mention
    text = reading.texts[mention.part].text
    sentence = _sentence_of(reading, said, mention)
    if sentence is None:
        return False
    types = [
        other
        for other in reading.between(mention.part, sentence.start, mention.start)
        if isinstance(other, CategoryMention)
    ]
    if _TOGETHER.search(text[sentence.start : mention.start].lower()):
        return True
    if _RESPECTIVELY.search(text, sentence.start, sentence.end):
        return bool(types) and not any(is_of_type(draw, one.slug) for one in types)
    named = any(other.what in (What.TYPE, What.DATE, What.NUMBER) for other in said.figures)
    followed = any(
        isinstance(other, CategoryMention)
        for other in reading.between(mention.part, mention.end, mention.end + FOLLOWING)
    )
    if not (named or followed) and (
        types and not is_of_type(draw, types[-1].slug) or _SEASON.search(text, sentence.start, mention.start)
    ):
        return True
    if _ROW.search(text, sentence.start, mention.start) or _ROW_ON.match(text, mention.end):
        return any(
            one.draw is not None and one.draw is not draw and says(figure.what, mention, one.draw)
            for one in statements(reading, record).within(sentence)
        )
    around = statements(reading, record).within(sentence)
    told = {one.draw for one in around if any(other.what is figure.what for other in one.figures)}
    return any(
        one.draw is not None
        and one.draw not in told
        and not one.compared
        and one.start < mention.start
        and says(figure.what, mention, one.draw)
        and any(other.true for other in one.figures)
        for one in around
    )


def _sentence_of(reading: Reading, said: Statement, mention: Mention) -> Sentence | None:
    return next(
        (one for one in reading.sentences_of(said.block) if one.start <= mention.start < one.end), None
    )


def _is_counted(reading: Reading, record: Record, said: Statement, figure: Figure) -> bool:
    """Whether a sentence tells of as many draws as it has such figures, each of another draw, and all others are right:
    "two draws, of 8,000 and 5,000"."""
    sentence = _sentence_of(reading, said, figure.mention)
    if sentence is None:
        return False
    told = [
        (one.draw, other.true)
        for one in statements(reading, record).within(sentence)
        if not one.compared
        for other in one.figures
        if other.what is figure.what
    ]
    counts = {
        number.value
        for number in reading.within(sentence)
        if isinstance(number, NumberMention) and number.role is Role.DRAWS
    }
    return (
        len(told) in counts
        and len({draw for draw, _true in told}) == len(told)
        and sum(not true for _draw, true in told) == 1
    )


def _is_of_block(reading: Reading, record: Record, said: Statement, figure: Figure, draw: Draw) -> bool:
    """Whether a block that a day leads tells of one draw only, and has another figure of it right."""
    block = reading.blocks[said.block]
    around = [one for one in statements(reading, record).within(block) if not one.compared]
    days = [other for other in reading.within(block) if isinstance(other, DateMention) and not other.time]
    return (
        bool(days)
        and days[0].start - block.start <= LEADING
        and all(day.may_hold(draw.date) for day in days)
        and all(one.draw is draw for one in around)
        and any(
            other.true and other.what in _FIGURES and other.what is not figure.what
            for one in around
            for other in one.figures
        )
    )


def _is_beside_day(reading: Reading, said: Statement, number: NumberMention, most: int) -> bool:
    """Whether a day, written in full, stands beside a figure with no other number between them."""
    for other in said.figures:
        day = other.mention
        if other.what is not What.DATE or not isinstance(day, DateMention) or day.relative or not other.true:
            continue
        first, last = sorted((day, number), key=lambda mention: mention.start)
        between = reading.texts[said.part].text[first.end : last.start]
        if (
            len(between) <= most
            and " and " not in between
            and not any(letter.isdigit() or letter in ";." for letter in between)
        ):
            return True
    return False


def _is_beside_month(reading: Reading, record: Record, number: NumberMention, draw: Draw) -> bool:
    """Whether a month that had no other draw of the type stands before a figure, with no other time or number between them:
    "in December the same category had stopped at 386"."""
    between = reading.between(number.part, max(0, number.start - BEHIND_MONTH), number.start)
    if not between or not isinstance(month := between[-1], DateMention) or month.precision != "month":
        return False
    text = reading.texts[number.part].text[month.end : number.start]
    of_type = [one for one in record.draws if one.category == draw.category and month.holds(one.date)]
    return (
        of_type == [draw] and not any(mark in text for mark in ".;:,(") and not _COMPARED.search(text.lower())
    )


def _is_of_topic(reading: Reading, said: Statement, number: NumberMention, draw: Draw) -> bool:
    """Whether a day stands right before a figure and the last type named before it is the draw's: "Two French draws: one on the 7th,
    with 2,300"."""
    day = next(figure.mention for figure in said.figures if figure.what is What.DATE)
    block = reading.blocks[said.block]
    types = [
        one
        for one in reading.between(number.part, block.start, number.start)
        if isinstance(one, CategoryMention)
    ]
    return (
        bool(types)
        and is_of_type(draw, types[-1].slug)
        and 0 < number.start - day.end <= BESIDE
        and not _COMPARED.search(
            reading.texts[number.part].text[max(block.start, day.start - BESIDE) : number.start].lower()
        )
    )


def _is_in_month(
    reading: Reading, record: Record, said: Statement, number: NumberMention, draw: Draw
) -> bool:
    """Whether the one month of a sentence, with its year, had no other draw of the type: "199, in a trades draw in May 2017"."""
    sentence = _sentence_of(reading, said, number)
    times = (
        [other for other in reading.within(sentence) if isinstance(other, DateMention)] if sentence else []
    )
    if len(times) != 1 or times[0].precision != "month" or not times[0].has_year:
        return False
    first, last = sorted((times[0], number), key=lambda mention: mention.start)
    if _COMPARED.search(reading.texts[number.part].text[first.end : last.start].lower()):
        return False
    of_type = [one for one in record.draws if one.category == draw.category and times[0].holds(one.date)]
    return of_type == [draw]


_COMPARED = compiled(
    r"\b(?:than|from|over|below|above|under|since|until|average|by|up|down|more|fewer|less|previous|earlier)\b"
)

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
