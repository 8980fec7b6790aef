"""The additional points of the score as the project ships them: articles/data/additional_points.csv. Pure: no Django."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

from .model import Points

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "additional_points.csv"


@cache
def shipped() -> tuple[Points, ...]:
    """Return the shipped points in the order of the file: its columns are what, points, valid_from, valid_to, words
    (parted by semicolons), source and verified."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return tuple(_read(row) for row in csv.DictReader(file))


def _read(row: dict[str, str]) -> Points:
    words = tuple(word.strip() for word in row["words"].split(";") if word.strip())
    return Points(row["what"], int(row["points"]), _day(row["valid_from"]), _day(row["valid_to"]), words)


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None
