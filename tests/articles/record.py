"""The shipped record read straight from its data files, for tests of what articles say of it."""

import csv
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Draw(NamedTuple):
    number: str
    date: date
    category: str
    invitations: int
    cutoff: int
    tie_break: bool


def rows(path):
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def draws():
    return [
        Draw(
            row["number"],
            date.fromisoformat(row["date"]),
            row["category"],
            int(row["invitations"]),
            int(row["crs_cutoff"]),
            bool(row["tie_breaking_at"]),
        )
        for row in rows("draws/data/rounds.csv")
    ]


@cache
def draw(number):
    return next(draw for draw in draws() if draw.number == number)


@cache
def listed_on(category, day):
    """The codes on the list of a category in force on a day."""
    versions = {
        row["number"]
        for row in rows("occupations/data/category_versions.csv")
        if row["category"] == category
        and row["has_list"] == "yes"
        and date.fromisoformat(row["valid_from"]) <= day
        and (not row["valid_to"] or day <= date.fromisoformat(row["valid_to"]))
    }
    return {
        row["code"]
        for row in rows("occupations/data/listings.csv")
        if row["category"] == category and row["version"] in versions
    }
