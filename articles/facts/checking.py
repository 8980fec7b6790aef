"""Checks an article against the record: reads it once and runs every rule over what was read."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from .model import Finding, Part, Record, Status
from .reading import Reading, read
from .rules import RULES, Rule
from .rules.comparisons import extreme_days, first_past, last_drawn, ranked_times
from .rules.counts import settled_pairs
from .rules.rounds import (
    carried_ties,
    corrected,
    either,
    held_days,
    in_order,
    mismatched,
    slips,
    unmatched,
)

logger = logging.getLogger(__name__)

# These look at what the rules have left, and at what they took to be of another draw than the words mean.
LATE = (
    in_order,
    held_days,
    extreme_days,
    mismatched,
    last_drawn,
    ranked_times,
    first_past,
    unmatched,
    carried_ties,
    settled_pairs,
    slips,
)
# A difference stands no farther before the day of the draw that another is set beside.
BESIDE = 30
# So near to each other are the two figures of one draw.
PAIRED = 25


def check(parts: Iterable[Part], record: Record, on: date) -> list[Finding]:
    """Return what the desk says of an article of the day `on`, by part and place.

    A rule that fails is logged and loses its own findings alone; `failed_rules` of `checked` says which.
    """
    return checked(read(parts, on), record)[0]


def checked(
    reading: Reading, record: Record, rules: Sequence[Rule] = RULES
) -> tuple[list[Finding], tuple[str, ...]]:
    """Return the findings of a reading and the modules of the rules that failed."""
    findings: list[Finding] = []
    failed: list[str] = []
    for rule in rules:
        try:
            findings += rule(reading, record)
        except Exception:
            logger.exception("The rule %s failed.", rule.__module__)
            failed.append(rule.__module__)
    for late in LATE:
        try:
            findings = _with(findings, list(late.find(reading, record, findings)))
        except Exception:
            logger.exception("The rule %s failed.", late.__name__)
            failed.append(late.__name__)
    findings = list(corrected.without(reading, _without_confirmed(findings)))
    findings = _said_once(either.both(reading, record, findings))
    order = {text.part.name: place for place, text in enumerate(reading.texts)}
    findings.sort(key=lambda finding: (order.get(finding.part, 0), finding.start, finding.end, finding.rule))
    return findings, tuple(failed)


def _said_once(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings without those that call wrong what a surer one of their rule calls wrong in the same words, or with the words beside them."""
    surest: dict[object, Finding] = {}
    for finding in findings:
        place = (finding.part, finding.start, finding.end, finding.rule)
        key = place if finding.status is Status.CONTRADICTED else id(finding)
        if key not in surest or surest[key].confidence < finding.confidence:
            surest[key] = finding
    kept = list(surest.values())
    wide: dict[str, dict[int, int]] = {}
    for one in kept:
        if one.status is Status.CONTRADICTED and one.rule == "rounds" and not _FIGURE.fullmatch(one.claim):
            # A figure that begins a wider place, or ends it, is called wrong together with the words beside it.
            wide.setdefault(one.part, {}).update({one.start: one.end, one.end: one.start})
    return [one for one in kept if not _is_taken_in(one, wide.get(one.part, {}))]


def _is_taken_in(one: Finding, wide: Mapping[int, int]) -> bool:
    if one.rule != "rounds" or one.status is not Status.CONTRADICTED or not _FIGURE.fullmatch(one.claim):
        return False
    return wide.get(one.start, one.start) > one.end or wide.get(one.end, one.end) < one.start


_FIGURE = re.compile(r"\d[\d,]*")


def _without_confirmed(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings but those that call a figure wrong of one draw which is right of another, as a sum, or as points."""
    right = {
        (finding.part, finding.start, finding.end)
        for finding in findings
        if finding.status is Status.AGREES and finding.rule in ("rounds", "sums", "points")
    }
    for finding in findings:
        if (
            finding.rule != "rounds"
            or finding.status is not Status.CONTRADICTED
            or (finding.part, finding.start, finding.end) not in right
            or not _FIGURE.fullmatch(finding.claim)
            or _is_beside_own(finding, findings)
        ):
            yield finding


def _is_beside_own(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Whether the other figure of the very draw, which is right, stands behind one: "1,500 invitations at 510" is no sum."""
    return any(
        other.rule == "rounds"
        and other.status is Status.AGREES
        and other.part == finding.part
        and 0 < other.start - finding.end <= PAIRED
        and other.rows == finding.rows
        and _FIGURE.fullmatch(other.claim) is not None
        for other in findings
    )


def _with(findings: Sequence[Finding], late: Sequence[Finding]) -> list[Finding]:
    """Return findings with later ones, which take the place of what agrees in the same words, and of what was called wrong for
    being set beside a day that is the wrong one."""
    return [*(finding for finding in findings if not any(_replaces(other, finding) for other in late)), *late]


def _replaces(late: Finding, finding: Finding) -> bool:
    if late.part != finding.part:
        return False
    if finding.status is Status.AGREES:
        if late.message == settled_pairs.NOT_TOGETHER:
            return late.start <= finding.start and finding.end <= late.end
        return (late.start, late.end) == (finding.start, finding.end)
    if late.message == extreme_days.OTHER and finding.rule == "rounds":
        # "The smallest, with 125 invitations, was held on 18 August": the figure is right, and not the day.
        # So is it behind the day: "the high point was 30 March, when the cut-off reached 805".
        apart = max(late.start - finding.end, finding.start - late.end)
        return finding.claim == late.params["figure"] and apart <= extreme_days.BESIDE
    return (
        finding.status is Status.CONTRADICTED
        and finding.rule == "comparisons"
        and late.message == held_days.NOT_THEN
        and 0 <= late.start - finding.end <= BESIDE
    )
