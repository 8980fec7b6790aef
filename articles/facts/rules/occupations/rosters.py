"""Tables and bulleted lists of occupations, against the list that they claim to be. Pure: no Django."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from articles.facts.model import Finding, Row, Status, Version
from articles.facts.reading import Kind
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import WITHOUT_LIST
from articles.references import gettext_noop

from .code_model import Pair
from .membership_tables import is_of_lists
from .titles import Fit, Titles

RULE = "occupations"

EXTRA = gettext_noop("NOC %(code)s is not on the list of %(category)s in force on %(day)s.")
MISSING = gettext_noop("The list of %(category)s in force on %(day)s has these too: %(codes)s.")

# A table is of a list where so many of its rows are on it, and it has so many rows.
SHARE = 0.6
FEWEST = 3
_OTHER_LIST = compiled(
    r"\b(?:not (?:on|in|listed|eligible)|removed|dropped|no longer|left|(?:old|new)(?! (?:[\w-]+ ){0,2}(?:lists?|one|versions?|category)\b)|off the list|out|missing|excluded|were on|added|joined|differ\w*|chang\w*|readers?|often|ask(?:s|ed)?(?! for)|examples?|compar\w+|before|after|lost)\b"
)
_WHOLE = compiled(r"\b(?:all|full|complete|whole|entire|these|the list|following)\b")


@dataclass(frozen=True, slots=True)
class Member:
    """A row or an item: the place of its code and title in the part, and the codes that it may be."""

    unit: Unit
    start: int
    end: int
    codes: frozenset[str]
    is_right: bool


def find(setting: Setting, known: Titles, pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Yield what is on such a table or list and not on the record's, and what is missing from it."""
    by_place = {(pair.code.part, pair.code.start): pair for pair in pairs}
    for members in (*_tables(setting, by_place), *_items(setting, known, by_place)):
        if len(members) >= FEWEST:
            yield from _compared(setting, members)


def _tables(setting: Setting, pairs: dict[tuple[int, int], Pair]) -> Iterator[list[Member]]:
    for place, block in setting.tables:
        found: list[Member] = []
        if is_of_lists(block):
            continue
        for row in block.rows:
            unit = Unit(setting.reading, block.part, place, row.start, row.end, True)
            codes = [pair for mention in unit.mentions if (pair := pairs.get((mention.part, mention.start)))]
            if len(codes) == 1:
                found.append(_member(unit, codes[0]))
        yield found


def _items(setting: Setting, known: Titles, pairs: dict[tuple[int, int], Pair]) -> Iterator[list[Member]]:
    found: list[Member] = []
    before = -2
    for place, block in enumerate(setting.reading.blocks):
        if block.kind is not Kind.ITEM:
            continue
        if place != before + 1:
            yield found
            found = []
        before = place
        unit = Unit(setting.reading, block.part, place, block.start, block.end)
        codes = [pair for mention in unit.mentions if (pair := pairs.get((mention.part, mention.start)))]
        if len(codes) == 1:
            found.append(_member(unit, codes[0]))
        elif not codes:
            text = unit.text.rstrip(" .;,")
            start = len(text) - len(text.lstrip("-*•0123456789.) \t"))
            if named := known.exact(text[start:]) or known.codes(text[start:]):
                found.append(Member(unit, unit.start + start, unit.start + len(text), named, True))
    yield found


def _member(unit: Unit, pair: Pair) -> Member:
    right = pair.judged.fit in (Fit.RIGHT, Fit.MISSPELT, Fit.UNKNOWN)
    codes = frozenset((pair.code.code,)) if right else pair.judged.codes | {pair.code.code}
    return Member(unit, min(pair.code.start, pair.start), max(pair.code.end, pair.end), codes, right)


def _compared(setting: Setting, members: list[Member]) -> Iterator[Finding]:
    choices = list(_choices(setting, members[0].unit))
    if not choices:
        return
    wanted, version = max(
        choices, key=lambda choice: sum(bool(member.codes & choice[0]) for member in members)
    )
    on = [member for member in members if member.codes & wanted]
    if len(on) < SHARE * len(members):
        return
    day = max(version.valid_from or date.min, min(setting.reading.on, version.valid_to or date.max))
    params: dict[str, object] = {
        "category": setting.record.category_names.get(version.category, version.category),
        "day": day.isoformat(),
    }
    for member in members:
        if not member.codes & wanted and member.is_right and not _OTHER_LIST.search(member.unit.text):
            code = min(member.codes)
            yield member.unit.finding(
                RULE, Status.CONTRADICTED, member.start, member.end, EXTRA, expected="-",
                rows=(version_row(version), Row("occupation", code)), params={**params, "code": code},
                confidence=0.85,
            )  # fmt: skip
    missing = wanted - {code for member in members for code in member.codes}
    if missing and len(missing) <= max(2, len(wanted) // 5) and len(on) < len(wanted):
        last = members[-1]
        yield last.unit.finding(
            RULE, Status.NEEDS_HUMAN, last.start, last.end, MISSING, expected=", ".join(sorted(missing)),
            rows=(version_row(version),), confidence=0.5, params={**params, "codes": ", ".join(sorted(missing))},
        )  # fmt: skip


def _choices(setting: Setting, unit: Unit) -> Iterator[tuple[frozenset[str], Version]]:
    """Yield the lists that a table or a bulleted list may be, by what stands above it and over it."""
    for seen, near in enumerate(setting.around(unit)):
        said = " ".join(other.text for other in near)
        if not seen and _OTHER_LIST.search(said) and not _WHOLE.search(said):
            return
        slugs = [slug for other in near for slug in other.slugs if slug not in WITHOUT_LIST]
        if not slugs:
            continue
        for other in near:
            for slug in slugs:
                for version in setting.meant(other, slug):
                    if version is not None and version.codes:
                        yield frozenset(version.codes), version
        if len(set(slugs)) > 1:
            versions = [
                version
                for slug in dict.fromkeys(slugs)
                if (version := setting.on(slug, setting.reading.on)) and version.codes
            ]
            if versions:
                yield frozenset(code for version in versions for code in version.codes or ()), versions[0]
        return
