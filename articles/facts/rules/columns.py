"""What a column of a table that sums draws up has, by its heading. Pure: no Django."""

from enum import Enum, auto

from .patterns import compiled


class Column(Enum):
    COUNT = auto()
    SUM = auto()
    LOWEST = auto()
    HIGHEST = auto()
    RANGE = auto()


_COLUMNS = (
    (
        Column.RANGE,
        compiled(r"\b(?:lowest|low|min|minimum)(?: and | to | ?[–/-] ?)(?:highest|high|max|maximum)\b"),
    ),
    (Column.LOWEST, compiled(r"\b(?:lowest|minimum|min|low)\b")),
    (Column.HIGHEST, compiled(r"\b(?:highest|maximum|max|high)\b")),
    (
        Column.COUNT,
        compiled(r"\b(?:rounds|draws|number of (?:rounds|draws)|no\.? of (?:rounds|draws))\b|^\W*number\W*$"),
    ),
    (Column.SUM, compiled(r"\b(?:invitations?|itas?|invited|candidates)\b")),
    (Column.RANGE, compiled(r"\b(?:crs|cut-?offs?|scores?|range)\b")),
)
# The kind of claim that a figure of the column is.
KIND_OF = {
    Column.COUNT: "counts",
    Column.SUM: "sums",
    Column.LOWEST: "ranges",
    Column.HIGHEST: "ranges",
    Column.RANGE: "ranges",
}


def column_of(heading: str) -> Column | None:
    """Return what a heading in small letters says that its column has."""
    return next((column for column, pattern in _COLUMNS if pattern.search(heading)), None)
