"""How many occupations lists have, as tables say: a row of a type, a column of occupations. Pure: no Django."""

from collections.abc import Iterator, Sequence
from datetime import date

from articles.facts.model import Finding, Status, Version

from .patterns import compiled
from .setting import Setting, Unit, version_row
from .setting_words import WITHOUT_LIST
from .sizes import AGREES, RULE, WRONG

_COLUMN = compiled(
    r"^(?:number of |listed |eligible )?(?:occupations?|codes?|noc codes|jobs|size|size of list|listings|on the list)(?: listed| on the list| in [0-9]{4}| \([0-9]{4}\))?$"
)


def in_tables(setting: Setting) -> Iterator[Finding]:
    """Yield what tables say of sizes: a row of a type, a column of occupations."""
    for place, block in setting.tables:
        if not block.has_header:
            continue
        heads = [cell.text.lower() for cell in block.rows[0].cells]
        columns = [at for at, head in enumerate(heads) if at and _COLUMN.search(head)]
        for row in block.rows[1:]:
            for at in columns:
                if at < len(row.cells) and row.cells[at].text.isdigit():
                    cell, first = (
                        row.cells[at],
                        Unit(setting.reading, block.part, place, row.start, row.cells[at].start, True),
                    )
                    slugs = [slug for slug in first.slugs if slug not in WITHOUT_LIST]
                    if len(slugs) == 1:
                        yield from _in_cell(
                            setting, first, cell.start, cell.end, int(cell.text), slugs[0], len(columns) == 1
                        )


def by_days(setting: Setting) -> Iterator[Finding]:
    """Yield what tables say of sizes under headings that are days: a row of a type, a column of a version."""
    for place, block in setting.tables:
        if not block.has_header:
            continue
        head = Unit(setting.reading, block.part, place, block.rows[0].start, block.rows[0].end, True)
        days = {
            at: [day for day in head.dates if cell.start <= day.start < cell.end]
            for at, cell in enumerate(block.rows[0].cells)
        }
        read = []
        for row in block.rows[1:]:
            unit = Unit(setting.reading, block.part, place, row.start, row.end, True)
            slugs = [slug for slug in unit.slugs if slug not in WITHOUT_LIST]
            for at, cell in enumerate(row.cells):
                if len(slugs) != 1 or len(days.get(at, ())) != 1 or not cell.text.strip().isdigit():
                    continue
                versions = setting.during(slugs[0], days[at][0].first, days[at][0].last)
                if versions and all(version.codes for version in versions):
                    read.append((unit, cell.start, cell.end, int(cell.text), versions))
        right = sum(_fits(value, versions) for _unit, _start, _end, value, versions in read)
        # A table of something else has hardly any figure that is a list's size.
        if right > 1 and right * 2 >= len(read):
            for unit, start, end, value, versions in read:
                yield _said(setting, unit, start, end, value, versions, is_sole=True)


def _fits(value: int, versions: Sequence[Version]) -> bool:
    return any(len(version.codes or ()) == value for version in versions)


def _in_cell(
    setting: Setting, unit: Unit, start: int, end: int, value: int, slug: str, is_sole: bool
) -> Iterator[Finding]:
    own = setting.versions.get(slug, [])
    versions = [version for version in setting.meant(unit, slug) if version is not None] if is_sole else own
    known = [version for version in versions if version.codes]
    if not known or len(known) != len(versions):
        return
    yield _said(setting, unit, start, end, value, known, is_sole=is_sole)


def _said(
    setting: Setting, unit: Unit, start: int, end: int, value: int, known: Sequence[Version], *, is_sole: bool
) -> Finding:
    fitting = next((version for version in known if len(version.codes or ()) == value), None)
    params: dict[str, object] = {
        "value": str(value),
        "category": setting.record.category_names.get(known[0].category, known[0].category),
    }
    if fitting is not None:
        return unit.finding(
            RULE, Status.AGREES, start, end, AGREES, rows=(version_row(fitting),), params=params
        )
    right = len(known[-1].codes or ())
    day = max(known[-1].valid_from or date.min, min(setting.reading.on, known[-1].valid_to or date.max))
    return unit.finding(
        RULE, Status.CONTRADICTED, start, end, WRONG, expected=str(right), replacement=str(right) if is_sole else None,
        rows=(version_row(known[-1]),), params={**params, "expected": str(right), "day": day.isoformat()}, confidence=0.85,
    )  # fmt: skip
