"""Figures that nothing in the record explains but a slip: 3,030 for the 3,300 of the draw that is spoken of. Pure: no Django.

The other rules ask what a sentence says and hold that against the record. This one looks at what they left, and asks the other way
round: a number that is no figure of any draw that the text may speak of, and is that of one of them but for a digit, is a mistake.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import FORESEEN, SUPPOSED
from articles.facts.rules.common.late import Judged, sentences
from articles.facts.rules.common.partners import LEAST_BARE
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import around, compiled
from articles.facts.rules.common.slipping import is_slip
from articles.facts.rules.common.speaking import everything, widened
from articles.facts.rules.common.stretches import NOMINATION
from articles.facts.rules.comparisons import extreme_days
from articles.facts.rules.sums import sum_readings
from articles.facts.statements import What, statements
from articles.references import gettext_noop

from . import pinned
from .doubts import is_above_cutoff, is_somebodys

_OTHERS = compiled(
    rf"\b(?:pool|profiles?|average|mean|said to|reported(?:ly)? to|rumou?r\w*|unconfirmed|median|target\w*|goal|levels? plan|divid\w+|{SUPPOSED}|{FORESEEN}|estimat\w*|somebody|someone|anyone|anybody|worth|nomination|job offer|bonus|without|"
    r"bands?|fees?|sites?|observers|consultants?|dollars?|salary|years? old|your?|my|i|he|she|his|her|quebec)\b"
)
# "Then, it was 755": of the time that the sentence before names.
_THEN = compiled(r"^\W*(?:then|back then|at that time|at the time|before that)\b")
UNLIKE = gettext_noop("No draw that the text may speak of has this figure. Draw %(number)s had %(expected)s.")
# Smaller numbers are too often something else.
LEAST = {What.CUTOFF: 60, What.INVITATIONS: 100}
MOST_CUTOFF = 1200
# Sums are told with more digits: a slip is in one that has so many before its noughts.
LEAST_SUM = 1000
SIGNIFICANT = 3
# So many draws of a type and a time may be meant together.
FEW = 6
# So many last draws of a type may be meant where it is named beside a figure.
LAST = 3
# A figure may be of one of so many latest draws, or of one of its types in so long a time.
LATEST = 20
TIME = timedelta(days=800)


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge the figures that stand in none of the findings of other rules, but to say that a human is needed."""
    judged = Judged(found, (Status.AGREES, Status.CONTRADICTED))
    article = statements(reading, record).article
    ranked = {(one.part, one.params["figure"]) for one in found if one.message == extreme_days.OTHER}
    for passage in sentences(reading, record):
        if _THEN.search(passage.text):
            continue
        for number in passage.numbers:
            if _is_somebodys(passage, number) or _OTHERS.search(passage.text, *_clause(passage.text, number)):
                continue
            # The day beside it has been called wrong of it.
            if (passage.part, passage.source[number.start : number.end]) in ranked:
                continue
            if judged.is_free(passage, number.start, number.end) and not _adds_up(passage, record, number):
                yield from list(pinned.judged(passage, record, number)) or _judged(
                    passage, record, article, number
                )


# "With 440 the tie-break does not matter": nobody was invited in these words.
_WITH = compiled(r"^(?:[^:]{0,40}:)?\W*with (?:only |just )?$")


_ALONE = compiled(r"(?:\W*[a-z_]+\W*:)?\W*")
_HAS = compiled(r"\b(?:has|have|had) $")
_OF_DRAWS = compiled(
    r"\b(?:draws?|rounds?|categor\w+|class|cut-?offs?|candidates|nominees|speakers|it|they|which|each)\b"
)
_NUMBERED = compiled(r"\b(?:number|no[.]|first|last) $")


_BREAK = compiled(r"[;:()]| – | — |, (?:and|but|while|whereas|so|which|who|where)\b")


def _clause(text: str, number: NumberMention) -> tuple[int, int]:
    """Return the bounds of the words that go with a number."""
    return around(_BREAK, text, number.start, number.end)


def _is_somebodys(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is a person's, says which draw it is, or stands alone as an answer."""
    before = passage.text[: number.start]
    if str(int(number.value)) in {draw.number for draw in passage.draws} or _NUMBERED.search(before):
        return True
    if number.role is Role.POINTS and str(NOMINATION) in passage.text:
        # What is left of a cut-off without a nomination.
        return True
    if _ALONE.fullmatch(before) and not passage.text[number.end :].strip(" .!*"):
        return True
    return (
        is_somebodys(passage.text, number)
        or is_above_cutoff(passage, number)
        or _WITH.search(before) is not None
        or (_HAS.search(before) is not None and not _OF_DRAWS.search(before) and not passage.categories)
    )


def _adds_up(passage: Passage, record: Record, number: NumberMention) -> bool:
    """Whether a number is that of the draws named together, or of the last ones of a type: "three so far, with 891"."""
    if number.value == sum(draw.invitations for draw in passage.draws):
        return True
    types = widened((*passage.slugs, *passage.topic), record.draws)
    for slug in types:
        sizes = [
            draw.invitations for draw in record.draws if draw.category == slug and draw.date <= passage.day
        ]
        if number.value in list(accumulate(sizes[-FEW:][::-1]))[1:]:
            return True
    return False


def _judged(
    passage: Passage, record: Record, article: Sequence[Draw], number: NumberMention
) -> Iterator[Finding]:
    kinds = _kinds(number)
    if not kinds or amounts.hedge(passage.text, number.start, number.end) is not amounts.Hedge.EXACT:
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    if any(mention.is_day and _ends(record) < mention.first <= passage.day for mention in passage.dates):
        return
    spoken = _spoken(passage, known)
    if any(
        number.value in (draw.crs_cutoff, draw.invitations) for draw in _wide(passage, known, spoken, article)
    ):
        return
    of_type = _of_type(passage, number, known)
    typed = [draw for draw in spoken if draw in of_type] if _is_typed(passage, number) else []
    slips = _slips(number, kinds, typed) or _slips(number, kinds, spoken) or _slips(number, kinds, of_type)
    if What.INVITATIONS in kinds and number.value >= LEAST_SUM:
        if int(number.value) in _sums(known):
            return
        sums = {
            scope.invitations: scope
            for scope in reversed(everything(passage, record, number.start, number.end))
            if scope.count > 1
        }
        if number.value in sums:
            return
        for total, scope in sums.items():
            if not slips and _is_near(int(number.value), total):
                yield sum_readings.contradicted(passage, number, scope, 0.7)
                return
    if len(slips) == 1 and not pinned.is_bound(passage, number):
        (((what, _actual), draw),) = slips.items()
        yield pinned.of_draw(passage, number, what, draw, UNLIKE, 0.7)


def _slips(
    number: NumberMention, kinds: Sequence[What], draws: Sequence[Draw]
) -> dict[tuple[What, int], Draw]:
    """Return the figures of draws of which a number is a slip."""
    return {
        (what, pinned.FIGURES[what](draw)): draw
        for draw in reversed(draws)
        for what in kinds
        if is_slip(int(number.value), pinned.FIGURES[what](draw))
    }


def _sums(known: Sequence[Draw]) -> Iterator[int]:
    """Yield the sums of the latest draws, and of all of each type."""
    yield from accumulate(draw.invitations for draw in known[-LATEST:][::-1])
    totals: dict[str, int] = {}
    for draw in known:
        totals[draw.category] = totals.get(draw.category, 0) + draw.invitations
    yield from totals.values()


def _ends(record: Record) -> date:
    """Return the last day that the record knows of."""
    return record.complete_to or max((draw.date for draw in record.draws), default=date.min)


def _kinds(number: NumberMention) -> tuple[What, ...]:
    """Return the figures of a draw that a number may be."""
    if number.value != int(number.value) or number.form != "digits":
        return ()
    kinds = {
        Role.CUTOFF: (What.CUTOFF,),
        Role.INVITATIONS: (What.INVITATIONS,),
        Role.UNKNOWN: (What.INVITATIONS, What.CUTOFF),
        # "Stopped at 467 points": no smaller number is a cut-off where nothing calls it one, and a nomination adds 600.
        Role.POINTS: (What.CUTOFF,) if LEAST_BARE <= number.value != NOMINATION else (),
    }.get(number.role, ())
    return tuple(
        what
        for what in kinds
        if number.value >= LEAST[what] and (what is What.INVITATIONS or number.value <= MOST_CUTOFF)
    )


def _spoken(passage: Passage, known: Sequence[Draw]) -> list[Draw]:
    """Return the draws that a sentence surely speaks of, else those of its types and days, else the one before it."""
    own = list(dict.fromkeys((*passage.draws, *passage.compared)))
    types = widened(passage.slugs, known) or widened(passage.topic, known)
    for period in passage.periods:
        for span in period.spans[:1]:
            held = [draw for draw in known if draw.date in span]
            inside = [draw for draw in held if not types or draw.category in types] or held
            own += inside if len(inside) <= FEW else []
    if passage.slugs and not any(draw.category in types for draw in own):
        own += [draw for draw in known if draw.category in types][-1:]
    return list(dict.fromkeys(own)) or list(passage.before[:2])


def _of_type(passage: Passage, number: NumberMention, known: Sequence[Draw]) -> list[Draw]:
    """Return the last draws of the type that is named nearest to a number."""
    if not passage.slugs:
        return []
    types = pinned.types_of(passage, number, known)
    return [draw for draw in known if draw.category in types][-LAST:]


def _is_typed(passage: Passage, number: NumberMention) -> bool:
    """Whether a type is named in the clause of a number."""
    begin, end = _clause(passage.text, number)
    return any(begin <= mention.start < end for mention in passage.categories)


def _wide(
    passage: Passage, known: Sequence[Draw], spoken: Sequence[Draw], article: Sequence[Draw]
) -> Iterator[Draw]:
    """Yield all the draws that a figure may be of, however far from the sentence they are spoken of."""
    yield from (*spoken, *article, *passage.before, *known[-LATEST:])
    for table in passage.tables:
        yield from table
    types = widened((*passage.slugs, *passage.topic), known)
    own = widened(passage.slugs, known)
    since = passage.day - TIME
    yield from (
        draw for draw in known if draw.category in own or (draw.category in types and draw.date >= since)
    )


def _is_near(claimed: int, total: int) -> bool:
    """Whether a number is a sum but for a slip; round ones are too often something else."""
    return is_slip(claimed, total) and len(str(total).rstrip("0")) >= SIGNIFICANT
