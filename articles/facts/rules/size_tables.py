"""How many occupations lists have, as tables say: a row of a type, a column of occupations. Pure: no Django."""

from collections.abc import Iterator
from datetime import date

from articles.facts.model import Finding, Status

from .patterns import compiled
from .setting import WITHOUT_LIST, Setting, Unit, version_row
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


def _in_cell(
    setting: Setting, unit: Unit, start: int, end: int, value: int, slug: str, is_sole: bool
) -> Iterator[Finding]:
    own = setting.versions.get(slug, [])
    versions = [version for version in setting.meant(unit, slug) if version is not None] if is_sole else own
    known = [version for version in versions if version.codes]
    if not known or len(known) != len(versions):
        return
    fitting = next((version for version in known if len(version.codes or ()) == value), None)
    params: dict[str, object] = {
        "value": str(value),
        "category": setting.record.category_names.get(slug, slug),
    }
    if fitting is not None:
        yield unit.finding(
            RULE, Status.AGREES, start, end, AGREES, rows=(version_row(fitting),), params=params
        )
        return
    right = len(known[-1].codes or ())
    day = max(known[-1].valid_from or date.min, min(setting.reading.on, known[-1].valid_to or date.max))
    yield unit.finding(
        RULE, Status.CONTRADICTED, start, end, WRONG, expected=str(right), replacement=str(right) if is_sole else None,
        rows=(version_row(known[-1]),), params={**params, "expected": str(right), "day": day.isoformat()}, confidence=0.85,
    )  # fmt: skip
