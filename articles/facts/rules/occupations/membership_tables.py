"""Who is on a list, as columns of tables say: "On the list? yes", "Remark: new in 2025". Pure: no Django."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from articles.facts.model import Finding, Row, Status, Version
from articles.facts.reading import Block, Cell, CodeMention, DateMention
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import WITHOUT_LIST

from .code_model import Pair
from .membership_verdicts import AGREES, LISTED, NOT_ADDED, NOT_LISTED
from .titles import Fit, Titles

RULE = "occupations"

_COLUMN = compiled(
    r"(?:is it |still |now |also )?(?:(?:on|in) (?:the |its |a )?(?:[\w'-]+ ){0,4}(?:list|category)\b[^?]{0,24}|listed\b[^?]{0,24}|eligible\b[^?]{0,20}|on it)\??"
)
YES = compiled(r"(?P<yes>yes|y|✓|✔|x)|(?P<no>no|not|n|✗|✘|[-–—])")
_NEW = compiled(
    r"(?:new|added|joined|newcomer|addition)(?:,? (?:in|since|on|from|to the list|this year))*(?P<rest> ?[\w ,]{0,20})"
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A cell that claims something of the occupation of its row."""

    setting: Setting
    unit: Unit
    cell: Cell
    codes: frozenset[str]
    known: Titles


def is_of_lists(block: Block) -> bool:
    """Whether a table has a column that says who is on a list."""
    return block.has_header and any(
        _COLUMN.fullmatch(cell.text.lower().strip()) for cell in block.rows[0].cells
    )


def find(setting: Setting, known: Titles, pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Yield what the lists say of the cells under such headings, and of "new" in a row."""
    by_place = {(pair.code.part, pair.code.start): pair for pair in pairs}
    for place, block in setting.tables:
        if not block.has_header:
            continue
        head = Unit(setting.reading, block.part, place, block.rows[0].start, block.rows[0].end, True)
        columns = [
            at for at, cell in enumerate(block.rows[0].cells) if _COLUMN.fullmatch(cell.text.lower().strip())
        ]
        for row in block.rows[1:]:
            unit = Unit(setting.reading, block.part, place, row.start, row.end, True)
            codes = codes_of(unit, row.cells, known, by_place)
            if not codes:
                continue
            for at, cell in enumerate(row.cells):
                if at in columns and (said := YES.fullmatch(cell.text.lower().strip())):
                    yield from _member(
                        setting,
                        head,
                        block.rows[0].cells[at],
                        unit,
                        cell,
                        codes,
                        known,
                        is_on=bool(said["yes"]),
                    )
                elif at and at not in columns and _NEW.fullmatch(cell.text.lower().strip()):
                    yield from _new(setting, head, unit, cell, codes, known)


def codes_of(
    unit: Unit, cells: Iterable[Cell], known: Titles, pairs: dict[tuple[int, int], Pair]
) -> frozenset[str]:
    """Return the codes that the occupation of a row may have."""
    mentions = [mention for mention in unit.mentions if isinstance(mention, CodeMention)]
    if len(mentions) > 1:
        return frozenset()
    if mentions:
        pair = pairs.get((mentions[0].part, mentions[0].start))
        others = pair.judged.codes if pair is not None and pair.judged.fit is Fit.WRONG else frozenset()
        return frozenset((mentions[0].code,)) | others
    first = next(iter(cells)).text
    return known.exact(first) or known.codes(first)


def _versions(setting: Setting, head: Unit, cell: Cell | None) -> list[Version | None]:
    """Return the versions that a column may be about: of the type that its heading names, or of that spoken of, on its day."""
    own = [
        mention for mention in head.categories if cell is not None and cell.start <= mention.start < cell.end
    ]
    slugs = [mention.slug for mention in own] or list(setting.listed(head))
    days = days_of(head, cell) if cell is not None else []
    found: list[Version | None] = []
    for slug in slugs:
        if slug in WITHOUT_LIST:
            continue
        if days:
            for day in days:
                found += setting.during(slug, day.first, day.last) or [None]
        else:
            found += setting.meant(head, slug)
    return found


def days_of(unit: Unit, cell: Cell) -> list[DateMention]:
    return [day for day in unit.dates if cell.start <= day.start < cell.end]


def _member(
    setting: Setting,
    head: Unit,
    heading: Cell,
    unit: Unit,
    cell: Cell,
    codes: frozenset[str],
    known: Titles,
    *,
    is_on: bool,
) -> Iterator[Finding]:
    versions = _versions(setting, head, heading)
    if not versions or any(version is not None and version.codes is None for version in versions):
        return
    fitting = [version for version in versions if is_on in _is_on(codes, version)]
    version = next((one for one in fitting or versions if one is not None), None)
    yield said_of(
        Claimed(setting, unit, cell, codes, known),
        version,
        LISTED if not is_on else NOT_LISTED,
        "yes" if not is_on else "no",
        is_so=bool(fitting),
    )


def _is_on(codes: frozenset[str], version: Version | None) -> set[bool]:
    listed = set((version.codes or ()) if version else ())
    return {code in listed for code in codes}


def _new(
    setting: Setting, head: Unit, unit: Unit, cell: Cell, codes: frozenset[str], known: Titles
) -> Iterator[Finding]:
    days = days_of(unit, cell)
    slugs = [slug for slug in setting.listed(head) if slug not in WITHOUT_LIST]
    begun = [
        (earlier, version)
        for slug in slugs
        for earlier, version in _changes(setting, slug)
        if not days or any(day.may_hold(version.valid_from or date.min) for day in days)
    ]
    ever = {
        code for slug in slugs for version in setting.versions.get(slug, ()) for code in version.codes or ()
    }
    if not begun or not codes & ever:
        return
    came = [
        version for earlier, version in begun if codes & (set(version.codes or ()) - set(earlier.codes or ()))
    ]
    claimed = Claimed(setting, unit, cell, codes, known)
    yield said_of(claimed, (came or [begun[-1][1]])[0], NOT_ADDED, "-", is_so=bool(came))


def _changes(setting: Setting, slug: str) -> Iterator[tuple[Version, Version]]:
    own = [
        version
        for version in setting.versions.get(slug, ())
        if version.codes and (version.valid_from or date.min) <= setting.reading.on
    ]
    yield from zip(own, own[1:], strict=False)


def said_of(
    claimed: Claimed, version: Version | None, message: str, right: str, *, is_so: bool, category: str = ""
) -> Finding:
    """Say of a cell that it agrees with a version, or what would."""
    setting = claimed.setting
    code = min(claimed.codes)
    day = setting.reading.on
    if version is not None:
        day = max(version.valid_from or date.min, min(day, version.valid_to or date.max))
        category = version.category
    return claimed.unit.finding(
        RULE, Status.AGREES if is_so else Status.CONTRADICTED, claimed.cell.start, claimed.cell.end,
        AGREES if is_so else message,
        expected="" if is_so else right, replacement=None if is_so or right == "-" else right, confidence=0.85,
        rows=(Row("occupation", code), *((version_row(version),) if version is not None else ())),
        params={
            "title": claimed.known.title(code), "category": setting.record.category_names.get(category, category),
            "day": day.isoformat(),
        },
    )  # fmt: skip
