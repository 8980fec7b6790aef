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
    rf" (?:new |more |further |other |additional )*(?:express entry )?categor(?:y|ies),? (?:that |which )?(?:(?:were|have been|had been|are) (?:newly |all |also |then )*(?:{_CAME}|new)|(?:was|has been|had been) (?:newly |also |then )*{_CAME}|came(?: in)?|joined|began|started|appeared)\b"
)
_OBJECT = compiled(rf"\b(?:{_CAME}|adds|brought|with) $")
_NEW = compiled(r" (?:entirely |completely |brand-)?new categories\b")
_ONE_OF = compiled(r"\bcategory (?:is|was) (?:only )?one of (?:the )?$")
# "Ten categories; three of them were new", "the number of categories grew by three", "three newcomers: researchers, recruits".
_OF_THEM = compiled(
    rf",? of (?:them|these|those|which|the (?:ten|six|seven|eight|nine|[0-9]+)(?: categories)?),? (?:(?:are|were|is|was|have been|had been|has been) (?:all |newly |only |also )*(?:new|{_CAME})\b|came\b|arrived\b|began\b|joined\b)"
)
_GREW_BY = compiled(
    r"\bcategories (?:has |have )?(?:grew|grown|rose|risen|increased|expanded)(?: again)? by (?:just |only )?$"
)
_NEWCOMERS = compiled(r" (?:new (?:ones|arrivals|entries|additions)|newcomers|additions|arrivals|joiners)\b")
_CATEGORIES = compiled(r"\bcategor(?:y|ies)\b")
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
                and (_is_of_new(unit, number) or _is_of_them(setting, unit, number))
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
        or _GREW_BY.search(before)
    )


def _is_of_them(setting: Setting, unit: Unit, number: NumberMention) -> bool:
    """Whether a number counts the new ones of categories that are spoken of here or right before."""
    end = number.end - unit.start
    if not (_OF_THEM.match(unit.text, end) or _NEWCOMERS.match(unit.text, end)):
        return False
    return any(_CATEGORIES.search(one.text) for one in (unit, *_before(setting, unit)))


def _before(setting: Setting, unit: Unit) -> list[Unit]:
    return [one for one in setting.of_block(unit.block) if one.start < unit.start][-1:]


def _judged(setting: Setting, unit: Unit, number: NumberMention) -> Iterator[Finding]:
    batches: dict[date, list[Version]] = {}
    for slug, versions in setting.versions.items():
        begun = versions[0].valid_from if versions else None
        if slug not in PROGRAMS | GENERIC and begun is not None and begun <= setting.reading.on:
            batches.setdefault(begun, []).append(versions[0])
    # "Since February there are ten. Three of them were new that day": the day is told in the sentence before.
    days = unit.dates or [day for one in _before(setting, unit) for day in one.dates]
    dated = {begun: own for begun, own in batches.items() if any(day.may_hold(begun) for day in days)}
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
