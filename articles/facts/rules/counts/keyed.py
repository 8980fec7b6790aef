"""Figures that stand with a type of draw or with a time: "French five, healthcare three", "July 15,549, August 15,811". Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.pairing import UNBOUND, set_beside
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import NUMBER_WORDS
from articles.facts.rules.common.periods import Period
from articles.facts.rules.common.scopes import end_of
from articles.facts.rules.common.speaking import WITHOUT_NOMINEES
from draws.clock import Span, month_span

from . import each

_BREAK = compiled(
    r",(?![0-9]{3})|[;:(–—]| and | plus | while | but | against | than | to (?=[\w,]+ (?:in|during) )"
)
_AT = compiled(
    r"\b(?:at|with|of|score|cut-?off|crs|lowest|highest|low|high|peak|minimum|maximum|from|to|between)(?: of)? (?:just |only )?$"
)
# By so many per cent something grew or shrank.
_CHANGED = compiled(
    r"\b(?:up|down|rose|fell|risen|fallen|grew|grown|more|fewer|less|plus|minus|increas\w+|decreas\w+|by|dropped|jumped|shrank)\b"
)
# What goes on about the type or the time before it stands right behind it.
_GOES_ON = compiled(r"[,:(–—]?(?: and| plus)? ?(?:in |with |over |only |just |all of )*")
_JOINED = compiled(r" ?(?:,|and|, and) ?")
_CUTOFFS = compiled(r"\b(?:cut-?offs?|scores?|crs|points)\b")
_SIZES = compiled(r"\b(?:invitations?|itas?|invited|candidates|people|bigger|larger)\b")
_DRAW_WORDS = compiled(r"\b(?:draws?|rounds?|drawn|called)\b")
_OF_LISTS = compiled(r"\b(?:lists?|listed|occupations?|codes?|jobs|posts)\b")
_NONE = compiled(r"\b(?:none|never|not one|not once)\b")
_QUARTERS = compiled(r"\bquarters?\b")
# "From 30 May on", "counting that of 18 September": days of no figure.
_OF_NO_DRAW = compiled(
    r"\b(?:since|from|until|till|between|counting|including|by)(?: (?:the|that|those|of|draw|round|on)){0,3} $"
)
_UNTIL = compiled(r"\b(?:until|till|up to|before)(?: the (?:end|start|beginning) of)? $")
# "The class and French together make up 78 per cent" of more than French.
_TOGETHER = compiled(
    r"\b(?:together|between them|combined) (?:make|made|account|accounted|took|take|got|had|have|received|come|came|brought)\b"
)
# "The number of French draws fell from eleven in 2024 to nine": what says so before the figures.
_NUMBER_OF = compiled(
    r"\bnumber of (?:[\w-]+ ){0,4}?(?:draws|rounds)\b|\b(?:draws|rounds) (?:rose|fell|grew|dropped|went|climbed|increased|declined|decreased)\b"
)
# "Healthcare had seven draws in 2025, two of them in May": what is a part of that is of its type.
_PART_IN = compiled(
    rf"(?:[,:(–—]| and| plus| to| against| than| but| while)(?: (?:and|but|plus|only|just|with|including|among them|after|against|from|up|down|compared|versus|vs\.?|to))* ?(?:[0-9][0-9,]*|{NUMBER_WORDS})(?: of (?:them|these|those|which))?(?: (?:draws?|rounds?|invitations))?(?: (?:were|was|came|fell|took place|have been|had been|held|issued|sent|alone))* (?:in|during) "
)
MOST_COUNT = 60
# No cut-off has been higher.
MOST_CUTOFF = 1200
NEAR = 25


class Kind(Enum):
    SUM = auto()
    COUNT = auto()
    SHARE = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A figure with the type (else "") and the time (else none) that stand with it. `is_loose`: no word says that draws are counted; `each` are
    the times of which it is said one by one."""

    passage: Passage
    number: NumberMention
    kind: Kind
    slug: str
    spans: tuple[Span, ...]
    is_loose: bool = False
    each: tuple[Span, ...] = ()

    @property
    def key(self) -> tuple[str, tuple[Span, ...]]:
        return self.slug, self.spans

    @property
    def is_of_draws(self) -> bool:
        """Whether words say that it is a number of draws."""
        return self.number.role is Role.DRAWS or _NUMBER_OF.search(self.passage.text) is not None


def claims(passage: Passage) -> list[Claim]:
    """Return the figures of a sentence that stand with a type or a time of their own, or go on about the one before."""
    if WITHOUT_NOMINEES.search(passage.text) or any(
        _is_a_draws(passage, period) or _is_end(passage, period) for period in passage.periods
    ):
        return []
    if quarters := list(_by_quarter(passage)):
        return quarters
    if pair := set_beside(passage):
        return [
            Claim(passage, number, kind, slug, spans)
            for number, slug, spans in pair
            if (kind := _kind(passage, number, True))
        ]
    found: list[Claim] = []
    slug, head, whole = "", "", ""
    spans: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()
    numbers = (*passage.numbers, *_nones(passage))
    loose = not (passage.counted or _DRAW_WORDS.search(passage.text) or _asks(passage))
    for start, end in _pieces(passage):
        mark = passage.text[start : start + 1]
        types = {mention.slug for mention in passage.categories if start <= mention.start < end} - {"program"}
        times = [period for period in passage.periods if start <= period.start < end]
        own = [number for number in numbers if start <= number.start < end]
        if len(types) > 1 or any(period.is_day for period in times) or mark == ";":
            slug, spans, head, whole = "", (), "", ""
        if len(types) > 1:
            continue
        bounded = _narrowest([period for period in times if not period.is_day and period.form not in UNBOUND])
        if types or bounded:
            slug = next(iter(types), head or (whole if _PART_IN.match(passage.text, start) else ""))
            spans = bounded[0].spans if len(bounded) == 1 else ()
            # "None of them since April": what April had may be left out.
            after = _after(bounded[0]) if len(bounded) == 1 else ()
        if types and not own:
            head = slug
        elif types:
            whole = slug
        if _TOGETHER.search(passage.text, start, end):
            continue
        for number in own:
            kind = _kind(passage, number, loose)
            if not (types or bounded or number.unit) and not _GOES_ON.fullmatch(
                passage.text, start, number.start
            ):
                continue
            if kind is Kind.SHARE and (not slug or _CHANGED.search(passage.text, start, number.start)):
                continue
            if kind and (slug or spans) and not _has(found, kind, slug, spans):
                days = spans if number.value or kind is not Kind.COUNT else (*spans, *after)
                several = each.times(passage, number.start)
                found.append(Claim(passage, number, kind, slug, days, loose and kind is Kind.COUNT, several))
    return found


def _after(period: Period) -> tuple[Span, ...]:
    """Return the days after the month or the year that a time begins with."""
    if not period.form.startswith("since"):
        return ()
    return tuple(Span(end_of(period.form, span) + timedelta(days=1), span.end) for span in period.spans)


def _narrowest(periods: Sequence[Period]) -> Sequence[Period]:
    """Return the one of two times that is a part of the other, "in 2025 the second quarter", else both."""
    if len(periods) == 2:
        for one, other in (periods, periods[::-1]):
            if all(
                outer.start <= day <= outer.end and one.spans[0] != outer
                for outer in other.spans[:1]
                for day in one.spans[0]
            ):
                return [one]
    return periods


def _has(found: Sequence[Claim], kind: Kind, slug: str, spans: tuple[Span, ...]) -> bool:
    return any(claim.kind is kind and claim.key == (slug, spans) for claim in found)


def _pieces(passage: Passage) -> Iterator[tuple[int, int]]:
    bounds = [0]
    for match in _BREAK.finditer(passage.text):
        at = match.start()
        named = any(mention.start <= at < mention.end for mention in passage.categories)
        if not named and not any(
            period.start <= at < period.end and not period.is_day for period in passage.periods
        ):
            bounds.append(at)
    bounds.append(len(passage.text))
    return zip(bounds, bounds[1:], strict=False)


def _is_a_draws(passage: Passage, period: Period) -> bool:
    """Whether a day is one on which draws were held that the figures beside it may be of."""
    before = passage.text[max(0, period.start - 40) : period.start]
    return period.form == "date" and "(" not in before and not _OF_NO_DRAW.search(before)


def _is_end(passage: Passage, period: Period) -> bool:
    """Whether a month is where a longer time ends: "89,000 until June"."""
    return period.form == "month" and _UNTIL.search(passage.text, 0, period.start) is not None


def _asks(passage: Passage) -> bool:
    return passage.asked is not None and _DRAW_WORDS.search(passage.asked.text) is not None


def _nones(passage: Passage) -> Iterator[NumberMention]:
    for match in _NONE.finditer(passage.text):
        yield NumberMention(
            part=0, start=match.start(), end=match.end(), value=0, role=Role.DRAWS, form="words"
        )


def _kind(passage: Passage, number: NumberMention, loose: bool) -> Kind | None:
    if number.role is Role.PERCENT:
        return Kind.SHARE
    if _has_cutoff(passage, number):
        return None
    if number.role is Role.INVITATIONS and number.unit:
        return Kind.SUM
    if number.role is Role.TIMES and _FACTOR.match(passage.text, number.end):
        return None
    if number.role in (Role.DRAWS, Role.TIMES):
        return None if _NO_COUNT.search(passage.text, 0, number.start) else Kind.COUNT
    if number.role not in (Role.UNKNOWN, Role.INVITATIONS) or number.value != int(number.value):
        return None
    before = passage.text[max(0, number.start - 20) : number.start]
    if _NAMED.search(before) or (number.value >= MOST_COUNT and _OF_ONE.match(passage.text, number.end)):
        return None
    if number.value < MOST_COUNT:
        if _MARK.match(passage.text) and not before.strip(" *_#"):
            return None
        if _OF_PARTS.match(passage.text, number.end):
            return None
        listed = _OF_LISTS.search(passage.text) and (loose or not _DRAW_WORDS.search(passage.text))
        return None if listed else Kind.COUNT
    if number.value > MOST_CUTOFF or (number.role is Role.INVITATIONS and not before.endswith("(")):
        return Kind.SUM
    if before.endswith("(") and _are_sizes(passage):
        return Kind.SUM
    if before.endswith("(") or _AT.search(before) or _CUTOFFS.search(passage.text):
        return None
    return Kind.SUM if _SIZES.search(passage.text) else None


def _are_sizes(passage: Passage) -> bool:
    """Whether the figures between parentheses are invitations, as in "healthcare (8,000), trades (3,000), physicians (662)"."""
    alone = [
        number
        for number in passage.numbers
        if passage.text[number.end : number.end + 1] == ")" and passage.text[number.start - 1] in "( "
    ]
    large = [number for number in alone if number.value > MOST_CUTOFF]
    return len(large) > 1 and not _CUTOFFS.search(passage.text)


# "The two halves of 2019" are no draws.
_OF_PARTS = compiled(
    r" (?:[\w-]+ )?(?:halves|quarters|months|weeks|parts|periods|phases|stretches|years|sides)\b"
)
# "7,000 each", "482 on the 12th": of one draw.
_OF_ONE = compiled(r" (?:invitations |people )?(?:each|apiece)\b| on the [0-9]")
# "8/", "3.": the number of what follows.
_MARK = compiled(r"[\s*_#]*[0-9]{1,2} ?[/.)]")
# "Of these three", "whose last one": told of, and not counted.
_NAMED = compiled(r"\b(?:these|those|(?:whose|its|their|the) (?:last|latest|first|other|only|previous)) $")
# "The highest that it has seen in its three draws": of its whole time.
_NO_COUNT = compiled(r"\bnot $|\bseen in (?:its|their) $")
# "Three times the 8,700 of 2023" counts no draws.
_FACTOR = compiled(
    r" ?(?:times|fold) (?:as|more|that|those|what|its|their|larger|bigger|smaller|the (?=[0-9]|number|figure|total|sum|size|amount|result))"
)


def _has_cutoff(passage: Passage, number: NumberMention) -> bool:
    """Whether a number is the size of one draw, with its cut-off right behind it, or a cut-off behind another: "at 439 and 375"."""
    return number.value >= MOST_COUNT and any(
        other.role is Role.CUTOFF
        and (
            0 <= other.start - max(number.end, number.noun) <= NEAR
            or (other.end <= number.start and _JOINED.fullmatch(passage.text, other.end, number.start))
        )
        for other in passage.numbers
    )


def _by_quarter(passage: Passage) -> Iterator[Claim]:
    """Yield four figures that are those of the quarters of the year spoken of."""
    sums = [number for number in passage.numbers if _kind(passage, number, True) is Kind.SUM]
    years = [
        period.spans[0].start.year
        for period in (*passage.periods, *passage.earlier[::-1], *passage.context)
        if period.form in ("year", "thisyear", "lastyear", "theyear")
    ]
    if len(sums) != 4 or not years or not _QUARTERS.search(passage.text):
        return
    for place, number in enumerate(sums):
        yield Claim(passage, number, Kind.SUM, "", (quarter(years[0], place),))


def quarter(year: int, place: int) -> Span:
    """Return the days of a quarter of a year, the first at place 0."""
    return Span(month_span(year, 3 * place + 1).start, month_span(year, 3 * place + 3).end)
