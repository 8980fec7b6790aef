"""Shares and changes in words: "a third of them", "more than half of the total", "a quarter less than". Pure: no Django."""

import re
from collections.abc import Iterator

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.amounts import Hedge
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import MONTH_NAMES
from articles.facts.rules.common.readings import sets_of
from articles.facts.rules.common.scopes import PROGRAMS
from articles.facts.rules.common.speaking import POLL, PROVINCIAL, widened
from articles.references import gettext_noop

from . import ratios
from .proportions import LOOSE, SIZES, is_of_others
from .ratios import Ratio

RULE = "comparisons"

_FRACTIONS = {
    "half": 1 / 2, "a half": 1 / 2, "one half": 1 / 2, "one-half": 1 / 2,
    "a third": 1 / 3, "one third": 1 / 3, "one-third": 1 / 3, "two thirds": 2 / 3, "two-thirds": 2 / 3,
    "a quarter": 1 / 4, "one quarter": 1 / 4, "one-quarter": 1 / 4, "three quarters": 3 / 4, "three-quarters": 3 / 4,
    "a fifth": 1 / 5, "one fifth": 1 / 5, "one-fifth": 1 / 5, "two fifths": 2 / 5, "three fifths": 3 / 5, "four fifths": 4 / 5,
}  # fmt: skip
_WORDS = "|".join(sorted((words.replace("-", "[-]") for words in _FRACTIONS), key=len, reverse=True))
# What a share is of must be the invitations of a time.
_SHARE = compiled(
    rf"\b(?P<f>{_WORDS})(?= of (?:(?:all |the |its |this |that |last )*+(?:[\w'-]+ ){{0,2}}?(?:invitations|itas|total|year's|month's|week's|quarter's)\b|them\b|these\b|everything\b|the whole\b(?= ?[.,;:)]| ?$)|what was\b|the (?:year|month|week|quarter)(?:'s)?\b(?! of the)))"
)
# "The first half of the year" is a time, and no share.
_OF_TIME = compiled(r"\b(?:first|second|last|latter|other|early|late)[ -]$")
# "Four in five", "two out of three": of invitations that stand beside.
_N = "|".join(amounts.WORDS[1:11])
_IN = compiled(
    rf"\b(?P<f>(?P<n>{_N}|[1-9]) (?:in|out of)(?: every)? (?P<m>{_N}|10|[2-9]))\b(?! (?:draws?|rounds?|days|weeks|months|years|occupations|codes|jobs|categories|types|points|times)\b)"
)
_OF_INVITATIONS = compiled(
    r"(?: of)?(?: (?:the|its|all|these|those))*(?: [a-z]+['’]s)? (?:invitations|itas)\b"
)
# "10,500 of the month's invitations, or two in three".
_OR = compiled(
    r"\b(?:invitations|itas),? (?:or|that is|which is|in other words|thus|so)(?: (?:more than|over|just over|about|almost|nearly|around|roughly|some|close to|just under|less than))*+ $"
    r"|\b(?:invitations|itas), (?:more than|just over|over|about|almost|nearly|around|roughly|some|close to|just under|less than|a little (?:more|less) than) $"
)
_ALONE = compiled(rf"\b(?P<f>{_WORDS})(?= ?(?:[.,;:)]|$))")
# "1,000 invitations, a third of the 3,000 of July".
_OF_FIGURE = compiled(
    rf"\b(?P<f>{_WORDS}) of (?:the |those |its )(?=[0-9]+,?[0-9]{{3}}\b(?! (?:of (?:them|these|those)|draws|points)))"
)
_RIGHT_BEFORE = compiled(
    r"(?: (?:invitations|itas|people|candidates))?(?:,| -| –| —|;)?(?: (?:or|that is|which is|only|just|about|almost|nearly|roughly|some|more than|less than|over|exactly))*+ "
)
_CHANGE = compiled(
    r"\b(?P<f>a third|one third|a quarter|one quarter|a fifth|half) (?P<way>fewer|less|smaller)(?= than\b| ?[,.;)]| invitations\b)"
)
# "In April the size was cut by half, to 3,500": from what was told of before.
_CUT_BY = compiled(
    rf"\b(?:cut|reduced|fell|dropped|shrank|went down|came down|lowered) by (?:about |almost |nearly |more than |over |roughly |just over |just under )?(?P<f>{_WORDS}),? (?:down )?to (?=[0-9])"
)
# "He was half of them, she the other half", "half of them were in Canada".
_WHO = compiled(r" of (?:them|these)\b(?! ?\(| ?,| (?:went|for|to|in|from|were (?:for|in)|\())")
# "A thousand in total, half of them in July": what a time had of a number that is told.
_OF_A_TIME = compiled(
    rf" of (?:them|these) (?:in|on|from|since|before|after) (?:[0-9]|(?:early |late |mid-)?(?:{MONTH_NAMES})\b)"
)
_COUNTS = compiled(
    r"\b(?:draws|rounds|occupations|codes|jobs|titles|types|categories)(?: ?,)? (?:more |almost |nearly |about |just |over )*+$"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the shares and changes that a sentence states in words."""
    text = passage.text
    if passage.is_question or POLL.search(text) or PROVINCIAL.search(text):
        return
    for match in _SHARE.finditer(text):
        if _is_of_draws(passage, match) and not any(
            other.match(text, match.end()) for other in (_WHO, _OF_A_TIME)
        ):
            yield from _judged(passage, match, list(_shares(passage, record, match.start())), False)
    for match in (*_IN.finditer(text), *_ALONE.finditer(text)):
        beside = match.re is _IN and _OF_INVITATIONS.match(text, match.end())
        if (beside or _OR.search(text, 0, match.start())) and _is_of_draws(passage, match):
            yield from _judged(passage, match, list(_shares(passage, record, match.start())), False)
    for match in _OF_FIGURE.finditer(text):
        if _is_of_draws(passage, match) and (stated := _of_figure(passage, match)):
            yield from _judged(passage, match, stated, False)
    for match in _CHANGE.finditer(text):
        if _is_of_draws(passage, match) and (stated := _beside(passage, match)):
            yield from _judged(passage, match, stated, True)
    for match in _CUT_BY.finditer(text):
        if _is_of_draws(passage, match) and (stated := _from_before(passage, match)):
            yield from _judged(passage, match, stated, True)


def _from_before(passage: Passage, match: re.Match[str]) -> list[Ratio]:
    """Return how the size that something was cut to compares with that of the draw last spoken of, and with the size last told."""
    new = [number.value for number in passage.numbers if number.start == match.end() and _is_size(number)]
    told = [number.value for number in passage.told if number.role is Role.INVITATIONS]
    olds = [*(draw.invitations for draw in passage.before[:1]), *told[-1:]]
    return [Ratio(new[0], old) for old in dict.fromkeys(olds) if new and new[0] < old]


def _is_of_draws(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a share is one of invitations."""
    begin, _end = clause(passage.text, match.start())
    if _OF_TIME.search(passage.text, begin, match.start()):
        return False
    sized = SIZES.search(passage.text) or any(
        number.role is Role.INVITATIONS for number in (*passage.numbers, *passage.told)
    )
    return bool(
        sized
        and not is_of_others(passage, *match.span())
        and not LOOSE.search(passage.text, begin, match.start())
        and not _COUNTS.search(passage.text, begin, match.start())
    )


def _shares(passage: Passage, record: Record, start: int) -> Iterator[Ratio]:
    """Yield which share each type that is named had of the invitations of the times spoken of; of those of categories where the
    sentence speaks of these. Without a type it is that of the size right before the share."""
    known = [draw for draw in record.draws if draw.date <= passage.day]
    sets = sets_of(passage, known, frozenset())
    named = [slug for slug in passage.slugs if slug != "category-based"]
    sizes = [number for number in passage.numbers if number.end <= start and _is_size(number)][-1:]
    if not passage.slugs and sizes and _RIGHT_BEFORE.fullmatch(passage.text, sizes[0].end, start):
        for among in sets.stated:
            if sizes[0].value < (whole := sum(draw.invitations for draw in among)):
                yield Ratio(sizes[0].value, whole)
        return
    loose = len(passage.topic) != 1 and not _FOR_CATEGORIES.search(passage.text)
    if len(named) != 1 and passage.slugs or not passage.slugs and loose:
        return
    types = widened(named or passage.topic, known)
    if not named and _FOR_CATEGORIES.search(passage.text):
        # "Draws that were held for a category": of any, and not of the one spoken of before.
        types = widened(("category-based",), known)
    for among in sets.stated or sets.others:
        wholes = [among, *passage.tables]
        if _CATEGORIES.search(passage.text):
            wholes.append(tuple(draw for draw in among if draw.category not in PROGRAMS))
        if _NOMINEES.search(passage.text):
            wholes.append(tuple(draw for draw in among if not draw.includes_nomination))
        for inside in wholes:
            whole = sum(draw.invitations for draw in inside)
            part = sum(draw.invitations for draw in inside if draw.category in types)
            if 0 < part < whole:
                yield Ratio(part, whole)
                if _OTHERS.search(passage.text):
                    yield Ratio(whole - part, whole)


_FOR_CATEGORIES = compiled(
    r"\b(?:for (?:a|any) category|for categories|category[- ]based|by category|categories)\b"
)
_CATEGORIES = compiled(r"\bcategor")
_NOMINEES = compiled(r"\bnominees?\b")
_OTHERS = compiled(r"\b(?:rest|others?|outside|without|apart|besides|not|except|only)\b")


def _beside(passage: Passage, match: re.Match[str]) -> list[Ratio]:
    """Return how the two sizes compare that a sentence states around a change: "2,000, a third fewer than the 3,000 of May"."""
    sizes = [number for number in passage.numbers if _is_size(number)]
    before = [number for number in sizes if number.end <= match.start()]
    after = [number for number in sizes if number.start >= match.end()]
    if before and len(after) == 1 and _THAN.fullmatch(passage.text, match.end(), after[0].start):
        return [Ratio(before[-1].value, after[0].value)]
    if not after and len(before) == 2 and _INSTEAD.search(passage.text, before[0].end, before[1].start):
        return [Ratio(before[0].value, before[1].value)]
    return []


def _of_figure(passage: Passage, match: re.Match[str]) -> list[Ratio]:
    """Return how a size compares with the figure behind it that it is said to be a part of."""
    before = [number for number in passage.numbers if number.end <= match.start()][-1:]
    whole = [number for number in passage.numbers if number.start == match.end()]
    near = before and _RIGHT_BEFORE.fullmatch(passage.text, before[0].end, match.start())
    if not near or not whole or not _is_size(before[0]) or not _is_size(whole[0]):
        return []
    return [Ratio(before[0].value, whole[0].value)]


def _is_size(number: NumberMention) -> bool:
    return (
        number.role in (Role.INVITATIONS, Role.UNKNOWN) and number.value >= ratios.LEAST and not number.bound
    )


_THAN = compiled(r"(?: invitations)? than (?:the |in the )?")
_INSTEAD = compiled(r"\b(?:instead of|against|compared (?:with|to)|not|after|down from)(?: the)? $")


def _judged(passage: Passage, match: re.Match[str], found: list[Ratio], is_change: bool) -> Iterator[Finding]:
    start, end = match.span("f")
    hedge = amounts.hedge(passage.text, start, end)
    claimed = _claimed(match)
    values = [1 - ratio.value if is_change else ratio.value for ratio in found]
    if not values:
        return
    true = any(_fits(claimed, value, hedge) for value in values)
    ratio = found[0]
    yield passage.finding(
        RULE,
        Status.AGREES if true else Status.CONTRADICTED,
        start,
        end,
        gettext_noop("By the record it is %(part)s against %(whole)s invitations."),
        expected="" if true else f"{values[0] * 100:.0f}%",
        rows=rows_of(*passage.draws[:2]),
        confidence=0.75,
        params={"part": f"{ratio.part:,.0f}", "whole": f"{ratio.whole:,.0f}"},
    )


def _claimed(match: re.Match[str]) -> float:
    if match.re is not _IN:
        return _FRACTIONS[match["f"]]
    part, whole = (
        int(words) if words.isdigit() else amounts.WORDS.index(words) for words in match.group("n", "m")
    )
    return part / whole


def _fits(claimed: float, actual: float, hedge: Hedge) -> bool:
    """Whether a fraction may be said of a share: a fraction in words is never exact."""
    match hedge:
        case Hedge.OVER | Hedge.AT_LEAST:
            return claimed * 0.99 <= actual <= claimed * 1.6
        case Hedge.NEARLY | Hedge.UNDER | Hedge.AT_MOST:
            return claimed * 0.75 <= actual <= claimed * 1.01
        case Hedge.ABOUT:
            return abs(claimed - actual) <= 0.15 * claimed
    return abs(claimed - actual) <= 0.1 * claimed
