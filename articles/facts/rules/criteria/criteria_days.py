"""Until when a condition held, or since when: "until February 17 it was six months". Pure: no Django."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from articles.facts.model import Finding, Status, Version
from articles.facts.rules.common.ending import ends
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.references import gettext_noop

from .attaching import clause
from .criteria_words import RULE, Condition, right_of

CHANGED = gettext_noop("%(category)s: the conditions changed so on %(day)s.")

_UNTIL = compiled(r"\b(?:until|till|up to|before) (?:and including )?$")
_SINCE = compiled(r"\b(?:since|as of|from|after) $")


def find(setting: Setting, unit: Unit, condition: Condition, version: Version) -> Iterator[Finding]:
    """Yield the days beside a condition that is so of a version, where it changed on other days."""
    start, end = clause(unit.text, condition.start)
    for day in unit.dates:
        at = day.start - unit.start
        if day.precision != "day" or not start <= at < end or day.first > setting.reading.on:
            continue
        before = unit.text[max(0, at - 30) : at]
        changes = list(_changes(setting, condition, version))
        if _UNTIL.search(before):
            right = [begun for begun, old, _new in changes if old == condition.value]
            accepted = {moment for begun in right for moment in (begun, begun - timedelta(days=1))}
        elif _SINCE.search(before):
            right = [begun for begun, _old, new in changes if new == condition.value]
            accepted = {moment for begun in right for moment in (begun, begun - timedelta(days=1))}
        else:
            continue
        if not right or any(day.may_hold(moment) for moment in accepted):
            continue
        source = setting.reading.texts[unit.part].part.source[day.start : day.end]
        category = setting.record.category_names.get(version.category, version.category)
        yield unit.finding(
            RULE, Status.CONTRADICTED, day.start, day.end, CHANGED, expected=right[-1].isoformat(),
            replacement=ends(source, right[-1]), rows=(version_row(version),), confidence=0.8,
            params={"category": category, "day": right[-1].isoformat()},
        )  # fmt: skip


def _changes(
    setting: Setting, condition: Condition, version: Version
) -> Iterator[tuple[date, int | None, int | None]]:
    """Yield when a type's condition changed, with its values before and after."""
    for old, new in pairwise(setting.versions.get(version.category, ())):
        was, is_now = right_of(old, condition.aspect), right_of(new, condition.aspect)
        if was != is_now and new.valid_from is not None:
            yield new.valid_from, was, is_now
