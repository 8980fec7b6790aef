import json
import sys
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseError
from django.utils import timezone

from articles.desk.files import Lines, NotText, parts_of_file, read_text
from articles.desk.running import ask, remarks_on
from articles.desk.showing import WORDS, counted
from articles.desk.snapshot import SNAPSHOT
from articles.facts.model import Status

# Exit status: something is contradicted; nothing could be said.
CONTRADICTED, UNREADABLE = 1, 2


class Command(BaseCommand):
    help = (
        "Read a text, Markdown or HTML file against the record, and print what agrees, what does not and where. "
        "Ends with status 1 when something is contradicted, and 2 when the file could not be read."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", help="the file, in UTF-8; - reads standard input")
        parser.add_argument("--date", help="the day of the text, such as 2023-07-08; today without it")
        parser.add_argument("--json", action="store_true", help="print a list of objects")

    def handle(self, *, file, date, json, **options):
        on = day(date)
        name = "standard input" if file == "-" else file
        try:
            text = read_text(sys.stdin.buffer if file == "-" else Path(file))
        except OSError as error:
            raise CommandError(f"{name} cannot be read: {error.strerror}", returncode=UNREADABLE) from error
        except NotText as error:
            raise CommandError(f"{name}: {error}", returncode=UNREADABLE) from error
        placed = parts_of_file(file, text)
        try:
            answer = ask(tuple(part for part, _start in placed), SNAPSHOT.record(), on)
        except DatabaseError as error:
            reason = f"The record cannot be read: {str(error).strip()}"
            raise CommandError(reason, returncode=UNREADABLE) from error
        starts = {part.name: start for part, start in placed}
        remarks = remarks_on(tuple(part for part, _start in placed), answer.findings)
        lines = Lines(text)
        found = [object_of(remark, lines, starts[remark.finding.part]) for remark in remarks]
        self.say(found, answer, as_json=json)
        if any(remark.finding.status is Status.CONTRADICTED for remark in remarks):
            sys.exit(CONTRADICTED)

    def say(self, found, answer, *, as_json):
        if not answer.is_whole:
            self.stderr.write(
                "A part of the fact desk failed; the log says which. The others have read the text."
            )
        if as_json:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
            return
        for one in found:
            self.stdout.write(in_words(one))
        counts = {status: sum(one["status"] == status for one in found) for status in Status}
        self.stdout.write(counted(counts))


def day(text: str | None) -> date:
    if not text:
        return timezone.localdate()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(
            f"--date: {text!r} is no day; write one such as 2023-07-08.", returncode=UNREADABLE
        ) from None


def object_of(remark, lines: Lines, start: int) -> dict[str, object]:
    """Return a finding as --json prints it. `record` is the address of each row it rests on, a space between."""
    finding = remark.finding
    line, column = lines.place(start + finding.start)
    return {
        "rule": finding.rule,
        "status": str(finding.status),
        "claim": finding.claim,
        "expected": finding.expected,
        "line": line,
        "column": column,
        "record": " ".join(f"{settings.SITE_URL}{row.address}" for row in finding.rows if row.address),
        "confidence": finding.confidence,
        "message": remark.message,
    }


def in_words(one: dict) -> str:
    words = (
        f"{one['line']}:{one['column']}: {WORDS[Status(one['status'])][0]} ({one['rule']}): {one['claim']}"
    )
    if one["expected"]:
        words += "; instead: " if one["status"] == Status.FLAGGED else "; the record has "
        words += str(one["expected"])
    return "\n    ".join(filter(None, (words, one["message"], one["record"])))
