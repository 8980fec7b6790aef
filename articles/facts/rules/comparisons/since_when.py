"""Since when a figure is the lowest or highest: "the lowest since March", "not since May 2015 had it been so high". Pure: no Django.

Who says "since March" says that in March there was one like it. A claim that holds since a later day too, because the last such draw
was older, names the wrong time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from articles.facts.model import Draw, Finding, Record
from articles.facts.reading.mentions import Role
from articles.facts.rules.common import ranks
from articles.facts.rules.common.comparable import A_CATEGORY, ANY_KIND, comparable
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.scopes import end_of

from . import last_times
from .superlative_claims import Claim, claims
from .superlatives import chosen_of

_FORMS = frozenset(("since", "sincemonth", "sinceyear"))
_LAST_FORMS = frozenset(("month", "year", "date"))
# What stands between a superlative and its "since" goes on about the same figure.
_BETWEEN = compiled(r"[^;:.]{0,60}")
_OTHER_CLAIM = compiled(r"\b(?:first|second|third|fourth|and the|but|ahead of|than)\b")
# "Had not been so low since", "not since March had so many been invited", "no round since May 2015 had a higher cut-off".
_NONE = compiled(r"\b(?:not|no|none|never|nothing|nobody|nor|neither)\b|n't\b")
_WORD = r"\b(?:(?:so|as|this|that) (?P<so>low|high|many|few|small|large|big)|(?P<more>lower|higher|larger|bigger|smaller|fewer|more))\b"
_LIKE = compiled(_WORD)
# "Lower than at any time since", "more than in any round since".
_THAN_ANY = compiled(rf"{_WORD}[^;:.]{{0,40}}? than (?:(?:at|in|on|for) )?any(?:thing|one)?\b[^;:.]{{0,40}}$")
# "The last time that it was lower was in May 2018", "it was last so high in October".
_LAST = compiled(rf"\blast time\b[^;:.]{{0,70}}?{_WORD}[^;:.]{{0,40}}?\b(?:was|came|dates)\b[^;:.]{{0,25}}$")
# "A score not seen since May 2018", "a level last exceeded in May 2018".
_SEEN = compiled(
    r"\b(?:scores?|levels?|cut-?offs?|figures?|marks?|heights?|lows?|highs?|(?P<size>numbers?|sizes?)),? (?:(?:that|which) )?(?:(?:had|has|was|were) )?(?:not|never|last) (?:been )?(?:seen|reached|known|exceeded|surpassed|beaten|matched|touched|topped)(?: (?:in|on|by|for|again|back|a|the|this|that|its|their|category|class|program|draw|round|any))* $"
)
_POINTS_BEFORE = compiled(r"\b(?:points?|cut-?off|score)\b[^;:.]{0,20}$")
_OF_TIMES = compiled(r"\b(?:no|not an?|not one) (?:other )?(?:month|week|year|quarter|day)\b")
_HAUL = compiled(
    r"\b(?:best|biggest|largest|richest|most generous) (?:haul|offer|crop|intake|batch|catch|helping) $"
)
_LOOSE = compiled(
    r"\b(?:may (?:be|have|well|not|soon|come|go)|might|could|will|would|if|whether|unless|averag\w+|typical\w*)\b"
)
# The words do not say whether lower or higher ones are meant.
_BOTH = (1, -1)
_DOWN = frozenset(("low", "few", "small", "lower", "smaller", "fewer"))
_SCORES = frozenset(("low", "high", "lower", "higher"))


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge since when a figure is said to be beyond the others."""
    if passage.is_question:
        return
    for period in passage.periods:
        is_since = period.form in _FORMS and passage.text.startswith("since", period.start)
        if (is_since and (claim := _claim(passage, period))) or (
            period.form in _LAST_FORMS and (claim := _last(passage, period))
        ):
            yield from _judged(passage, record, period, claim)


def _claim(passage: Passage, period: Period) -> Claim | None:
    """Return what is said to be so since a time."""
    text = passage.text
    said = [
        claim
        for claim in claims(text)
        if claim.rank == 1
        and claim.end <= period.start
        and _BETWEEN.fullmatch(text, claim.end, period.start)
        and not _OTHER_CLAIM.search(text, claim.end, period.start)
    ]
    if said:
        return said[-1]
    if haul := _HAUL.search(text, 0, period.start):
        return Claim(haul.start(), haul.end(), 1, ranks.invitations, Role.INVITATIONS)
    if _LOOSE.search(text) or _OF_TIMES.search(text):
        return None
    if seen := _SEEN.search(text, 0, period.start):
        return _of_seen(seen)
    if than := _THAN_ANY.search(text, max(0, period.start - 120), period.start):
        claim = _of_words(than, than.start(), than.end())
        points = _POINTS_BEFORE.search(text, 0, than.start())
        return replace(claim, figure=ranks.cutoff, role=Role.CUTOFF) if points else claim
    none = _NONE.search(text, max(0, period.start - 70), period.start)
    like = _LIKE.search(text, none.end(), period.end + 60) if none else None
    return _of_words(like, none.start(), like.end()) if none and like else None


def _last(passage: Passage, period: Period) -> Claim | None:
    """Return what is said to have been so for the last time at a time."""
    if (seen := _SEEN.search(passage.text, 0, period.start)) and " last " in seen[0]:
        return _of_seen(seen)
    last = _LAST.search(passage.text, max(0, period.start - 160), period.start)
    if not last or _LOOSE.search(passage.text) or _NONE.search(last[0]):
        return None
    return _of_words(last, last.start(), last.end())


def _of_seen(seen: re.Match[str]) -> Claim:
    figure, role = (ranks.invitations, Role.INVITATIONS) if seen["size"] else (ranks.cutoff, Role.CUTOFF)
    return Claim(seen.start(), seen.end(), 0, figure, role)


def _of_words(like: re.Match[str], start: int, end: int) -> Claim:
    word = like["so"] or like["more"]
    sign = -1 if word in _DOWN else 1
    if word in _SCORES:
        return Claim(start, end, sign, ranks.cutoff, Role.CUTOFF)
    return Claim(start, end, sign, ranks.invitations, Role.INVITATIONS)


def _judged(passage: Passage, record: Record, period: Period, claim: Claim) -> Iterator[Finding]:
    text = passage.text
    slugs = [mention.slug for mention in passage.categories if claim.start <= mention.start <= claim.end + 60]
    if A_CATEGORY.match(text, claim.end):
        slugs.append("category-based")
    any_kind = ANY_KIND.search(text, claim.start) is not None
    chosen, clear = chosen_of(passage, record, claim)
    if (
        not chosen
        or not clear
        or not _is_spoken(passage, record, chosen[0])
        or _is_in(period, chosen[0].date)
    ):
        return
    draw = chosen[0]
    if not any_kind and not ranks.before(draw, record.draws):
        # The first of its type: among which others is not said.
        return
    lasts: list[Draw] = []
    for earlier in comparable(draw, record, slugs, any_kind):
        lasts += _lasts(draw, earlier, claim)
    if not lasts or any(_is_in(period, last.date) for last in lasts):
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
