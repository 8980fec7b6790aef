"""Figures that no draw had which may be meant: they are wrong, whichever of the draws the words are about. Pure: no Django."""

from datetime import timedelta

from articles.facts.model import Record
from articles.facts.reading import CategoryMention, DateMention, NumberMention, Reading
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.patterns import compiled, small
from articles.facts.statements import Figure, Statement, What, statements
from articles.facts.statements.clauses import FIGURES
from articles.facts.statements.record import is_of_type
from articles.references import gettext_noop

from .doubts import is_of_day, is_somebodys, is_told_beside

WRONG = gettext_noop(
    "No draw that this may be about had this figure. Draw %(number)s of %(date)s had %(expected)s."
)

# Draws of other types that may be meant were held so many days before the article or the time that is told of.
AROUND = timedelta(days=500)
# Cut-offs of a type are no farther than this below and above those that it had.
BEYOND = 40
# So far before a sentence the type may have been named.
_BEFORE = 700
_OWN = hedged(
    "i|i'm|my|me|mine|we|our|you|your|yours|he|his|she|her|somebody|someone|anybody|anyone|who|whose|client|candidate with|points? for|adds?|worth|plus|nomination|average|median|mean|total|pool|profiles|percentile|instead|wrongly|no|below|above|under|over|past",
    "beyond|passed|topped|towards|reach|between|about|around|nearly|almost|roughly|some|than",
)


def is_of_none(reading: Reading, record: Record, said: Statement, figure: Figure) -> bool:
    """Whether a cut-off is that of no draw of the types that are spoken of, and of no other draw of the time around."""
    number = figure.mention
    draw = said.draw
    if (
        figure.what is not What.CUTOFF
        or not isinstance(number, NumberMention)
        or number.bound
        or draw is None
        or number.form == "short"
    ):
        return False
    text = small(reading.texts[number.part].text)
    begin, end = _clause(text, number.start, number.end)
    if _OWN.search(text, begin, end) or is_somebodys(text, number) or is_told_beside(reading, figure, draw):
        return False
    if is_of_day(record, number, draw):
        return False
    slugs = {
        mention.slug
        for mention in reading.between(number.part, max(0, number.start - _BEFORE), end)
        if isinstance(mention, CategoryMention)
    }
    if not slugs:
        return False
    slugs.add(draw.category)
    known = [one for one in record.draws if one.date <= reading.on]
    of_types = [one for one in known if any(is_of_type(one, slug) for slug in slugs)]
    days = {reading.on, draw.date} | {
        mention.first
        for mention in reading.between(number.part, max(0, number.start - _BEFORE), end)
        if isinstance(mention, DateMention)
    }
    around = [one for one in known if any(abs(one.date - day) <= AROUND for day in days)]
    own = [one.crs_cutoff for one in known if one.category == draw.category]
    return (
        all(number.value not in (one.crs_cutoff, one.invitations) for one in (*of_types, *around))
        and min(own) - BEYOND <= number.value <= max(own) + BEYOND
    )


def is_of_change(reading: Reading, record: Record, said: Statement, figure: Figure) -> bool:
    """Whether a figure is the one from which, or to which, that of a draw changed, and the other is right: "it swelled from 500 to 4,000"."""
    number = figure.mention
    if figure.what not in FIGURES:
        return False
    for one in statements(reading, record).all:
        if not one.figures:
            continue
        other = one.figures[0].mention
        first, last = sorted((number, other), key=lambda mention: mention.start)
        if (
            (other.part, one.compared) == (number.part, not said.compared)
            and one.figures[0].what is figure.what
            and one.figures[0].true
            and 0 < last.start - first.end <= _NEXT
            and _TO.fullmatch(reading.texts[number.part].text, first.end, last.start)
        ):
            return said.sure and one.sure
    return False


_NEXT = 20
_TO = compiled(r"(?: up| down)? to(?: just| only)? ")


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the words around a place, up to the next full stop or semicolon."""
    begin = max(text.rfind(mark, max(0, start - _BEFORE), start) for mark in (". ", ";", "\n", "? ", "! "))
    after = [
        place for mark in (". ", ";", "\n", "? ", "! ") if (place := text.find(mark, end, end + _BEFORE)) >= 0
    ]
    return max(begin + 1, start - _BEFORE, 0), min([len(text), end + _BEFORE, *after])
