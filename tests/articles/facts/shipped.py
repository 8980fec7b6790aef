"""The shipped record as the fact desk reads it, straight from its data files and without a database."""

from datetime import date, datetime
from functools import cache

from articles.facts.model import Draw, Record
from articles.facts.phrases import shipped
from draws.numbers import sequence
from tests.articles.record import rows


@cache
def draws():
    found = [
        Draw(
            number=row["number"],
            sequence=sequence(row["number"]),
            date=date.fromisoformat(row["date"]),
            category=row["category"],
            version=int(row["version"]),
            invitations=int(row["invitations"]),
            crs_cutoff=int(row["crs_cutoff"]),
            tie_breaking_at=datetime.fromisoformat(row["tie_breaking_at"])
            if row["tie_breaking_at"]
            else None,
            verified=row["verified"] == "yes",
            address=f"/draws/{row['number']}/",
        )
        for row in rows("draws/data/rounds.csv")
    ]
    return tuple(sorted(found, key=lambda draw: draw.sequence))


@cache
def record():
    return Record(
        draws=draws(),
        versions=(),
        occupations={},
        titles={},
        phrases=shipped(),
        complete_to=draws()[-1].date,
    )
