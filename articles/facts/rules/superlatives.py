"""Lowest, highest, largest: "the lowest cut-off since September 2020", "the largest trades draw ever". Pure: no Django."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import Role
from articles.references import gettext_noop
from draws.clock import Span, year_span

from . import amounts, ranks
from .comparable import A_CATEGORY, ANY_KIND, comparable
from .passages import Passage, rows_of
from .patterns import compiled
from .readings import types_of
from .scopes import end_of
from .subjects import subjects

RULE = "comparisons"

_SUPERLATIVE = compiled(
    r"\b(?:(?P<low>lowest|record[- ]low|all-time low)|(?P<high>highest|record[- ]high|all-time high)|(?P<most>largest|biggest|greatest|most|record(?:-breaking|-setting)?)|(?P<least>smallest|fewest))\b"
)
_OF_CUTOFF = compiled(r"(?: [\w'-]+){0,4}? (?:cut-?offs?|cut off|crs|scores?|points|threshold)\b")
_OF_SIZE = compiled(
    r"(?: [\w',-]+){0,5}? (?:draws?|rounds?|number|invitations?|itas?|candidates|size|total)\b"
)
_SINCE = compiled(
    r" ?(?:[\w',()-]+ ){0,9}?(?:since|in (?:over |more than |almost |nearly )?(?=(?:a|one|two|three|four|five|six|[0-9]+) (?:year|month|week)))"
)
_EVER = compiled(
    r"\b(?:ever|on record|in the record|of all time|all-time|to date|so far|yet|in (?:its|their|the category's|the program's|the class's|the system's|express entry's|ee) (?:\w+ )?history|in (?:the |all )?(?:whole |entire |full )?history|we have (?:ever )?seen|ever seen|that (?:this|the) (?:group|category|class|type|program(?:me)?) has (?:ever |yet )?(?:seen|had)|since the category (?:began|was created)|since (?:express entry|category-based)\b)"
)
_RANKED = compiled(
    r"\b(?:second|third|fourth|fifth|joint|tied for|equal|one of the|among the|[2-9](?:nd|rd|th))(?:[- ]| [\w-]+ )?$"
)
_NOT_SAID = compiled(
    r"\b(?:not|no|never|than|n't|will|would|may|might|could|if|whether|expect\w*|the previous|previous|until|old|former|below the|above the|was once|until then|had been|held the|beat the|compared with the)\b(?: [\w-]+){0,3} $"
)
# "The smallest of the three", "the smallest, agriculture", "the lowest was in February": what it is of, or which, is said elsewhere.
_OF_SOME = compiled(
    r"(?: [\w-]+)? of (?:the |these |those |all )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2}|lot|bunch|group|them|these|those|set)\b"
    r"|, (?!the\b|by\b|a\b|at\b|with\b|so\b|since\b|ever\b)[a-z-]+ (?:in|on|of)\b"
    r"|,? (?:held |drawn )?(?:in|on|that of) [^,;.:]{3,30}, (?:had|was|were|invited|went|took|brought|came|drew|saw|issued|with)\b"
    r"|(?: (?:total|sum))? (?:of|in) any (?:year|month|week|quarter|half)\b"
    r"|(?: [\w-]+){0,3} (?:was|came|were|is|fell) (?:in|on|that of|the one)\b"
)
# "The number is the highest ever" is of invitations.
_NUMBER = compiled(
    r"\b(?:number|size)(?: of (?:invitations|candidates|people))? (?:is|was|are|were)\b[^.;:]*$"
)
_RANK = compiled(r"\b(?P<rank>second|third|fourth|fifth)[- ]$")
_RANKED_CANDIDATE = compiled(
    r"[- ](?:ranked|ranking|scor)|(?: crs)? scores? (?:in the pool|among|of the (?:lowest|last))|[- ]rank| score of the| in the pool| candidates? (?:in|by)"
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


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge what a sentence says to be the lowest, highest, largest or smallest of something."""
    if passage.is_question:
        return
    for match in _SUPERLATIVE.finditer(passage.text):
        if claim := _claim(passage.text, match):
            yield from _judged(passage, record, claim)


def _claim(text: str, match: re.Match[str]) -> Claim | None:
    start, end = match.span()
    before = text[max(0, start - 40) : start]
    ranked = _RANK.search(before)
    rank = amounts.ORDINALS.index(ranked["rank"]) if ranked else 1
    start -= len(ranked[0]) if ranked else 0
    if (
        (_RANKED.search(before) and not ranked)
        or _NOT_SAID.search(before)
        or _RANKED_CANDIDATE.match(text, end)
        or _OF_SOME.match(text, end)
    ):
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
    size = _OF_SIZE.match(text, end) and not _OF_CUTOFF.match(text, end) and "number" in text[end : end + 30]
    if size:
        return Claim(start, end, sign, ranks.invitations, Role.INVITATIONS, end, rank)
    return Claim(start, end, sign, ranks.cutoff, Role.CUTOFF, end, rank)


def _chosen(passage: Passage, record: Record, claim: Claim) -> tuple[list[Draw], bool]:
    """Return the draws that something may be said of, and whether the first of them is surely meant."""
    text = passage.text
    found = subjects(passage, record, claim.start)
    chosen = list(dict.fromkeys((*found.all, *passage.draws)))
    clear = found.is_clear
    # "It is the largest trades draw" names with its type what was spoken of before.
    after = [
        draw for draw in passage.draws if passage.places.get(draw, 0) > claim.end and draw not in found.all
    ]
    if after and not found.named:
        chosen = list(dict.fromkeys((*after, *chosen)))
        clear = len(after) == 1 and bool(_IS.search(text[claim.end : passage.places[after[0]] + 4]))
    nearest = [mention for mention in passage.categories if mention.end <= claim.start]
    if nearest and not _CLAUSE.search(text, nearest[-1].end, claim.start) and not after:
        of_type = [draw for draw in chosen if draw.category == nearest[-1].slug]
        clear = clear and of_type[:1] == chosen[:1]
        chosen = of_type
    figures = [
        number for number in passage.numbers if number.role is claim.role and number.end <= claim.start
    ]
    if figures and claim.start - figures[-1].end < 60:
        told = [draw for draw in (*chosen, *passage.before) if claim.figure(draw) == figures[-1].value]
        clear = clear and bool(told)
        chosen = told or chosen
    known = bool(passage.draws) or not any(mention.is_day for mention in passage.dates)
    return chosen, clear and bool(chosen) and known


_IS = compiled(r"\b(?:was|is|were|came|fell|took place|remains|went)\b|[:,]")
_CLAUSE = compiled(r"[;:.]| but | while | whereas ")


def _judged(passage: Passage, record: Record, claim: Claim) -> Iterator[Finding]:
    text = passage.text
    slugs = [mention.slug for mention in passage.categories if claim.start <= mention.start <= claim.end + 60]
    if A_CATEGORY.match(text, claim.end):
        slugs.append("category-based")
    chosen, clear = _chosen(passage, record, claim)
    if not chosen:
        return
    since, spans, finish = _when(passage, claim)
    ever = None if spans or since else _EVER.search(text, claim.end, claim.end + 70)
    claim = replace(claim, finish=max(claim.end, finish, ever.end() if ever and not finish else 0))
    any_kind = bool(ANY_KIND.match(text, claim.end))
    told = bool(since or spans or ever or "all-time" in text[claim.start : claim.end])
    known = [draw for draw in record.draws if draw.date <= passage.day]
    latest = [draw for draw in known if draw.category == chosen[0].category][-1:]
    for draw in dict.fromkeys((*chosen, *latest)):
        for among in comparable(draw, record, slugs, any_kind):
            if _holds(passage, record, claim, draw, among, since, [] if ever else spans):
                yield _said(passage, claim, draw, None, Status.AGREES, 0.85 if told else 0.6)
                return
    if told and clear and (since or not _of_a_stated(passage, record, claim, [] if ever else spans)):
        draw = chosen[0]
        earlier = next(iter(comparable(draw, record, slugs, any_kind)), [])
        beyond = _beyond(draw, earlier, claim, since, [] if ever else spans)
        if beyond or not since or claim.rank > 1:
            yield _said(passage, claim, draw, beyond, Status.CONTRADICTED, 0.8)


def _of_a_stated(passage: Passage, record: Record, claim: Claim, spans: Sequence[Span]) -> bool:
    """Whether it is true of a draw whose figure is stated here or just before, though no draw was understood by it."""
    numbers = (*passage.numbers, *passage.told)
    values = {number.value for number in numbers if number.role in (claim.role, Role.UNKNOWN)}
    types = types_of(passage, record.draws)
    loose = claim.rank == 1 or not types
    return any(
        _holds(passage, record, claim, draw, ranks.before(draw, record.draws), [], spans)
        for draw in record.draws
        if draw.date <= passage.day and claim.figure(draw) in values and (loose or draw.category in types)
    )


def _holds(
    passage: Passage,
    record: Record,
    claim: Claim,
    draw: Draw,
    among: Sequence[Draw],
    since: Sequence[date],
    spans: Sequence[Span],
) -> bool:
    if claim.rank > 1:
        own = claim.sign * claim.figure(draw)
        rivals = [other for other in among if not since or other.date > min(since)]
        if spans:
            rivals = [other for other in rivals if any(other.date in span for span in spans)]
        return sum(claim.sign * claim.figure(other) > own for other in rivals) == claim.rank - 1
    if since:
        return any(ranks.extreme_since(draw, among, claim.figure, claim.sign, day) for day in since)
    if not spans:
        return ranks.is_extreme(draw, among, claim.figure, claim.sign)
    types = {other.category for other in among} | {draw.category}
    for span in (*spans, year_span(draw.date.year)) if _OF_THE_YEAR.search(passage.text) else spans:
        rivals = [
            other
            for other in record.draws
            if other.date in span and other.date <= passage.day and other.category in types
        ]
        if draw.date in span and ranks.is_extreme(draw, rivals, claim.figure, claim.sign):
            return True
    return False


_OF_THE_YEAR = compiled(r"\b(?:of|in|for) (?:the|that) year\b")


def _when(passage: Passage, claim: Claim) -> tuple[list[date], list[Span], int]:
    """Return the days since which a figure is said to be the extreme, the times that it is said to be it of, each in every
    way to read them, and where the words for them end."""
    days: list[date] = []
    spans: list[Span] = []
    finish = 0
    for period in passage.periods:
        between = passage.text[claim.end : period.start]
        if _AHEAD.search(between):
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
    r"\b(?:ahead of|than|beating|before|followed by|as in)(?: (?:that|those|the))?(?: (?:of|in))? $"
)
_RIGHT_BEFORE = compiled(r"[^,]{0,4}")
_AFTER_SINCE = compiled(r"\bsince(?: [\w'-]+){0,5} $")


def _beyond(
    draw: Draw, earlier: Sequence[Draw], claim: Claim, since: Sequence[date], spans: Sequence[Span]
) -> Draw | None:
    """Return a draw that shows that the claim is wrong."""
    inside = [
        other
        for other in earlier
        if (not since or other.date > min(since)) and (not spans or any(other.date in span for span in spans))
    ]
    own = claim.sign * claim.figure(draw)
    beyond = [other for other in inside if claim.sign * claim.figure(other) > own]
    return max(beyond, key=lambda other: claim.sign * claim.figure(other), default=None)


def _said(
    passage: Passage, claim: Claim, draw: Draw, other: Draw | None, status: Status, confidence: float
) -> Finding:
    if other is None:
        return passage.finding(
            RULE,
            status,
            claim.start,
            claim.end if status is Status.AGREES else claim.finish,
            gettext_noop("By the record, draw %(number)s is it.")
            if status is Status.AGREES
            else gettext_noop("By the record, draw %(number)s is not it."),
            rows=rows_of(draw),
            confidence=confidence,
            params={"number": draw.number},
        )
    return passage.finding(
        RULE,
        status,
        claim.start,
        claim.finish,
        gettext_noop("Draw %(number)s had %(figure)s, draw %(other)s of %(day)s had %(beyond)s."),
        expected=f"{claim.figure(other):,} ({other.date.isoformat()})",
        rows=rows_of(draw, other),
        confidence=confidence,
        params={
            "number": draw.number,
            "figure": f"{claim.figure(draw):,}",
            "other": other.number,
            "day": other.date.isoformat(),
            "beyond": f"{claim.figure(other):,}",
        },
    )
