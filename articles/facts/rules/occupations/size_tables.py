"""How many occupations lists have, as tables say: a row of a type, a column of occupations. Pure: no Django."""

from collections.abc import Iterator, Sequence
from datetime import date

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import Cell
from articles.facts.rules.common.patterns import compiled, small
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import WITHOUT_LIST
from articles.facts.rules.tables.columns import sums_up
from articles.facts.rules.tables.table_labels import TOTAL
from articles.references import gettext_noop

from .size_versions import of_age
from .sizes import AGREES, RULE, WRONG

TOGETHER = gettext_noop("By the record, the lists of this column have %(expected)s occupations together.")
_COLUMN = compiled(
    r"\b(?:occupations?|codes?|jobs|professions|size|length|listings|entries|names|on (?:the|its|their) lists?)\b"
)
# Columns of something else that is counted, or of parts of a list.
_NOT_COLUMN = compiled(
    r"\b(?:draws?|rounds?|invit\w+|people|candidates|date|last|first|months?|years?|points|example\w*|titles?|notabl\w+|add\w*|remov\w*|new|gone|left|came|joined|dropped|kept|stayed|change\w*|more|fewer|difference|share|rank|teer|regulated|of them|noc code$|code$)\b"
)
# In a table of draws it is their size.
_SIZE = compiled(r"\b(?:size|length|entries|names)\b")
# A list as a heading of a table says when it was in force: "Before", "Old list", "Now", "Since February".
_AGES = (
    ("old", compiled(r"(?:the )?(?:before|until then|old|previous|former|earlier|was|then|from|(?:old|previous|former|earlier) (?:list|version|size|number|occupations)|occupations before)\W*")),
    ("new", compiled(r"(?:the )?(?:now|after|today|new|current|present|is|to|since|(?:new|current|present) (?:list|version|size|number|occupations)|occupations (?:now|today))\W*")),
    ("first", compiled(r"(?:the )?(?:first|original|initial) (?:list|version)\W*")),
    ("second", compiled(r"(?:the )?second (?:list|version)\W*")),
    ("third", compiled(r"(?:the )?third (?:list|version)\W*")),
)  # fmt: skip


def in_tables(setting: Setting) -> Iterator[Finding]:
    """Yield what tables say of sizes: a row of a type, a column of occupations."""
    for place, block in setting.tables:
        if not block.has_header:
            continue
        heads = [cell.text.lower() for cell in block.rows[0].cells]
        of_draws = sums_up(block)
        columns = [
            at
            for at, head in enumerate(heads)
            if at
            and _COLUMN.search(head)
            and not _NOT_COLUMN.search(head)
            and not (of_draws and _SIZE.search(head))
        ]
        for row in block.rows[1:]:
            for at in columns:
                if at < len(row.cells) and row.cells[at].text.strip(" *_").isdigit():
                    cell, first = (
                        row.cells[at],
                        Unit(setting.reading, block.part, place, row.start, row.cells[at].start, True),
                    )
                    slugs = [slug for slug in first.slugs if slug not in WITHOUT_LIST]
                    if len(slugs) == 1:
                        yield from _in_cell(setting, first, *_figure(cell), slugs[0], len(columns) == 1)


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
        ages = {
            at: age
            for at, cell in enumerate(block.rows[0].cells)
            for age, words in _AGES
            if not days[at] and words.fullmatch(small(cell.text).strip())
        }
        read = []
        totals: list[tuple[Unit, int, Cell]] = []
        columns: dict[int, list[int] | None] = {}
        for row in block.rows[1:]:
            unit = Unit(setting.reading, block.part, place, row.start, row.end, True)
            slugs = [slug for slug in unit.slugs if slug not in WITHOUT_LIST]
            for at, cell in enumerate(row.cells):
                if not cell.text.strip(" *_").isdigit():
                    continue
                if TOTAL.fullmatch(row.cells[0].text.lower()):
                    totals.append((unit, at, cell))
                    continue
                if len(slugs) != 1:
                    # Of a row that is not understood, nobody knows what it adds.
                    columns[at] = None
                    continue
                if at in ages:
                    versions = _aged(setting, slugs[0], ages[at])
                elif len(days.get(at, ())) == 1:
                    versions = setting.during(slugs[0], days[at][0].first, days[at][0].last)
                else:
                    continue
                if versions and all(version.codes for version in versions):
                    read.append((unit, *_figure(cell), versions))
                sizes = {len(version.codes or ()) for version in versions}
                if (known := columns.setdefault(at, [])) is not None:
                    columns[at] = [*known, sizes.pop()] if len(sizes) == 1 and 0 not in sizes else None
        right = sum(_fits(value, versions) for _unit, _start, _end, value, versions in read)
        # A table of something else has hardly any figure that is a list's size.
        if right > 1 and right * 2 >= len(read):
            for unit, start, end, value, versions in read:
                yield _said(setting, unit, start, end, value, versions, is_sole=True)
            for unit, at, cell in totals:
                yield from _total(unit, cell, columns.get(at) or [])


def _total(unit: Unit, cell: Cell, sizes: Sequence[int]) -> Iterator[Finding]:
    """Judge the sum of the lists of a column, which the record has all."""
    start, end, value = _figure(cell)
    right = str(sum(sizes))
    if len(sizes) > 1 and value != sum(sizes):
        yield unit.finding(
            RULE, Status.CONTRADICTED, start, end, TOGETHER, expected=right, replacement=right,
            params={"expected": right}, confidence=0.85,
        )  # fmt: skip


def _figure(cell: Cell) -> tuple[int, int, int]:
    """Return where the figure of a cell stands, and its value."""
    figure = cell.text.strip(" *_")
    start = cell.start + cell.text.index(figure)
    return start, start + len(figure), int(figure)


def _aged(setting: Setting, slug: str, age: str) -> list[Version]:
    begun = [
        version
        for version in setting.versions.get(slug, ())
        if (version.valid_from or date.min) <= setting.reading.on
    ]
    return of_age(age, begun, is_in_force=setting.on(slug, setting.reading.on) is not None)


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
