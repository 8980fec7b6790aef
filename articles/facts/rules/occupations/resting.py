"""What is said of a list that was named wrongly right before: one mistake, and no second one. Pure: no Django."""

from collections.abc import Iterable, Iterator, Sequence

from articles.facts.model import Finding, Status
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit

# "Bakers moved to the STEM list, where they replaced cooks": the second half is of the list that was meant.
_WHERE = compiled(r"\b(?:where|on which|in which|from which)\b")
_THAT_LIST = compiled(r"\W*(?:that|this|the|which) (?:list|category|one)\b|\W*it\b")


def standing(setting: Setting, findings: Iterable[Finding], mistakes: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings but those that accuse what rests on one of the mistakes."""
    doubted = [mistake for mistake in mistakes if mistake.status is not Status.AGREES]
    found = list(findings)
    right = [finding for finding in found if finding.status is Status.AGREES]
    for finding in found:
        if (
            finding.status is not Status.CONTRADICTED
            or not doubted
            or not _rests(setting, finding, doubted, right)
        ):
            yield finding


def _rests(setting: Setting, finding: Finding, mistakes: Sequence[Finding], right: Sequence[Finding]) -> bool:
    unit = _unit_of(setting, finding)
    if unit is None:
        return False
    earlier = [one for one in mistakes if unit.start <= one.start and one.end <= finding.start]
    if any(_WHERE.search(unit.text, one.end - unit.start, finding.start - unit.start) for one in earlier):
        return True
    # "That list went from 24 to 16": the 24 says that it is the list which was meant.
    if any(one.part == finding.part and unit.start <= one.start < unit.end for one in right):
        return False
    own = setting.of_block(unit.block)
    before = [other for other in own if other.start < unit.start][-1:]
    return _THAT_LIST.match(unit.text) is not None and any(
        other.start <= mistake.start < other.end for other in before for mistake in mistakes
    )


def _unit_of(setting: Setting, finding: Finding) -> Unit | None:
    texts = setting.reading.texts
    return next(
        (
            unit
            for unit in setting.units
            if unit.start <= finding.start < unit.end and texts[unit.part].part.name == finding.part
        ),
        None,
    )
