"""What a column of a table that sums draws up has, by its heading. Pure: no Django."""

from enum import Enum, auto

from .patterns import compiled


class Column(Enum):
    COUNT = auto()
    SUM = auto()
    LOWEST = auto()
    HIGHEST = auto()
    RANGE = auto()
    LARGEST = auto()
    SMALLEST = auto()
    FIRST_DAY = auto()
    LAST_DAY = auto()
    # Nothing says what a column of a year or a month has.
    UNNAMED = auto()


# What no figure of the draws is by itself.
_NONE = compiled(
    r"\b(?:changes?|difference|shares?|per ?cent|average|mean|median|previous|cumulative|running|pool|gap|growth|forecast|expected|occupations|codes)\b|%|\+/-"
)
_DAY = r"(?:draw|round|draw date|round date|date|drawn|held|time|day)"
_COLUMNS = (
    (
        Column.FIRST_DAY,
        compiled(rf"\W*(?:date of (?:the )?)?(?:first|earliest) (?:{_DAY})\W*|\W*(?:first|first on)\W*"),
    ),
    (
        Column.LAST_DAY,
        compiled(
            rf"\W*(?:date of (?:the )?)?(?:last|latest|most recent) (?:{_DAY})\W*|\W*(?:last|latest|last on)\W*"
        ),
    ),
    (Column.LARGEST, compiled(r"\b(?:largest|biggest|greatest)\b")),
    (Column.SMALLEST, compiled(r"\bsmallest\b")),
    (
        Column.RANGE,
        compiled(r"\b(?:lowest|low|min|minimum)(?: and | to | ?[–/-] ?)(?:highest|high|max|maximum)\b"),
    ),
    (Column.LOWEST, compiled(r"\b(?:lowest|minimum|min|low)\b")),
    (Column.HIGHEST, compiled(r"\b(?:highest|maximum|max|high)\b")),
    (
        Column.COUNT,
        compiled(
            r"\b(?:rounds|draws|number of (?:rounds|draws)|no\.? of (?:rounds|draws))\b|^\W*(?:number|count|times|times drawn)\W*$"
        ),
    ),
    (Column.SUM, compiled(r"\b(?:invitations?|itas?|invited|candidates)\b")),
    (Column.RANGE, compiled(r"\b(?:crs|cut-?offs?|scores?|range)\b")),
)
DAYS = (Column.FIRST_DAY, Column.LAST_DAY)
# The kind of claim that a figure of the column is.
KIND_OF = {
    Column.COUNT: "counts",
    Column.SUM: "sums",
    Column.LOWEST: "ranges",
    Column.HIGHEST: "ranges",
    Column.RANGE: "ranges",
    Column.LARGEST: "rounds",
    Column.SMALLEST: "rounds",
    Column.FIRST_DAY: "rounds",
    Column.LAST_DAY: "rounds",
}


def column_of(heading: str) -> Column | None:
    """Return what a heading in small letters says that its column has."""
    if _NONE.search(heading):
        return None
    return next(
        (
            column
            for column, pattern in _COLUMNS
            if (pattern.fullmatch(heading) if column in DAYS else pattern.search(heading))
        ),
        None,
    )
