"""How lists grew and shrank, and sizes of several side by side: "from 24 to 11", "adds eight and drops six", "STEM (11)". Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Finding, Row, Status, Version
from articles.facts.reading import Kind, NumberMention, Role
from articles.facts.reading.counting import written
from articles.facts.rules.common.amounts import Hedge, hedge
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import OF_PROVINCES, WITHOUT_LIST
from articles.references import gettext_noop

from .size_beside import clause_of, in_rows, pairs
from .size_change_kinds import kind_of, values_of, year_of
from .size_change_words import OF_DRAWS, OF_LISTS, STAYED
from .size_places import near_lists
from .size_totals import Change, begun, changed

RULE = "occupations"

AGREES = gettext_noop("%(value)s, as in the record’s lists of %(category)s.")
CAME = gettext_noop("%(expected)s occupations came onto the list of %(category)s.")
LEFT = gettext_noop("%(expected)s occupations left the list of %(category)s.")
KEPT = gettext_noop("%(expected)s occupations stayed on the list of %(category)s.")
DIFFERENCE = gettext_noop("The lists of %(category)s differ by %(expected)s occupations.")
SIZE = gettext_noop("The list of %(category)s had %(expected)s occupations.")

_DIFFERENCES = ("more", "fewer")
_OTHER_WAY = {"more": gettext_noop("fewer"), "fewer": gettext_noop("more")}
_MESSAGES = {
    "came": CAME, "left": LEFT, "kept": KEPT, "remaining": KEPT, "more": DIFFERENCE, "fewer": DIFFERENCE, "growth": DIFFERENCE, "less": DIFFERENCE,
}  # fmt: skip
# So many figures stand side by side, of which half are right.
FEWEST = 2
# "Health care: 37. STEM: 11.": a type and its number are the whole of a sentence.
_ALONE = compiled(r"\W*(?:[\w'&-]+ ){0,3}[\w'&-]+ ?[:=–—-] ?[\w-]+(?: [a-z]+)?\W*")
# No list has had more occupations.
_MOST = 100
# So many sentences after one that speaks of a list may tell how it changed.
_REACH = 4
# Words of a head at most.
_HEAD = 4


def find(setting: Setting) -> Iterator[Finding]:
    """Yield what is said of how lists changed, and of sizes side by side."""
    run: list[tuple[Unit, NumberMention, str]] = []
    last = -1
    for unit in setting.units:
        if OF_PROVINCES.search(unit.text):
            continue
        numbers = _numbers(unit)
        if not numbers:
            continue
        yield from _changes(setting, unit, numbers)
        is_item = setting.reading.blocks[unit.block].kind is Kind.ITEM
        goes_on = bool(run) and run[-1][0].block == unit.block and _ALONE.fullmatch(unit.text) is not None
        if not (goes_on or (is_item and unit.block == last + 1)):
            yield from _beside(setting, run)
            run = []
        run += list(pairs(unit, numbers, next(setting.around(unit), [])))
        last = unit.block if is_item else -1
    yield from _beside(setting, run)


def taken(setting: Setting) -> set[tuple[int, int]]:
    """Return the places of numbers that tell how lists changed."""
    found = set()
    for unit in setting.units:
        numbers = _numbers(unit)
        found |= {(unit.part, number.start) for number, _kind, _changes in _told(setting, unit, numbers)}
        found |= {
            (unit.part, number.start)
            for number, _slug in in_rows(unit, numbers, next(setting.around(unit), []))
        }
    return found


def _numbers(unit: Unit) -> list[NumberMention]:
    return [
        mention
        for mention in unit.mentions
        if isinstance(mention, NumberMention)
        and mention.value == int(mention.value)
        and mention.role is not Role.ORDINAL
    ]


def _told(
    setting: Setting, unit: Unit, numbers: Sequence[NumberMention]
) -> Iterator[tuple[NumberMention, str, list[Change]]]:
    """Yield numbers that tell how a list changed: what came, what left, its size before and after."""
    text = unit.text
    if not (unit.slugs or OF_LISTS.search(text) or _is_of_lists(setting, unit)):
        return
    for place, number in enumerate(numbers):
        start, end = number.start - unit.start, number.end - unit.start
        kind = kind_of(unit, numbers, place) if number.value <= _MOST else ""
        if not kind or OF_DRAWS.search(text[max(0, start - 50) : end + 20]):
            continue
        if changes := _of_lists(setting, unit, number):
            yield number, kind, changes


def _is_of_lists(setting: Setting, unit: Unit) -> bool:
    """Whether what stands before a sentence speaks of lists: "The list went from 35 codes to 37. Eight came in. Six were removed"."""
    told = [one for one in setting.of_block(unit.block) if one.start < unit.start][-_REACH:]
    # "**STEM.** Down from 24 to 11": a type's name alone heads what follows.
    own = [one for one in told if not (one.slugs and len(one.text.split()) <= _HEAD)]
    for one in reversed(own):
        if OF_LISTS.search(one.text):
            return True
        numbers = _numbers(one)
        if not any(kind_of(one, numbers, place) for place in range(len(numbers))):
            return False
    above = next(setting.around(unit), [])
    return not own and (any(OF_LISTS.search(one.text) for one in above) or near_lists(setting, unit))


def _of_lists(setting: Setting, unit: Unit, number: NumberMention) -> list[Change]:
    """Return the changes of the list that a number may be about, the latest last."""
    before = [
        mention.slug
        for mention in unit.categories
        if mention.slug not in WITHOUT_LIST and mention.start < number.start
    ]
    slugs = (
        before[-1:]
        or [mention.slug for mention in unit.categories if mention.slug not in WITHOUT_LIST][:1]
        or list(setting.listed(unit))
    )
    if len(slugs) != 1:
        return []
    if (year := year_of(unit, number)) is not None:
        own = begun(setting, slugs[0])
        old = [version for version in own if version.valid_from and version.valid_from.year <= year]
        return [Change(old[-1], own[-1])] if old and old[-1] is not own[-1] else []
    return changed(setting, unit, slugs[0])


def _changes(setting: Setting, unit: Unit, numbers: Sequence[NumberMention]) -> Iterator[Finding]:
    for number, kind, changes in _told(setting, unit, numbers):
        values = [values_of(change, kind) for change in changes]
        fitting = next((place for place, value in enumerate(values) if number.value in value), None)
        # More where there are fewer is not mended by another number.
        turned = kind in _DIFFERENCES and all(value[0] < 0 for value in values)
        told = [
            place
            for place, value in enumerate(values)
            if value[0] > 0 or kind not in _DIFFERENCES or turned or year_of(unit, number) is not None
        ]
        # A list that was renewed without a change is not that which lost so many.
        told = [place for place in told if changes[place].came or changes[place].left] or told
        if fitting is None and not told:
            continue
        at = fitting if fitting is not None else told[-1]
        right = abs(values[at][0])
        exact = hedge(unit.text, number.start - unit.start, number.end - unit.start) is Hedge.EXACT
        if fitting is None and not exact:
            continue
        message = _MESSAGES.get(kind, SIZE)
        yield _said(
            setting,
            unit,
            number,
            changes[at].new if kind != "old" else changes[at].old,
            right,
            fitting is not None,
            message,
            # "Two fewer" where there are two more: the number stays, and the word is wrong.
            f"{right} {_OTHER_WAY[kind]}" if turned else "",
        )


def _beside(setting: Setting, run: Sequence[tuple[Unit, NumberMention, str]]) -> Iterator[Finding]:
    """Judge sizes side by side: half of them right, or lists spoken of beside them."""
    if len(run) < FEWEST:
        return
    read = []
    for unit, number, slug in run:
        stayed = STAYED.search(unit.text) is not None and not unit.dates
        own = clause_of(unit, number.start)
        meant = [setting.on(slug, setting.reading.on)] if stayed else setting.meant(own, slug)
        versions = [version for version in meant if version is not None and version.codes]
        if versions:
            read.append(
                (
                    unit,
                    number,
                    versions,
                    any(len(version.codes or ()) == number.value for version in versions),
                )
            )
    right = sum(fits for _unit, _number, _versions, fits in read)
    if not right or right * 2 < len(read):
        return
    for unit, number, versions, fits in read:
        yield _said(setting, unit, number, versions[0], len(versions[0].codes or ()), fits, SIZE)


def _said(
    setting: Setting,
    unit: Unit,
    number: NumberMention,
    version: Version,
    right: int,
    fits: bool,
    message: str,
    expected: str = "",
) -> Finding:
    source = setting.reading.texts[unit.part].part.source[number.start : number.end]
    category = setting.record.category_names.get(version.category, version.category)
    params: dict[str, object] = {"value": source, "category": category, "expected": str(right)}
    rows: tuple[Row, ...] = (version_row(version),)
    if fits:
        return unit.finding(RULE, Status.AGREES, number.start, number.end, AGREES, rows=rows, params=params)
    return unit.finding(
        RULE, Status.CONTRADICTED, number.start, number.end, message, expected=expected or str(right),
        replacement=None if expected else written(right, source), rows=rows, params=params, confidence=0.85,
    )  # fmt: skip
