"""What a column of a table that sums draws up has, by its heading. Pure: no Django."""

from enum import Enum, auto

from articles.facts.reading import Block
from articles.facts.rules.common.patterns import compiled


class Column(Enum):
    COUNT = auto()
    SUM = auto()
    LOWEST = auto()
    HIGHEST = auto()
    RANGE = auto()
    LARGEST = auto()
    SMALLEST = auto()
    AVERAGE = auto()
    SHARE = auto()
    SHARE_OF_DRAWS = auto()
    SO_FAR = auto()
    CHANGE = auto()
    CHANGE_OF_COUNT = auto()
    LATEST_CUTOFF = auto()
    LATEST_SIZE = auto()
    FIRST_DAY = auto()
    LAST_DAY = auto()


_DAY = r"(?:draw|round|draw date|round date|date|drawn|held|time|day)"
_COLUMNS: tuple[tuple[tuple[Column, ...], str], ...] = (
    (
        (Column.FIRST_DAY,),
        rf"^(?:\W*(?:date of (?:the )?)?(?:first|earliest) (?:{_DAY})\W*|\W*(?:first|first on)\W*)$",
    ),
    (
        (Column.LAST_DAY, Column.LATEST_CUTOFF, Column.LATEST_SIZE),
        rf"^(?:\W*(?:date of (?:the )?)?(?:last|latest|most recent) (?:{_DAY})\W*|\W*(?:last|latest|last on)\W*)$",
    ),
    ((), r"\b(?:previous|pool|gap|forecast|expected|occupations|codes|median|rank|jobs|titles?)\b"),
    (
        (Column.CHANGE, Column.CHANGE_OF_COUNT),
        r"\b(?:changes?|difference|growth|against|compared|versus|vs|up or down)\b|\+ ?/ ?[-−–]|[±Δ]",
    ),
    ((Column.SHARE, Column.SHARE_OF_DRAWS), r"\b(?:shares?|per ?cent|percentage|portion|part of)\b|%"),
    ((Column.AVERAGE,), r"\b(?:average|mean|avg|per (?:draw|round)|typical)\b|[øØ]"),
    ((Column.SO_FAR,), r"\b(?:cumulative|running|to date|so far|ytd)\b"),
    ((Column.LARGEST,), r"\b(?:largest|biggest|greatest)\b"),
    ((Column.SMALLEST,), r"\bsmallest\b"),
    ((Column.RANGE,), r"\b(?:lowest|low|min|minimum)(?: and | to | ?[–/-] ?)(?:highest|high|max|maximum)\b"),
    ((Column.LOWEST,), r"\b(?:lowest|minimum|min|low)\b"),
    ((Column.HIGHEST,), r"\b(?:highest|maximum|max|high)\b"),
    (
        (Column.COUNT,),
        r"\b(?:rounds|draws|number of (?:rounds|draws)|no\.? of (?:rounds|draws)|how often)\b|^\W*(?:number|count|times|times drawn|drawn)\W*$",
    ),
    (
        (Column.SUM, Column.LATEST_SIZE),
        r"\b(?:invitations?|itas?|invited|invites|candidates|people|persons|how many)\b",
    ),
    ((Column.RANGE, Column.LATEST_CUTOFF), r"\b(?:crs|cut-?offs?|scores?|range|points|span|band)\b"),
)
_PATTERNS = tuple((columns, compiled(words)) for columns, words in _COLUMNS)
# What a column may have whose heading says nothing that is known.
ANY = (
    Column.SUM,
    Column.COUNT,
    Column.RANGE,
    Column.LOWEST,
    Column.HIGHEST,
    Column.LARGEST,
    Column.SMALLEST,
    Column.AVERAGE,
    Column.SHARE,
    Column.SO_FAR,
    Column.LATEST_CUTOFF,
    Column.LATEST_SIZE,
)
# What a cell may have that stands below a type or a time and nothing else.
CROSSED = (Column.SUM, Column.COUNT, Column.LATEST_CUTOFF, Column.SHARE)
DAYS = (Column.FIRST_DAY, Column.LAST_DAY)
# What is reckoned from other columns, in more ways than one.
RECKONED = frozenset(
    (
        Column.AVERAGE,
        Column.SHARE,
        Column.SHARE_OF_DRAWS,
        Column.SO_FAR,
        Column.CHANGE,
        Column.CHANGE_OF_COUNT,
    )
)
# The kind of claim that a figure of the column is.
KIND_OF = {
    Column.COUNT: "counts",
    Column.SUM: "sums",
    Column.SO_FAR: "sums",
    Column.LOWEST: "ranges",
    Column.HIGHEST: "ranges",
    Column.RANGE: "ranges",
    Column.AVERAGE: "comparisons",
    Column.SHARE: "comparisons",
    Column.SHARE_OF_DRAWS: "comparisons",
    Column.CHANGE: "comparisons",
    Column.CHANGE_OF_COUNT: "comparisons",
    Column.LARGEST: "rounds",
    Column.SMALLEST: "rounds",
    Column.LATEST_CUTOFF: "rounds",
    Column.LATEST_SIZE: "rounds",
    Column.FIRST_DAY: "rounds",
    Column.LAST_DAY: "rounds",
}


def columns_of(heading: str) -> tuple[Column, ...] | None:
    """Return what a heading in small letters says that its column has, the likeliest first: () for nothing of the draws, None where it
    says nothing that is known."""
    return next((columns for columns, pattern in _PATTERNS if pattern.search(heading)), None)


def column_of(heading: str) -> Column | None:
    """Return the likeliest of these."""
    columns = columns_of(heading)
    return columns[0] if columns else None


def sums_up(block: Block) -> bool:
    """Whether the headings of a table say that it has numbers of draws or of invitations."""
    heads = {column_of(cell.text.lower()) for row in block.rows[:1] for cell in row.cells}
    return Column.COUNT in heads or Column.SUM in heads
