"""Which list is the longest or the shortest: "STEM has the fewest occupations", "the longest list is that of health care". Pure: no Django."""

from collections.abc import Iterator
from datetime import date

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import CategoryMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import OF_PROVINCES, WITHOUT_LIST
from articles.references import gettext_noop

from .size_totals import in_force

RULE = "occupations"

AGREES = gettext_noop("%(category)s: as in the record’s lists.")
OTHER = gettext_noop("Of the lists of this day, that of %(expected)s is at this end.")

_LIST = r"(?:list|category)(?: of (?:all|them all))?"
_BEST = rf"the (?:(?P<most>longest|largest|biggest) {_LIST}|(?P<least>shortest|smallest) {_LIST}|(?P<many>most) (?:occupations|jobs|codes)|(?P<few>fewest|least) (?:occupations|jobs|codes))"
_CLOSED = r"(?= ?(?:[.,;:)]|$)| (?:and|with|while|but|at|now|today)\b)"
_BEHIND = compiled(
    rf"(?: (?:category|list|occupations))? (?:has|have|had|is|was|keeps|with)(?: by far| now| still)? {_BEST}{_CLOSED}"
)
_AHEAD = compiled(
    rf"\b{_BEST},? (?:by far,? )?(?:is|was) (?:(?:that|the one|the list) (?:of|for) |for )?(?:the )?$"
)
# "Health care has the longest list, agriculture the shortest."
_ELIDED = compiled(
    r" the (?:(?P<most>longest|largest|biggest)|(?P<least>shortest|smallest)|(?P<many>most)|(?P<few>fewest|least))(?= ?(?:[.,;)]|$))"
)
_LOOSE = compiled(
    r"\b(?:second|third|of the (?:two|three|four|new|old)|new(?:est)?|except|after|one of|among|ever|yet|until|not|other than|would|draws?|rounds?)\b|n't\b"
)
_WAS = compiled(r"\b(?:had|was)\b")


def find(setting: Setting) -> Iterator[Finding]:
    """Yield what is said of the types whose list is the longest or the shortest."""
    for unit in setting.units:
        if "list" not in unit.text and "occupations" not in unit.text and "jobs" not in unit.text:
            continue
        if _LOOSE.search(unit.text) or OF_PROVINCES.search(unit.text):
            continue
        is_told = False
        for mention in unit.categories:
            start, end = mention.start - unit.start, mention.end - unit.start
            found = _BEHIND.match(unit.text, end) or _AHEAD.search(unit.text[:start][-60:])
            found = found or (_ELIDED.match(unit.text, end) if is_told else None)
            if found is not None and mention.slug not in WITHOUT_LIST:
                is_told = True
                yield from _judged(setting, unit, mention, 1 if found["most"] or found["many"] else -1)


def _judged(setting: Setting, unit: Unit, mention: CategoryMention, sign: int) -> Iterator[Finding]:
    own = setting.versions.get(mention.slug, ())
    days = [last for _first, last in setting.spans(unit) if last <= setting.reading.on] if unit.dates else []
    days = days or [setting.reading.on]
    if _WAS.search(unit.text) and not unit.dates:
        days += [version.valid_from or date.min for version in own]
    ends = [best for day in days if (best := _at_end(in_force(setting, day), sign))]
    if not ends or not own:
        return
    fitting = next((one for best in ends for one in best if one.category == mention.slug), None)
    names = setting.record.category_names
    right = ", ".join(names.get(one.category, one.category) for one in ends[0])
    yield unit.finding(
        RULE, Status.AGREES if fitting else Status.CONTRADICTED, mention.start, mention.end,
        AGREES if fitting else OTHER, expected="" if fitting else right, rows=(version_row(fitting or ends[0][0]),),
        confidence=0.8, params={"category": names.get(mention.slug, mention.slug), "expected": right},
    )  # fmt: skip


def _at_end(versions: list[Version], sign: int) -> list[Version]:
    """Return the versions with the longest or the shortest list, several where they are as long."""
    sizes = [sign * len(version.codes) for version in versions if version.codes]
    return [one for one in versions if one.codes and sign * len(one.codes) == max(sizes)]
