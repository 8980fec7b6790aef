"""What lists have together, and how many categories there are. Pure: no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from articles.facts.model import Finding, Row, Status, Version
from articles.facts.reading import NumberMention
from articles.facts.reading.counting import written
from articles.facts.rules.common.amounts import fits, hedge
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import WITHOUT_LIST
from articles.references import gettext_noop

RULE = "occupations"

CATEGORIES = gettext_noop("On %(day)s there were %(expected)s categories with a list of occupations.")
CATEGORIES_AGREE = gettext_noop("%(value)s categories, as in the record.")


@dataclass(frozen=True, slots=True)
class Change:
    """A list and the one before it."""

    old: Version
    new: Version

    @property
    def came(self) -> int:
        return len(set(self.new.codes or ()) - set(self.old.codes or ()))

    @property
    def left(self) -> int:
        return len(set(self.old.codes or ()) - set(self.new.codes or ()))

    @property
    def kept(self) -> int:
        return len(set(self.old.codes or ()) & set(self.new.codes or ()))


def day_of(setting: Setting, unit: Unit) -> date:
    spans = setting.spans(unit)
    return spans[-1][1] if spans and spans[-1][1] <= setting.reading.on else setting.reading.on


def in_force(setting: Setting, day: date) -> list[Version]:
    found = [setting.on(slug, day) for slug in setting.versions if slug not in WITHOUT_LIST]
    return [version for version in found if version is not None]


def best_total(setting: Setting, unit: Unit) -> int:
    return len({code for version in in_force(setting, day_of(setting, unit)) for code in version.codes or ()})


def totals_of(setting: Setting, unit: Unit, *, by_code: bool) -> set[int]:
    """Return what the lists of the days spoken of have together, by listings and by codes, or by codes alone; none where one is awaited."""
    days = {setting.reading.on, *(last for _first, last in setting.spans(unit) if last <= setting.reading.on)}
    days |= {first for first, last in setting.spans(unit) if first <= setting.reading.on}
    found: set[int] = set()
    for day in days:
        versions = in_force(setting, day)
        for chosen in (versions, [version for version in versions if version.category in unit.slugs]):
            if chosen and all(version.codes is not None for version in chosen):
                codes = [code for version in chosen for code in version.codes or ()]
                found |= {len(set(codes) if by_code else codes), len(set(codes))}
    return found


def changes_of(setting: Setting, slugs: Sequence[str]) -> Iterator[int]:
    """Yield by how much a type's list has grown or shrunk, how many came and how many left."""
    for slug in slugs:
        known = [version for version in setting.versions.get(slug, ()) if version.codes]
        for change in (Change(one, other) for one, other in pairwise(known)):
            yield from (change.came, change.left, abs(change.came - change.left), change.kept)


def begun(setting: Setting, slug: str) -> list[Version]:
    """Return the lists of a type so far, the oldest first."""
    return [
        version
        for version in setting.versions.get(slug, ())
        if version.codes and version.valid_from and version.valid_from <= setting.reading.on
    ]


def changed(setting: Setting, unit: Unit, slug: str) -> list[Change]:
    """Return the changes of a type's list that a place may speak of, the latest last: those of its days, where it names some."""
    own = begun(setting, slug)
    changes = [Change(one, other) for one, other in pairwise(own)]
    if len(own) > 2:
        changes.insert(0, Change(own[0], own[-1]))
    spans = [(mention.first, mention.last) for mention in unit.dates if mention.precision in ("day", "month")]
    dated = [
        change
        for change in changes
        if change.new.valid_from and any(first <= change.new.valid_from <= last for first, last in spans)
    ]
    return dated or changes


def categories(setting: Setting, unit: Unit, number: NumberMention) -> Iterator[Finding]:
    """Yield what the record says of a number of categories."""
    days = {setting.reading.on, *(day for span in setting.spans(unit) for day in span)}
    counts: set[int] = set()
    for day in days:
        lists = in_force(setting, day)
        counts |= {len(lists), len(lists) + (setting.on("french", day) is not None)}
        counts.add(len([version for version in lists if version.number == 1]))
    if any(
        fits(number.value, count, hedge(unit.text, number.start - unit.start, number.end - unit.start))
        for count in counts
    ):
        yield unit.finding(
            RULE,
            Status.AGREES,
            number.start,
            number.end,
            CATEGORIES_AGREE,
            params={"value": f"{number.value:.0f}"},
        )
        return
    lists = in_force(setting, day_of(setting, unit))
    if not lists:
        return
    source = setting.reading.texts[unit.part].part.source[number.start : number.end]
    rows: tuple[Row, ...] = tuple(map(version_row, lists))
    yield unit.finding(
        RULE, Status.CONTRADICTED, number.start, number.end, CATEGORIES, expected=str(len(lists)),
        replacement=written(len(lists), source), rows=rows, confidence=0.8,
        params={"expected": str(len(lists)), "day": day_of(setting, unit).isoformat()},
    )  # fmt: skip
