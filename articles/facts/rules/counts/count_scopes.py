"""Which draws a number of draws may be held against. Pure: no Django."""

from collections.abc import Collection

from articles.facts.model import Record
from articles.facts.reading.mentions import NumberMention, Role
from articles.facts.rules.common.moving import clause
from articles.facts.rules.common.passages import Passage
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import Scope, scopes, until
from articles.facts.rules.common.speaking import (
    WITHOUT_NOMINEES,
    Candidates,
    candidates,
    everything,
    widened,
)
from draws.clock import RECORD_BEGINS, Span

from . import count_subjects

# Of what a list has had since it began the type stands elsewhere.
_SINCE_LIST = compiled(
    r"\bsince (?:the|its|their|that|this) (?:[\w-]+ )?(?:list|category|class|categories|lists)\b"
)
# "One draw in February was limited to federal skilled workers" is not all that there was.
_JUST = compiled(r"\b(?:had|saw|brought|was|were) (?:only |just )?$")


def found(passage: Passage, record: Record, number: NumberMention, slugs: Collection[str]) -> Candidates:
    """Return what a number of draws of some types may be about; of all types, the nominees' too where a time is stated."""
    around = candidates(passage, record, number.start, number.end, slugs, strict=bool(slugs))
    before = passage.text[max(0, number.start - 25) : number.start]
    of_types = not slugs and around.stated and (number.value > 1 or _JUST.search(before))
    if of_types and not (
        _SINCE_LIST.search(passage.text) or WITHOUT_NOMINEES.search(f"{passage.text_before} {passage.text}")
    ):
        return around.with_nominees()
    return around


def meant(
    passage: Passage, record: Record, found: Candidates, number: NumberMention, slugs: set[str]
) -> tuple[Scope | None, float]:
    """Return the scope that a count which agrees with none is to be held against, and how sure that is."""
    sums = [other for other in passage.numbers if other.role is Role.INVITATIONS]
    kinds = ((found.stated, 0.95), (found.named, 0.9), (found.context, 0.85), (found.around, 0.85))
    values = {other.value for other in sums}
    if any(scope.count == number.value and scope.invitations in values for scope in found):
        return None, 0.0
    for known, confidence in kinds:
        same = [
            scope
            for scope in known
            if scope.count > 1 and any(other.value == scope.invitations for other in sums)
        ]
        if same:
            return same[0], confidence
    if sums and not found.stated:
        wide = everything(passage, record, number.start, number.end)
        same = [s for s in wide if s.count > 1 and s.invitations == sums[0].value and len(sums) == 1]
        if any(scope.count == number.value for scope in same):
            return None, 0.0
        if same:
            return same[0], 0.85
    if found.stated:
        return min(found.stated, key=lambda scope: abs(scope.count - number.value)), 0.85
    begin, end = clause(passage.text, number.start)
    dated = any(begin <= mention.start < end for mention in passage.dates)
    told = slugs or _HELD.search(passage.text) or passage.part in _HEAD
    # A type that the words name themselves is that of all its draws of the time, whatever draws were told of before.
    named = bool(slugs) and slugs <= set(passage.slugs) and len({scope.count for scope in found.context}) == 1
    if found.context and not dated and told and (not passage.before or named):
        return min(found.context, key=lambda scope: abs(scope.count - number.value)), 0.75
    return None, 0.0


def of_all(passage: Passage, record: Record, number: NumberMention, slugs: Collection[str]) -> Scope | None:
    """Return all the draws that some types ever had, where it is these that the words count: "there have been five of them altogether"."""
    in_its_life = count_subjects.IN_ITS_LIFE.match(passage.text, max(number.noun, number.end))
    is_ever = _EVER.search(passage.text) and _HAS_HAD.search(passage.text)
    if not slugs or not (in_its_life or is_ever) or any(not period.is_day for period in passage.periods):
        return None
    draws = until(record, passage.day)
    return next(scopes(draws, (Span(RECORD_BEGINS, passage.day),), widened(slugs, draws), passage.day))


def may_be(passage: Passage, record: Record, number: NumberMention) -> bool:
    """Whether some set of draws that the text speaks of has as many."""
    wide = everything(passage, record, number.start, number.end)
    return any(scope.count == number.value for scope in wide)


_EVER = compiled(r"\b(?:altogether|in all|in total|all told|so far|to date|until now|up to now)\b")
_HAS_HAD = compiled(r"\b(?:have|has) (?:now |only |already |just )?(?:been|had|seen)\b")
_HEAD = frozenset(("title", "standfirst", "description"))
_HELD = compiled(r"\b(?:held|took place|were there|there were|number of (?:draws|rounds))\b")
