"""Taking data files into the database: read, compare, add; never overwrite.

A file is UTF-8 CSV with a header. A row that is absent by its natural key goes through the one write path;
a row that is there and differs is reported and left as it is, since an editor may have changed it. A bad row
stops everything with file, line, column, value and reason. A file known by its hash is skipped.
"""

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import Model

from core.models import LoadedFile
from core.writing import write


class BadRow(Exception):
    """A row that cannot be taken in: says where it stands and what is wrong with it."""

    def __init__(self, file: str, line: int, column: str, value: object, reason: str):
        place = f"{file}, line {line}"
        if column:
            place += f", column {column}: {value!r}"
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True)
class Row:
    """One line of a data file. Readers of a column raise BadRow for what they cannot read."""

    file: str
    line: int
    values: Mapping[str, str]

    def bad(self, column: str, reason: str) -> BadRow:
        return BadRow(self.file, self.line, column, self.values.get(column, ""), reason)

    def text(self, column: str) -> str:
        return self.values[column]

    def _read(self, column: str, read: Callable[[str], Any], expected: str) -> Any:
        value = self.values[column]
        if value == "":
            return None
        try:
            return read(value)
        except ValueError:
            raise self.bad(column, f"expected {expected}") from None

    def integer(self, column: str) -> int | None:
        """Blank is None, never zero."""
        return self._read(column, int, "a whole number")

    def day(self, column: str) -> date | None:
        return self._read(column, date.fromisoformat, "a date such as 2023-07-06")

    def moment(self, column: str) -> datetime | None:
        moment = self._read(column, datetime.fromisoformat, "a moment such as 2023-07-06T14:25:05Z")
        if moment is not None and moment.tzinfo is None:
            raise self.bad(column, "expected a moment with its zone, such as 2023-07-06T14:25:05Z")
        return moment

    def flag(self, column: str) -> bool | None:
        return self._read(column, lambda value: bool(["no", "yes"].index(value)), "yes or no")

    def among[T](self, column: str, known: Mapping[str, T], what: str) -> T:
        try:
            return known[self.values[column]]
        except KeyError:
            raise self.bad(column, f"there is no such {what}") from None


def read_rows(path: Path, columns: Iterable[str]) -> Iterator[Row]:
    """Yield the rows of a CSV file that must have exactly the named columns, in any order."""
    columns = set(columns)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, strict=True, restkey="")
            header = set(reader.fieldnames or ())
            if header != columns:
                missing, unknown = sorted(columns - header), sorted(header - columns)
                raise BadRow(path.name, 1, "", "", f"columns missing: {missing}; columns unknown: {unknown}")
            for values in reader:
                row = Row(path.name, reader.line_num, values)
                if "" in values or None in values.values():
                    raise BadRow(row.file, row.line, "", "", f"expected {len(columns)} values")
                yield row
    except OSError as error:
        raise BadRow(path.name, 0, "", "", f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadRow(path.name, 0, "", "", f"is not UTF-8: {error.reason}") from error
    except csv.Error as error:
        raise BadRow(path.name, reader.line_num, "", "", f"is not CSV: {error}") from error


@dataclass
class Report:
    """What a load did, or would do."""

    name: str
    added: int = 0
    unchanged: int = 0
    differing: list[str] = field(default_factory=list)
    skipped: bool = False

    def __str__(self) -> str:
        if self.skipped:
            return f"{self.name}: unchanged file, skipped"
        return f"{self.name}: {self.added} added, {self.unchanged} unchanged, {len(self.differing)} differ"


def same(value: Any, other: Any) -> bool:
    return value.pk == other.pk if isinstance(value, Model) and isinstance(other, Model) else value == other


def take_in(
    row: Row, existing: Model | None, fresh: Model, columns: Mapping[str, str], report: Report
) -> Model:
    """Add `fresh`, or compare it with the row that `existing` is; return the one that stands.

    `columns` maps each field that the file decides to the column it comes from.
    """
    if existing is None:
        try:
            write(fresh)
        except ValidationError as error:
            raise bad_row(row, error, columns) from error
        report.added += 1
        return fresh
    differences = [
        f"{name} is {getattr(existing, name)!s}, the file says {getattr(fresh, name)!s}"
        for name in columns
        if not same(getattr(existing, name), getattr(fresh, name))
    ]
    if differences:
        report.differing.append(f"{row.file}, line {row.line}: {existing}: {'; '.join(differences)}")
    else:
        report.unchanged += 1
    return existing


def bad_row(row: Row, error: ValidationError, columns: Mapping[str, str]) -> BadRow:
    """Say in which column the first thing that validation refuses stands."""
    name, messages = (
        next(iter(error.message_dict.items())) if hasattr(error, "error_dict") else ("", error.messages)
    )
    column = columns.get(name, "" if name == NON_FIELD_ERRORS else name)
    return row.bad(column, " ".join(messages))


def digest(paths: Iterable[Path]) -> str:
    """Return one SHA-256 over the names and contents of files."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.name.encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def load(
    name: str, paths: Iterable[Path], loader: Callable[[Report], None], *, force: bool = False
) -> Report:
    """Run `loader` on files in one transaction, unless these very files were loaded before (`force` does not skip)."""
    report = Report(name)
    paths = list(paths)
    try:
        sha256 = digest(paths)
    except OSError as error:
        raise BadRow(Path(error.filename).name, 0, "", "", f"cannot be read: {error.strerror}") from error
    with transaction.atomic():
        if not force and LoadedFile.objects.filter(name=name, sha256=sha256).exists():
            report.skipped = True
        else:
            loader(report)
            LoadedFile.objects.update_or_create(name=name, defaults={"sha256": sha256})
    return report


@contextmanager
def rehearsal(really: bool) -> Iterator[None]:
    """Undo at the end whatever is written inside, if it is `really` only a rehearsal."""
    with transaction.atomic() if really else nullcontext():
        yield
        if really:
            transaction.set_rollback(True)


def data_dir(app: str) -> Path:
    """Return the folder of an app's shipped data files."""
    return settings.BASE_DIR / app / "data"
