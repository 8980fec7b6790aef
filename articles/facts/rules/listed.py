"""Figures of several types side by side: "two for provincial nominees, two for healthcare", "French speakers got 6,000, CEC candidates
2,000". Pure: no Django.

What they are about stands around them. The days under which most of them are right count, and then the others are wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.reading.mentions import NumberMention, Role
from articles.references import gettext_noop
from draws.clock import RECORD_BEGINS, Span, year_span

from . import amounts
from .passages import Passage
from .patterns import compiled
from .scopes import Scope, scopes
from .speaking import POLL
from .weeks import week_of

_BREAK = compiled(r",(?![0-9]{3})|;| and | plus | while | but ")
_AT = compiled(r"\b(?:at|with|of|score|cut-?off|crs) (?:just |only )?$")
_DRAW_WORDS = compiled(r"\b(?:draws?|rounds?)\b")


class Kind(Enum):
    SUM = auto()
    COUNT = auto()
    SHARE = auto()


RULES = {Kind.SUM: "sums", Kind.COUNT: "counts", Kind.SHARE: "comparisons"}


@dataclass(frozen=True, slots=True)
class Claim:
    number: NumberMention
    kind: Kind
    slug: str


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge a sentence that sets figures of several types beside each other."""
    if (
        POLL.search(passage.text)
        or len(passage.slugs) < 2
        or any(mention.is_day and not mention.relative for mention in passage.dates)
    ):
        return
    claims = list(_claims(passage))
    if len({claim.slug for claim in claims}) < 2:
        return
    draws = [draw for draw in record.draws if draw.date <= passage.day]
    best: list[tuple[Claim, Scope, bool]] = []
    right, sure = 0, False
    for span, told in _spans(passage):
        read = [
            (claim, scope, _fits(passage, claim, scope))
            for claim in claims
            for scope in _of(draws, span, claim, passage)
        ]
        fitting = len({claim.number.start for claim, _scope, fits in read if fits})
        if fitting > right:
            best, right, sure = read, fitting, told
    if right < (1 if sure else 2) or right * 2 < len(claims):
        return
    agreed = {claim.number.start for claim, _scope, fits in best if fits}
    done: set[int] = set()
    for claim, scope, fits in best:
        at = claim.number.start
        if at in done or (at in agreed) != fits:
            continue
        done.add(at)
        if fits or not _is_of_one(passage, draws, claim):
            yield _said(passage, claim, scope, fits)


def _claims(passage: Passage) -> Iterator[Claim]:
    """Yield the figures that stand in a piece of the sentence with one type of draw."""
    bounds = [0]
    for match in _BREAK.finditer(passage.text):
        inside = any(mention.start <= match.start() < mention.end for mention in passage.categories)
        if not inside:
            bounds.append(match.start())
    bounds.append(len(passage.text))
    asked = passage.asked.text if passage.asked else ""
    counts = bool(_DRAW_WORDS.search(f"{passage.text} {asked}") or passage.counted)
    for start, end in zip(bounds, bounds[1:], strict=False):
        slugs = {mention.slug for mention in passage.categories if start <= mention.start < end}
        if len(slugs) != 1 or slugs & {"category-based", "program"}:
            continue
        for number in passage.numbers:
            if start <= number.start < end and (kind := _kind(passage, number, counts)):
                yield Claim(number, kind, next(iter(slugs)))


def _kind(passage: Passage, number: NumberMention, counts: bool) -> Kind | None:
    if number.role is Role.PERCENT:
        return Kind.SHARE
    if number.role is Role.INVITATIONS and number.unit:
        return Kind.SUM
    if number.role is Role.DRAWS:
        return Kind.COUNT
    if number.role not in (Role.UNKNOWN, Role.INVITATIONS) or number.value != int(number.value):
        return None
    if passage.text[: number.start].endswith("(") and 60 <= number.value <= 1200:
        return None
    if number.value > 1200 or number.role is Role.INVITATIONS:
        return Kind.SUM
    if number.value < 60:
        return Kind.COUNT if counts else None
    return None if _AT.search(passage.text, max(0, number.start - 20), number.start) else Kind.SUM


def _spans(passage: Passage) -> Iterator[tuple[Span, bool]]:
    """Yield the days that a sentence may be about, and whether it or what stands above it states them."""
    for period in (*passage.periods, *passage.earlier[::-1], *passage.context):
        if not period.is_day:
            yield from ((span, True) for span in period.spans)
    for draw in passage.before[:1]:
        yield week_of(draw.date), False
    yield week_of(passage.day), False
    yield year_span(passage.day.year), False
    yield Span(RECORD_BEGINS, passage.day), False


def _of(draws: Sequence[Draw], span: Span, claim: Claim, passage: Passage) -> list[Scope]:
    if claim.kind is Kind.SHARE:
        return list(scopes(draws, (span,), (), passage.day))
    return list(scopes(draws, (span,), (claim.slug,), passage.day))


def _value(claim: Claim, scope: Scope) -> float:
    match claim.kind:
        case Kind.COUNT:
            return scope.count
        case Kind.SUM:
            return scope.invitations
    own = sum(draw.invitations for draw in scope.draws if draw.category == claim.slug)
    return own * 100 / scope.invitations if scope.invitations else 0.0


def _fits(passage: Passage, claim: Claim, scope: Scope) -> bool:
    hedge = amounts.hedge(passage.text, claim.number.start, claim.number.end)
    if claim.kind is Kind.SHARE:
        return amounts.share_fits(claim.number.value, _value(claim, scope), hedge)
    return scope.count > 0 and amounts.fits(claim.number.value, _value(claim, scope), hedge)


def _is_of_one(passage: Passage, draws: Sequence[Draw], claim: Claim) -> bool:
    """Whether a sum that is wrong is right of the newest draws of its type one by one."""
    if claim.kind is not Kind.SUM:
        return False
    of_type = [draw for draw in draws if draw.category == claim.slug]
    return any(draw.invitations == claim.number.value for draw in of_type[-3:])


def _said(passage: Passage, claim: Claim, scope: Scope, fits: bool) -> Finding:
    number = claim.number
    actual = _value(claim, scope)
    expected = f"{actual:,.0f}"
    figure = {Kind.COUNT: "count", Kind.SUM: "total"}.get(claim.kind)
    return passage.finding(
        RULES[claim.kind],
        Status.AGREES if fits else Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("By the record, this is %(actual)s."),
        expected=expected,
        replacement=None
        if fits
        else amounts.written(round(actual), passage.source[number.start : number.end]),
        live=scope.live(figure) if figure else None,
        rows=scope.rows,
        confidence=0.85,
        params={"actual": expected},
    )
