"""The answers to many lines as a file for spreadsheets."""

from datetime import date

from django.utils.translation import gettext as _
from ninja import Schema

from core.tables import download
from occupations.bulk import Meaning
from occupations.bulk_answers import Answer, Row


class FileRow(Schema):
    """A line: without a code where it was not understood, without lists where the occupation was on none."""

    typed: str
    code: str
    title: str
    lists: str
    on: date
    note: str


def as_file(answer: Answer):
    """Return the file as a download named after the day."""
    rows = [file_row(row, answer.on) for row in answer.rows]
    return download(f"occupations-on-{answer.on:%Y-%m-%d}", "csv", FileRow, rows, {})


def file_row(row: Row, on: date) -> FileRow:
    lists = [listing.version.name for listing in row.standing.now] if row.standing else []
    return FileRow(
        typed=row.line.text,
        code=row.occupation.code if row.occupation else "",
        title=row.occupation.title if row.occupation else "",
        lists="; ".join(lists),
        on=on,
        note=note(row),
    )


def note(row: Row) -> str:
    """Say how a line was understood, or what it may mean, and what is not known yet."""
    match row.meaning:
        case Meaning.SEVERAL:
            return _("Several fit: %(offers)s") % {"offers": offers(row)}
        case Meaning.NEAR:
            return _("Did you mean %(offers)s?") % {"offers": offers(row)}
        case Meaning.NONE:
            return _("No occupation has this code") if row.line.code else _("Not understood")
    said = []
    if row.job_title:
        said.append(_("Matched the job title “%(title)s”") % {"title": row.job_title.title})
    for version in row.standing.awaited:
        said.append(_("%(list)s: not known yet: its list is not published yet") % {"list": version.name})
    return "; ".join(said)


def offers(row: Row) -> str:
    return ", ".join(str(occupation) for occupation in row.offers)
