"""Which of two sums is the greater: "already more than the whole of 2016", "the total is above that of 2021". Pure: no Django.

`directions` sets draws and stated figures beside each other, `compared_times` says by how much two times are apart. Here what a time
had is compared by no number: with a figure that the sentence states, with its own time, with the draw that is told of.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import MONTH_NAMES
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.speaking import PROVINCIAL, VAGUE, widened
from articles.references import gettext_noop
from draws.clock import Span

RULE = "comparisons"

_OF = r"(?: (?:the|its|all|those|draws|rounds|in|during|over|for|of|whole|entire|full|total|sum|figure|number|what|it|was|had been|put out|issued|invitations|that))*+"
_THAN = compiled(
    rf"\b(?P<word>more|fewer|less|bigger|larger|smaller|greater|higher|lower)(?: (?P<noun>invitations|itas|people|candidates|draws|rounds))? than\b(?P<of>{_OF}) (?=[a-z0-9])"
    rf"|\b(?P<side>above|below|ahead of|behind|short of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?)\b(?P<of2>{_OF}) (?=[a-z0-9])"
)
_DOWN = frozenset(("fewer", "less", "smaller", "lower", "below", "behind", "short of"))
_DRAWS = frozenset(("draws", "rounds"))
# What else is said to be more, and what says nothing about a sum.
_OTHERS = compiled(
    r"\b(?:points?|cut-?offs?|scores?|occupations?|codes|jobs|lists?|average|mean|per draw|per round|days|weeks|times|twice|(?:a|one|by) (?:half|third|quarter|fifth)|half (?:as|the|that|of)|per cent|percent|share|categories|nominations?)\b|%"
)
_LOOSE = hedged(r"no|much|often|usually|than any|nearly|almost|target\w*|plan\w*")
_SUMMED = compiled(r"\b(?:invitations|itas|total|sum|invited|issued|year|month|quarter|half)\b")
_DRAW = compiled(
    r"^\W*(?:(?:still|yet|so|and|but|even so),? )?(?:it|that|this|(?:that|this) (?:one )?(?:draw|round)|the (?:draw|round))\b"
)
_FORMS = frozenset(
    ("year", "lastyear", "thisyear", "theyear", "month", "months", "thismonth", "lastmonth", "half", "halfyear", "quarter", "yearpart", "samepoint", "sameas", "carried")
)  # fmt: skip
# Of these words a month's may be those of one draw in it, which `directions` looks at.
_OF_ONE = frozenset(("bigger", "larger", "smaller", "greater", "higher", "lower"))
_SUM = compiled(r"\b(?:total|sum|invitations|together|in all|altogether)\b")
_JOINED = compiled(rf",? (?:and|or|to|until) (?:in )?(?:20[0-9]{{2}}|the|{MONTH_NAMES})\b")
# "More than in any other month of 2025" is of no year; "behind 2018 and, by 723, behind 2017" has no subject beside it.
_SOME = compiled(r"\b(?:any|each|every|either|other|single|one|best|worst|month|week)\b")
_AND = compiled(r"\band(?:,? by [^,;]{1,20},)? $")
# "2,500 more than in 2016", "more than 5,000 in 2016": by how much, and how many.
_BY_BEFORE = compiled(r" (?:invitations |people |candidates |draws |rounds )?")
# Smaller numbers are no sums; a figure that is compared stands no farther before the words.
LEAST, NEAR = 1200, 70
# What a time is of may stand between it and the words: "all CEC draws of 2020".
REACH = 40


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge which of two sums, one of them of a time, is said to be the greater."""
    text = passage.text
    if passage.is_question or PROVINCIAL.search(text) or VAGUE.search(text):
        return
    for match in _THAN.finditer(text):
        begin, end = clause(text, match.start())
        if _LOOSE.search(text, max(begin, match.start() - 40), match.end()):
            continue
        old = next(
            (
                period
                for period in passage.periods
                if period.form in _FORMS
                and match.end() <= period.start + 12
                and period.start - match.end() <= REACH
                and period.start >= match.start()
            ),
            None,
        )
        if (
            old is None
            or old.end > end
            or _OTHERS.search(text, max(begin, match.start() - NEAR), old.end + 30)
            or _JOINED.match(text, old.end)
        ):
            continue
        if _SOME.search(text, match.start(), old.start) or _AND.search(text, begin, match.start()):
            continue
        if any(
            match.end() <= one.start < old.start or _BY_BEFORE.fullmatch(text, one.end, match.start())
            for one in passage.numbers
        ):
            continue
        yield from _judged(passage, record, match, old)


def _judged(passage: Passage, record: Record, match: re.Match[str], old: Period) -> Iterator[Finding]:
    word = match["word"] or match["side"]
    sign = -1 if word in _DOWN else 1
    known = [draw for draw in record.draws if draw.date <= passage.day]
    counted = match["noun"] in _DRAWS
    differences = list(_apart(passage, known, match, old, counted=counted))
    if differences and all(sign * one < 0 for one in differences):
        start, end = match.span("word" if match["word"] else "side")
        yield passage.finding(
            RULE,
            Status.CONTRADICTED,
            start,
            end,
            gettext_noop("By the record there were %(difference)s %(way)s."),
            expected="more" if sign < 0 else "fewer",
            confidence=0.75,
            params={"difference": f"{abs(differences[0]):,.0f}", "way": "more" if sign < 0 else "fewer"},
        )


def _apart(
    passage: Passage, known: Sequence[Draw], match: re.Match[str], old: Period, *, counted: bool
) -> Iterator[float]:
    """Yield how far what is spoken of is from what the other time had, in every way to read it."""
    text = passage.text
    behind = {one.slug for one in passage.categories if match.start() <= one.start < old.end + REACH // 2}
    before = {one.slug for one in passage.categories if one.end <= match.start()}
    readings = [behind] if behind else [before, set(passage.topic), set[str]()]
    kinds = [kind for slugs in readings if (kind := widened(slugs, known)) or not slugs]
    spans = old.spans[:2]
    own = [
        period
        for period in passage.periods
        if period.end <= match.start() and period.form in _FORMS and period.spans[0] != old.spans[0]
    ]
    figure = None if counted else _figure(passage, match)
    if not own and figure is None and match["word"] in _OF_ONE:
        is_month = "month" in old.form
        if is_month or (match["word"] in ("higher", "lower") and not _SUM.search(text, 0, match.start())):
            return
    same_year = [span for span in spans if own and span.start.year == own[-1].spans[0].start.year]
    if "half" in old.form or "quarter" in old.form:
        spans = tuple(same_year[:1]) or spans
    for kind in dict.fromkeys(kinds):
        of_kind = [draw for draw in known if not kind or draw.category in kind]
        sums = [_held(of_kind, span, passage.day, counted=counted) for span in spans]
        for had in [one for one in sums if one]:
            if figure is not None:
                yield figure.value - had
            for period in own[-1:] if figure is None else ():
                if new := _held(of_kind, period.spans[0], passage.day, counted=counted):
                    yield new - had
            if figure is None and not own:
                yield from (one - had for one in _told(passage, of_kind, match, old, counted=counted))


def _figure(passage: Passage, match: re.Match[str]) -> NumberMention | None:
    """Return the sum that a sentence states right before the words."""
    found = [
        number
        for number in passage.numbers
        if number.end <= match.start()
        and number.value >= LEAST
        and number.role in (Role.INVITATIONS, Role.UNKNOWN)
    ]
    return found[-1] if found and match.start() - found[-1].end <= NEAR else None


def _told(
    passage: Passage, of_kind: Sequence[Draw], match: re.Match[str], old: Period, *, counted: bool
) -> Iterator[float]:
    """Yield what the words may be about where the sentence states no sum and names no time of its own: the draw or the sum last told
    of, and the time that it stands under."""
    if not counted and _DRAW.match(passage.text) and passage.before:
        yield passage.before[0].invitations
    if not counted:
        told = [
            one for one in passage.told if one.value >= LEAST and one.role in (Role.INVITATIONS, Role.UNKNOWN)
        ]
        yield from (one.value for one in told[-1:])
    around = [one for one in (*passage.earlier[::-1], *passage.context) if one.form in _FORMS]
    if _SUMMED.search(passage.text, 0, match.start()) or counted:
        for period in around[:1]:
            if period.spans[0] != old.spans[0] and (
                new := _held(of_kind, period.spans[0], passage.day, counted=counted)
            ):
                yield new


def _held(draws: Sequence[Draw], span: Span, day: date, *, counted: bool) -> int:
    """Return how many invitations, or how many draws, a time had."""
    inside = [draw for draw in draws if draw.date in span and draw.date <= day]
    return len(inside) if counted else sum(draw.invitations for draw in inside)


_ALONE = compiled(
    r"\b(?:(?P<word>more|fewer|less)(?: (?P<noun>invitations|draws|rounds))?|(?P<way>richer|poorer|busier|quieter|fuller|leaner|stronger|weaker|heavier|lighter|thinner|calmer)(?P<than> than (?=the |in |that |20|[a-z]))?)(?= ?[.,;:!)]| ?$| (?:and|but|with)\b|(?<=than\s))"
)
_LESS = frozenset(("fewer", "less", "poorer", "quieter", "leaner", "weaker", "lighter", "thinner", "calmer"))
_COMPARED = compiled(
    r"\b(?:than|as|against|after|from|unlike|compared (?:with|to))(?: (?:in|of|for|during|the|that|those)){0,3} $"
)
# "No more", "or less", "even fewer": of no two times.
_NOT_ALONE = compiled(
    r"(?:\b(?:no|or|any|some|ever|once|what is|even|not|never|nothing|and|far from|getting|grew|grow|become\w*|became|is|are|than|with|for)|[0-9]|\b(?:draws|rounds|invitations|people|points)) $"
)
# Times of one length differ by no more days than this.
NEAR_LENGTH = 4


def alone(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge "in 2024 there were fewer draws", behind what 2023 had; "so the second half was poorer"."""
    text = passage.text
    if passage.is_question or PROVINCIAL.search(text):
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    for match in _ALONE.finditer(text):
        begin, end = clause(text, match.start())
        near = [one for one in passage.periods if begin <= one.start < end and one.form in _FORMS]
        # Behind "than" stands the other of the two.
        own = [one for one in near if one.start < match.start()] if match["than"] else near
        if len(own) != 1 or len(near) != len(own) + bool(match["than"]) or own[0].start > match.start():
            continue
        if _COMPARED.search(text, 0, own[0].start):
            continue
        if _NOT_ALONE.search(text, 0, match.start()):
            continue
        # The time itself may be a half.
        told = own[0].end if match["than"] else begin
        if _OTHERS.search(text, told, match.end()) or _LOOSE.search(text, begin, match.start()):
            continue
        others = list(_others(passage, own[0]))
        word = match["word"] or match["way"]
        sign = -1 if word in _LESS else 1
        found = list(_measured(passage, known, own[0], others, match, begin))
        if found and all(sign * one < 0 for one in found):
            way = "more" if sign < 0 else "fewer"
            yield passage.finding(
                RULE,
                Status.CONTRADICTED,
                match.start(),
                match.start("than") if match["than"] else match.end(),
                gettext_noop("By the record there were %(difference)s %(way)s."),
                expected=way,
                confidence=0.7,
                params={"difference": f"{abs(found[0]):,}", "way": way},
            )


def _others(passage: Passage, own: Period) -> Iterator[Span]:
    """Yield the times of the same length that one is set beside: of the sentence, else the one last spoken of; of a half the other."""
    length = _length(own.spans[0], passage.day)
    beside = [one for one in passage.periods if one is not own]
    for one in beside or (*passage.earlier[::-1], *passage.context):
        span = one.spans[0]
        if span.start != own.spans[0].start and abs(_length(span, passage.day) - length) <= NEAR_LENGTH:
            yield span
            if not beside:
                return
    if own.form == "half":
        span = own.spans[0]
        yield (
            Span(date(span.start.year, 7, 1), date(span.start.year, 12, 31))
            if span.start.month == 1
            else Span(date(span.start.year, 1, 1), date(span.start.year, 6, 30))
        )


def _length(span: Span, day: date) -> int:
    return (min(span.end, day) - span.start).days


def _measured(
    passage: Passage,
    known: Sequence[Draw],
    own: Period,
    others: Sequence[Span],
    match: re.Match[str],
    begin: int,
) -> Iterator[int]:
    """Yield by how much a time differs from others in what may be meant: invitations, or draws, of the types spoken of, of all."""
    counted = match["noun"] in _DRAWS
    said = match["noun"] or next(
        (one[0] for one in reversed(list(_UNIT.finditer(passage.text, begin, match.start())))), ""
    )
    measures = [counted] if match["noun"] else [said in _DRAWS] if said else [False, True]
    readings = (set(passage.slugs), set(passage.topic), set[str]())
    for kind in dict.fromkeys(widened(slugs, known) for slugs in readings):
        of_kind = [draw for draw in known if not kind or draw.category in kind]
        for measure in measures:
            new = _held(of_kind, own.spans[0], passage.day, counted=measure)
            olds = [_held(of_kind, span, passage.day, counted=measure) for span in others]
            yield from (new - one for one in olds if one and new)


_UNIT = compiled(r"\b(?:draws|rounds|invitations|issued|invited)\b")
