"""Figures that are said to be the same: "the same cut-off as in September", "as many as on 7 July", "unchanged since". Pure: no Django."""

import re
from collections.abc import Iterator

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import Role
from articles.facts.rules.common import ranks
from articles.facts.rules.common.hedging import SUPPOSED
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import types_of
from articles.facts.rules.common.speaking import PROVINCIAL

from . import directions
from .subjects import Pairs, pairs

_ALIKE = compiled(
    r"\b(?:the (?:very )?)?same(?: (?:(?P<score>cut-?offs?|scores?|mark|bar|threshold|crs)|(?P<size>size|number|total)))?(?: of (?:invitations|candidates|people|points))?(?= as (?:in|on|of|at|for|that|the|its|last time|before|[a-z]+'s)\b)"
    r"|\bas (?:(?P<many>many|large|big|small)|(?P<high>high|low))(?: (?:invitations|candidates|people))?(?= as (?:in|on|of|at|for|that|the (?!whole|year|last)|its)\b)"
    r"|\b(?:unchanged|no change)(?= (?:from|since|on|compared)\b)"
    r"|\b(?:exactly|just|precisely) where (?:it|they) (?:was|were|stood|had been)(?= (?:in|on)\b)"
)
_SCORES = compiled(r"\b(?:cut-?offs?|scores?|points?|mark|bar|threshold|crs)\b")
_SIZES = compiled(r"\b(?:invitations?|size|number|candidates|people|itas)\b")
# "As many rounds", "the same list as": of other things than figures of draws.
_OTHERS = compiled(
    r"\b(?:draws|rounds|occupations?|lists?|codes|months|weeks|criteria|rules?|conditions|test|levels?|experience|average|pool|profiles?|fees?|share|per cent|percent|day|time|order|total|together|altogether)\b"
)
_LOOSE = compiled(
    rf"\b(?:not|no longer|never|almost|nearly|about|roughly|around|{SUPPOSED}|than|half|third|quarter|twice|times)\b(?: [\w-]+){{0,4}} $|n't (?:[\w-]+ )?$"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge which figures are said to be those of another draw."""
    if passage.is_question or PROVINCIAL.search(passage.text):
        return
    for match in _ALIKE.finditer(passage.text):
        begin, end = clause(passage.text, match.start())
        reach = 0 if _LAST_TIME.match(passage.text, match.end()) else 20
        if _LOOSE.search(passage.text, begin, match.start()) or _OTHERS.search(
            passage.text, max(begin, match.start() - 30), min(end, match.end() + reach)
        ):
            continue
        yield from _judged(passage, record, match, begin)


def _judged(passage: Passage, record: Record, match: re.Match[str], begin: int) -> Iterator[Finding]:
    found = pairs(passage, record, match.start(), match.end())
    figure = _figure(passage, match, begin)
    if figure and (pair := _last_time(passage, record, match, figure)):
        alike = figure(pair[0]) == figure(pair[1])
        yield directions.said(
            passage, *match.span(), *pair, figure, Status.AGREES if alike else Status.CONTRADICTED
        )
        return
    figures = (figure,) if figure else (ranks.cutoff, ranks.invitations)
    for new, old in found.all:
        if any(one(new) == one(old) for one in figures):
            yield directions.said(passage, *match.span(), new, old, figures[0], Status.AGREES)
            return
    if figure and _is_sure(passage, found, figure):
        yield directions.said(passage, *match.span(), *found.all[0], figure, Status.CONTRADICTED)


def _last_time(
    passage: Passage, record: Record, match: re.Match[str], figure: ranks.Figure
) -> tuple[Draw, Draw] | None:
    """Return the draw of the one type spoken of whose figure is stated, with the one before it, where "last time" says so."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    if len(types) != 1 or not _LAST_TIME.match(passage.text, match.end()):
        return None
    values = {number.value for number in passage.numbers if number.end <= match.start()}
    of_type = [draw for draw in known if draw.category in types]
    had = [place for place, draw in enumerate(of_type) if place and figure(draw) in values]
    return (of_type[had[-1]], of_type[had[-1] - 1]) if had else None


_LAST_TIME = compiled(
    r" as (?:the )?(?:last time|before|(?:last|previous) (?:draw|round|one|time))\b(?! (?:of|in|for) )"
)


def _figure(passage: Passage, match: re.Match[str], begin: int) -> ranks.Figure | None:
    """Return which figure is said to be the same; none where the words leave it open."""
    if match["score"] or match["high"]:
        return ranks.cutoff
    if match["size"] or match["many"]:
        return ranks.invitations
    before = [number for number in passage.numbers if begin <= number.start and number.end <= match.start()]
    if before and before[-1].role in _OF_ROLES and match.start() - before[-1].end < 25:
        return _OF_ROLES[before[-1].role]
    scores, sizes = (pattern.search(passage.text, begin, match.start()) for pattern in (_SCORES, _SIZES))
    if (scores is None) is (sizes is None):
        return None
    return ranks.cutoff if scores else ranks.invitations


_OF_ROLES: dict[Role, ranks.Figure] = {Role.CUTOFF: ranks.cutoff, Role.INVITATIONS: ranks.invitations}


def _is_sure(passage: Passage, found: Pairs, figure: ranks.Figure) -> bool:
    """Whether the words say between which draws; a size may else be that of a month or a year."""
    if not (found.all and found.clear and found.told and found.dated):
        return False
    new, old = found.all[0]
    stated = {number.value for number in passage.numbers if number.end}
    spoken = new in passage.draws or (figure(new) in stated and new in passage.before)
    carried = figure is ranks.cutoff and new in passage.before[:1]
    return new.category == old.category and (spoken or carried)
