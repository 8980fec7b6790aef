"""How lists grew and shrank, and sizes of several side by side: "from 24 to 11", "adds eight and drops six", "STEM (11)". Pure: no Django."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.facts.model import Finding, Row, Status, Version
from articles.facts.reading import Kind, NumberMention, Role
from articles.facts.reading.counting import written
from articles.references import gettext_noop

from .amounts import Hedge, hedge
from .patterns import compiled
from .setting import Setting, Unit, version_row
from .setting_words import OF_PROVINCES, WITHOUT_LIST
from .size_totals import Change

RULE = "occupations"

AGREES = gettext_noop("%(value)s, as in the record’s lists of %(category)s.")
CAME = gettext_noop("%(expected)s occupations came onto the list of %(category)s.")
LEFT = gettext_noop("%(expected)s occupations left the list of %(category)s.")
KEPT = gettext_noop("%(expected)s occupations stayed on the list of %(category)s.")
SIZE = gettext_noop("The list of %(category)s had %(expected)s occupations.")

_NOUN = r"(?:occupations?|jobs|codes|names|entries|trades|titles|professions|roles|lines|unit groups)"
_OF_THE = compiled(
    rf"\bof (?:the|its) (?:[\w-]+ ){{0,2}}(?:{_NOUN}|listings)(?: of [0-9]{{4}}| (?:on|in) (?:the|its) (?:[\w-]+ ){{0,3}}list)? ?,? ?(?:only |just )?$"
)
_ARE_LEFT = compiled(r" (?:are left|remain(?:ed)?|are still there|surviv\w+|stayed|have stayed)\b")
_NEXT = compiled(
    rf"(?= (?:new |more |further |other |old )?{_NOUN}\b| of (?:them|these|the)\b|,| and\b|[.;:)]|$)"
)
_SOME = r"(?:another |a further |just |only |exactly |some |about |as many as |fully |the )?"
_CAME = compiled(
    rf"\b(?:adds?|added|adding|gain(?:s|ed)?|gaining|brings? in|brought in|took in|takes? in|welcom(?:es|ed)) {_SOME}$"
)
_LEFT = compiled(
    rf"\b(?:drops?|dropped|dropping|los(?:es|t|ing)|lose|remov(?:es?|ed|ing)|cuts?|cutting|sheds?|shedding|strikes?|struck|deletes?|deleted|axe[sd]?) {_SOME}$"
)
_WERE_ADDED = compiled(
    rf" (?:new |more )?(?:{_NOUN}|of them)? ?(?:(?:were|have been|are) (?:newly )?(?:added|brought in|new\b)|joined\b|came(?! to| from)(?: in)?\b|additions\b|newcomers\b)"
)
_WERE_CUT = compiled(
    rf" (?:old |more )?(?:{_NOUN}|of (?:them|the old ones))? ?(?:(?:(?:were|have been|are|had been) )?(?:removed|dropped|cut|deleted|taken off|struck)\b|(?:were|have been|are|had been) gone|went(?! to| from)\b|left\b|disappeared\b|removals\b|departures\b)"
)
_WERE_KEPT = compiled(
    rf" (?:{_NOUN} )?of (?:them|(?:the|its) (?:[0-9]+ )?(?:old|original|first|former|earlier|[0-9]+)(?: (?:ones|{_NOUN}))?) (?:have |has )?(?:surviv\w+|remain\w*|stay\w*|were kept|been kept|are still|made it)\b"
)
_GREW = compiled(
    r"\b(?:grew|grown|grows|growing|shrank|shrunk|shrinks|shrinking|went|goes|gone|cut|fell|rose|risen|expanded|expands|swelled|slimmed(?: down)?|reduced|trimmed|enlarged|extended|widened|narrowed|pared(?: down)?|changed|jumped|dropped) (?:back )?(?:in \w+ )?(?:[\w-]+ ){0,3}?from (?:only |just |about )?$"
)
_AGAINST = compiled(
    r"\b(?:against|down from|up from|instead of|compared (?:with|to)|versus|where (?:there|it) (?:had|were)(?: been)?) (?:the )?$"
)
_SIZE_BEFORE = compiled(rf"\b(?:[0-9]{{1,2}}|[a-z]+) {_NOUN}\b")
_TO = compiled(rf"(?: {_NOUN})? (?:down |up )?to (?:only |just |about )?$")
_OF_LISTS = compiled(rf"\b(?:lists?|categor(?:y|ies)|{_NOUN}|successor|version)\b")
_OF_DRAWS = compiled(
    r"\b(?:draws?|rounds?|invit\w+|cut-? ?offs?|crs|points?|months?|people|candidates|seats)\b"
)
_BESIDE = compiled(
    r"(?: occupations| category| list| workers| with canadian (?:work )?experience)?(?:,? (?:(?:stayed|stays|remains|remained|stands|stood|is|was|kept) )?(?:still |now |at |with )+|(?: category| list)? (?:has|have|had|counts?|numbers?|keeps?|kept)(?: now| still| just| only)?| ?: ?\**| \(| ?[-–—=] )?(?: ?)$"
)
# "24 in STEM", "35 occupations in healthcare": a number before its type.
_IN_TYPE = compiled(rf"(?: {_NOUN})?(?: each)? (?:(?:in|for|under) (?:the )?|\($)$")
_AFTER = compiled(rf"\)| each\b| \(|[,.;]|$| and\b| (?:listed |eligible )?{_NOUN}\b")
# "Healthcare stayed at 37, STEM at 24" is said of the lists of today.
_STAYED = compiled(r"\b(?:stay|remain|keep|kept|unchanged)")
# So many figures stand side by side, of which half are right.
FEWEST = 2


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
        if not (is_item and unit.block == last + 1):
            yield from _beside(setting, run)
            run = []
        run += list(_pairs(unit, numbers))
        last = unit.block if is_item else -1
    yield from _beside(setting, run)


def taken(setting: Setting) -> set[tuple[int, int]]:
    """Return the places of numbers that tell how lists changed."""
    return {
        (unit.part, number.start)
        for unit in setting.units
        for number, _kind, _changes in _told(setting, unit, _numbers(unit))
    }


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
    above = next(setting.around(unit), [])
    if not (unit.slugs or any(_OF_LISTS.search(one.text) for one in (unit, *above))):
        return
    for place, number in enumerate(numbers):
        start, end = number.start - unit.start, number.end - unit.start
        if number.value > 100:
            continue
        before = text[max(0, start - 40) : start]
        kind = ""
        if _CAME.search(before) and _NEXT.match(text, end) or _WERE_ADDED.match(text, end):
            kind = "came"
        elif _LEFT.search(before) and _NEXT.match(text, end) or _WERE_CUT.match(text, end):
            kind = "left"
        elif _WERE_KEPT.match(text, end) or (
            _OF_THE.search(text[max(0, start - 90) : start]) and _ARE_LEFT.match(text, end)
        ):
            kind = "kept"
        elif _GREW.search(text[max(0, start - 70) : start]) or (
            _AGAINST.search(before) and _SIZE_BEFORE.search(text[:start])
        ):
            kind = "old"
        elif (
            place
            and _TO.fullmatch(text[numbers[place - 1].end - unit.start : start])
            and _GREW.search(
                text[
                    max(0, numbers[place - 1].start - unit.start - 70) : numbers[place - 1].start - unit.start
                ]
            )
        ):
            kind = "new"
        if not kind or _OF_DRAWS.search(text[max(0, start - 50) : end + 20]):
            continue
        if changes := _of_lists(setting, unit, number):
            yield number, kind, changes


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
    own = [
        version
        for version in setting.versions.get(slugs[0], ())
        if version.codes and version.valid_from and version.valid_from <= setting.reading.on
    ]
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


def _changes(setting: Setting, unit: Unit, numbers: Sequence[NumberMention]) -> Iterator[Finding]:
    for number, kind, changes in _told(setting, unit, numbers):
        values = [_values(change, kind) for change in changes]
        fitting = next((place for place, value in enumerate(values) if number.value in value), None)
        at = fitting if fitting is not None else len(changes) - 1
        right = values[at][0]
        exact = hedge(unit.text, number.start - unit.start, number.end - unit.start) is Hedge.EXACT
        if fitting is None and not exact:
            continue
        message = {"came": CAME, "left": LEFT, "kept": KEPT}.get(kind, SIZE)
        yield _said(
            setting,
            unit,
            number,
            changes[at].new if kind != "old" else changes[at].old,
            right,
            fitting is not None,
            message,
        )


def _values(change: Change, kind: str) -> tuple[int, ...]:
    old, new = len(change.old.codes or ()), len(change.new.codes or ())
    match kind:
        case "came":
            return (change.came, max(0, new - old))
        case "kept":
            return (change.kept,)
        case "left":
            return (change.left, max(0, old - new))
        case "old":
            return (old,)
    return (new,)


def _pairs(unit: Unit, numbers: Sequence[NumberMention]) -> Iterator[tuple[Unit, NumberMention, str]]:
    """Yield the numbers that stand right behind a type."""
    text = unit.text
    first = next((mention.start for mention in unit.categories), unit.start)
    if _OF_DRAWS.search(text, max(0, text.rfind(":", 0, first - unit.start))):
        return
    for mention in unit.categories:
        if mention.slug in WITHOUT_LIST:
            continue
        ahead = next((number for number in reversed(numbers) if number.end <= mention.start), None)
        if (
            ahead is not None
            and ahead.value <= 60
            and _IN_TYPE.fullmatch(text[ahead.end - unit.start : mention.start - unit.start])
        ):
            yield unit, ahead, mention.slug
            continue
        number = next((number for number in numbers if number.start >= mention.end), None)
        if number is None or number.value > 60:
            continue
        end = number.end - unit.start
        if _BESIDE.fullmatch(text[mention.end - unit.start : number.start - unit.start]) and _AFTER.match(
            text, end
        ):
            yield unit, number, mention.slug


def _beside(setting: Setting, run: Sequence[tuple[Unit, NumberMention, str]]) -> Iterator[Finding]:
    """Judge sizes side by side: half of them right, or lists spoken of beside them."""
    if len(run) < FEWEST:
        return
    read = []
    for unit, number, slug in run:
        stayed = _STAYED.search(unit.text) is not None and not unit.dates
        meant = [setting.on(slug, setting.reading.on)] if stayed else setting.meant(unit, slug)
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
) -> Finding:
    source = setting.reading.texts[unit.part].part.source[number.start : number.end]
    category = setting.record.category_names.get(version.category, version.category)
    params: dict[str, object] = {"value": source, "category": category, "expected": str(right)}
    rows: tuple[Row, ...] = (version_row(version),)
    if fits:
        return unit.finding(RULE, Status.AGREES, number.start, number.end, AGREES, rows=rows, params=params)
    return unit.finding(
        RULE, Status.CONTRADICTED, number.start, number.end, message, expected=str(right),
        replacement=written(right, source), rows=rows, params=params, confidence=0.85,
    )  # fmt: skip
