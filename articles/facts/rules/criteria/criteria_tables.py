"""Conditions of types as tables say them: a row of a type, columns of months, of Canada, of continuity. Pure: no Django."""

from collections.abc import Iterator
from datetime import date

from articles.facts.model import Finding, Status, Version
from articles.facts.reading import Block, Cell
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.setting import Setting, Unit, version_row
from articles.facts.rules.common.setting_words import WITHOUT_LIST

from .conditions import conditions
from .criteria_words import AGREES, RULE, Aspect, message_of, right_of, worded

_COLUMNS = (
    (
        Aspect.IN_CANADA,
        compiled(
            r"(?:only |work |experience )?(?:in canada|canadian)(?: only| work| experience)?\??"
            r"|(?:experience |work |place of |country of )?(?:where|work|location|country|place)(?: (?:of|from|gained|done|it counts|worked|work|experience))*\??"
        ),
    ),
    (
        Aspect.CONTINUOUS,
        compiled(
            r"(?:must (?:it )?be )?(?:continuous|uninterrupted|in one (?:piece|stretch)|without a break)\??"
        ),
    ),
    (
        Aspect.MONTHS,
        compiled(
            r"(?:minimum |least |required )?(?:months|experience|work)(?: of (?:work|experience)| required| asked(?: for)?| \(months\)|, months| needed)*"
        ),
    ),
)
# What a heading asks to which all cells answer yes or no: its words decide, however it asks.
_ASKED = (
    (Aspect.IN_CANADA, False, compiled(r"\bcanad(?:a|ian)\b"), compiled(r"\b(?:must|only|required?|needs?|needed|has to|have to|necessar\w+|obligatory|compulsory|mandatory)\b")),
    (Aspect.IN_CANADA, True, compiled(r"\b(?:abroad|foreign|outside|overseas|elsewhere|anywhere)\b"), compiled(r"\b(?:may|can|counts?|allowed|accepted|valid|enough|ok|fine|possible|eligible)\b")),
    (Aspect.CONTINUOUS, False, compiled(r"\b(?:continuous(?:ly)?|uninterrupted|unbroken|without (?:a |any )?(?:breaks?|gaps?|interruptions?)|in (?:a row|one (?:piece|stretch|go)))\b"), compiled(r"")),
    (Aspect.CONTINUOUS, True, compiled(r"\b(?:breaks?|gaps?|interruptions?|interrupted|broken up|in (?:pieces|parts|several))\b"), compiled(r"\b(?:may|can|counts?|allowed|accepted|ok|fine|possible|permitted|tolerated)\b")),
)  # fmt: skip
_DENIES = compiled(r"\b(?:not|no|without|never|need not)\b|n't\b")
_MONTHS_ASKED = compiled(r"\bmonths?\b")
_OTHER_TIME = compiled(
    r"\b(?:past|last|within|since|ago|wait\w*|process\w*|old|window|previous|between|until|age|draws?|rounds?)\b"
)
_YES_NO = compiled(r"(?P<yes>yes|y|✓|✔|required|must)|(?P<no>no|n|✗|✘|not required|[-–—])")
_CANADA_HEAD = compiled(r"\bcanad|\b(?:work|experience)\b")
_CANADA = compiled(r"(?:only )?(?:in )?canada(?: only| alone)?|canadian(?: only)?")
# Such a column has so many cells.
_FEWEST = 2
_NUMBER = compiled(r"(?P<number>[0-9]{1,2})(?: months?)?")


def find(setting: Setting) -> Iterator[Finding]:
    """Yield what the record says of the cells of such columns."""
    for place, block in setting.tables:
        if not block.has_header:
            continue
        head = Unit(setting.reading, block.part, place, block.rows[0].start, block.rows[0].end, True)
        columns = {
            at: (*asked, [day for day in head.dates if cell.start <= day.start < cell.end])
            for at, cell in enumerate(block.rows[0].cells)
            if (asked := _aspect(block, at, cell)) is not None
        }
        # "Where" may be that of anything, in a table without months.
        if not any(
            aspect is not Aspect.IN_CANADA or _CANADA_HEAD.search(block.rows[0].cells[at].text.lower())
            for at, (aspect, _is_turned, _days) in columns.items()
        ):
            continue
        for row in block.rows[1:]:
            unit = Unit(setting.reading, block.part, place, row.start, row.end, True)
            slugs = [slug for slug in unit.slugs if slug not in WITHOUT_LIST]
            if len(slugs) != 1 or len(unit.slugs) != 1:
                continue
            for at, cell in enumerate(row.cells):
                if at not in columns:
                    continue
                aspect, is_turned, days = columns[at]
                value = _value(aspect, cell)
                if value is None:
                    continue
                value = 1 - value if is_turned else value
                versions = (
                    [one for day in days for one in setting.during(slugs[0], day.first, day.last)]
                    if days
                    else [one for one in setting.meant(unit, slugs[0]) if one is not None]
                )
                yield from _judged(setting, unit, cell, aspect, value, versions)


def _aspect(block: Block, at: int, head: Cell) -> tuple[Aspect, bool] | None:
    """Return what a column is about, and whether a yes in it says that it is not so."""
    words = head.text.lower().strip()
    for aspect, heading in _COLUMNS:
        if heading.fullmatch(words):
            return aspect, False
    cells = [row.cells[at].text.lower().strip() for row in block.rows[1:] if at < len(row.cells)]
    cells = [cell for cell in cells if cell]
    if len(cells) < _FEWEST:
        return None
    if all(_NUMBER.fullmatch(cell) for cell in cells):
        is_asked = _MONTHS_ASKED.search(words) and not _OTHER_TIME.search(words)
        return (Aspect.MONTHS, False) if is_asked else None
    if not all(_YES_NO.fullmatch(cell) for cell in cells):
        return None
    found = [
        (aspect, is_turned)
        for aspect, is_turned, topic, asks in _ASKED
        if (said := topic.search(words))
        and asks.search(words)
        and not _DENIES.search(words[: said.start()] + words[said.end() :])
    ]
    return found[0] if len(found) == 1 else None


def _value(aspect: Aspect, cell: Cell) -> int | None:
    """Return what a cell says of its column's aspect, None for what is not understood."""
    words = cell.text.lower().strip()
    if aspect is Aspect.MONTHS:
        found = _NUMBER.fullmatch(words)
        return int(found["number"]) if found else None
    if said := _YES_NO.fullmatch(words):
        return int(bool(said["yes"]))
    if aspect is Aspect.IN_CANADA and _CANADA.fullmatch(words):
        return 1
    return next((one.value for one in conditions(words) if one.aspect is aspect), None)


def _judged(
    setting: Setting, unit: Unit, cell: Cell, aspect: Aspect, value: int, versions: list[Version]
) -> Iterator[Finding]:
    known = [(version, right) for version in versions if (right := right_of(version, aspect)) is not None]
    if not known:
        return
    version, right = next(((one, said) for one, said in known if said == value), known[0])
    fits = right == value
    category = setting.record.category_names.get(version.category, version.category)
    yield unit.finding(
        RULE, Status.AGREES if fits else Status.CONTRADICTED, cell.start, cell.end,
        AGREES if fits else message_of(aspect, right), expected="" if fits else worded(aspect, right),
        rows=(version_row(version),), confidence=0.85,
        params={"category": category, "expected": str(right), "day": (version.valid_from or date.min).isoformat()},
    )  # fmt: skip
