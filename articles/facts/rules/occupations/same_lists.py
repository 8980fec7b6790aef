"""Lists that are said to be those of another year: "the same as in 2025", "has not changed since 2023". Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import DateMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import OF_PROVINCES, WITHOUT_LIST
from articles.references import gettext_noop

from .size_totals import begun

RULE = "occupations"

AGREES = gettext_noop("%(category)s: as in the record’s lists.")
OTHER = gettext_noop(
    "The list of %(category)s is the same as since %(day)s; that of the day here was another one."
)

_THAT = (
    r"(?: (?:that|those|the (?:one|ones|list|lists|version|versions|occupations|codes)|it was|they were))?"
)
_SAME = compiled(
    rf"\b(?:identical to|the same as|the same (?:occupations|codes|entries|list) as|no different from|equal to|a copy of|unchanged from|a repeat of){_THAT} ?(?:in|of|from)? ?(?:the )?(?:version |list )?(?:of |from )?(?:early |late )?$"
    r"|\b(?:has|have) (?:not|never) (?:been )?(?:changed|altered|touched|revised) since (?:early |late )?$"
    r"|\b(?:hasn't|haven't) (?:been )?(?:changed|altered|touched|revised) since (?:early |late )?$"
    r"|\b(?:kept|keeps|retains|retained|took over|takes over|carried over) (?:all (?:of )?)?(?:the|its) (?:list|version|occupations|codes) (?:of|from) (?:early |late )?$"
)
# "Has been unchanged since" is of a list, where one is spoken of.
_OF_LISTS = compiled(r"\b(?:lists?|occupations|codes)\b")
_LOOSE = compiled(
    r"\b(?:size|number|length|long|draws?|rounds?|months?|experience|criteria|almost|nearly|except|but for|apart from|would|if|not (?:quite )?the same)\b"
)


def find(setting: Setting) -> Iterator[Finding]:
    """Yield the years whose lists are said to be those of today, and what the record says of them."""
    for unit in setting.units:
        if OF_PROVINCES.search(unit.text) or not _OF_LISTS.search(unit.text) or _LOOSE.search(unit.text):
            continue
        for day in unit.dates:
            at = day.start - unit.start
            if (
                day.relative
                or day.first > setting.reading.on
                or not _SAME.search(unit.text[max(0, at - 70) : at])
            ):
                continue
            before = [
                one.slug for one in unit.categories if one.start < day.start and one.slug not in WITHOUT_LIST
            ]
            slugs = list(dict.fromkeys(before)) or setting.listed(unit)
            if len(slugs) == 1:
                yield from _judged(setting, unit, day, slugs[0])


def _judged(setting: Setting, unit: Unit, day: DateMention, slug: str) -> Iterator[Finding]:
    own = begun(setting, slug)
    others = [one for one in unit.dates if one.end <= day.start]
    # "The list of 2026 is the same as that of 2025": of two years.
    named = [version for version in own if any(_is_of(version, one) for one in others)]
    today = (named or own)[-1:]
    if not today or (not named and setting.on(slug, setting.reading.on) is None):
        return
    codes = _codes(today[0])
    alike = [version for version in own if _codes(version) == codes]
    first = alike[0].valid_from
    if first is None:
        return
    params: dict[str, object] = {
        "category": setting.record.category_names.get(slug, slug), "day": first.isoformat(),
    }  # fmt: skip
    rows = (version_row(today[0]),)
    if any(_is_of(version, day) for version in alike):
        yield unit.finding(RULE, Status.AGREES, day.start, day.end, AGREES, rows=rows, params=params)
        return
    yield unit.finding(
        RULE, Status.CONTRADICTED, day.start, day.end, OTHER, expected=str(first.year), rows=rows, params=params,
        confidence=0.8,
    )  # fmt: skip


def _is_of(version: Version, day: DateMention) -> bool:
    """Whether a version was in force in a year, or on a day of it."""
    return (
        version.valid_from is not None
        and version.valid_from <= day.last
        and (version.valid_to is None or day.first <= version.valid_to)
    )


def _codes(version: Version) -> frozenset[str]:
    return frozenset(version.codes or ())
