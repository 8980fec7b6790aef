"""By how much a sentence says that a figure changed, and which figure: "eight points lower", "2,000 fewer invitations". Pure: no Django."""

from dataclasses import dataclass

from articles.facts.reading.mentions import NumberMention
from articles.facts.rules.common import ranks
from articles.facts.rules.common.moving import MOST_POINTS, clause, direction, is_moved
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled

_SIZE = compiled(r"\b(?:invitations?|itas?|candidates|people|larger|smaller|bigger|fewer)\b")
_POINTS = compiled(r"\b(?:points?|cut-?offs?|cut off|scores?|crs|lower|higher)\b")
_SIZE_BESIDE = compiled(
    r"\b(?:invitations?|itas?|number|size)(?: (?:is|was|are|were|by|rose|fell|went|up|down))*+ $"
)
# "Two fewer than in 2019" counts draws, unless it goes on about points.
FEW = 50
_FEWER = compiled(r" (?:fewer|more|less)\b(?! (?:crs )?points?\b)")
_FEWER_POINTS = compiled(r" (?:fewer|more|less) (?:crs )?points?\b")
# "Healthcare gained eight: pharmacy technicians (32124) and" counts occupations.
_OF_LISTS = compiled(r"\b(?:occupations?|lists?|codes?|jobs?|professions?|noc)\b|\([0-9]{5}\)")
_POINTS_BEFORE = compiled(
    r"(?:\bpoints?,? (?:that is |which is |that's |or |so )?|\bcut-?off[^.;]{0,30}[0-9],? (?:that is |or |so )?)$"
)
_NOT_CHANGE = compiled(
    r"\b(?:average|mean|median|forecast|expect\w*|needs?|bonus|additional points|extra points|nominat\w*|job offer|brothers?|sisters?|siblings?|diplomas?|degrees?|french (?:adds|gives)|applicants? with|own score|your|my|she|he|her|his|misse[sd]|missing|short(?! of)|you'd|you're|i'm|gap between the (?:lowest|highest|easiest|hardest|largest|smallest)|worth|(?:line|row)s? of the table|can (?:carry|make|push|lift|help|move))\b"
)
# Two ends of a band; where the cut-off is said to move, they are times.
_BAND = compiled(r"\b(?:between (?:them|both|(?:\w+ )?and)|until(?! (?:now|then)\b)|within)\b")

# "390 above 600", "426 below where it began", "the draws grew by 250": of no two draws that are spoken of.
_BEYOND = compiled(
    r" (?:above|below|over|under) (?:[0-9]|where\b|the (?:comprehensive|crs|ranking|system)\b)"
)
_OF_SEVERAL = compiled(
    r"\b(?:draws|rounds|they) (?:grew|shrank|rose|fell|went up|went down)\b|\byear (?:just past |just gone |now ending )?(?:had|brought|saw)\b"
)
# "From 468 down to 413" are the ends of a range, and eight that "make up" a part are counted.
_FROM, _DOWN_TO = compiled(r"\bfrom $"), compiled(r"(?: points?)? (?:down|up|all the way) to\b")
_MAKE_UP = compiled(r"\b(?:mak(?:e|es|ing)|made) up $")
# "The STEM round, by six points" answers a question in which the comparison stands.
_BY = compiled(r", by (?:only |just )?$")
_AGAINST = compiled(r"\b(?:against|than|from|since|compared)\b")
_BEFORE_THAT = compiled(r"\bone before that\b")


@dataclass(frozen=True, slots=True)
class Change:
    """By how much, up (1) or down (-1; 0: not said), and of which figure a sentence says that it changed."""

    number: NumberMention
    sign: int
    figure: ranks.Figure


def change_of(passage: Passage, number: NumberMention) -> Change | None:
    """Return what a number is said to be the change of, None where it is something else."""
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
    if _MAKE_UP.search(text, begin, number.start) or (
        _FROM.search(text, begin, number.start) and _DOWN_TO.match(text, max(number.end, number.noun))
    ):
        return None
    is_of_lists = number.value < FEW and not number.unit and _OF_LISTS.search(text)
    if is_of_lists:
        return None
    sign = direction(text, number.start, max(number.end, number.noun), begin, end)
    if not sign and _BY.search(text, begin, number.start) and not _AGAINST.search(text, begin, end):
        return None
    if number.value < FEW and not number.unit and _FEWER.match(text, number.end):
        return Change(number, sign, ranks.cutoff) if _POINTS_BEFORE.search(text, 0, number.start) else None
    near = text[number.start : min(end, number.end + 30)]
    if number.unit == "point" or _FEWER_POINTS.match(text, number.end):
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
