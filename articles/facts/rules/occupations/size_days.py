"""Since when a list has had so many occupations: "37, since May 2023", where it grew to that later. Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import NumberMention
from articles.facts.rules.common.ending import ends
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.references import gettext_noop

SINCE = gettext_noop("The list of %(category)s has had %(value)s occupations since %(day)s.")

_SINCE = compiled(
    r"(?: (?:listed |eligible )?(?:occupations?|jobs|codes|names|entries|lines|trades|professions))?(?: on it| on its list)?,? (?:ever )?since (?:early |late |the (?:beginning|end) of )?"
)


def find(setting: Setting, unit: Unit, number: NumberMention, version: Version) -> Iterator[Finding]:
    """Yield the day behind the size of a list since which it is said to be so, where it began on no such day."""
    for day in unit.dates:
        if day.relative or day.first > setting.reading.on or day.start < number.end:
            continue
        if not _SINCE.fullmatch(unit.text, number.end - unit.start, day.start - unit.start):
            continue
        size = len(version.codes or ())
        begun = [
            other.valid_from
            for other in setting.versions.get(version.category, ())
            if other.valid_from and other.valid_from <= setting.reading.on and len(other.codes or ()) == size
        ]
        if not begun or any(day.may_hold(moment) for moment in begun):
            continue
        yield unit.finding(
            "occupations", Status.CONTRADICTED, day.start, day.end, SINCE, expected=begun[0].isoformat(),
            replacement=ends(unit.said(day), begun[0]), rows=(version_row(version),), confidence=0.8,
            params={
                "category": setting.record.category_names.get(version.category, version.category),
                "value": str(size),
                "day": begun[0].isoformat(),
            },
        )  # fmt: skip
