"""Reads a labelled passage: the parts of an article without the labels, and the labels as places in them.

A file is UTF-8. Its first lines are fields, `date: 2023-07-08`, `title:`, and, where there is a need, `standfirst:`,
`description:`, `format:` (markdown, html or plain, of the body) and pairs of `question:` and `answer:`; then an
empty line and the body. A label encloses the words that make a claim true or false:

    ⟦T rounds|1,500⟧           true by the record
    ⟦F rounds -> 463|493⟧      false; the true value follows the arrow, "-" where no single value mends it
    ⟦N rounds|...⟧             about a draw that the record lacks
    ⟦S sources|...⟧            needs a linked source and has none
    ⟦L language|...⟧           words to be flagged
    ⟦H rounds|...⟧             a human must look, and the desk may not accuse

What is not labelled holds nothing false. Whatever breaks these rules is an error that names the file and the line.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from articles.facts.model import KINDS, Format, Part

_LABEL = re.compile(r"⟦([^⟦⟧]*)⟧")
_INSIDE = re.compile(
    r"(?P<verdict>[TFNSLH]) (?P<kind>[a-z]+)(?: -> (?P<truth>[^|\n]*[^|\s]))?\|(?P<text>[^|\n]+)"
)
_FIELD = re.compile(r"(?P<name>[a-z]+):(?: +(?P<value>.*))?")
_SINGLE = ("date", "title", "standfirst", "description", "format")
# What may be said of a kind, where that is not everything.
_ONLY = {"L": {"language"}, "S": {"sources"}}
_NEVER = {("F", "language"), ("F", "sources"), ("N", "language"), ("N", "sources")}


class LabelError(ValueError):
    """A file of labelled text is wrong; says "name:line: what"."""


@dataclass(frozen=True, slots=True)
class Label:
    """What is known of source[start:end] of a part. `truth` is the true value of a false claim, else empty."""

    verdict: str
    kind: str
    part: str
    start: int
    end: int
    text: str
    truth: str
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """An article or a piece of one as of the day `on`, its parts without labels, and its labels."""

    name: str
    on: date
    parts: tuple[Part, ...]
    labels: tuple[Label, ...]

    @property
    def words(self) -> int:
        return sum(len(part.source.split()) for part in self.parts)

    def source(self, part: str) -> str:
        return next(one.source for one in self.parts if one.name == part)


def read_directories(directories: Iterable[Path]) -> list[Passage]:
    """Read every labelled passage of some directories, by name."""
    return [read(path) for directory in directories for path in sorted(directory.glob("*.md"))]


def read(path: Path) -> Passage:
    """Read a file of labelled text. Raises LabelError."""
    return parse(path.read_text(encoding="utf-8"), path.name)


def parse(text: str, name: str) -> Passage:
    """Read labelled text. `name` stands in errors."""
    head, lines = [], text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            break
        head.append((number, line))
    fields = list(_fields(head, name))
    single = {field: (line, value) for line, field, value in fields if field in _SINGLE}
    for wanted in ("date", "title"):
        if not single.get(wanted, (0, ""))[1]:
            raise LabelError(f"{name}:1: the field “{wanted}” is missing.")
    on = _value(date.fromisoformat, *single["date"], name)
    form = _value(Format, *single.get("format", (1, "markdown")), name)
    body = "\n".join(lines[len(head) + 1 :])
    if not body.strip():
        raise LabelError(f"{name}:{len(head) + 1}: there is no body.")
    texts = [
        ("title", *single["title"], Format.PLAIN),
        ("body", len(head) + 2, body, form),
        *_pairs(fields, name),
    ]
    if "standfirst" in single:
        texts.insert(1, ("standfirst", *single["standfirst"], Format.MARKDOWN))
    if "description" in single:
        texts.append(("description", *single["description"], Format.PLAIN))
    parts, labels = [], []
    for part, line, source, written in texts:
        plain, found = _without_labels(source, part, line, name)
        parts.append(Part(part, plain, written))
        labels += found
    return Passage(name.removesuffix(".md"), on, tuple(parts), tuple(labels))


def _fields(head: list[tuple[int, str]], name: str) -> Iterator[tuple[int, str, str]]:
    seen = set()
    for number, line in head:
        match = _FIELD.fullmatch(line.rstrip())
        if match is None or match["name"] not in (*_SINGLE, "question", "answer"):
            raise LabelError(f"{name}:{number}: no field of a passage: {line[:40]!r}")
        if match["name"] in seen and match["name"] in _SINGLE:
            raise LabelError(f"{name}:{number}: the field “{match['name']}” stands twice.")
        seen.add(match["name"])
        yield number, match["name"], match["value"] or ""


def _pairs(fields: list[tuple[int, str, str]], name: str) -> Iterator[tuple[str, int, str, Format]]:
    pairs = [field for field in fields if field[1] in ("question", "answer")]
    for place, (line, field, value) in enumerate(pairs):
        if field != ("question", "answer")[place % 2] or (field == "question" and place == len(pairs) - 1):
            raise LabelError(f"{name}:{line}: a question and its answer follow each other.")
        yield (
            f"{field}-{place // 2 + 1}",
            line,
            value,
            Format.PLAIN if field == "question" else Format.MARKDOWN,
        )


def _value[Value](kind: Callable[[str], Value], line: int, value: str, name: str) -> Value:
    try:
        return kind(value)
    except ValueError as error:
        raise LabelError(f"{name}:{line}: {error}") from error


def _without_labels(source: str, part: str, line: int, name: str) -> tuple[str, list[Label]]:
    """Return a text without the marks of its labels, and the labels at their places in that text."""
    plain, labels, done = "", [], 0
    for match in _LABEL.finditer(source):
        here = line + source.count("\n", 0, match.start())
        inside = _inside(match[1], f"{name}:{here}")
        plain += _unmarked(source, done, match.start(), line, name)
        text = inside["text"]
        end = len(plain) + len(text)
        labels.append(
            Label(inside["verdict"], inside["kind"], part, len(plain), end, text, inside["truth"] or "", here)
        )
        plain += text
        done = match.end()
    return plain + _unmarked(source, done, len(source), line, name), labels


def _unmarked(source: str, start: int, end: int, line: int, name: str) -> str:
    text = source[start:end]
    if stray := re.search("[⟦⟧]", text):
        here = line + source.count("\n", 0, start + stray.start())
        raise LabelError(f"{name}:{here}: a mark of a label stands alone or within another.")
    return text


def _inside(text: str, where: str) -> re.Match[str]:
    match = _INSIDE.fullmatch(text)
    if match is None:
        raise LabelError(f"{where}: no label: {text[:60]!r}")
    verdict, kind = match["verdict"], match["kind"]
    if kind not in KINDS:
        raise LabelError(f"{where}: no kind of claim: {kind!r}")
    if kind not in _ONLY.get(verdict, KINDS) or (verdict, kind) in _NEVER:
        raise LabelError(f"{where}: {verdict} is not said of {kind}.")
    if (verdict == "F") != bool(match["truth"]):
        raise LabelError(f"{where}: the true value follows a false claim, and only that.")
    if match["text"] != match["text"].strip():
        raise LabelError(f"{where}: a label begins or ends with a space.")
    return match
