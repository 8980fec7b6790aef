"""Reading the articles that come with the site: TOML, and Markdown under a TOML head between +++ lines.

Every error is a BadRow that names file, line, field and reason.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from core.loading import BadRow

_HEAD = re.compile(r"\+\+\+\n(.*?\n)\+\+\+\n(.*)", re.DOTALL)


@dataclass(frozen=True)
class Table:
    """One table of a file: its values, read by type, and the lines its keys stand on."""

    file: str
    values: Mapping[str, Any]
    lines: Mapping[str, int]

    def bad(self, key: str, reason: str) -> BadRow:
        line = self.lines.get(key, self.lines[""])
        return BadRow(self.file, line, "", "", f"{key}: {reason}" if key else reason)

    def only(self, known: Collection[str]) -> None:
        for key in self.values:
            if key not in known:
                raise self.bad(key, f"is not known here. Known are {', '.join(known)}.")

    def _read(self, key: str, kind: type, expected: str, required: bool) -> Any:
        if key not in self.values:
            if required:
                raise self.bad(key, "is missing.")
            return None
        if not isinstance(self.values[key], kind):
            raise self.bad(key, f"expected {expected}.")
        return self.values[key]

    def text(self, key: str, *, required: bool = True) -> str:
        text = (self._read(key, str, "text", required) or "").strip()
        if required and not text:
            raise self.bad(key, "is empty.")
        return text

    def flag(self, key: str) -> bool:
        return bool(self._read(key, bool, "true or false", False))

    def moment(self, key: str, *, required: bool = True) -> datetime | None:
        moment = self._read(key, datetime, "a moment such as 2023-07-07T16:30:00-04:00", required)
        if moment is not None and moment.tzinfo is None:
            raise self.bad(key, "expected a moment with its offset, such as 2023-07-07T16:30:00-04:00.")
        return moment

    def among[T](self, key: str, name: object, known: Mapping[str, T], what: str) -> T:
        if not isinstance(name, str) or name not in known:
            raise self.bad(key, f"there is no {what} {name!r}.")
        return known[name]

    def texts(self, key: str) -> list[Any]:
        return self._read(key, list, "a list", False) or []


def read_tables(path: Path, name: str, known: Collection[str]) -> Iterator[Table]:
    """Yield the [[name]] tables of a TOML file, which has nothing else."""
    text = _text(path)
    top = Table(path.name, _parsed(path, text), {"": 1})
    top.only([name])
    for table in _nested(top, text, name):
        table.only(known)
        yield table


def read_article(
    path: Path, known: Collection[str], faq_known: Collection[str]
) -> tuple[Table, list[Table], str, int]:
    """Return the head of an article's file, its [[faq]] tables, its body and the line the body begins on."""
    match = _HEAD.fullmatch(_text(path))
    if match is None:
        raise BadRow(path.name, 1, "", "", "expected a head between two lines of +++, then the text.")
    # A blank line for the first +++ keeps line numbers those of the file.
    head = "\n" + match[1]
    table = Table(
        path.name,
        _parsed(path, head),
        {"": 1} | _lines(re.split(r"^\[\[faq\]\]", head, flags=re.MULTILINE)[0], 1),
    )
    table.only([*known, "faq"])
    questions = list(_nested(table, head, "faq"))
    for question in questions:
        question.only(faq_known)
    body = match[2]
    begins = head.count("\n") + 2 + len(body) - len(body.lstrip("\n"))
    return table, questions, body.strip("\n"), begins


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadRow(path.name, 0, "", "", f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadRow(path.name, 0, "", "", f"is not UTF-8: {error.reason}") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line ([0-9]+)", str(error))
        raise BadRow(path.name, int(at[1]) if at else text.count("\n"), "", "", f"{error}.") from error


def _nested(outer: Table, text: str, name: str) -> Iterator[Table]:
    """Yield the tables of an array of tables, each with the lines it stands on."""
    starts = [match.start() for match in re.finditer(rf"^\[\[{name}\]\]", text, re.MULTILINE)]
    for values, start, end in zip(outer.texts(name), starts, [*starts[1:], len(text)], strict=False):
        first = text.count("\n", 0, start) + 1
        yield Table(outer.file, values, {"": first} | _lines(text[start:end], first))


def _lines(text: str, first: int) -> dict[str, int]:
    """Return the line of each `key =`, the first of `text` being number `first`."""
    found = enumerate(text.split("\n"), start=first)
    return {key[1]: number for number, line in found if (key := re.match(r"([a-z_]+) *=", line))}
