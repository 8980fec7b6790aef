"""Figures of several types or times side by side: "two for provincial nominees, two for healthcare", "July 15,549, August 15,811".
Pure: no Django.

What they are about stands around them. The days and the types under which most of them are right count, and then the others are
wrong.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common import amounts
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import Scope, scopes, until
from articles.facts.rules.common.speaking import POLL, widened
from articles.facts.rules.common.weeks import week_of
from articles.references import gettext_noop
from draws.clock import RECORD_BEGINS, Span, year_span

from .keyed import Claim, Kind, claims

RULES = {Kind.SUM: "sums", Kind.COUNT: "counts", Kind.SHARE: "comparisons"}
EXCHANGED = gettext_noop(
    "By the record, this is %(actual)s: figures that stand together have changed places."
)
# Small numbers agree by chance: so many of them must be right, where no word says that they count draws.
LEAST_LOOSE = 3
# Of what is larger one right figure is enough, where words tell the time: "58 draws in 2025, 52 in 2024".
LEAST_SUM, LEAST_COUNT = 1000, 5
# Where words tell the time, so many right figures of a long list are enough, though more are wrong.
LEAST_OF_MANY = 5


@dataclass(frozen=True, slots=True)
class Read:
    """A claim as it is read: the draws that it is about, and whether it is right of them."""

    claim: Claim
    scope: Scope
    fits: bool


class _Draws:
    """The scopes of days and types, each made once."""

    def __init__(self, record: Record, passage: Passage):
        self.day = passage.day
        self.all = [draw for draw in record.draws if draw.date <= passage.day]
        self.known: dict[tuple[Span, frozenset[str]], list[Scope]] = {}

    def scopes(self, span: Span, types: frozenset[str]) -> list[Scope]:
        if (span, types) not in self.known:
            self.known[span, types] = list(scopes(self.all, (span,), types, self.day))
        return self.known[span, types]


def groups(passages: Sequence[Passage]) -> dict[int, list[Claim]]:
    """Return the claims to be judged together by the place of the first passage that they stand in: those of one sentence, or of
    sentences on end of which each speaks of one type, or is a line of one time: "January: 15,255"."""
    found: dict[int, list[Claim]] = {}
    first, part = -1, ""
    for place, passage in enumerate(passages):
        own = [] if POLL.search(passage.text) or passage.is_outside else claims(passage)
        if not own and passage.ranges and passage.text_before and not (passage.categories or passage.periods):
            # "CEC: 17 draws. Scores moved from 507 to 523": it goes on about the line that it stands in.
            continue
        single = not any(period.is_day for period in passage.periods) and (
            len({claim.slug for claim in own}) == 1
            and own[0].slug not in ("", "category-based")
            or _is_line(passage, own)
        )
        if single and first >= 0 and passage.part == part:
            found[first] += own
        elif own:
            found[place] = own
        first, part = (
            (first if first >= 0 and passage.part == part else place) if single else -1,
            passage.part,
        )
    return found


def _is_line(passage: Passage, own: Sequence[Claim]) -> bool:
    """Whether a sentence is a time with its figures and nothing else, as in a list."""
    if len({claim.key for claim in own}) != 1 or own[0].slug or len(passage.periods) != 1:
        return False
    return _LABEL.fullmatch(passage.text, 0, passage.periods[0].start) is not None and (
        _BESIDE.fullmatch(passage.text, passage.periods[0].end, own[0].number.start) is not None
    )


_LABEL = compiled(r"(?:[\W\d_]|in |the )*")
_BESIDE = compiled(r"[*_]* ?(?:[:,=(–—-]|\.\.+|saw|had|brought) ?(?:[*_]* ?)")


@dataclass(frozen=True, slots=True)
class Judged:
    """How figures that stand together are read: `best` is the reading, `sure` whether words tell its time; `elsewhere` are claims that
    are right in another reading."""

    best: Sequence[Read] = ()
    sure: bool = False
    elsewhere: Collection[Claim] = ()
    exchanged: Sequence[Read] = ()


def judged(read: Sequence[Claim], record: Record) -> Judged:
    """Find the days and the types under which most of the figures that stand together are right; none where too few are."""
    if len({claim.key for claim in read}) < 2:
        return Judged()
    passage = read[0].passage
    draws = _Draws(record, passage)
    best: list[Read] = []
    right, sure = 0, False
    readings: list[list[Read]] = []
    exchanged: list[Read] = []
    for types in _types(read, draws) if any(not claim.slug for claim in read) else [frozenset[str]()]:
        for span, told in _spans(passage, read):
            one = [_read(claim, span, types, draws) for claim in read]
            # What is right of several times each is as many right figures.
            fitting = sum(len(claim.each) or 1 for claim in {said.claim for said in one if said.fits})
            if fitting:
                readings.append(one)
            elif (told or any(said.claim.kind is Kind.SUM for said in one)) and _are_exchanged(one):
                exchanged = exchanged or one
            if fitting > right:
                best, right, sure = one, fitting, told
    if exchanged and not right:
        return Judged(exchanged=exchanged)
    if not _is_enough(best, right, sure):
        return Judged()
    elsewhere = {said.claim for one in readings for said in one if said.fits and not said.claim.slug}
    # Of what has no time of its own, the time that is read is sure where words tell it or another such figure is right of it.
    return Judged(best, sure or any(said.fits and not said.claim.spans for said in best), elsewhere)


def find(how: Judged, record: Record) -> Iterator[tuple[Claim, Finding]]:
    """Judge figures of several types or times beside each other."""
    yield from ((said.claim, replace(_said(said), message=EXCHANGED)) for said in how.exchanged)
    for said in how.best:
        if (
            said.fits
            or (how.sure or said.claim.spans)
            and said.claim not in how.elsewhere
            and not _is_of_one(said, record)
        ):
            yield said.claim, _said(said)


def _are_exchanged(read: Sequence[Read]) -> bool:
    """Whether each of several figures is that of another: "40,500 for the class, 45,250 for French", the other way round."""
    if len({said.claim.kind for said in read}) != 1 or read[0].claim.kind is Kind.SHARE:
        return False
    figure = {Kind.SUM: "invitations", Kind.COUNT: "count"}[read[0].claim.kind]
    return sorted(said.claim.number.value for said in read) == sorted(
        getattr(said.scope, figure) for said in read
    )


def _is_enough(best: Sequence[Read], right: int, sure: bool) -> bool:
    """Whether so many figures are right under a reading that the others are wrong."""
    fitting = [said.claim for said in best if said.fits]
    timed = all(claim.spans for claim in fitting)
    telling = any(claim.kind is Kind.SUM and claim.number.value >= LEAST_SUM for claim in fitting)
    if all(said.claim.kind is Kind.COUNT for said in best):
        telling = any(claim.is_of_draws and claim.number.value >= LEAST_COUNT for claim in fitting)
    least = 1 if telling and (sure or timed) else 2
    if sure and all(said.claim.slug for said in best):
        least = 1
    if any(said.claim.is_loose for said in best):
        least = LEAST_LOOSE - sure
    half = right * 2 >= len(best) or (sure and right >= LEAST_OF_MANY and right * 5 >= len(best) * 2)
    return right >= least and half


def _types(read: Sequence[Claim], draws: _Draws) -> list[frozenset[str]]:
    """Return the types that figures without a type of their own may be of."""
    passage = read[0].passage
    slugs = dict.fromkeys((*passage.slugs, *passage.topic))
    found = [frozenset[str](), *(widened((slug,), draws.all) for slug in slugs)]
    found += [widened(slugs, draws.all), widened(("category-based",), draws.all)]
    return list(dict.fromkeys(found))


def _spans(passage: Passage, read: Sequence[Claim]) -> Iterator[tuple[Span, bool]]:
    """Yield the days that a sentence may be about, and whether it or what stands above it states them. A time that stands with one of
    several figures, behind the first of them, is that one's alone."""
    keyed = {claim.spans for claim in read}
    behind = read[1].number.start if read[1].passage is passage else len(passage.text)
    own = [period for period in passage.periods if period.start < behind or period.spans not in keyed]
    asked = passage.asked.periods if passage.asked is not None else []
    around = (*passage.earlier[::-1], *passage.context)
    for period in (*own, *asked, *around):
        if not period.is_day:
            yield from ((span, True) for span in period.spans)
    if any(period.form in _BOUND and period.start < read[0].number.start for period in own):
        # A time before the first figure is that of all which have none themselves.
        return
    years = [span for period in passage.periods for span in period.spans[:1]]
    for period in around:
        yield from ((span, True) for span in _moved(period.spans[0], years))
    for draw in passage.before[:1]:
        yield week_of(draw.date), False
    yield week_of(passage.day), False
    spoken = () if own else (*passage.years, passage.day.year - 1)
    for year in dict.fromkeys((passage.day.year, *spoken)):
        yield year_span(year), False
    yield Span(RECORD_BEGINS, passage.day), False


_BOUND = frozenset(("month", "year", "quarter", "yearpart", "months", "carried", "lastmonth", "lastyear", "thisyear"))  # fmt: skip


def _read(claim: Claim, base: Span, types: frozenset[str], draws: _Draws) -> Read:
    """Read a claim: the days it has itself, else `base`; the type it has itself, else `types`."""
    own = widened((claim.slug,), draws.all) if claim.slug else types
    if claim.each:
        sets = [draws.scopes(span, own) for span in claim.each]
        scope = next((found[0] for found in sets if not any(_fits(claim, one, own) for one in found)), None)
        return Read(claim, scope or sets[0][0], scope is None)
    found = [
        scope
        for span in (*claim.spans, *_moved(base, claim.spans)) or (base,)
        for scope in draws.scopes(span, frozenset[str]() if claim.kind is Kind.SHARE else own)
    ]
    fitting = next((scope for scope in found if _fits(claim, scope, own)), None)
    if fitting is not None:
        return Read(claim, fitting, True)
    return Read(claim, next((scope for scope in found if scope.count), found[0]), False)


def _moved(base: Span, years: Sequence[Span]) -> Iterator[Span]:
    """Yield the same days of a year that a figure stands with: under a heading of a quarter "in 2025" may be that quarter."""
    for span in years:
        if span == year_span(span.start.year) and base.start.year == base.end.year and base != span:
            days = ((day.month, min(day.day, 28) if day.month == 2 else day.day) for day in base)
            yield Span(*(date(span.start.year, *day) for day in days))


def _value(claim: Claim, scope: Scope, types: frozenset[str]) -> float:
    match claim.kind:
        case Kind.COUNT:
            return scope.count
        case Kind.SUM:
            return scope.invitations
    own = sum(draw.invitations for draw in scope.draws if draw.category in types)
    return own * 100 / scope.invitations if scope.invitations else 0.0


def _fits(claim: Claim, scope: Scope, types: frozenset[str]) -> bool:
    hedge = amounts.hedge(claim.passage.text, claim.number.start, claim.number.end)
    value = _value(claim, scope, types)
    if claim.kind is Kind.SHARE:
        return amounts.share_fits(claim.number.value, value, hedge)
    if not scope.count:
        return claim.kind is Kind.COUNT and not claim.number.value
    return amounts.fits(claim.number.value, value, hedge)


def _is_of_one(said: Read, record: Record) -> bool:
    """Whether a sum that is wrong is right of one draw that it may be of, or its time is wrong and not the sum."""
    claim = said.claim
    if claim.kind is not Kind.SUM:
        return False
    if not said.scope.count:
        return True
    known = until(record, claim.passage.day)
    latest: list[Draw] = [draw for draw in known if draw.category == claim.slug][-3:]
    inside = said.scope.draws if claim.spans else ()
    return any(draw.invitations == claim.number.value for draw in (*latest, *inside))


def _said(said: Read) -> Finding:
    claim, scope = said.claim, said.scope
    number, passage = claim.number, claim.passage
    actual = _value(claim, scope, frozenset((claim.slug,)))
    expected = f"{actual:,.0f}"
    figure = {Kind.COUNT: "count", Kind.SUM: "total"}.get(claim.kind)
    words = passage.source[number.start : number.end]
    return passage.finding(
        RULES[claim.kind],
        Status.AGREES if said.fits else Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("By the record, this is %(actual)s."),
        expected=expected,
        replacement=None if said.fits or not number.value else amounts.written(round(actual), words),
        live=scope.live(figure) if figure else None,
        rows=scope.rows,
        confidence=0.85,
        params={"actual": expected},
    )
