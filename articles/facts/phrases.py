"""The words that the desk stops at as the project ships them: articles/data/phrases.csv. Pure: no Django."""

import csv
from functools import cache
from pathlib import Path

from .model import Phrase

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "phrases.csv"


@cache
def shipped() -> tuple[Phrase, ...]:
    """Return the shipped phrases in the order of the file: its columns are pattern, reason and instead."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return tuple(Phrase(row["pattern"], row["reason"], row["instead"]) for row in csv.DictReader(file))
