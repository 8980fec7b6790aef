"""What else a difference may be of, before it is called wrong: other draws and figures that the words may mean. Pure: no Django."""

from dataclasses import replace

from articles.facts.model import Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import (
    differences,
    pairs_around,
    sets_of,
    sums_apart,
    timed,
    types_of,
)

from .changed import FEW, Change


def holds(change: Change, difference: float, hedge: amounts.Hedge, *, signed: bool = True) -> bool:
    """Whether a difference is as large as is said, and `signed` in the direction that is said."""
    if signed and change.sign and difference and (difference > 0) != (change.sign > 0):
        return False
    return amounts.fits(change.number.value, abs(difference), hedge)


def holds_elsewhere(passage: Passage, record: Record, change: Change, hedge: amounts.Hedge) -> bool:
    """Whether the figure is right between other draws, or draws and figures, that the words may mean."""
    around = pairs_around(passage, record)
    draws = tuple(dict.fromkeys((*passage.draws, *passage.compared, *passage.before[:2])))
    role = Role.CUTOFF if change.figure is ranks.cutoff else Role.INVITATIONS
    others = _without(passage, change.number)
    if _is_a_figure(passage, record, change) or _is_a_range(passage, record, change):
        return True
    # "A year ago it took 483. Seventy more.": than now.
    apart = _from_newest(passage, record, change) if not passage.draws else None
    if apart is not None and holds(change, apart, hedge, signed=False):
        return True
    if change.figure is ranks.invitations:
        known = [draw for draw in record.draws if draw.date <= passage.day]
        if any(holds(change, apart, hedge, signed=False) for apart in sums_apart(passage, known)):
            return True
    # A draw of one type is beyond the one before it; two of different types, or one that "had been", are set beside each other either way.
    is_signed = not _HAD.search(passage.text, 0, change.number.start)
    return any(
        holds(
            change,
            change.figure(new) - change.figure(old),
            hedge,
            signed=is_signed and new.category == old.category,
        )
        for one, other in around
        for old, new in [sorted((one, other), key=lambda draw: draw.sequence)]
    ) or any(
        holds(change, difference, hedge, signed=False)
        for difference in differences(others, role, draws, change.figure)
    )


_HAD = compiled(r"\bhad\b")


def _from_newest(passage: Passage, record: Record, change: Change) -> int | None:
    """Return how far the draw spoken of last is from the newest of its type."""
    spoken = passage.before[:1]
    newest = [
        draw
        for draw in record.draws
        if draw.date <= passage.day and any(draw.category == one.category for one in spoken)
    ][-1:]
    return change.figure(spoken[0]) - change.figure(newest[0]) if spoken and newest else None


def _is_a_figure(passage: Passage, record: Record, change: Change) -> bool:
    """Whether a size is that of a draw spoken of, or a sum, and no difference: "2,500 under education, 1,250 under trades"."""
    number = change.number
    if change.figure is not ranks.invitations or number.value < FEW:
        return False
    if _APART_BY.match(passage.text, max(number.end, number.noun)) or _BY.search(
        passage.text, 0, number.start
    ):
        return False
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    near = [*passage.draws, *passage.compared, *passage.before[:3], *timed(passage, known, types)]
    near += [draw for draw in known if any(day.is_day and day.may_hold(draw.date) for day in passage.dates)]
    sums = (sum(draw.invitations for draw in among) for among in sets_of(passage, known, types).all)
    return change.number.value in {*(draw.invitations for draw in near), *sums}


# "3,000 lower", "smaller by 1,000": surely a difference.
_APART_BY = compiled(
    r" (?:invitations |places |people |candidates )?(?:lower|fewer|smaller|larger|bigger|higher)\b| (?:more|less) than (?:on|at|in|the|its|for)\b"
)
_BY = compiled(
    r"\b(?:smaller|larger|bigger|lower|higher|short of [^;:.]{1,30}|fewer|rose|fell|grew|shrank)(?: than [^;:.]{1,40})? by $"
)


def _is_a_range(passage: Passage, record: Record, change: Change) -> bool:
    """Whether the points are those between the lowest and the highest of a time, or between its first draw and its last."""
    is_apart, in_all = _APART.search(passage.text), _IN_ALL.search(passage.text)
    if not is_apart and not in_all:
        return False
    known = [draw for draw in record.draws if draw.date <= passage.day]
    around = [*passage.context, *passage.earlier] if in_all else []
    sets = [
        among
        for types in (types_of(passage, known), *(frozenset((draw.category,)) for draw in passage.before[:1]))
        for periods in (None, around)
        for among in sets_of(passage, known, types, periods).all
        if among
    ]
    spans = [max(map(change.figure, among)) - min(map(change.figure, among)) for among in sets if is_apart]
    spans += [abs(change.figure(among[-1]) - change.figure(among[0])) for among in sets if in_all]
    return change.number.value in spans


_APART = compiled(
    r"\b(?:apart|band|between|within|range|spread|peak|low|lowest|high|highest|corridor|window)\b"
)


# "It has come down by 61 points", "from round to round, by three points in all": over a longer stretch than from one draw to the next.
_IN_ALL = compiled(
    r"\b(?:in all|altogether|in total|overall|all told|(?:has|have) (?:now |already |thus |since )?(?:come|gone|fallen|dropped|risen|climbed|lost|gained|shed|slid))\b"
)


def _without(passage: Passage, number: NumberMention) -> Passage:
    return replace(passage, numbers=tuple(one for one in passage.numbers if one is not number))


def stated(passage: Passage, change: Change) -> list[float]:
    """Return the differences between the figures that the sentence itself states."""
    role = Role.CUTOFF if change.figure is ranks.cutoff else Role.INVITATIONS
    values = [
        number.value for number in passage.numbers if number.role is role and number is not change.number
    ]
    return [abs(one - other) for place, one in enumerate(values) for other in values[place + 1 :]]
