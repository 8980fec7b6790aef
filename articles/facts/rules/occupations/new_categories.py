"""How many categories came at once: "three new categories were added", "one of three that were created in February". Pure: no Django."""

from collections.abc import Iterator
from datetime import date

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import NumberMention, Role
from articles.facts.reading.counting import written
from articles.facts.rules.common.amounts import Hedge, hedge
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.scopes import PROGRAMS
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import GENERIC, OF_PROVINCES
from articles.references import gettext_noop

RULE = "occupations"

AGREES = gettext_noop("%(value)s categories, as in the record.")
WRONG = gettext_noop("%(expected)s categories began on %(day)s.")

_CAME = r"(?:added|created|introduced|announced|launched|brought in|opened|set up)"
_AFTER = compiled(
    rf" (?:new |more |further |other |additional )*(?:express entry )?categories,? (?:that |which )?(?:(?:were|have been|had been|are) (?:newly |all |also |then )*(?:{_CAME}|new)|came(?: in)?|joined|began|started|appeared)\b"
)
_OBJECT = compiled(rf"\b(?:{_CAME}|adds|brought|with) $")
_NEW = compiled(r" (?:entirely |completely |brand-)?new categories\b")
_ONE_OF = compiled(r"\bcategory (?:is|was) (?:only )?one of (?:the )?$")
_THAT_CAME = compiled(rf" (?:new ones )?(?:that|which) (?:were|have been|had been) (?:newly |all )*{_CAME}\b")


def find(setting: Setting) -> Iterator[Finding]:
    """Yield what the record says of numbers of new categories."""
    for unit in setting.units:
        if OF_PROVINCES.search(unit.text):
            continue
        for number in unit.mentions:
            if (
                isinstance(number, NumberMention)
                and number.role is not Role.ORDINAL
                and _is_of_new(unit, number)
                and hedge(unit.text, number.start - unit.start, number.end - unit.start) is Hedge.EXACT
            ):
                yield from _judged(setting, unit, number)


def _is_of_new(unit: Unit, number: NumberMention) -> bool:
    text, start, end = unit.text, number.start - unit.start, number.end - unit.start
    before = text[max(0, start - 40) : start]
    return bool(
        _AFTER.match(text, end)
        or (_OBJECT.search(before) and _NEW.match(text, end))
        or (_ONE_OF.search(before) and _THAT_CAME.match(text, end))
    )


def _judged(setting: Setting, unit: Unit, number: NumberMention) -> Iterator[Finding]:
    batches: dict[date, list[Version]] = {}
    for slug, versions in setting.versions.items():
        begun = versions[0].valid_from if versions else None
        if slug not in PROGRAMS | GENERIC and begun is not None and begun <= setting.reading.on:
            batches.setdefault(begun, []).append(versions[0])
    dated = {begun: own for begun, own in batches.items() if any(day.may_hold(begun) for day in unit.dates)}
    # "Three new categories, for managers, researchers and recruits": those that are named behind the number.
    behind = {one.slug for one in unit.categories if one.start >= number.end} - GENERIC
    named = {
        begun: own
        for begun, own in batches.items()
        if len(behind) > 1 and behind == {version.category for version in own}
    }
    meant = named or dated
    if not meant or (unit.dates and not dated and not named):
        return
    begun, own = max(meant.items())
    # The French category has no list, and a type that comes back is new to some.
    sizes = {len(one) for one in meant.values()} | {sum(map(len, meant.values()))}
    if not named:
        sizes |= {len([version for version in one if version.codes]) for one in meant.values()}
        sizes |= {
            len(one) + sum(_came_back(setting, slug, day) for slug in setting.versions)
            for day, one in meant.items()
        }
    rows = tuple(map(version_row, own))
    source = setting.reading.texts[unit.part].part.source[number.start : number.end]
    if number.value in sizes:
        yield unit.finding(
            RULE, Status.AGREES, number.start, number.end, AGREES, rows=rows, params={"value": f"{number.value:.0f}"}
        )  # fmt: skip
        return
    right = len(own)
    yield unit.finding(
        RULE, Status.CONTRADICTED, number.start, number.end, WRONG, expected=str(right),
        replacement=written(right, source), rows=rows, confidence=0.8,
        params={"expected": str(right), "day": begun.isoformat()},
    )  # fmt: skip


def _came_back(setting: Setting, slug: str, day: date) -> bool:
    """Whether a type that had lapsed came back on a day."""
    own = setting.versions[slug]
    return any(
        new.valid_from == day and old.valid_to is not None and (day - old.valid_to).days > 1
        for old, new in zip(own, own[1:], strict=False)
    )
