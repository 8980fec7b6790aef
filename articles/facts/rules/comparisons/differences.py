"""How far a figure is from another draw's: "eight points lower than the previous", "fell from 476 to 463". Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.moving import is_moved, with_direction
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.references import gettext_noop

from . import certain_pairs, elsewhere
from .changed import Change, change_of
from .elsewhere import holds
from .subjects import pairs

RULE = "comparisons"

# What else is counted ("three more rounds", "one more category") is no figure of a draw.
_UNITS = frozenset(("", "point", "invitation", "person"))
# "Ten points beneath the previous low" is not said of the draw before.
_OF_RECORD = compiled(
    r" (?:[\w-]+ )?(?:than|from|off|over|short of|above|below|beneath|under) (?:the|its|their|that|this) (?:[\w'-]+ ){0,4}?(?:low|high|record|lowest|highest|peak|minimum|maximum|best)\b"
)
# "39 points under last year's": than the extreme of another year.
_OF_YEAR = compiled(
    r" (?:[\w-]+ )?(?:than|from|over|above|below|beneath|under) (?:last|the (?:previous|preceding)) year['’]s\b(?! (?:[\w-]+ )?(?:draw|round))"
)
# "The sharpest fall, 15 points, came between …": of whichever two draws.
_OF_STEP = compiled(
    r"\b(?:largest|biggest|greatest|sharpest|steepest|smallest|slightest) (?:[\w-]+ )?(?:drop|fall|decline|rise|increase|jump|climb|change|step|move)s?,? (?:just |only |of )?$"
)
# A change of one type's cut-off to another's is not taken for one that is said to be so many times smaller.
TIMES_AS_FAR = 6


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the differences that a sentence states."""
    if passage.is_question:
        return
    for number in passage.numbers:
        if (
            (number.role is Role.DIFFERENCE or is_moved(passage, number))
            and number.unit in _UNITS
            and not _is_year(passage, number)
            and (change := change_of(passage, number))
        ):
            yield from _judged(passage, record, change)


def _is_year(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is a year, or the "one" of "one by one"."""
    if number.value == 1 and not number.unit:
        return True
    return any(period.start <= number.start < period.end for period in passage.periods)


def _judged(passage: Passage, record: Record, change: Change) -> Iterator[Finding]:
    number = change.number
    found = pairs(passage, record, number.start, max(number.end, number.noun))
    hedge = amounts.hedge(passage.text, number.start, number.end)
    listed = certain_pairs.from_list(passage, change)
    if listed and not holds(change, listed, hedge):
        yield _of_figures(passage, change, abs(listed))
        return
    certain = certain_pairs.of(passage, record, change, found)
    for new, old in certain or found.all:
        if holds(change, change.figure(new) - change.figure(old), hedge):
            yield _said(passage, change, new, old, Status.AGREES, 0.9)
            return
    if certain:
        is_turned = holds(change, _apart(change, certain[0]), hedge, signed=False)
        if not is_turned and certain_pairs.is_told(passage, change):
            return
        yield _said(passage, change, *certain[0], Status.CONTRADICTED, 0.8)
        return
    far = certain_pairs.from_record(passage, change, found)
    if far and not holds(change, far, hedge):
        yield _of_figures(passage, change, abs(far))
        return
    stated = elsewhere.stated(passage, change)
    if len(stated) == 1 and _APART.match(passage.text, number.end) and not holds(change, stated[0], hedge):
        # "The highest (510) and the lowest (462) are 38 points apart": no other two are meant.
        yield _of_figures(passage, change, stated[0])
        return
    if any(holds(change, difference, hedge, signed=False) for difference in stated):
        return
    turned = found.clear and found.all and holds(change, _apart(change, found.all[0]), hedge, signed=False)
    if not turned and not found.dated and elsewhere.holds_elsewhere(passage, record, change, hedge):
        return
    if _is_of_record(passage, number) or _OF_STEP.search(passage.text, 0, number.start):
        return
    likely = [
        pair
        for pair in found.all
        if (found.told or _compare(passage, *pair)) and not _is_far_off(change, *pair)
    ]
    if likely:
        # A draw and the one before it, as far apart as is said, and the other way: so far the words are right.
        turned_of_type = [
            pair
            for pair in likely
            if is_previous(*pair) and holds(change, _apart(change, pair), hedge, signed=False)
        ]
        yield _said(passage, change, *(turned_of_type or likely)[0], Status.CONTRADICTED, 0.85)
    elif len(stated) == 1 and _are_together(passage, change):
        yield _of_figures(passage, change, stated[0])


_APART = compiled(r"(?:[- ](?:points?|invitations))? (?:apart|between them|separate them)\b")


def _is_of_record(passage: Passage, number: NumberMention) -> bool:
    """Whether a difference is from a record whose figure does not stand behind it."""
    if _OF_YEAR.match(passage.text, max(number.end, number.noun)):
        return True
    match = _OF_RECORD.match(passage.text, max(number.end, number.noun))
    figures = [one.start for one in passage.numbers if match and one.start >= match.end()]
    return match is not None and not (
        figures and _BESIDE_RECORD.fullmatch(passage.text, match.end(), figures[0])
    )


_BESIDE_RECORD = compiled(r"(?:,? (?!and\b|but\b)[\w'’-]+){0,5},?(?: of| the)* ")


def _is_far_off(change: Change, new: Draw, old: Draw) -> bool:
    """Whether the draws of a pair are of two types, and much farther apart than is said: others are meant."""
    apart = abs(change.figure(new) - change.figure(old))
    return new.category != old.category and apart > TIMES_AS_FAR * change.number.value


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


def _apart(change: Change, pair: tuple[Draw, Draw]) -> int:
    new, old = pair
    return change.figure(new) - change.figure(old)


def _are_together(passage: Passage, change: Change) -> bool:
    """Whether the two figures that a sentence states stand in one part of it with the difference."""
    role = Role.CUTOFF if change.figure is ranks.cutoff else Role.INVITATIONS
    places = [number.start for number in passage.numbers if number.role is role]
    places.append(change.number.start)
    return ";" not in passage.text[min(places) : max(places)]


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
