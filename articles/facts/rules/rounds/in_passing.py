"""Figures of a draw that is told of in passing: by its month, "433; July had 436", or by its place, "its predecessor had 400".
Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import DateMention, NumberMention, Reading, Role
from articles.facts.rules.common import amounts, slipping
from articles.facts.rules.common.hearing import passages
from articles.facts.rules.common.hedging import FORESEEN, SUPPOSED
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import MONTH_NAMES
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.rules.common.speaking import PROVINCIAL
from articles.facts.statements import What, statements
from articles.facts.statements.fitting import fits
from articles.facts.statements.record import is_of_type
from articles.references import gettext_noop

RULE = "rounds"

AGREES = gettext_noop("Draw %(number)s of %(date)s: %(value)s, as in the record.")
WRONG = gettext_noop("Draw %(number)s of %(date)s had %(value)s.")

# No cut-off was ever higher, and smaller numbers count other things.
MOST_CUTOFF, LEAST = 950, 50
# A cut-off that is wrong, and not by a slip, is no farther than this from the right one.
CLOSE = 40
# A number of invitations that is wrong is within this ratio of the right one.
RATIO = 5
# A month that is wrong is within so many days of the right one.
NEAR = timedelta(days=100)
_ROLES = (Role.UNKNOWN, Role.INVITATIONS, Role.CUTOFF)

_HAD = (
    r"(?:(?:had|has|have|was|were|is|took|taken|saw|seen|brought|gave|given|got|drew|called|invited|stood|stopped|closed|ended|come|came|gone|went|fallen|fell|risen|rose|asked|needed|demanded|"
    r"required|reached|been|at|to|for|with|out|down|up|of|as low as|as high as|only|just|even|still|once|again|already|also|another|a|an|the|no more than|it|they|that|this|there|he|she|one|"
    r"category|class|line|bar|mark|cut-?off|cut off|score|threshold|limit|figure|number|size|lowest|crs|needed|you) )*"
)
# "In February it had been 476", "July had 436", "and in June? 3,500".
_MONTH_FIRST = compiled(rf"(?:'s|,|:)? ?[(]?{_HAD}[(]?")
# "From 504 in June", "4,000 in March".
_MONTH_LAST = compiled(r"(?: (?:points|invitations|people|candidates))?,? (?:in|of) (?:early |late |mid-)?")
_IN = compiled(
    r"(?:^|\b(?:in|for|and|but|while|early|late|that of|those of|the one of) |[.,;:(\"“‘'] ?|mid-)$"
)
_MONTH = compiled(rf"\b(?:{MONTH_NAMES})\b")
_OF_SEVERAL = compiled(
    r"(?:and|or|to|from|between|than|since|by|until|before|after|not) (?:in |of )?$|\b(?:between|from|since|until|by|before|after|not|no|than) (?:the |early |late |mid-)?$"
)
_LOOSE = compiled(
    rf"\b(?:{SUPPOSED}|{FORESEEN}|average\w*|total\w*|altogether|together|in all|combined|sum|each(?! time)|both|per cent|percent|rumou?r\w*|said to|reportedly|"
    r"survey\w*|poll|my|i|his|her|your|lowest|highest|largest|smallest|biggest|record|between|more|fewer|less|not (?:in|at|during)|the same|you (?:were|had|have|are|missed)|or)\b|%"
)

_PREDECESSOR = compiled(
    r"\b(?:its|their|the) predecessor\b|\bthe (?:one|draw|round) (?:just |right |immediately )?before(?: (?:it|that|this|them))?(?= ?(?:,|had|was|took|went|saw|closed|stopped|ended|invited|only|at|with|[0-9]))"
    r"|\b(?:that|its|this) (?:previous|preceding|earlier|prior) (?:one|draw|round)\b|\bthe (?:last|previous) one before (?:it|that|this)\b"
)
# Between the words for the draw before and its figure.
_TO_FIGURE = compiled(
    rf"(?:,? (?:held |drawn )?(?:in|on|of) (?:the )?[\w ]{{3,22}},?)?,? ?(?:(?:was|had been) (?:also )?(?:much |far |a little |slightly )?(?:smaller|larger|bigger|lower|higher|harder|easier): |{_HAD})"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A number and the draws that it may be of, the one that is meant first; `named`: the sentence says of which type."""

    number: NumberMention
    draws: Sequence[Draw]
    named: bool
    month: DateMention | None = None


def find(reading: Reading, record: Record) -> Iterator[Finding]:
    """Judge figures told of the one draw of a type in a month, and of the draw before another."""
    read = {
        (reading.name(figure.mention), figure.mention.start)
        for said in statements(reading, record).all
        for figure in said.figures
        if figure.true and figure.what in (What.INVITATIONS, What.CUTOFF)
    }
    for passage in passages(reading, record):
        if passage.is_outside or PROVINCIAL.search(passage.text) or not passage.numbers:
            continue
        for told in (*_of_months(passage, record), *_before(passage, record)):
            place = (passage.part, passage.start + told.number.start)
            if place not in read:
                read.add(place)
                yield from _judged(passage, record, told)


def _of_months(passage: Passage, record: Record) -> Iterator[_Told]:
    slugs = frozenset(passage.slugs) - GENERIC
    slugs = slugs or frozenset(passage.topic) - GENERIC
    if len(slugs) != 1 or (passage.is_title and not passage.slugs):
        return
    beside = [(month, number) for month in passage.dates if (number := _beside(passage, month)) is not None]
    beside = [
        (month, number)
        for month, number in beside
        if not _LOOSE.search(passage.text, *_clause(passage, month, number))
    ]
    for month, number in beside:
        if month.precision != "month" or month.relative:
            continue
        of_type = [
            draw
            for draw in record.draws
            if draw.date <= passage.day and month.holds(draw.date) and is_of_type(draw, next(iter(slugs)))
        ]
        if len(of_type) != 1:
            continue
        others = [draw for draw in record.draws if draw.date <= passage.day and month.may_hold(draw.date)]
        yield _Told(number, [*of_type, *others], bool(passage.slugs), month)


def _clause(passage: Passage, month: DateMention, number: NumberMention) -> tuple[int, int]:
    """Return the bounds of the words around a month and its number, between marks."""
    start, end = min(month.start, number.start), max(month.end, number.end)
    before = max(passage.text.rfind(mark, 0, start) for mark in ";.:?!")
    after = [place for mark in ";:?!" if (place := passage.text.find(mark, end)) >= 0]
    return before + 1, min([len(passage.text), *after])


def _beside(passage: Passage, month: DateMention) -> NumberMention | None:
    """Return the number that is said of a month, None where several months are spoken of."""
    text = passage.text
    if _OF_SEVERAL.search(text, 0, month.start):
        return None
    for number in passage.numbers:
        if not _may_be_figure(number):
            continue
        if number.start >= month.end and _IN.search(text, 0, month.start):
            if _MONTH_FIRST.fullmatch(text, month.end, number.start):
                return number
        elif number.end <= month.start and _MONTH_LAST.fullmatch(text, number.end, month.start):
            return number
    return None


def _may_be_figure(number: NumberMention) -> bool:
    return (
        number.role in _ROLES
        and number.value >= (LEAST if number.form != "words" else 2 * LEAST)
        and not number.bound
        and number.value == int(number.value)
    )


def _before(passage: Passage, record: Record) -> Iterator[_Told]:
    for match in _PREDECESSOR.finditer(passage.text):
        number = next(
            (
                one
                for one in passage.numbers
                if match.end() <= one.start
                and _may_be_figure(one)
                and _TO_FIGURE.fullmatch(passage.text, match.end(), one.start)
            ),
            None,
        )
        if number is None or _LOOSE.search(passage.text[number.end : number.end + 30]):
            continue
        known = [draw for draw in record.draws if draw.date <= passage.day]
        own = [
            draw
            for draw in passage.draws
            if draw not in passage.compared and passage.places.get(draw, 0) < match.start()
        ]
        if not own and _MONTH.search(passage.text, 0, match.start()):
            # "The one of December was 386 and the one before that 354": of a draw that is told of by its time alone.
            continue
        spoken = own[-1:] or passage.before[:2]
        meant = [
            before
            for draw in spoken
            if (
                before := next(
                    (
                        one
                        for one in reversed(known)
                        if one.sequence < draw.sequence and one.category == draw.category
                    ),
                    None,
                )
            )
        ]
        if meant:
            last = [one for one in known if one.sequence < spoken[0].sequence][-1:]
            yield _Told(number, [*meant, *passage.before[:3], *last], True)


def _judged(passage: Passage, record: Record, told: _Told) -> Iterator[Finding]:
    number, draw = told.number, told.draws[0]
    meant = [one for one in told.draws if _says(number, one)]
    if meant:
        yield _finding(passage, number, meant[0], Status.AGREES)
    elif (value := _expected(number, draw, told.named)) and not _is_sum(number, told.draws):
        if (
            told.month is not None
            and told.month in passage.dates
            and _is_of_another_month(number, draw, record)
        ):
            # As well the month may be what is wrong.
            number = replace(
                number,
                start=min(number.start, told.month.start),
                end=max(number.end, told.month.end),
            )
        yield _finding(passage, number, draw, Status.CONTRADICTED, value)


def _is_of_another_month(number: NumberMention, draw: Draw, record: Record) -> bool:
    return any(
        other.category == draw.category and abs(other.date - draw.date) <= NEAR and _says(number, other)
        for other in record.draws
    )


def _says(number: NumberMention, draw: Draw) -> bool:
    return any(
        number.role in (role, Role.UNKNOWN) and fits(number, actual)
        for role, actual in ((Role.INVITATIONS, draw.invitations), (Role.CUTOFF, draw.crs_cutoff))
    )


def _is_sum(number: NumberMention, draws: Sequence[Draw]) -> bool:
    """Whether a number is that of all draws of a month together."""
    return number.role is not Role.CUTOFF and number.value == sum(
        draw.invitations for draw in dict.fromkeys(draws)
    )


def _expected(number: NumberMention, draw: Draw, named: bool) -> int | None:
    """Return the figure of a draw that a wrong number is meant to be; None where that is not clear."""
    value = int(number.value)
    if number.role is not Role.INVITATIONS and value <= MOST_CUTOFF:
        if abs(value - draw.crs_cutoff) <= CLOSE or slipping.is_slip(value, draw.crs_cutoff):
            return draw.crs_cutoff
        if number.role is Role.CUTOFF:
            return draw.crs_cutoff if named else None
    if number.role is Role.CUTOFF:
        return None
    if slipping.is_slip(value, draw.invitations):
        return draw.invitations
    is_like = value * RATIO > draw.invitations and draw.invitations * RATIO > value
    return draw.invitations if is_like and (value > MOST_CUTOFF or number.role is Role.INVITATIONS) else None


def _finding(
    passage: Passage, number: NumberMention, draw: Draw, status: Status, value: int | None = None
) -> Finding:
    shown_as = passage.source[number.start : number.end]
    shown = f"{value:,}" if value is not None else shown_as
    return passage.finding(
        RULE,
        status,
        number.start,
        number.end,
        AGREES if value is None else WRONG,
        expected="" if value is None else shown,
        replacement=None if value is None else _written(value, shown_as),
        rows=rows_of(draw),
        confidence=0.85,
        params={"number": draw.number, "date": draw.date.isoformat(), "value": shown},
    )


def _written(value: int, like: str) -> str | None:
    """Write a figure as the words are written that it goes in place of; None for words that say more than a figure."""
    return None if " " in like and any(letter.isdigit() for letter in like) else amounts.written(value, like)
