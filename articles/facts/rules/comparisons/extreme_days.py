"""Days told by the rank of their draw: "it reached its lowest point on 31 March", "the largest was that of 17 July". Pure: no Django.

Such a day is held to be right as soon as the type had a draw on it. Here it must be the day of the draw that is called so, in any of the
times that may be meant.
"""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import DateMention, Role
from articles.facts.rules.common import ranks
from articles.facts.rules.common.late import sentences
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.readings import sets_of, types_of
from articles.facts.rules.common.rounds_wording import day as written_day
from articles.facts.rules.common.rounds_wording import instead
from articles.facts.statements import What
from articles.references import gettext_noop

RULE = "rounds"
OTHER = gettext_noop("Draw %(number)s of %(date)s, with %(figure)s, is the one that these words mean.")

_LOW = r"(?P<low>lowest|smallest|low|minimum|bottom|cheapest|easiest)"
_HIGH = r"(?P<high>highest|largest|biggest|high|peak|maximum|top|dearest|hardest)"
_HELD = r"(?:was|were|came|fell|is|took place|dates?|dated|being)(?: (?:held|reached|set|seen|issued|recorded|only|already))*"
_ON = (
    r"(?:(?:that|the (?:one|draw|round)|the cut-?off) (?:of|on|in)|on|of|in the (?:draw|round) (?:of|on)|in)"
)
_POINT = compiled(
    rf"\b(?:reached|hit|touched|found|had|saw|was at|stood at|at) (?:its|their|the|a) (?:{_LOW}|{_HIGH})(?: (?:point|level|mark|score|cut-?off|value))?,? {_ON} (?:[a-z]+day,? )?$"
)
_WAS = compiled(
    rf"\b(?:the|its|their) (?:{_LOW}|{_HIGH})(?P<what>(?: (?!was\b|were\b|came\b|than\b|since\b|ever\b|to\b|one of\b|second\b)[\w'-]+){{0,8}}?)(?P<aside>,? \(?(?:(?:with|at|of)(?: only| just| a cut-?off of)? )?[0-9][0-9,]*(?: (?:invitations|people|points|candidates))?[,)]?)? {_HELD}(?: {_ON})? (?:[a-z]+day,? )?$"
)
# "The biggest was that of 27 March; the smallest that of 10 April": the verb is not said again.
_ELIDED = compiled(
    rf"(?:[,;:]|\band) (?:the|its|their) (?:{_LOW}|{_HIGH})(?P<what>(?: (?:cut-?off|score|one|draw|round))?),? (?:that|the one|the draw|the round) (?:of|on|in) (?:[a-z]+day,? )?$"
)
_SCORE_WORDS = frozenset(("cheapest", "easiest", "dearest", "hardest"))
_SIZE_WORDS = frozenset(("largest", "biggest", "smallest"))
_SCORE = compiled(r"\b(?:cut-?offs?|scores?|crs|mark|bar|threshold|line)\b")

# A figure farther than this from a day is not told with it.
BESIDE = 60
# Smaller numbers are no figures of a draw.
LEAST = 60
# "Its lowest point" may be one of sizes, where there were so many draws.
SEVERAL = 4


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge the days of which a sentence says that their draw is beyond the others."""
    for passage in sentences(reading, record):
        if passage.is_question:
            continue
        for day in passage.dates:
            if day.precision in ("day", "month") and not day.relative:
                yield from _judged(passage, record, day)


def _judged(passage: Passage, record: Record, day: DateMention) -> Iterator[Finding]:
    before = passage.text[max(0, day.start - 140) : day.start]
    match = _POINT.search(before) or _WAS.search(before) or _ELIDED.search(before)
    if match is None:
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    on_day = [draw for draw in known if day.may_hold(draw.date)]
    if not passage.slugs and day.is_day and on_day and not any(draw.category in types for draw in on_day):
        # What was drawn that day is of no type that is gone on about: it is beyond the others of every type.
        types = frozenset()
    elif len(types) != 1 or any(draw.category not in types and draw in on_day for draw in passage.draws):
        return
    sign = -1 if match["low"] else 1
    begin = day.start - len(before) + match.start()
    own = [period for period in passage.periods if begin <= period.start < day.start and not period.is_day]
    sets = [among for among in _sets(passage, known, types, own) if among]
    meant = [
        _extreme(among, figure, sign)
        for place, figure in enumerate(_figures(match))
        for among in sets
        if not place or len(among) >= SEVERAL
    ]
    held = [draw for draw in on_day if not types or draw.category in types]
    if not meant or any(
        day.may_hold(best.date) or any(figure(draw) == figure(best) for draw in held)
        for best, figure in meant
    ):
        return
    best, figure = meant[0]
    if not _is_told(passage, day, best):
        return
    source = passage.source[day.start : day.end]
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        day.start,
        day.end,
        OTHER,
        expected=written_day(best.date),
        replacement=instead(What.DATE, day, source, best) if day.is_day else None,
        rows=rows_of(best),
        confidence=0.75,
        params={"number": best.number, "date": written_day(best.date), "figure": f"{figure(best):,}"},
    )


def _sets(
    passage: Passage, known: Sequence[Draw], types: frozenset[str], own: Sequence[Period]
) -> Iterator[Sequence[Draw]]:
    """Yield the draws that one may be beyond; those of every type also without the nominees."""
    for among in sets_of(passage, known, types, own).all:
        yield among
        if not types:
            yield [draw for draw in among if not draw.includes_nomination]


def _figures(match: re.Match[str]) -> list[ranks.Figure]:
    """Return of which figure something is called the lowest or the highest, the likelier first."""
    word = match["low"] or match["high"]
    what = match.groupdict().get("what") or ""
    if word in _SCORE_WORDS or _SCORE.search(what) or _SCORE.search(match[0]):
        return [ranks.cutoff]
    if word in _SIZE_WORDS:
        return [ranks.invitations]
    return [ranks.cutoff, ranks.invitations]


def _extreme(among: Sequence[Draw], figure: ranks.Figure, sign: int) -> tuple[Draw, ranks.Figure]:
    return max(among, key=lambda draw: sign * figure(draw)), figure


def _is_told(passage: Passage, day: DateMention, best: Draw) -> bool:
    """Whether the day is surely meant to be that of the draw that is beyond the others: a figure beside it is no other's."""
    begin, end = clause(passage.text, day.start)
    beside = [
        number.value
        for number in passage.numbers
        if begin <= number.start < end
        and number.role in (Role.CUTOFF, Role.INVITATIONS, Role.UNKNOWN)
        and number.value >= LEAST
        and abs(number.start - day.start) < BESIDE
    ]
    return not beside or bool({best.crs_cutoff, best.invitations} & set(beside))
