"""What nominees have without their nomination: "736, which leaves 136", "the last person invited had 163 of her own". Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Finding, Status
from articles.facts.reading import DateMention, NumberMention
from articles.facts.rules.common.amounts import written
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Unit
from articles.facts.rules.common.surroundings import Surroundings
from articles.references import gettext_noop

RULE = "points"

LEFT = gettext_noop("%(cutoff)s without the 600 points of a nomination is %(expected)s.")

NOMINATION = 600
# No cut-off of nominees has been above this, and nobody has more than so many points of her own beside a nomination there.
_HIGHEST = 950
# So many sentences before one say which cut-off is meant.
_REACH = 3

_ABOUT = compiled(r"\b(?:nomin\w+|pnp|600)\b")
_TAKEN = r"(?:without|tak(?:e|ing|en) (?:away|off|out)|minus|less|subtract(?:s|ed|ing)?|deduct(?:s|ed|ing)?|leaving out|set(?:ting)? aside|not counting|apart from)"
_IT = r"(?:(?:the|her|his|their|its|those|these|that|this|a) )*(?:[a-z]+ )?(?:600\b|nominations?\b|bonus\b|it\b|them\b)"
_OWN = r"of (?:her|his|their|its|your|one's|one’s) own\b"
# What stands right behind what is left, and right before it.
_BEHIND = compiled(
    rf"(?: crs)?(?: points?)? (?:{_OWN}|without {_IT}|before (?:the|her|his|their|a) nomination\b)"
)
_SMALL = r"(?:(?:only|just|a|mere|barely|about|around|some|as|few|her|him|them|you|one|us|with|person|candidate|behind) )*"
_LEAVES = compiled(rf"\bleav(?:es|ing) {_SMALL}$")
_BEFORE = compiled(
    rf"\b{_TAKEN} {_IT}[^.;]{{0,90}}?(?:\b(?:had|has|have|is|was|were|are|needed|remains?|leaves?|left|makes|gives|got|at|of)|:|=) {_SMALL}$"
)
# "Someone with 206 points of their own would have been fine": not the last one who was invited.
_SOMEBODY = compiled(r"\bwith (?:only |just |about |at least |some )?$")
# Behind a number of points, and of nothing else.
_CLOSED = compiled(r" ?(?:[.,;:!?)]|$)| (?:crs )?points?\b| (?:of|on|for|in|and|as|from|to)\b")
# "What the last person invited had of her own: on 29 September 255, on 6 August 193".
_OWN_SAID = compiled(rf"\b{_OWN}|\b{_TAKEN} {_IT}")
_ON_DAY = compiled(r",? (?:it was |(?:she|he|they) had |only |just )*$")


def find(setting: Surroundings, unit: Unit) -> Iterator[Finding]:
    """Yield what is said to remain of a cut-off without a nomination, held against the cut-offs told beside it."""
    text = unit.text
    said = _OWN_SAID.search(text)
    if said is None and "leav" not in text and "before" not in text:
        return
    numbers = [mention for mention in unit.mentions if isinstance(mention, NumberMention)]
    before = _sentences(setting, unit)
    if not any(_ABOUT.search(other.text) for other in (unit, *before)):
        return
    for number in numbers:
        if not 0 < number.value < NOMINATION or number.value != int(number.value):
            continue
        start, end = number.start - unit.start, number.end - unit.start
        cutoffs = _on_day(setting, unit, number) if said is not None and said.end() < start else ()
        if not cutoffs:
            ahead = text[:start] if _CLOSED.match(text, end) else ""
            if _SOMEBODY.search(text[:start]):
                continue
            if not (_BEHIND.match(text, end) or _LEAVES.search(ahead) or _BEFORE.search(ahead)):
                continue
            cutoffs = _told(unit, number, before)
        if cutoffs:
            yield from _judged(setting, unit, number, cutoffs, before)


def _sentences(setting: Surroundings, unit: Unit) -> list[Unit]:
    """Return the sentences before one in its block, the nearest first."""
    return [other for other in setting.of_block(unit.block) if other.start < unit.start][: -_REACH - 1 : -1]


def _told(unit: Unit, number: NumberMention, before: Sequence[Unit]) -> tuple[int, ...]:
    """Return the scores of nominees that stand nearest before a number, the last first."""
    for other in (unit, *before):
        found = [
            int(mention.value)
            for mention in other.mentions
            if isinstance(mention, NumberMention)
            and NOMINATION < mention.value <= _HIGHEST
            and mention.end <= number.start
        ]
        if found:
            return tuple(found[::-1])
    return ()


def _on_day(setting: Surroundings, unit: Unit, number: NumberMention) -> tuple[int, ...]:
    """Return the cut-offs of nominees' draws on the day right before a number."""
    return tuple(
        draw.crs_cutoff
        for day in unit.dates
        if day.end <= number.start
        and _ON_DAY.fullmatch(unit.text, day.end - unit.start, number.start - unit.start)
        for draw in setting.record.draws
        if draw.crs_cutoff > NOMINATION and day.may_hold(draw.date)
    )


def _judged(
    setting: Surroundings, unit: Unit, number: NumberMention, cutoffs: Sequence[int], before: Sequence[Unit]
) -> Iterator[Finding]:
    value = int(number.value)
    fitting = next((cutoff for cutoff in cutoffs if cutoff - NOMINATION == value), None)
    cutoff = fitting or cutoffs[0]
    right = cutoff - NOMINATION
    params: dict[str, object] = {"cutoff": str(cutoff), "expected": str(right)}
    if fitting is not None:
        yield unit.finding(RULE, Status.AGREES, number.start, number.end, LEFT, params=params)
        return
    # Where the cut-off is what is wrong, what is left may be right of the draw that is meant.
    days = [day for other in (unit, *before) for day in other.mentions if isinstance(day, DateMention)]
    if any(
        draw.crs_cutoff == value + NOMINATION and any(day.may_hold(draw.date) for day in days)
        for draw in setting.record.draws
    ):
        return
    yield unit.finding(
        RULE, Status.CONTRADICTED, number.start, number.end, LEFT, expected=str(right),
        replacement=written(right, unit.said(number)), params=params, confidence=0.85,
    )  # fmt: skip
