"""Figures told together of one draw that no draw has: "1,350 people of the Canadian Experience Class at 527", "trades at 533". Pure: no Django.

Each by itself may be found in the record; that a draw has all of it cannot. The rule looks at the stretches of a sentence that speak of one
draw at most, and at what no other rule has called wrong in them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import DateMention, Mention, NumberMention
from articles.facts.rules.common import amounts
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.partners import kinds_of, partner_of
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import until
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.rules.common.slipping import is_slip
from articles.facts.rules.common.speaking import widened
from articles.facts.rules.common.stretches import Figure, Stretch, cut
from articles.facts.statements import What
from articles.references import gettext_noop

from . import pinned
from .doubts import is_above_cutoff, is_somebodys

RULE = "rounds"
MIXED = gettext_noop("No draw had both figures. Draws of this type had %(expected)s.")

# A draw with one figure of a pair is not farther than this from the article, where no time is told; where no type is told either, it is news.
LATELY, NEWS = timedelta(days=800), timedelta(days=45)
# A draw that has a figure so near to the time beside which it stands may be meant: one of the type, or any.
AROUND, BESIDE = timedelta(days=400), timedelta(days=7)
# "250 senior managers": a type so few characters behind a number says what it counts.
FOLLOWING = 6
# So many draws are named where no draw has a pair.
SHOWN = 2

_LOOSE = hedged(
    r"no|average\w*|mean|median|both|respectively|total\w*|together|said|says|rumou?r\w*|forum|wrote|claims?|between|combined|sum|altogether|in all|each|so far|add\w*|pool|profiles?|i|my|your?|he|she|his|her|list\w*|codes?|occupations?|graphic|table|headline|reported|tie-?break\w*|submitted|bands?",
    r"points? (?:for|more|higher|lower|less|below|above|up|down)|every|worth|nomination|bonus|then\b[^;]{0,20}\bnow",
)
# A number of invitations beside such words is that of several draws.
_SEVERAL = compiled(r"\b(?:draws|rounds|month|week|ones|them|these|those|twice|times|alone|year)\b")
_PLURAL = compiled(r"\b(?:draws|rounds)\b")
# Scores without a nomination, and what lies between two, are no cut-offs; of figures in a row each has its own time.
_RECKONED = compiled(r"\b(?:600|gap|differ\w+|respectively|leapt|jumped by)\b")
# "Since March, when it was 676", "the 5,000 of the class in July": the figure is of the time behind such a word all the same.
_RETURNS = compiled(r",? (?:when|which|with|where|whose|for which)\b")
_OF = compiled(r" (?:(?:points?|invitations?|itas?|candidates|people|places) )?(?:of|for|in|on|at)\b")
_SIZED = compiled(r"\b(?:small|large|big|tin|huge|modest)\w*\b[^;.]{0,45}$")


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge what is told together and of which no rule has called anything wrong."""
    # What is right as points is nobody's cut-off: "without the nomination the last one had 255".
    judged = Judged([one for one in found if one.status in OBJECTIONS or one.rule == "points"], Status)
    for passage in sentences(reading, record):
        if passage.numbers:
            yield from of(passage, record, judged)


def of(passage: Passage, record: Record, judged: Judged) -> Iterator[Finding]:
    """Judge a sentence."""
    known = until(record, passage.day)
    for stretch in cut(passage):
        if _LOOSE.search(passage.text, stretch.start, stretch.end):
            continue
        if any(not judged.is_free(passage, one.start, one.end) for one in stretch.types):
            continue
        if all(_is_told(passage, figure) for figure in stretch.figures):
            told = _told(passage, known, stretch, judged)
            free = [
                one for one in stretch.figures if judged.is_free(passage, one.number.start, one.number.end)
            ]
            pair = _pair(told)
            if pair is not None and len(free) == len(pair):
                yield from _of_pair(told, *pair)
            elif (pair or len(stretch.figures) == 1) and told.time is not None and not told.time.relative:
                yield from _of_time(told, told.time, free)


def _is_told(passage: Passage, figure: Figure) -> bool:
    """Whether a number is that of a draw as it stands: "at least 479 points" is the cut-off, "past 800" is none."""
    text, number = passage.text, figure.number
    hedge = amounts.hedge(text, number.start, number.end)
    if hedge is amounts.Hedge.AT_LEAST:
        return figure.kinds == (What.CUTOFF,)
    return (
        hedge is amounts.Hedge.EXACT
        and not is_somebodys(text, number)
        and not is_above_cutoff(passage, number)
        and not pinned.is_bound(passage, number)
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """A stretch with the draws that it may be of: the types that it names, or that the words around it do, and its time."""

    passage: Passage
    known: Sequence[Draw]
    stretch: Stretch
    types: frozenset[str]
    time: DateMention | None

    @property
    def is_named(self) -> bool:
        return bool(self.stretch.types)

    def is_of_type(self, draw: Draw) -> bool:
        return not self.types or draw.category in self.types


def _told(passage: Passage, known: Sequence[Draw], stretch: Stretch, judged: Judged) -> _Told:
    own = {one.slug for one in stretch.types}
    around = {slug for slug in passage.slugs or passage.topic if slug not in GENERIC}
    slugs = own or (around if len(around) == 1 else set())
    time = _time(passage, stretch)
    if time is not None and not judged.is_free(passage, time.start, time.end):
        time = None
    return _Told(passage, known, stretch, widened(slugs, known), time)


def _time(passage: Passage, stretch: Stretch) -> DateMention | None:
    """Return the day or month of a stretch; none where it is that of a draw that the figures are set beside."""
    times = [time for time in stretch.times if time.precision in ("day", "month") and not time.time]
    if not times:
        return _carried(passage, stretch)
    time, first = times[0], stretch.figures[0].number
    goes_on = (
        _RETURNS.match(passage.text, time.end)
        if time.start < first.start
        else _OF.match(passage.text, first.end)
    )
    return time if goes_on or not stretch.beside else None


def _carried(passage: Passage, stretch: Stretch) -> DateMention | None:
    """Return the day or month told before a stretch, where the words go on about its draw: "on 31 January, nobody forgets: 886 points"."""
    time = stretch.carried
    if time is None or time.relative or time.time or time.precision not in ("day", "month"):
        return None
    is_clear = (
        all(len(figure.kinds) == 1 for figure in stretch.figures) and len(set(passage.slugs) - GENERIC) < 2
    )
    return time if is_clear else None


def _pair(told: _Told) -> tuple[Figure, Figure] | None:
    """Return the two figures of a stretch where the words tell them of one draw."""
    if len(told.stretch.figures) < 2:
        return None
    one, other = told.stretch.figures
    if _PLURAL.search(told.passage.text, told.stretch.start, other.number.end):
        return None
    is_sized = one.kinds == (What.INVITATIONS,) or any(
        0 < named.start - one.number.end <= FOLLOWING for named in told.stretch.types
    )
    is_named = told.is_named and is_sized and other.kinds == (What.CUTOFF,)
    is_told = {one.kinds, other.kinds} == {(What.INVITATIONS,), (What.CUTOFF,)} and told.stretch.times != ()
    is_beside = partner_of(told.passage, one.number) is other.number
    return (one, other) if is_named or is_told or is_beside else None


def _of_pair(told: _Told, one: Figure, other: Figure) -> Iterator[Finding]:
    """Say of two figures that no draw of the type and the time had both."""
    time = told.time
    if time is not None and time.relative and not _had_on(told, time, one, other):
        time = None
    both = [draw for draw in told.known if _has(draw, one) and _has(draw, other)]
    meant = [draw for draw in both if told.is_of_type(draw) or not told.is_named]
    if any(time is None or time.may_hold(draw.date) for draw in meant):
        return
    had = [draw for draw in told.known if _has(draw, one) or _has(draw, other)]
    since = told.passage.day - (LATELY if told.types else NEWS)
    either = [
        draw
        for draw in had
        if told.is_of_type(draw) and (time.may_hold(draw.date) if time else draw.date >= since)
    ]
    if not either and not told.is_named:
        # The words around may be about another type.
        either = [draw for draw in had if told.passage.day - draw.date <= NEWS]
    # Where each of the two is of another draw, either may be wrong.
    is_clear = not all(any(_has(draw, figure) for draw in either) for figure in (one, other))
    slips = [slip for draw in either if is_clear for slip in _slips(draw, one, other)]
    if len(slips) == 1 and not both:
        yield pinned.of_draw(told.passage, *slips[0], pinned.HAD, 0.75)
        return
    either = either[-SHOWN:]
    if not either:
        return
    places: list[Mention] = [one.number, other.number]
    # Where the two are of one draw at another time, it may be the time that is wrong, and so may the type.
    places += [time] if time is not None and meant else []
    if any(time.may_hold(draw.date) if time else told.passage.day - draw.date <= NEWS for draw in both):
        places += told.stretch.types
    expected = " / ".join(f"{draw.invitations:,} ({draw.crs_cutoff})" for draw in either)
    yield told.passage.finding(
        RULE,
        Status.CONTRADICTED,
        min(place.start for place in places),
        max(place.end for place in places),
        MIXED,
        expected=expected,
        rows=rows_of(*either),
        confidence=0.75,
        params={"expected": expected},
    )


def _slips(draw: Draw, one: Figure, other: Figure) -> Iterator[tuple[NumberMention, What, Draw]]:
    """Yield which of two figures is a slip of a draw's that has the other one."""
    for right, odd in ((one, other), (other, one)):
        for what in odd.kinds if _has(draw, right) else ():
            if is_slip(int(odd.number.value), pinned.FIGURES[what](draw)):
                yield odd.number, what, draw


def _had_on(told: _Told, day: DateMention, one: Figure, other: Figure) -> bool:
    return day.is_day and any(
        draw.date == day.first and (_has(draw, one) or _has(draw, other)) for draw in told.known
    )


def _of_time(told: _Told, time: DateMention, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Say of a figure that no draw of the type had it at the time beside it."""
    passage, stretch = told.passage, told.stretch
    then = [draw for draw in told.known if time.may_hold(draw.date)]
    held = [draw for draw in then if told.is_of_type(draw)]
    if not held and time.is_day and not passage.slugs:
        held = then
    if not held or (not told.types and not time.is_day) or _RECKONED.search(passage.text):
        return
    alike = held if told.is_named else then
    wrong = [figure for figure in figures if not any(_is_any(draw, figure) for draw in alike)]
    if len(wrong) != 1:
        return
    (figure,) = wrong
    if figure.kinds != (What.CUTOFF,) and (
        _SEVERAL.search(passage.text, stretch.start, stretch.end) or _is_sum(told, time, figure)
    ):
        return
    what, draw = _meant(passage, figure, held)
    finding = pinned.of_draw(passage, figure.number, what, draw, pinned.HAD, 0.75)
    if any(
        _is_any(other, figure)
        and abs(other.date - draw.date) <= (AROUND if other.category == draw.category else BESIDE)
        for other in told.known
    ):
        # As well it may be the day that is wrong.
        yield pinned.taking_in(passage, finding, time)
    else:
        yield finding


def _meant(passage: Passage, figure: Figure, held: Sequence[Draw]) -> tuple[What, Draw]:
    """Return which figure of which draw a wrong one is meant to be: the nearest."""
    number = figure.number
    kinds = [what for what in kinds_of(passage, number) if what in figure.kinds] or figure.kinds
    if What.INVITATIONS in figure.kinds and _SIZED.search(passage.text, 0, number.start):
        kinds = [What.INVITATIONS]
    options = [(what, draw) for what in kinds for draw in reversed(held)]
    return min(options, key=lambda option: abs(pinned.FIGURES[option[0]](option[1]) - number.value))


def _is_sum(told: _Told, time: DateMention, figure: Figure) -> bool:
    """Whether a number is that of all invitations of a time, or of those of the type."""
    for first, last in ((time.first, time.last), *time.others):
        inside = [draw for draw in told.known if first <= draw.date <= last]
        sizes = [draw.invitations for draw in inside if told.is_of_type(draw)]
        if figure.number.value in (sum(sizes), sum(draw.invitations for draw in inside)):
            return True
    return False


def _is_any(draw: Draw, figure: Figure) -> bool:
    return figure.number.value in (draw.invitations, draw.crs_cutoff)


def _has(draw: Draw, figure: Figure) -> bool:
    return any(pinned.FIGURES[what](draw) == figure.number.value for what in figure.kinds)
