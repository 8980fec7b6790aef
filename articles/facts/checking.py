"""Checks an article against the record: reads it once and runs every rule over what was read."""

import logging
from collections.abc import Iterable, Sequence
from datetime import date

from .model import Finding, Part, Record
from .reading import Reading, read
from .rules import RULES, Rule, corrected, slips

logger = logging.getLogger(__name__)


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
    try:
        findings += list(slips.find(reading, record, findings))
    except Exception:
        logger.exception("The rule %s failed.", slips.__name__)
        failed.append(slips.__name__)
    findings = list(corrected.without(reading, findings))
    order = {text.part.name: place for place, text in enumerate(reading.texts)}
    findings.sort(key=lambda finding: (order.get(finding.part, 0), finding.start, finding.end, finding.rule))
    return findings, tuple(failed)
