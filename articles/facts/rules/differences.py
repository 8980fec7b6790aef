"""How far a figure is from another draw's: "eight points lower than the previous", "fell from 476 to 463". Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.references import gettext_noop

from . import amounts, certain_pairs, compared_times, elsewhere, ranks
from .elsewhere import FEW, Change, holds
from .moving import MOST_POINTS, clause, direction, is_moved, with_direction
from .passages import Passage, rows_of
from .patterns import compiled
from .subjects import pairs

RULE = "comparisons"

_SIZE = compiled(r"\b(?:invitations?|itas?|candidates|people|larger|smaller|bigger|fewer)\b")
_POINTS = compiled(r"\b(?:points?|cut-?offs?|cut off|scores?|crs|lower|higher)\b")
_SIZE_BESIDE = compiled(
    r"\b(?:invitations?|itas?|number|size)(?: (?:is|was|are|were|by|rose|fell|went|up|down))*+ $"
)
_ROW = compiled(r" (?:\w+ )?(?:in a row|running|straight|consecutive|times?|draws?|rounds?|in succession)\b")
_FEWER = compiled(r" (?:fewer|more|less)\b")
# "Healthcare gained eight: pharmacy technicians (32124) and" counts occupations.
_OF_LISTS = compiled(r"\b(?:occupations?|lists?|codes?|jobs?|professions?|noc)\b|\([0-9]{5}\)")
_POINTS_BEFORE = compiled(
    r"(?:\bpoints?,? (?:that is |which is |that's |or |so )?|\bcut-?off[^.;]{0,30}[0-9],? (?:that is |or |so )?)$"
)
_NOT_CHANGE = compiled(
    r"\b(?:average|mean|median|forecast|expect\w*|needs?|bonus|additional points|extra points|nominat\w*|job offer|french (?:adds|gives)|applicants? with|own score|your|my|she|he|her|his|misse[sd]|missing|short(?! of)|you'd|you're|i'm|gap between the (?:lowest|highest|easiest|hardest|largest|smallest)|worth|(?:line|row)s? of the table|can (?:carry|make|push|lift|help|move))\b"
)
# Two ends of a band; where the cut-off is said to move, they are times.
_BAND = compiled(r"\b(?:between (?:them|both|(?:\w+ )?and)|until|within)\b")

# What else is counted ("three more rounds", "one more category") is no figure of a draw.
_UNITS = frozenset(("", "point", "invitation", "person"))
# "390 above 600", "426 below where it began", "the draws grew by 250": of no two draws that are spoken of.
_BEYOND = compiled(
    r" (?:above|below|over|under) (?:[0-9]|where\b|the (?:comprehensive|crs|ranking|system)\b)"
)
_OF_SEVERAL = compiled(
    r"\b(?:draws|rounds|they) (?:grew|shrank|rose|fell|went up|went down)\b|\byear (?:just past |just gone |now ending )?(?:had|brought|saw)\b"
)
_BEFORE_THAT = compiled(r"\bone before that\b")


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the differences that a sentence states."""
    if passage.is_question:
        return
    for number in passage.numbers:
        if (
            (number.role is Role.DIFFERENCE or is_moved(passage, number))
            and number.unit in _UNITS
            and not _is_year(passage, number)
            and (change := _change(passage, number))
        ):
            yield from _judged(passage, record, change)


def _is_year(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is a year, or the "one" of "one by one"."""
    if number.value == 1 and not number.unit:
        return True
    return any(period.start <= number.start < period.end for period in passage.periods)


def _change(passage: Passage, number: NumberMention) -> Change | None:
    text = passage.text
    begin, end = clause(text, number.start)
    if _NOT_CHANGE.search(text, begin, end) or (
        _BAND.search(text, begin, end) and not is_moved(passage, number)
    ):
        return None
    if _BEFORE_THAT.search(text, begin, number.start):
        return None
    if _BEYOND.match(text, max(number.end, number.noun)) or _OF_SEVERAL.search(text, begin, number.start):
        return None
    is_of_lists = number.value < FEW and not number.unit and _OF_LISTS.search(text)
    if is_of_lists or _ROW.match(text, max(number.end, number.noun)):
        return None
    sign = direction(text, number.start, max(number.end, number.noun), begin, end)
    if number.value < FEW and not number.unit and _FEWER.match(text, number.end):
        return Change(number, sign, ranks.cutoff) if _POINTS_BEFORE.search(text, 0, number.start) else None
    near = text[number.start : min(end, number.end + 30)]
    if number.unit == "point":
        return Change(number, sign, ranks.cutoff)
    if number.value < MOST_POINTS and not number.unit and _POINTS_BEFORE.search(text, 0, number.start):
        return Change(number, sign, ranks.cutoff)
    if number.value > MOST_POINTS or _SIZE_BESIDE.search(text, begin, number.start):
        return Change(number, sign, ranks.invitations)
    if _SIZE.search(near):
        return Change(number, sign, ranks.invitations)
    if _POINTS.search(near):
        return Change(number, sign, ranks.cutoff)
    figure = (
        ranks.invitations
        if _SIZE.search(text, begin, number.start) and not _POINTS.search(text, begin, number.start)
        else ranks.cutoff
    )
    return Change(number, sign, figure)


def _judged(passage: Passage, record: Record, change: Change) -> Iterator[Finding]:
    number = change.number
    found = pairs(passage, record, number.start, max(number.end, number.noun))
    hedge = amounts.hedge(passage.text, number.start, number.end)
    certain = certain_pairs.of(passage, record, change, found)
    for new, old in certain or found.all:
        if holds(change, change.figure(new) - change.figure(old), hedge):
            yield _said(passage, change, new, old, Status.AGREES, 0.9)
            return
    if certain:
        is_turned = holds(change, _first(change, certain), hedge, signed=False)
        if not is_turned and certain_pairs.is_told(passage, change):
            return
        yield _said(passage, change, *certain[0], Status.CONTRADICTED, 0.8)
        return
    far = certain_pairs.from_record(passage, change, found)
    if far and not holds(change, far, hedge):
        yield _of_figures(passage, change, abs(far))
        return
    stated = elsewhere.stated(passage, change)
    if any(holds(change, difference, hedge, signed=False) for difference in stated):
        return
    apart = compared_times.apart(passage, record) if change.figure is ranks.invitations else None
    if apart and number.value >= FEW and apart.are_years:
        # What two years had is set beside each other, and not what two draws had.
        if not any(holds(change, one, hedge, signed=False) for one in apart.readings):
            yield _of_figures(passage, change, apart.invitations)
        return
    turned = found.clear and found.all and holds(change, _first(change, found.all), hedge, signed=False)
    if not turned and not found.dated and elsewhere.holds_elsewhere(passage, record, change, hedge):
        return
    likely = [pair for pair in found.all if found.told or _compare(passage, *pair)]
    if likely:
        yield _said(passage, change, *likely[0], Status.CONTRADICTED, 0.85)
    elif len(stated) == 1:
        yield _of_figures(passage, change, stated[0])
    elif apart:
        yield _of_figures(passage, change, apart.invitations)


def _compare(passage: Passage, new: Draw, old: Draw) -> bool:
    """Whether two draws compare without a word that says so: of the one type that is named or named both, and not with nominees."""
    named = set(passage.slugs)
    alike = new.includes_nomination is old.includes_nomination
    days = [mention for mention in passage.dates if mention.is_day]
    both = all(any(day.may_hold(draw.date) for day in days) for draw in (new, old)) or {new, old} <= {
        *passage.draws,
        *passage.compared,
    }
    return alike and (both or len(named) != 1 or new.category == old.category in named)


def _first(change: Change, found: Sequence[tuple[Draw, Draw]]) -> int:
    new, old = found[0]
    return change.figure(new) - change.figure(old)


def _of_figures(passage: Passage, change: Change, difference: float) -> Finding:
    """Say that a difference is not that of the two figures beside it."""
    number = change.number
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("The two figures beside it are %(difference)s apart."),
        expected=f"{difference:,.0f}",
        replacement=amounts.written(int(difference), passage.source[number.start : number.end]),
        confidence=0.8,
        params={"difference": f"{difference:,.0f}"},
    )


def _said(
    passage: Passage, change: Change, new: Draw, old: Draw, status: Status, confidence: float
) -> Finding:
    number = change.number
    difference = change.figure(new) - change.figure(old)
    expected = _in_words(difference, change)
    turned = bool(change.sign and difference and (difference > 0) != (change.sign > 0))
    wrong = status is Status.CONTRADICTED
    words = passage.source[number.start : number.end]
    start, end = (
        with_direction(passage, number, change.sign) if wrong and turned else (number.start, number.end)
    )
    return passage.finding(
        RULE,
        status,
        start,
        end,
        gettext_noop("Between draws %(old)s and %(new)s the record has a change of %(change)s."),
        expected=expected,
        replacement=amounts.written(abs(difference), words) if wrong and not turned and difference else None,
        live=f"[[round {new.number} change]]"
        if change.figure is ranks.cutoff and is_previous(new, old)
        else None,
        rows=rows_of(new, old),
        confidence=confidence,
        params={"old": old.number, "new": new.number, "change": expected},
    )


def is_previous(new: Draw, old: Draw) -> bool:
    return new.category == old.category and new.sequence > old.sequence


def _in_words(difference: int, change: Change) -> str:
    if not difference:
        return "0"
    if change.figure is ranks.cutoff:
        return f"{abs(difference)} points {'higher' if difference > 0 else 'lower'}"
    return f"{abs(difference):,} {'more' if difference > 0 else 'fewer'}"
