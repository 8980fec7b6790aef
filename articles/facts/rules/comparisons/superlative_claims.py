"""The words that call a figure the lowest, highest, largest or smallest, and what is claimed by them. Pure: no Django."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from articles.facts.reading.mentions import Role
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.hedging import FORESEEN, SUPPOSED
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.facts.rules.common.scopes import end_of
from draws.clock import FIRST_YEAR, Span, year_span

_SUPERLATIVE = compiled(
    r"\b(?:(?P<low>lowest|record[- ]low|all-time low)|(?P<high>highest|record[- ]high|all-time high)|(?P<most>largest|biggest|greatest|most|record(?:-breaking|-setting)?)|(?P<least>smallest|fewest))\b"
)
_OF_CUTOFF = compiled(r"(?: [\w'-]+){0,4}? (?:cut-?offs?|cut off|crs|scores?|points|threshold)\b")
_OF_SIZE = compiled(
    r"(?: [\w',-]+){0,5}? (?:draws?|rounds?|number|invitations?|itas?|candidates|size|total)\b"
)
_SINCE = compiled(
    rf" ?(?:[\w',()-]+ ){{0,9}}?(?:since|in (?:over |more than |almost |nearly )?(?=(?:a|one|{FEW}|[0-9]+) (?:year|month|week)))"
)
EVER = compiled(
    r"\b(?:ever|on record|in the record|of all time|all-time|to date|so far|yet|in (?:its|their|the category's|the program's|the class's|the system's|express entry's|ee) (?:\w+ )?history|in (?:the |all )?(?:whole |entire |full )?history|we have (?:ever )?seen|ever seen|(?:that )?(?:this|the) (?:group|category|class|type|program(?:me)?) has (?:ever |yet )?(?:seen|had)|since the category (?:began|was created)|(?:(?:that )?(?:an?|any) (?:[\w-]+ ){0,2}(?:draw|round|group) has (?:ever |yet )?(?:seen|had|needed|reached|brought))|since (?:express entry|category-based)\b)"
)
_RANKED = compiled(
    r"\b(?:next|second|third|fourth|fifth|joint|tied for|equal|one of the|among the|[2-9](?:nd|rd|th))(?:[- ]| [\w-]+ )?$"
)
_NOT_SAID = compiled(
    rf"\b(?:not|no|never|than|n't|{SUPPOSED}|{FORESEEN}|promis\w*|hop(?:e|es|ed|ing) for|the previous|previous|(?:month|week|day|year|quarter) (?:of|with)|until|old|former|below the|above the|was once|until then|had been|held the|(?:beat|beats|beaten|broke|breaks|broken|topped|tops|surpassed|smashed|took|takes) the(?: (?:old|earlier))?|compared with the|(?:came|comes|coincid(?:es|ed)|together) with the|alongside the|as (?:big|large|small|high|low|many|much) as the)\b(?: [\w-]+){{0,3}} [“\"'‘]?$"
)
# "The smallest of the three", "the smallest, agriculture", "the lowest was in February": what it is of, or which, is said elsewhere.
_OF_SOME = compiled(
    rf"(?: single| overall)? (?:share|part|portion|slice|chunk|half|contingent)\b|(?: [\w-]+)? of (?:the |these |those |all )?(?:{FEW}|[0-9]{{1,2}}|lot|bunch|group|them|these|those|set)\b"
    r"|, (?!the\b|by\b|a\b|at\b|with\b|so\b|since\b|ever\b)[a-z-]+ (?:in|on|of)\b"
    r"|(?: (?:draw|round|cut-?off|score|figure|mark))?,? (?:held |drawn )?(?:in|on(?! record\b)|that of) [^,;.:]{3,30}, (?:had|was|were|invited|went|took|brought|came|drew|saw|issued|with)\b"
    r"|(?: (?:single )?(?:draw|round|cut-?off|score))?(?: (?:of|in|for) (?:the|this|that|20[0-9]{2})(?: [\w-]+){0,2})? (?:went to|belonged to|(?:was|is|were)(?: (?:that|the one|one|held|reserved))? for)\b"
    r"|(?: (?:total|sum))? (?:of|in) any (?:year|month|week|quarter|half)\b"
    r"|(?: [\w-]+){0,3} (?:was|came|were|is|fell) (?:in|on|that of|the one)\b"
)
# "The number is the highest ever" is of invitations.
_NUMBER = compiled(
    r"\b(?:number|size)(?: of (?:invitations|candidates|people))? (?:is|was|are|were)\b[^.;:]*$"
)
# "Our lowest number of the year is 354" may be of a cut-off; "the lowest is not 413" says what it is not.
_BARE_NUMBER = compiled(
    r"(?: [\w'-]+){0,4}? number\b(?! of (?:invit|peop|candid|itas?\b|nomin))|(?: [\w'-]+){0,8}? (?:is|was) not\b"
)
# "The record of 2025 helps", "far from the record of 486", "the month with the most nominee draws", "the biggest fall" call no draw so.
_NO_CLAIM = compiled(
    r"[a-z]+ (?:[\w-]+ )?(?:drop|fall|decline|decrease|slide|rise|increase|jump|climb|gain|leap|change|step|move|movement|swing)s?\b(?! in)|record of (?:20[0-9]{2}\b(?! invit)|[0-9][0-9,]*,? (?:set|reached|from|of|in|that)\b)|(?:most|fewest) (?:[\w-]+ )?(?:draws|rounds)\b"
)
# "Before yesterday the lowest score ever was 431", "the lowest seen before now in that class was 431": no longer.
_NOW = r"(?:now|then|today|yesterday|that|this|it|(?:last |this )?(?:week|[a-z]+day))"
_BEFORE_NOW = compiled(rf"\b(?:before|until|till|up to) {_NOW},? (?:the|its|their|our)(?: [\w-]+)? $")
_UNTIL_NOW = compiled(
    rf"(?: (?!since\b|is\b|was\b)[\w'-]+){{0,5}}? (?:(?:before|until|till|up to) {_NOW}|hitherto|previously)\b(?: [\w'-]+){{0,6}}? (?:was|were|had been|stood)\b"
)
# "The lowest on record" is said once.
_ON_RECORD = compiled(r"\b(?:on|in the|(?:the|our|its) (?:official|whole|entire|full|complete)|in our) $")
_RANK = compiled(r"\b(?P<rank>second|third|fourth|fifth)[- ]$")
_RANKED_CANDIDATE = compiled(
    r"[- ](?:ranked|ranking|scor(?:ing|er|ed))|(?: crs)? scores? (?:in the pool|among|of the (?:lowest|last))|[- ]rank| score of the| in the pool| candidates? (?:in|by)"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Which figure is said to be beyond the others: sign 1 upwards, -1 downwards. text[start:end] says it, `finish` ends
    the words that say since when or of which time."""

    start: int
    end: int
    sign: int
    figure: ranks.Figure
    role: Role
    finish: int = 0
    rank: int = 1


def claims(text: str) -> Iterator[Claim]:
    """Yield what a sentence in small letters says to be beyond others."""
    for match in _SUPERLATIVE.finditer(text):
        if not _OF_SOME.match(text, match.end()) and (claim := _claim(text, match)):
            yield claim


def claims_of(text: str, behind: re.Pattern[str]) -> Iterator[tuple[Claim, re.Match[str]]]:
    """Yield what a sentence says to be beyond others where words that `behind` matches follow, which say of which."""
    for match in _SUPERLATIVE.finditer(text):
        if (of := behind.match(text, match.end())) and (claim := _claim(text, match)):
            yield claim, of


def _claim(text: str, match: re.Match[str]) -> Claim | None:
    start, end = match.span()
    before = text[max(0, start - 40) : start]
    ranked = _RANK.search(before)
    rank = amounts.ORDINALS.index(ranked["rank"]) if ranked else 1
    start -= len(ranked[0]) if ranked else 0
    if (
        _BEFORE_NOW.search(before)
        or _UNTIL_NOW.match(text, end)
        or (text[start:end] == "record" and _ON_RECORD.search(before))
        or (_RANKED.search(before) and not ranked)
        or _NOT_SAID.search(before)
        or _RANKED_CANDIDATE.match(text, end)
    ):
        return None
    if _NO_CLAIM.match(text, start):
        return None
    which = match.lastgroup
    sign = 1 if which in {"high", "most"} else -1
    if which in {"most", "least"}:
        if _OF_CUTOFF.match(text, end):
            return None
        if (
            text[start:end] in {"most", "fewest", "greatest"}
            and not _OF_SIZE.match(text, end)
            and not _SINCE.match(text, end)
        ):
            return None
        return Claim(start, end, sign, ranks.invitations, Role.INVITATIONS, end, rank)
    if _NUMBER.search(text, max(0, start - 80), start) and not _OF_CUTOFF.match(text, end):
        return Claim(start, end, sign, ranks.invitations, Role.INVITATIONS, end, rank)
    if _BARE_NUMBER.match(text, end):
        return None
    size = _OF_SIZE.match(text, end) and not _OF_CUTOFF.match(text, end) and "number" in text[end : end + 30]
    if size:
        return Claim(start, end, sign, ranks.invitations, Role.INVITATIONS, end, rank)
    return Claim(start, end, sign, ranks.cutoff, Role.CUTOFF, end, rank)


# "Leave that day aside, and the lowest was 357", "the largest of the year, not counting nominees": of fewer than all.
_LEFT_OUT = compiled(
    r"\b(?:leav(?:e|es|ing)\b[^;:.]{0,40}\b(?:out|aside)|(?:put|set)(?:ting)? [^;:.]{0,30}\baside|apart from|aside from|except|excluding|not counting|discount(?:ing)?|disregard(?:ing)?|ignor(?:e|ing)|other than|barring|but for|without (?:it|that|this|the|counting))\b"
)


def is_left_out(text: str, claim: Claim) -> bool:
    """Whether the words around a claim leave a draw out of those that it is among."""
    return (
        _LEFT_OUT.search(text, text.rfind(";", 0, claim.start) + 1, clause(text, claim.start)[1]) is not None
    )


def when(passage: Passage, claim: Claim) -> tuple[list[date], list[Span], int]:
    """Return the days since which a figure is said to be the extreme, the times that it is said to be it of, each in every
    way to read them, and where the words for them end."""
    days: list[date] = []
    spans: list[Span] = []
    finish = 0
    for period in passage.periods:
        between = passage.text[claim.end : period.start]
        if _AHEAD.search(between):
            continue
        if _UNTIL.match(passage.text, period.start):
            # "The lowest until last week" is the lowest of all before.
            began = year_span(FIRST_YEAR).start
            ends = [end for span in period.spans for end in (span.end, span.end - timedelta(days=7))]
            spans += [Span(began, end) for end in ends]
            finish = max(finish, period.end)
            continue
        since = period.form.startswith("since") or _AFTER_SINCE.search(between) is not None
        if 0 <= period.start - claim.end <= 80 and (since or period.form == "recent"):
            days += [day for span in period.spans for day in (span.start, end_of(period.form, span))]
        elif not period.is_day and (
            0 <= period.start - claim.end <= 60
            or _RIGHT_BEFORE.fullmatch(passage.text, period.end, claim.start)
        ):
            spans += period.spans
        else:
            continue
        finish = max(finish, period.end)
    return days, spans, finish


# "The largest ever, ahead of that of March 2025" is no largest of that month.
_AHEAD = compiled(
    r"\b(?:ahead of|than|beating|before|followed by|as in|under|above|below|beneath)(?: (?:that|those|the))?(?: (?:of|in))? $|, (?:the|its) (?:\w+ )?being\b[^;:]*$"
)
_UNTIL = compiled(r"until\b|up to\b")
_RIGHT_BEFORE = compiled(r"[^,]{0,4}")
_AFTER_SINCE = compiled(r"\bsince(?: [\w'-]+){0,5} $")
