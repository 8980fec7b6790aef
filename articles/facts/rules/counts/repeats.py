"""How often a size or a cut-off was reached: "453 was seen twice", "one of 7,000, held three times". Pure: no Django."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import NUMBER_WORDS
from articles.facts.rules.common.periods import count
from articles.facts.rules.common.readings import sets_of, types_of
from articles.facts.rules.common.speaking import PROVINCIAL, VAGUE

from .counted import COUNTED

RULE = "counts"

_REACHED = compiled(
    rf"\b(?P<times>once|twice|(?P<n>{NUMBER_WORDS}|[2-9]|[1-5][0-9]) times)\b(?! (?:as|more|what|that|those|its|their|larger|bigger|higher|the|in a row|running|before|earlier|previously))"
)
_LOOSE = hedged("at least|more than|over|less than")
# "From 532 it came down three times" counts steps.
MOVED = r"(?:fell|fallen|rose|risen|dropped|climbed|(?:came|come|went|gone) down|(?:went|gone) up)"
_MOVED = compiled(rf"\b{MOVED}\b")
_EXTREME = compiled(r"\b(?:lowest|highest|largest|biggest|smallest|low|high|peak|record|most|fewest)\b")
# A figure farther away is not what is said to have been reached.
REACH = 60
LEAST = 60
NEWS = timedelta(days=7)
MOST_CUTOFF = 950


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how often a figure of the sentence, or the last one before it, is said to have been reached."""
    if VAGUE.search(passage.text) or PROVINCIAL.search(passage.text):
        return
    for match in _REACHED.finditer(passage.text):
        figure = _figure(passage, match.start())
        if figure is not None and not _LOOSE.search(passage.text, max(0, match.start() - 25), match.end()):
            yield from _judged(passage, record, match, figure)


def tells(passage: Passage, place: int) -> bool:
    """Whether the times at a place of the sentence are those of a figure, and not of draws."""
    return any(
        match.start("times") == place and _figure(passage, match.start()) is not None
        for match in _REACHED.finditer(passage.text)
    )


def _figure(passage: Passage, place: int) -> NumberMention | None:
    roles = (Role.CUTOFF, Role.INVITATIONS, Role.UNKNOWN)
    own = [
        number
        for number in passage.numbers
        if number.role in roles and number.value >= LEAST and number.end <= place <= number.end + REACH
    ]
    if not own:
        same = _SAME.search(passage.text, max(0, place - REACH), place)
        told = [number for number in passage.told if number.role in roles and number.value >= LEAST]
        return told[-1] if same and told else None
    if _MOVED.search(passage.text, own[-1].end, place):
        return None
    which = _WHICH.search(passage.text, own[-1].end, place)
    return _PICKED[which["which"]](own[-2:]) if which else own[-1]


# "The biggest took 3,900. In 2018 the same size was seen eight times": the figure told last.
_SAME = compiled(
    r"\b(?:the (?:very )?same|this|that) (?:size|number|figure|cut-?off|score|mark|value|amount)\b"
)
# "Between 450 and 489; the lower of these was reached twice".
_WHICH = compiled(r"\bthe (?P<which>lower|higher|former|latter|first|second)\b")
_PICKED: dict[str, Callable[[Sequence[NumberMention]], NumberMention]] = {
    "lower": lambda two: min(two, key=lambda one: one.value),
    "higher": lambda two: max(two, key=lambda one: one.value),
    "former": lambda two: two[0],
    "first": lambda two: two[0],
    "latter": lambda two: two[-1],
    "second": lambda two: two[-1],
}


def _judged(
    passage: Passage, record: Record, match: re.Match[str], number: NumberMention
) -> Iterator[Finding]:
    known = [draw for draw in record.draws if draw.date <= passage.day]
    figure = (
        ranks.invitations if number.value > MOST_CUTOFF or number.role is Role.INVITATIONS else ranks.cutoff
    )
    claimed = {"once": 1, "twice": 2}.get(match["times"]) or count(match["n"])
    types = types_of(passage, known)
    kinds = (types,) if passage.slugs else dict.fromkeys((types, frozenset[str]()))
    found: list[list[Draw]] = []
    extremes = bool(_EXTREME.search(passage.text, 0, match.start()))
    timed = _is_timed(passage, match.end())
    for kind in kinds:
        sets = sets_of(passage, known, kind)
        # The last two are of all times: of no year that is spoken of.
        near = [
            [draw for draw in among if figure(draw) == number.value]
            for among in sets.stated or sets.others[:-2]
        ]
        found += near
        # "357, reached twice, in June and July" is of these months, where they have it.
        extremes = extremes and not (timed and any(near))
        if extremes or not any(near):
            found.append(
                [
                    draw
                    for draw in known
                    if figure(draw) == number.value and (not kind or draw.category in kind)
                ]
            )
    newest = [draw for draw in passage.draws if passage.day - draw.date <= NEWS]
    if newest:
        # "Until yesterday": the newest draw may be left out.
        found += [[draw for draw in known if figure(draw) == number.value and draw not in newest]]
    reached = [draws for draws in found if draws]
    if not reached:
        return
    true = next((draws for draws in reached if len(draws) == claimed), None)
    if (
        true is None
        and extremes
        and (not _is_extreme(number, known, figure) or _is_of_other(known, figure, claimed))
    ):
        # The figure is no lowest, so that nobody knows how often it was reached.
        return
    draws = true or reached[0]
    expected = {1: "once", 2: "twice"}.get(len(draws)) or f"{amounts.written(len(draws), 'two')} times"
    yield passage.finding(
        RULE,
        Status.AGREES if true else Status.CONTRADICTED,
        match.start("times"),
        match.end("times"),
        COUNTED,
        expected="" if true else expected,
        replacement=None if true else expected,
        rows=rows_of(*draws),
        confidence=0.75,
        params={"count": len(draws)},
    )


def _is_timed(passage: Passage, end: int) -> bool:
    """Whether a time stands right behind how often a figure was reached: "three times, in June and July"."""
    return any(
        _IN.fullmatch(passage.text, end, period.start) for period in passage.periods if not period.is_day
    )


_IN = compiled(r",? (?:in|during|between) (?:early |late )?")


def _is_of_other(known: Sequence[Draw], figure: ranks.Figure, claimed: int) -> bool:
    """Whether the real record before the newest draws was reached so often: the figure is wrong then, and not how often."""
    for last in range(1, 5):
        figures = [figure(draw) for draw in known[:-last]]
        if figures and claimed in (figures.count(max(figures)), figures.count(min(figures))):
            return True
    return False


def _is_extreme(number: NumberMention, known: Sequence[Draw], figure: ranks.Figure) -> bool:
    """Whether a figure is the lowest or the highest of a year or of all."""
    years = {draw.date.year for draw in known if figure(draw) == number.value}
    # "The former low" is one of what was before the newest draws.
    sets = (
        known,
        known[:-1],
        known[:-2],
        known[:-3],
        *([draw for draw in known if draw.date.year == year] for year in years),
    )
    types = {draw.category for draw in known if figure(draw) == number.value}
    values = (
        [figure(draw) for draw in among if draw.category in kinds]
        for among in sets
        for kinds in (*({slug} for slug in types), {draw.category for draw in known})
    )
    return any(number.value in (min(among), max(among)) for among in values if among)
