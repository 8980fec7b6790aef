"""From the lowest to the highest: "cut-offs from 439 to 511", "the lowest of the year, 399". Pure: no Django.

Provincial nominees stand alone or are left out; a range of everything else never contains their cut-offs.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from articles.facts.model import Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, RangeMention, Role
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import MONTH_NAMES
from articles.facts.rules.common.scopes import Extremes, Scope, of_draws
from articles.facts.rules.common.speaking import VAGUE, candidates
from articles.references import gettext_noop

from . import range_sets

RULE = "ranges"

_MOVED = compiled(
    r"\b(?:fell|falls?|fallen|dropp?(?:ed|s)?|rose|rises?|risen|climbed|climbs|slid|slipped|jumped|eased|grew|increas\w+|decreas\w+|declin\w+|down|up|went|moved|came|crept)\b[^,;:]* from $"
)
_OTHERS = compiled(
    r"\b(?:in between|regular|ordinary|earlier|previous|other|others|first|last|before|until then|usually|normally|typically|bands|(?<!the\s)band|pool|candidates (?:with|scoring)|profiles?)\b"
)
_ASKED = compiled(r"\b(?P<which>lowest|highest)\b[^?]{0,40}\b(?:cut-?off|crs|score)\b")
_SEASON = compiled(r"\b(?:autumn|summer|spring|winter)\b")
# A month or a draw behind an extreme is when it was, and not of what it is one.
_WHEN = compiled(
    rf",? in (?:(?:{MONTH_NAMES})\b|(?:an?|the) (?:[\w-]+ ){{1,3}}(?:draw|round)\b)"
    r"|,? (?:(?:was|were) (?:recorded|set|reached|seen|asked|needed|that of)|came|belongs|belonged|dates|stems)\b"
)
# "From a low of 481 in March to a high of 561 on 6 December": that one is of no March.
_TO_A, _ON_A_DAY = compiled(r"\bto (?:an?|its|their|the) (?:[\w-]+ )?$"), compiled(r",? on \w+ [0-9a-z]")
# "Leave that day aside, and the lowest was 357"; "below the earlier low of 375".
_LEFT_OUT = compiled(
    r"\b(?:leav|sett?|putt?)(?:e|ing)?\b[^.;]{1,40} aside\b|\b(?:earlier|previous|former|old|prior) (?:lows?|highs?|lowest|highest)\b"
)
# So many draws told of before may be the one that a sentence goes on about.
NEWEST = 3
_BOUNDS = compiled(r"\brange\b")
_EXTREME = compiled(
    rf"\b(?P<which>lowest|highest|minimum|maximum|lows?|highs?)\b,?(?: (?:which|crs|score|cut-?offs?|cutoffs?|cut off|so far|points?|one|of|for|in|on|at|was|is|being|the|this|that|year|week|month|[0-9]{{1,2}}|these|those|them|both|all|draws?|rounds?|[0-9]{{4}}|general|french|stem|healthcare|cec|to date|were|came|stood|stands|non-pnp|a|with|to|{MONTH_NAMES})){{0,12}}[ ,:(]* $"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge the ranges and the single extremes of a sentence."""
    done: set[int] = set()
    for mention in (*passage.ranges, *range_sets.dated(passage)):
        ends = range_sets.ends(passage, mention)
        done |= {number.start for number in ends}
        roles = {number.role for number in ends}
        if roles == {Role.UNKNOWN, Role.CUTOFF} and range_sets.may_be_cutoffs(ends):
            # "At cut-offs that ranged from 691 to 776": one word is for both.
            ends, roles = [replace(number, role=Role.CUTOFF) for number in ends], {Role.CUTOFF}
        moved = _MOVED.search(passage.text, max(0, mention.start - 30), mention.start)
        if len(ends) == 2 and len(roles) == 1 and roles <= {Role.CUTOFF, Role.INVITATIONS} and not moved:
            yield from _range(passage, record, replace(mention, role=ends[0].role), ends)
        elif len(ends) == 2 and roles == {Role.UNKNOWN} and not moved and range_sets.may_be_cutoffs(ends):
            yield from _range(passage, record, replace(mention, role=Role.CUTOFF), ends, sure=False)
    for number in passage.numbers:
        if (
            number.role in (Role.CUTOFF, Role.UNKNOWN)
            and number.start not in done
            and 50 <= number.value <= 1200
        ):
            yield from _bound(passage, record, number)
            yield from _extreme(passage, record, number)


def _bound(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    """Judge "in November the cut-off did not fall below 531", "nobody was invited with less": a cut-off of these days passed it."""
    match = range_sets.NOT_PASSED.search(passage.text, max(0, number.start - 110), number.start)
    if match is None or number.role is Role.INVITATIONS or _SEASON.search(passage.text):
        return
    lowest = (match["way"] or match["than"]) in ("below", "under", "less", "fewer", "lower")
    slugs = {other.slug for other in passage.categories}
    told = range_sets.without_next(passage, number)
    found = candidates(told, record, number.start, number.end, slugs, strict=False)
    scopes = _meant(passage, _ranged(found.stated or found.context, range_sets.figures(Role.CUTOFF)), slugs)

    # The usual reading of a month comes first; in no other is this the end.
    if not scopes or any(_end(extremes, lowest) == number.value for _scope, extremes in scopes):
        return
    scope, extremes = scopes[0]
    among: Extremes | None = extremes
    if any(period.form == "since" for period in passage.periods):
        # "Not below 400 since March 21" is told neither of that draw nor of the one that is news.
        spoken = {*passage.draws, *passage.before[:NEWEST]}
        among = range_sets.figures(Role.CUTOFF)(of_draws(draw for draw in scope.draws if draw not in spoken))
    if among and (among.lowest < number.value if lowest else among.highest > number.value):
        yield _extreme_wrong(passage, number, lowest, scope, extremes)


def _range(
    passage: Passage,
    record: Record,
    mention: RangeMention,
    ends: list[NumberMention],
    *,
    sure: bool = True,
) -> Iterator[Finding]:
    """Judge a range; one that no word calls of cut-offs (not `sure`) must have an end in common with these draws."""
    low, high = sorted(ends, key=lambda number: number.value)
    figures = range_sets.figures(mention.role)
    slugs = range_sets.slugs(passage, mention)
    found = candidates(passage, record, mention.start, mention.end, slugs, strict=False)
    if found.stated and not _ranged(found.stated, figures):
        found = range_sets.undated(passage, record, mention, slugs)
    scopes = _ranged(found, figures)
    # "Six draws, 30,500 invitations, cut-offs from 393 to 419": the draws are those of the sum.
    sums = {number.value for number in passage.numbers if number.role is Role.INVITATIONS}
    summed = [item for item in scopes if item[0].invitations in sums] if mention.role is Role.CUTOFF else []
    if mention.role is Role.CUTOFF and not summed:
        summed = _ranged(range_sets.counted(passage, record, found, slugs), figures)
    for scope, extremes in summed or scopes:
        if extremes == (low.value, high.value):
            yield agrees(passage, mention, scope, extremes)
            return
    if mention.role is Role.CUTOFF and not (summed or slugs) and range_sets.is_summed(passage):
        # The sum beside it is of draws of a type that was not found.
        return
    if best := _best(low, high, [], summed):
        yield from wrong(passage, mention, low, high, best)
        return
    before = passage.text[max(0, mention.start - 60) : mention.start]
    if mention.role is Role.CUTOFF and (told := _ranged(range_sets.told(passage, record, slugs), figures)):
        best = _best(low, high, [], told)
        if best and (low.value, high.value) not in [extremes for _scope, extremes in told]:
            yield from wrong(passage, mention, low, high, best)
            return
    if (
        _OTHERS.search(before)
        or _SEASON.search(passage.text)
        or VAGUE.search(passage.text)
        or _is_open(passage)
    ):
        return
    stated = _meant(passage, _ranged(found.stated, figures), slugs)
    # The number of draws that the sentence tells may be what is wrong.
    types = slugs or set(passage.topic)
    timed = _ranged(found.stated or found.context, figures) if len(types) == 1 else []
    uncounted = _meant(passage, timed, slugs, counted=False)
    years = any(mention.precision == "year" for mention in passage.dates)
    known = () if years else record.draws
    ever = [of_draws(draw for draw in known if draw.date <= passage.day and {draw.category} == types)]
    scopes = _meant(passage, [*scopes, *_ranged(ever, figures)], slugs)
    if mention.role is Role.INVITATIONS:
        # Numbers of invitations run from one to another for many reasons: one end must be that of these draws.
        context = _meant(passage, _ranged(found.context, figures), slugs)
        scopes = [item for item in (*stated, *context) if item[0].count > 2]
        stated = []
    if not sure:
        scopes = [
            item for item in _meant(passage, _ranged([*found, *ever], figures), slugs) if item[0].count > 2
        ]
        scopes, stated = [*stated, *(scopes if not found.stated else [])], []
    if not (slugs or passage.topic):
        # Of which type nobody says: one end must be that of all.
        stated = [item for item in stated if low.value == item[1].lowest or high.value == item[1].highest]
    if best := _best(low, high, stated, scopes) or _best(low, high, [], uncounted):
        yield from wrong(passage, mention, low, high, best)


def wrong(
    passage: Passage,
    mention: RangeMention,
    low: NumberMention,
    high: NumberMention,
    best: tuple[Scope, Extremes, float],
) -> Iterator[Finding]:
    """Say which end of a range is not that of the draws that it is held against."""
    scope, extremes, confidence = best
    for number, actual, figure in ((low, extremes.lowest, "lowest"), (high, extremes.highest, "highest")):
        if number.value != actual:
            live = scope.live(figure) if mention.role is Role.CUTOFF else None
            yield _contradicted(passage, number, actual, live, scope, confidence)


def _is_open(passage: Passage) -> bool:
    """Whether a sentence says from when in one place and until when in another: "From August on, ... until the end of November"."""
    forms = [period.form for period in passage.periods]
    return any(form.startswith("since") for form in forms) and "tomonth" in forms


def _meant(
    passage: Passage, scopes: list["_Ranged"], slugs: set[str], *, counted: bool = True
) -> list["_Ranged"]:
    """Keep the draws of the type that a sentence or what it goes on from names, and as many as it says that there were."""
    asked = {other.slug for other in passage.asked.categories} if passage.asked is not None else set[str]()
    slugs = slugs or set(passage.topic) or asked
    if len(slugs) == 1:
        scopes = [item for item in scopes if {draw.category for draw in item[0].draws} == slugs]
    told = {number.value for number in passage.numbers if number.role is Role.DRAWS and number.value > 1}
    return [item for item in scopes if item[0].count in told] if told and counted else scopes


def _ranged(scopes: Iterable[Scope], figures: Callable[[Scope], Extremes | None]) -> list["_Ranged"]:
    return [(scope, extremes) for scope in scopes if scope.count > 1 and (extremes := figures(scope))]


type _Ranged = tuple[Scope, Extremes]


def _best(
    low: NumberMention, high: NumberMention, stated: list[_Ranged], scopes: list[_Ranged]
) -> tuple[Scope, Extremes, float] | None:
    """Return the scope that a range is to be held against: of the days stated, else one that has an end in common."""
    if stated:
        scope, extremes = min(
            stated, key=lambda item: abs(item[1].lowest - low.value) + abs(item[1].highest - high.value)
        )
        return scope, extremes, 0.85
    common = [item for item in scopes if low.value == item[1].lowest or high.value == item[1].highest]
    if not common:
        return None
    scope, extremes = max(common, key=lambda item: item[0].count)
    return scope, extremes, 0.75


def agrees(passage: Passage, mention: RangeMention, scope: Scope, extremes: Extremes) -> Finding:
    """Say that both ends of a range are those of these draws."""
    return passage.finding(
        RULE,
        Status.AGREES,
        mention.start,
        mention.end,
        gettext_noop("In the record, these draws run from %(lowest)s to %(highest)s."),
        expected=f"{extremes.lowest:,} to {extremes.highest:,}",
        live=scope.live("range") if mention.role is Role.CUTOFF else None,
        rows=scope.rows,
        confidence=0.9,
        params={"lowest": f"{extremes.lowest:,}", "highest": f"{extremes.highest:,}"},
    )


def _contradicted(
    passage: Passage, number: NumberMention, actual: int, live: str | None, scope: Scope, confidence: float
) -> Finding:
    return passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("In the record, this end of the range is %(actual)s."),
        expected=f"{actual:,}",
        replacement=amounts.written(actual, passage.source[number.start : number.end]),
        live=live,
        rows=scope.rows,
        confidence=confidence,
        params={"actual": f"{actual:,}"},
    )


def _extreme(passage: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    """Judge "the lowest cut-off of the week was 439"."""
    match = _EXTREME.search(passage.text, max(0, number.start - 120), number.start)
    asked = passage.asked
    if (
        match is None
        and asked is not None
        and number is passage.numbers[0]
        and not _BOUNDS.search(passage.text)
    ):
        match = _ASKED.search(asked.text)
    if match is None:
        return
    of_day = _TO_A.search(passage.text, 0, match.start()) and _ON_A_DAY.match(passage.text, number.end)
    if of_day or _WHEN.match(passage.text, number.end) or _LEFT_OUT.search(passage.text, 0, number.start):
        return
    lowest = match["which"].startswith(("lowest", "minimum", "low"))
    slugs = {other.slug for other in passage.categories or (asked.categories if asked else ())}
    found = candidates(passage, record, min(match.start(), number.start), number.end, slugs, strict=False)
    figures = range_sets.figures(Role.CUTOFF)
    values = [_end(extremes, lowest) for _scope, extremes in _ranged(found, figures)]
    if number.value in values or _SEASON.search(passage.text):
        return
    stated = _meant(passage, _ranged(found.stated, figures), slugs)
    if not stated and (len(slugs or passage.topic) == 1 or not passage.before):
        stated = _meant(passage, _ranged(found.context, figures), slugs)
    if stated:
        yield _extreme_wrong(passage, number, lowest, *stated[0])


def _extreme_wrong(
    passage: Passage, number: NumberMention, lowest: bool, scope: Scope, extremes: Extremes
) -> Finding:
    live = scope.live("lowest" if lowest else "highest")
    return _contradicted(passage, number, _end(extremes, lowest), live, scope, 0.75)


def _end(extremes: Extremes, lowest: bool) -> int:
    return extremes.lowest if lowest else extremes.highest
