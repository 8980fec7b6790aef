"""The record as the shipped files give it, without a database."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

from articles.facts.model import Draw, Occupation, Phrase, Points, Record, Version
from occupations.folding import fold

ROOT = Path(__file__).resolve().parents[4]
DRAWS = ROOT / "draws" / "data"
OCCUPATIONS = ROOT / "occupations" / "data"
ARTICLES = ROOT / "articles" / "data"


@cache
def shipped_record() -> Record:
    """Read the record that the project ships. It is known to be complete to its newest draw."""
    draws = tuple(_draws())
    return Record(
        draws=draws,
        versions=tuple(_versions()),
        occupations={occupation.code: occupation for occupation in _occupations()},
        titles=_titles(),
        points=tuple(_points()),
        phrases=tuple(_phrases()),
        complete_to=draws[-1].date,
        category_names={row["slug"]: row["name_en"] for row in _rows(OCCUPATIONS / "categories.csv")},
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _draws() -> Iterator[Draw]:
    for sequence, row in enumerate(_rows(DRAWS / "rounds.csv"), 1):
        tie = row["tie_breaking_at"]
        yield Draw(
            number=row["number"],
            sequence=sequence,
            date=date.fromisoformat(row["date"]),
            category=row["category"],
            version=int(row["version"]),
            invitations=int(row["invitations"]),
            crs_cutoff=int(row["crs_cutoff"]),
            tie_breaking_at=datetime.fromisoformat(tie) if tie else None,
            verified=row["verified"] == "yes",
            address=f"/draws/{row['number']}/",
        )


def _versions() -> Iterator[Version]:
    listed: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in _rows(OCCUPATIONS / "listings.csv"):
        listed[row["category"], row["version"]][row["code"]] = row["title_as_published"]
    for row in _rows(OCCUPATIONS / "category_versions.csv"):
        yield Version(
            category=row["category"],
            number=int(row["number"]),
            valid_from=_date(row["valid_from"]),
            valid_to=_date(row["valid_to"]),
            codes=listed.get((row["category"], row["number"])),
            months_required=_number(row["months_required"]),
            continuous=_yes(row["continuous"]),
            in_canada=_yes(row["in_canada"]),
            nclc_min=_number(row["nclc_min"]),
        )


def _occupations() -> Iterator[Occupation]:
    for row in _rows(OCCUPATIONS / "noc2021.csv"):
        yield Occupation(
            row["code"], row["title_en"], row["title_fr"], int(row["teer"]), f"/occupations/{row['code']}/"
        )


def _titles() -> Mapping[str, tuple[str, ...]]:
    titles: dict[str, dict[str, None]] = defaultdict(dict)
    for row in _rows(OCCUPATIONS / "occupation_titles.csv"):
        titles[fold(row["title"])][row["code"]] = None
    return {title: tuple(codes) for title, codes in titles.items()}


def _points() -> Iterator[Points]:
    path = ARTICLES / "additional_points.csv"
    for row in _rows(path) if path.exists() else ():
        words = tuple(word.strip() for word in row.get("words", "").split(";") if word.strip())
        yield Points(row["what"], int(row["points"]), _date(row["valid_from"]), _date(row["valid_to"]), words)


def _phrases() -> Iterator[Phrase]:
    path = ARTICLES / "phrases.csv"
    for row in _rows(path) if path.exists() else ():
        yield Phrase(row["pattern"], row["reason"], row["instead"])


def _date(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def _number(value: str) -> int | None:
    return int(value) if value else None


def _yes(value: str) -> bool | None:
    return value == "yes" if value else None
