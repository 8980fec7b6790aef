"""Lowest, highest, largest: "the lowest cut-off since September 2020", "the largest trades draw ever". Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import Role
from articles.facts.rules.common import ranks
from articles.facts.rules.common.comparable import A_CATEGORY, comparable, is_of_any_kind
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.readings import types_of
from articles.references import gettext_noop
from draws.clock import Span, year_span

from . import own_extremes
from .subjects import subjects
from .superlative_claims import EVER, Claim, claims, is_left_out, when

RULE = "comparisons"
LEAST_BARE = 1200  # A number that no word names is a size where it is no score.
# "The last of the three had the lowest cut-off": which it is, only the sentence before says.
_ONE_OF = compiled(
    r"\W*(?:and |but )?(?:the|its|their|that) (?:(?:first|second|third|fourth|last)(?: (?:one|draw|round))? of (?:the|these|those|them)\b|(?:first|second|third|fourth|latter|former|other|earlier|later)(?: (?:[a-z]+ )?(?:one|draw|round))? (?:had|was|took|brought))"
)


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge what a sentence says to be the lowest, highest, largest or smallest of something."""
    if passage.is_question:
        return
    for claim in claims(passage.text):
        if claim.role is not Role.INVITATIONS or not _is_in_points(passage, claim.end):
            yield from _judged(passage, record, claim)


def _is_in_points(passage: Passage, end: int) -> bool:
    """Whether points stand right behind a superlative: "the smallest, just two points" is a step, and no draw."""
    return any(
        number.role in (Role.POINTS, Role.DIFFERENCE) and _APPOSED.fullmatch(passage.text, end, number.start)
        for number in passage.numbers
    )


_APPOSED = compiled(r",? \(?(?:(?:just|only|barely|a|of|by|at|with|mere) ){0,3}")


def chosen_of(passage: Passage, record: Record, claim: Claim) -> tuple[list[Draw], bool]:
    """Return the draws that something may be said of, and whether the first of them is surely meant."""
    text = passage.text
    found = subjects(passage, record, claim.start)
    chosen = list(dict.fromkeys((*found.all, *passage.draws)))
    clear = found.is_clear
    # "It is the largest trades draw" names with its type what was spoken of before.
    after = [
        draw
        for draw in passage.draws
        if (place := passage.places.get(draw, 0)) > claim.end
        and draw not in found.all
        and not _LEFT_BEHIND.search(text, claim.end, place)
    ]
    if (
        not found.named
        and len(found.near) == 1
        and any(_is_older(draw, found.near[0]) for draw in after)
        and not _VERB.search(text, claim.end, claim.end + VERB_NEAR)
    ):
        # "It is the highest since May, and 26 points above the draw before": that one is no subject.
        after = []
        chosen = [draw for draw in chosen if not _is_older(draw, found.near[0])]
    if after and not found.named:
        chosen = list(dict.fromkeys((*after, *chosen)))
        said = _IS.search(text[claim.end : passage.places[after[0]] + 4]) or _is_newest_of(
            after, passage.before[:2]
        )
        clear = len(after) == 1 and bool(said)
    nearest = [mention for mention in passage.categories if mention.end <= claim.start]
    if nearest and not _CLAUSE.search(text, nearest[-1].end, claim.start) and not after:
        of_type = [draw for draw in chosen if draw.category == nearest[-1].slug]
        clear = clear and of_type[:1] == chosen[:1]
        chosen = of_type
    figures = [
        number
        for number in passage.numbers
        if number.end <= claim.start
        and (
            number.role is claim.role
            or (claim.role is Role.INVITATIONS and number.role is Role.UNKNOWN and number.value >= LEAST_BARE)
        )
    ]
    if figures and claim.start - figures[-1].end < 60:
        # A draw that the sentence itself speaks of comes before one of the same figure that stood earlier.
        own = [draw for draw in chosen if passage.places.get(draw, claim.start) < claim.start]
        near = dict.fromkeys((*own, *chosen, *passage.before))
        told = [draw for draw in near if claim.figure(draw) == figures[-1].value]
        clear = clear and bool(told)
        chosen = told or chosen
    known = bool(passage.draws) or not any(mention.is_day for mention in passage.dates)
    return chosen, clear and bool(chosen) and known and not _ONE_OF.match(text)


def _is_older(draw: Draw, than: Draw) -> bool:
    return draw.category == than.category and draw.sequence < than.sequence


def _is_newest_of(after: Sequence[Draw], before: Sequence[Draw]) -> bool:
    """Whether the one draw that is named is the newer one of its type of those last spoken of."""
    return len(after) == 1 and after[0] in before and not any(_is_older(after[0], draw) for draw in before)


# "The largest of any type, ahead of the 5,000 of the class in July" is not said of that one.
_LEFT_BEHIND = compiled(r"\b(?:ahead of|in front of|followed by|beating|surpassing|topping|than)\b")
_IS = compiled(r"\b(?:was|is|were|came|fell|took place|remains|went)\b|[:,]")
# So near behind a superlative its verb stands, where what follows says of which draw it is said.
VERB_NEAR = 45
_VERB = compiled(r"\b(?:was|is|were|came|fell|took place|remains|went)\b")
_CLAUSE = compiled(r"[;:.]| but | while | whereas ")


def _judged(passage: Passage, record: Record, claim: Claim) -> Iterator[Finding]:
    text = passage.text
    slugs = [mention.slug for mention in passage.categories if claim.start <= mention.start <= claim.end + 60]
    if A_CATEGORY.match(text, claim.end):
        slugs.append("category-based")
    chosen, clear = chosen_of(passage, record, claim)
    if not chosen:
        return
    since, spans, finish = when(passage, claim)
    ever = None if spans or since else EVER.search(text, claim.end, claim.end + 70)
    claim = replace(claim, finish=max(claim.end, finish, ever.end() if ever and not finish else 0))
    any_kind = is_of_any_kind(passage, claim.end)
    own = not (since or spans or ever) and own_extremes.is_its_own(passage, claim)
    told = bool(since or spans or ever or own or "all-time" in text[claim.start : claim.end])
    known = [draw for draw in record.draws if draw.date <= passage.day]
    latest = [draw for draw in known if draw.category == chosen[0].category][-1:]
    for draw in dict.fromkeys((*chosen, *latest)):
        for among in comparable(draw, record, slugs, any_kind):
            if _holds(passage, record, claim, draw, among, since, [] if ever else spans):
                yield _said(passage, claim, draw, None, Status.AGREES, 0.85 if told else 0.6)
                return
    draw = chosen[0]
    if (
        not (told and clear)
        or is_left_out(text, claim)
        or (own and own_extremes.is_of_a_time(passage, record, claim, draw))
    ):
        return
    stated = since or _is_stated(passage, claim, draw)
    if stated or not _of_a_stated(passage, record, claim, [] if ever else spans, any_kind, draw):
        earlier = next(iter(comparable(draw, record, slugs, any_kind)), [])
        beyond = _beyond(draw, earlier, claim, since, [] if ever else spans)
        if beyond or not since or claim.rank > 1:
            yield _said(passage, claim, draw, beyond, Status.CONTRADICTED, 0.8)


def _is_stated(passage: Passage, claim: Claim, draw: Draw) -> bool:
    """Whether a sentence names a draw and right behind it, with its figure, says what the figure is: "Thursday's, at 400, is the lowest"."""
    place = passage.places.get(draw, claim.start)
    beside = [number for number in passage.numbers if place < number.start and number.end <= claim.start]
    return len(passage.draws) == 1 and [number.value for number in beside] == [claim.figure(draw)]


def _of_a_stated(
    passage: Passage, record: Record, claim: Claim, spans: Sequence[Span], any_kind: bool, draw: Draw
) -> bool:
    """Whether it is true of a draw whose figure is stated here or just before, though no draw, or `draw`, was understood by it."""
    numbers = (*passage.numbers, *passage.told)
    values = {number.value for number in numbers if number.role in (claim.role, Role.UNKNOWN)}
    cutoffs = {number.value for number in passage.numbers if number.role is Role.CUTOFF}
    if draw.crs_cutoff in cutoffs:
        cutoffs = set()
    types = types_of(passage, record.draws)
    loose = claim.rank == 1 or not types
    return any(
        _holds(passage, record, claim, draw, among, [], spans)
        for draw in record.draws
        if draw.date <= passage.day
        and (claim.figure(draw) in values or draw.crs_cutoff in cutoffs)
        and (loose or draw.category in types)
        for among in (
            [[one for one in record.draws if one.sequence < draw.sequence]]
            if any_kind
            else [ranks.before(draw, record.draws)]
        )
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
        rivals = [other for other in among if not since or other.date > min(since)]
        times = [span for span in spans if draw.date in span]
        sets = [[other for other in rivals if other.date in span] for span in times] if spans else [rivals]
        return any(is_ranked(claim, draw, among) for among in sets)
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


def is_ranked(claim: Claim, draw: Draw, among: Sequence[Draw]) -> bool:
    own = claim.sign * claim.figure(draw)
    return sum(claim.sign * claim.figure(other) > own for other in among) == claim.rank - 1


_OF_THE_YEAR = compiled(r"\b(?:of|in|for) (?:the|that) year\b")


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
