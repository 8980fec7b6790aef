"""Figures of a draw that its place tells: "far above the 425 of the very first draw", "the first of the two French draws had 400". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record
from articles.facts.reading import Reading
from articles.facts.reading.mentions import DateMention, NumberMention, Role
from articles.facts.rules.common import amounts, slipping
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.partners import LEAST_BARE, MOST_CUTOFF
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.setting_words import GENERIC
from articles.facts.rules.common.speaking import widened
from articles.facts.statements import What
from articles.references import gettext_noop

from . import pinned

RULE = "rounds"
HAD = gettext_noop("Draw %(number)s of %(date)s, which is meant by its place, had %(expected)s.")

# A cut-off that is wrong, and not by a slip, is no farther than this from the right one.
CLOSE = 60
# A number of invitations that is wrong is within this ratio of the right one.
RATIO = 5
_PLACES = ("first", "second", "third", "fourth", "fifth")
_COUNTS = ("two", "three", "four", "five")

_PLACE = rf"(?P<place>{'|'.join(_PLACES)}|last)"
_COUNT = rf"(?P<count>{'|'.join(_COUNTS)})"
_TYPED = r"(?: (?!and\b|or\b|of\b|in\b|on\b|was\b|had\b|were\b|since\b|ever\b)[\w'’-]+){0,4}?"
_DRAW = rf"{_TYPED} (?:draw|round|one)\b(?! (?:running|in a row|in succession))(?: (?:ever|of (?:all|the (?:category|class|type|program))|for (?:the )?[\w-]+(?: [\w-]+)?))?"
# "The 425 of the very first draw": the figure goes before.
_OF_PLACE = compiled(
    rf"(?: (?:points|invitations|people|candidates))?,? (?:of|in|at|from|for) (?:the|its|their) (?:very )?{_PLACE}{_DRAW}(?! (?:since|after|in (?:over |more than |almost |nearly |about )?(?:an?|[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:day|week|month|year)s?|under|with|that)\b)"
)
_HAD = r"(?:(?:had|has|was|were|is|took|brought|saw|got|invited|closed|ended|stopped|stood|came|went|fell|with|at|to|out|needed|required|asked|for|only|just|even|still|a|an|the|crs|cut-?off|score|minimum|threshold|of|issued|counted|down|set|reached) )*"
# "The first of the two French draws had a cut-off of 400".
_OF_COUNT = compiled(
    rf"\bthe {_PLACE} of (?:the|its|their|these|those|this (?:month|year|week)'s) {_COUNT}{_TYPED}(?: (?:draws|rounds|ones))?,? (?:(?:held )?on [^,;:()]{{3,30}},? )?{_HAD}$"
)


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge figures of draws told by their place, where no rule has called anything wrong."""
    judged = Judged(found, OBJECTIONS)
    for passage in sentences(reading, record):
        if not any(place in passage.text for place in (*_PLACES, "last")):
            continue
        for number in passage.numbers:
            if _may_be_figure(number) and judged.is_free(passage, number.start, number.end):
                yield from _judged(passage, record, number)


def _may_be_figure(number: NumberMention) -> bool:
    return (
        number.value >= LEAST_BARE
        and number.value == int(number.value)
        and number.role in (Role.CUTOFF, Role.INVITATIONS, Role.UNKNOWN)
        and number.form != "short"
    )


def _judged(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    behind = _OF_PLACE.match(passage.text, number.end)
    before = _OF_COUNT.search(passage.text, 0, number.start) if behind is None else None
    match = behind or before
    if match is None:
        return
    if amounts.hedge(passage.text, number.start, number.end) is not amounts.Hedge.EXACT:
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = _types(passage, match, known)
    if len(types) != 1:
        return
    sets = [among for among in sets_of(passage, known, types).all if among]
    meant = _of_all(passage, sets, match) if behind else _of_several(sets, match)
    # "The 886 of the very first draw" is that of all types.
    if not meant or any(_has(draw, number) for draw in (*meant, *_at(known, match["place"]))):
        return
    if what := _what(number, meant[0]):
        yield pinned.of_draw(passage, number, what, meant[0], HAD, 0.75)


def _types(passage: Passage, match: re.Match[str], known: Sequence[Draw]) -> frozenset[str]:
    """Return the type that is named with the place of a draw, else the one that the sentence or what stands before it is about."""
    own = [
        mention.slug
        for mention in passage.categories
        if match.start() <= mention.start < match.end() and mention.slug not in GENERIC
    ]
    slugs = own or passage.slugs or passage.topic
    return widened(slugs, known) if len(set(slugs)) == 1 else frozenset()


def _of_all(passage: Passage, sets: Sequence[Sequence[Draw]], match: re.Match[str]) -> list[Draw]:
    """Return the draws that have a place in any of the times that may be meant, those in a time named behind it alone."""
    place = match["place"]
    found = [draw for among in reversed(sets) for draw in _at(among, place)]
    times = [day for day in passage.dates if 0 <= day.start - match.end() < 12]
    if times:
        found = [draw for draw in found if times[0].may_hold(draw.date)] + _in(times[0], sets, place)
    return list(dict.fromkeys(found))


def _in(time: DateMention, sets: Sequence[Sequence[Draw]], place: str) -> list[Draw]:
    inside = [[draw for draw in among if time.may_hold(draw.date)] for among in sets]
    return [draw for among in inside for draw in _at(among, place)]


def _of_several(sets: Sequence[Sequence[Draw]], match: re.Match[str]) -> list[Draw]:
    """Return the draws that have a place among so many as are counted."""
    count = _COUNTS.index(match["count"]) + 2
    return [draw for among in sets if len(among) == count for draw in _at(among, match["place"])]


def _at(among: Sequence[Draw], place: str) -> list[Draw]:
    at = len(among) - 1 if place == "last" else _PLACES.index(place)
    return [among[at]] if 0 <= at < len(among) else []


def _has(draw: Draw, number: NumberMention) -> bool:
    return number.value in (draw.crs_cutoff, draw.invitations)


def _what(number: NumberMention, draw: Draw) -> What | None:
    """Return which figure of a draw a wrong number is meant to be; None where that is not clear."""
    value = int(number.value)
    if number.role is not Role.INVITATIONS and value <= MOST_CUTOFF:
        near = abs(value - draw.crs_cutoff) <= CLOSE or slipping.is_slip(value, draw.crs_cutoff)
        if near or number.role is Role.CUTOFF:
            return What.CUTOFF if near else None
    if number.role is Role.CUTOFF:
        return None
    is_like = value * RATIO > draw.invitations and draw.invitations * RATIO > value
    is_size = value > MOST_CUTOFF or number.role is Role.INVITATIONS
    return What.INVITATIONS if is_like and is_size else None
