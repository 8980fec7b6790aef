"""The table of queries: what is typed, who is to come first, and how it went."""

import csv
import re
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from occupations.search import search

PATH = Path(__file__).resolve().parent.parent / "queries.csv"
NOTHING = "nothing"
ESCAPE = re.compile(r"\\u([0-9A-F]{4})")


class Row(NamedTuple):
    """A line of the file. Characters that a text file should not hold are written as \\u and four digits."""

    written: str
    times: int
    expected: str
    kind: str
    note: str

    @property
    def query(self) -> str:
        return ESCAPE.sub(lambda match: chr(int(match[1], 16)), self.written) * self.times


class Result:
    """What a row finds."""

    def __init__(self, row: Row) -> None:
        self.row = row

    @cached_property
    def codes(self) -> list[str]:
        return [match.code for match in search(self.row.query)]

    def within(self, count: int) -> bool:
        """Whether what is expected is among the first `count`, or nothing found where nothing should be."""
        return not self.codes if self.row.expected == NOTHING else self.row.expected in self.codes[:count]


def read_table() -> list[Row]:
    with PATH.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, strict=True)
        return [
            Row(row["query"], int(row["times"]), row["expected"], row["kind"], row["note"]) for row in rows
        ]


def figures(results: list[Result]) -> str:
    """Return how it went as a sentence."""
    count, first, five = len(results), *(sum(r.within(n) for r in results) for n in (1, 5))
    return (
        f"Of {count} queries, {first} ({first / count:.1%}) have first what is expected, "
        f"and {five} ({five / count:.1%}) among the first five."
    )


def as_markdown(results: list[Result]) -> str:
    """Return the table as the document has it."""
    lines = ["| query | expected | kind | where it stands | note |", "| --- | --- | --- | --- | --- |"]
    for result in results:
        row = result.row
        query = "`" + row.written.replace("|", "\\|") + "`" if row.written else ""
        times = f" × {row.times:,}" if row.times > 1 else ""
        lines.append(f"| {query}{times} | {row.expected} | {row.kind} | {_place(result)} | {row.note} |")
    return "\n".join(lines)


def _place(result: Result) -> str:
    if result.within(1):
        return "first" if result.row.expected != NOTHING else "nothing"
    return "in the first five" if result.within(5) else "**not in the first five**"
