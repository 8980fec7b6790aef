"""The phrases that the desk stops at, as they come with the site; editors change them in the newsroom."""

from pathlib import Path

from articles.models import StopPhrase
from core.loading import Report, read_rows, take_in

COLUMNS = ("pattern", "reason", "instead")


def load_phrases(path: Path, report: Report) -> None:
    """Add the phrases of a CSV file that are not there, and leave the others as editors have them."""
    known = {phrase.pattern: phrase for phrase in StopPhrase.objects.all()}
    for row in read_rows(path, COLUMNS):
        fresh = StopPhrase(**{column: row.text(column) for column in COLUMNS})
        existing = known.get(fresh.pattern)
        known[fresh.pattern] = take_in(row, existing, fresh, {column: column for column in COLUMNS}, report)
