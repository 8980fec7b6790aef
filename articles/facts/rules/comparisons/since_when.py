"""Since when a figure is the lowest or highest: "the lowest since March", "not since May 2015 had it been so high". Pure: no Django.

Who says "since March" says that in March there was one like it. A claim that holds since a later day too, because the last such draw
was older, names the wrong time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common import ranks
from articles.facts.rules.common.comparable import A_CATEGORY, ANY_KIND, comparable
from articles.facts.rules.common.hedging import SUPPOSED
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.scopes import end_of
from articles.references import gettext_noop

from . import last_times
from .superlative_claims import Claim, claims
from .superlatives import chosen_of
from .waits import DAYS

_FORMS = frozenset(("since", "sincemonth", "sinceyear"))
_LAST_FORMS = frozenset(("month", "year", "date"))
# What stands between a superlative and its "since" goes on about the same figure.
_BETWEEN = compiled(r"[^;:.]{0,60}")
_OTHER_CLAIM = compiled(r"\b(?:first|second|third|fourth|and the|but|ahead of|than)\b")
# "Had not been so low since", "not since March had so many been invited", "no round since May 2015 had a higher cut-off".
_NONE = compiled(r"\b(?:not|no|none|never|nothing|nobody|nor|neither)\b|n't\b")
_WORD = r"\b(?:(?:so|as|this|that) (?P<so>low|high|many|few|small|large|big)|(?P<more>lower|higher|larger|bigger|smaller|fewer|more))\b"
_LIKE = compiled(_WORD)
_OVER = r"(?:seen|reached|known|needed|required|recorded|exceeded|surpassed|passed|beaten|matched|equalled|touched|topped)"
# "Lower than at any time since", "more than in any round since".
_THAN_ANY = compiled(rf"{_WORD}[^;:.]{{0,40}}? than (?:(?:at|in|on|for) )?any(?:thing|one)?\b[^;:.]{{0,40}}$")
# What may follow on it before the time: "in that class", "by such a round", "whatever the type".
_WHERE = r"(?:,? (?:in|on|by|for|with|of|from|during|again|back|as|far|long|ago|early|late|a|an|the|this|that|its|their|such|any|same|whatever|regardless|category|class|programs?|types?|kind|draws?|rounds?))*,? "
# "The last time that it was lower was in May 2018", "a higher score was last seen in May", "it was last so high in October".
_LAST = compiled(
    rf"(?:\blast time\b[^;:.]{{0,70}}?{_WORD}[^;:.]{{0,40}}?\b(?:was|came|dates)\b[^;:.]{{0,25}}|{_WORD.replace('<', '<a_')}(?: (?!than\b)[\w'-]+){{0,3}}? (?:(?:was|were|has|had|been) )*last {_OVER}{_WHERE}"
    rf"|\b(?:(?:was|were|stood|lay) last|last (?:saw|had|needed|met|got|was|stood|lay)) (?:an? )?{_WORD.replace('<', '<b_')}(?: (?:cut-?off|score|line|bar|mark|draw|round|number))?{_WHERE})$"
)
# "One has to go back to August 2024 for a higher score", "to find one as low you must look back to May".
_BACK = r"\bback(?: (?:all the way|as far))? (?:to|as)(?: the (?:draw|round) (?:of|on))?(?: early| late)? "
_TO_FIND = rf"(?:to (?:find|see|meet|get|come across)|for) (?:an?|any|anything|one|something) (?:[\w-]+ ){{0,3}}?{_WORD}"
_BACK_TO = compiled(rf"{_BACK}$")
_FIND = compiled(rf",? {_TO_FIND}")
_FIND_BACK = compiled(
    rf"\b{_TO_FIND}[^;:.]{{0,40}}?,? (?:you|one|we|they|it takes|it means|it needs)\b[^;:.]{{0,25}}? {_BACK}$"
)
# "A score not seen since May 2018", "a level last exceeded, whatever the type of round, in May 2018".
_SEEN = compiled(
    rf"\b(?:scores?|levels?|cut-?offs?|figures?|marks?|heights?|lows?|highs?|(?P<size>numbers?|sizes?)),? (?:(?:that|which) )?(?:(?:had|has|was|were) )?(?:not|never|last) (?:been )?{_OVER}{_WHERE}$"
)
_POINTS_BEFORE = compiled(r"\b(?:points?|cut-?off|score)\b[^;:.]{0,20}$")
_OF_TIMES = compiled(r"\b(?:no|not an?|not one) (?:other )?(?:month|week|year|quarter|day)\b")
_HAUL = compiled(
    r"\b(?:best|biggest|largest|richest|most generous) (?:haul|offer|crop|intake|batch|catch|helping) $"
)
_LOOSE = compiled(rf"\b(?:{SUPPOSED}|unless|averag\w+|typical\w*)\b")
# "The lowest in over two years", "the highest for more than a year".
_FOR = compiled(
    r" (?:in|for) (?:(?:over|more than|well over|at least|almost|nearly|close to|about|around|some|just over|just under|the (?:last|past)|exactly|full) )*$"
)
# So much of a time has to have passed at least: "in three years" may be said of somewhat less.
_MOSTLY = 0.8
# The words do not say whether lower or higher ones are meant.
_BOTH = (1, -1)
_DOWN = frozenset(("low", "few", "small", "lower", "smaller", "fewer"))
_SCORES = frozenset(("low", "high", "lower", "higher"))
_SCORE = compiled(r" (?:[\w-]+ ){0,2}?(?:score|cut-?off|mark|bar|line|threshold)\b")


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge since when a figure is said to be beyond the others."""
    if passage.is_question:
        return
    for period in passage.periods:
        is_since = period.form in _FORMS and passage.text.startswith("since", period.start)
        if (is_since and (claim := _claim(passage, period.start, period.end))) or (
            period.form in _LAST_FORMS and (claim := _last(passage, period))
        ):
            yield from _judged(passage, record, period, claim)
    for number in passage.numbers:
        if number.role is Role.DURATION and number.unit in DAYS:
            yield from _of_length(passage, record, number)


def _of_length(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    """Judge for how long a figure is said to have been no farther: "the lowest in more than two years"."""
    before = _FOR.search(passage.text, max(0, number.start - 60), number.start)
    claim = _claim(passage, before.start(), number.noun) if before else None
    chosen = _chosen(passage, record, claim, None) if claim else []
    if claim is None or not chosen or claim.figure(chosen[0]) not in {one.value for one in passage.numbers}:
        return
    lasts = [
        last
        for earlier in _comparable(passage, record, claim, chosen[0])
        for last in _lasts(chosen[0], earlier, claim)
    ]
    longest = max(((chosen[0].date - last.date).days for last in lasts), default=0)
    # What is so for longer than is said is so for as long, too.
    if not 0 < longest < number.value * DAYS[number.unit] * _MOSTLY:
        return
    expected = max(1, round(longest / DAYS[number.unit]))
    yield passage.finding(
        last_times.RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("By the record, the last such draw was draw %(number)s of %(day)s."),
        expected=f"{expected} {number.unit}{'s' if expected > 1 else ''}",
        rows=rows_of(chosen[0], lasts[-1]),
        confidence=0.75,
        params={"number": lasts[-1].number, "day": lasts[-1].date.isoformat()},
    )


def _claim(passage: Passage, start: int, end: int) -> Claim | None:
    """Return what is said to be so since a time, text[start:end]."""
    text = passage.text
    said = [
        claim
        for claim in claims(text)
        if claim.rank == 1
        and claim.end <= start
        and _BETWEEN.fullmatch(text, claim.end, start)
        and not _OTHER_CLAIM.search(text, claim.end, start)
    ]
    if said:
        return said[-1]
    if haul := _HAUL.search(text, 0, start):
        return Claim(haul.start(), haul.end(), 1, ranks.invitations, Role.INVITATIONS)
    if _LOOSE.search(text) or _OF_TIMES.search(text):
        return None
    if seen := _SEEN.search(text, 0, start):
        return _of_seen(seen)
    if than := _THAN_ANY.search(text, max(0, start - 120), start):
        claim = _of_words(than, than.start(), than.end())
        points = _POINTS_BEFORE.search(text, 0, than.start())
        return replace(claim, figure=ranks.cutoff, role=Role.CUTOFF) if points else claim
    none = _NONE.search(text, max(0, start - 70), start)
    like = _LIKE.search(text, none.end(), end + 60) if none else None
    return _of_words(like, none.start(), like.end()) if none and like else None


def _last(passage: Passage, period: Period) -> Claim | None:
    """Return what is said to have been so for the last time at a time."""
    text = passage.text
    if (seen := _SEEN.search(text, 0, period.start)) and " last " in seen[0]:
        return _of_seen(seen)
    begin = max(0, period.start - 160)
    back = _FIND.match(text, period.end) if _BACK_TO.search(text, begin, period.start) else None
    last = back or _FIND_BACK.search(text, begin, period.start) or _LAST.search(text, begin, period.start)
    is_back = last is not None and "back" in text[begin : period.start]
    if not last or (_LOOSE.search(text) and not is_back) or _NONE.search(last[0]):
        return None
    return _of_words(last, last.start(), last.end())


def _of_seen(seen: re.Match[str]) -> Claim:
    figure, role = (ranks.invitations, Role.INVITATIONS) if seen["size"] else (ranks.cutoff, Role.CUTOFF)
    return Claim(seen.start(), seen.end(), 0, figure, role)


def _of_words(like: re.Match[str], start: int, end: int) -> Claim:
    word = next(found for name, found in like.groupdict().items() if found and name.endswith(("so", "more")))
    sign = -1 if word in _DOWN else 1
    if word in _SCORES or _SCORE.match(like.string, end):
        return Claim(start, end, sign, ranks.cutoff, Role.CUTOFF)
    return Claim(start, end, sign, ranks.invitations, Role.INVITATIONS)


def _judged(passage: Passage, record: Record, period: Period, claim: Claim) -> Iterator[Finding]:
    chosen = _chosen(passage, record, claim, period)
    if not chosen or _is_in(period, chosen[0].date):
        return
    draw = chosen[0]
    lasts: list[Draw] = []
    for earlier in _comparable(passage, record, claim, draw):
        lasts += _lasts(draw, earlier, claim)
    if not lasts:
        return
    if meant := [last for last in lasts if _is_in(period, last.date)]:
        yield last_times.said(passage, period, meant[0], True, "", rows_of(draw, meant[0]))
        return
    others = [other for other in chosen[1:] if other.category == draw.category]
    if any(
        _is_in(period, last.date)
        for other in others
        for last in _lasts(other, ranks.before(other, record.draws), claim)
    ):
        return
    last = lasts[0]
    yield last_times.said(passage, period, last, False, last_times.day_of(period, last), rows_of(draw, last))


def _chosen(passage: Passage, record: Record, claim: Claim, period: Period | None) -> list[Draw]:
    """Return the draws that it may be said of, the likeliest first, where that one is surely spoken of; none otherwise."""
    chosen, clear = chosen_of(passage, record, claim)
    if period is not None:
        # "Not since December 2020 has a general cut-off been lower" names the draw of that time, and tells of another.
        days = [mention for mention in passage.dates if mention.is_day and mention.start < period.start]
        chosen = [
            draw
            for draw in chosen
            if not _is_in(period, draw.date) or any(mention.may_hold(draw.date) for mention in days)
        ]
    if not chosen and passage.before:
        chosen, clear = list(passage.before[:1]), True
    if chosen and chosen[0] not in passage.draws:
        # Of two draws of a type that were told of, and set beside each other, the newer one is gone on about.
        told = [one for one in passage.before[:2] if one.category == chosen[0].category]
        chosen = sorted({chosen[0], *told}, key=lambda one: -one.sequence)
    return chosen if chosen and clear and _is_spoken(passage, record, chosen[0]) else []


def _comparable(passage: Passage, record: Record, claim: Claim, draw: Draw) -> Iterator[Sequence[Draw]]:
    """Yield the draws that one may be set beside; none of the first of its type: among which others is not said."""
    text = passage.text
    slugs = [mention.slug for mention in passage.categories if claim.start <= mention.start <= claim.end + 60]
    if A_CATEGORY.match(text, claim.end):
        slugs.append("category-based")
    any_kind = ANY_KIND.search(text, claim.start) is not None
    if any_kind or ranks.before(draw, record.draws):
        yield from comparable(draw, record, slugs, any_kind)


def _is_spoken(passage: Passage, record: Record, draw: Draw) -> bool:
    """Whether a draw is surely spoken of: of the type that the words are about, and by its day or as the newest of its type. One that
    merely has the figure that is stated may be another than the one that is meant."""
    about = passage.slugs or passage.topic
    if len(about) == 1 and draw.category not in about:
        return False
    of_type = [
        other for other in record.draws if other.category == draw.category and other.date <= passage.day
    ]
    dated = any(mention.is_day and mention.may_hold(draw.date) for mention in passage.dates)
    carried = draw in passage.before[:1] and draw not in passage.draws
    newer = any(
        other.category == draw.category and other.sequence > draw.sequence for other in passage.before
    )
    return dated or draw in of_type[-1:] or (carried and not newer)


def _lasts(draw: Draw, earlier: Sequence[Draw], claim: Claim) -> Iterator[Draw]:
    """Yield the last draw whose figure was as far, and the last whose figure was beyond: either may be meant by "since"."""
    for sign in (claim.sign,) if claim.sign else _BOTH:
        own = sign * claim.figure(draw)
        for least in (own, own + 1):
            yield from [other for other in earlier if sign * claim.figure(other) >= least][-1:]


def _is_in(period: Period, day: date) -> bool:
    """Whether a day lies in the month or the year, or is the day, that a time begins with."""
    return any(span.start <= day <= end_of(period.form, span) for span in period.spans)
