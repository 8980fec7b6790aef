"""Files read by the fact desk: text, Markdown, HTML, and the articles that come with the site. Pure: no Django."""

import re
import tomllib
from bisect import bisect_right
from pathlib import Path
from typing import BinaryIO

from articles.facts.model import Format, Part

# More than any press release; the engine takes time in proportion.
LONGEST_FILE = 5_000_000
_SUFFIXES = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), Format.HTML),
    **dict.fromkeys((".md", ".markdown"), Format.MARKDOWN),
    **dict.fromkeys((".txt", ".text"), Format.PLAIN),
}
_HTML = re.compile(
    r"\s*(?:<!doctype html|<\?xml|<html|<!--)|<(?:p|div|h[1-6]|table|ul|ol|article|section|body)\b[^<>]*>",
    re.I,
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6} |\|? *:?-{3,}:? *\||\+\+\+$|[*-] )|\]\(https?://|\*\*\w|\[\[\w", re.MULTILINE
)
_HEAD = re.compile(r"\+\+\+\n(.*?\n)\+\+\+\n", re.DOTALL)
_VALUE = re.compile(
    r"""^(title|standfirst|description|question|answer) *= *(\"{3}|'{3}|"|')(.*?)\2[ \t]*$""",
    re.MULTILINE | re.DOTALL,
)


class NotText(Exception):
    """A file that cannot be read as text; the message says why."""


def read_text(source: Path | BinaryIO) -> str:
    """Return the text of a file, or of an open one, with line ends as \\n. Raises OSError and NotText."""
    content = source.read_bytes() if isinstance(source, Path) else source.read(LONGEST_FILE + 1)
    if len(content) > LONGEST_FILE:
        raise NotText(f"is larger than {LONGEST_FILE // 1_000_000} MB. Give the desk the text alone.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise NotText(f"is not text: {error.reason}.") from error
    else:
        if b"\0" in content:
            raise NotText("is not text but a binary file.")
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise NotText(f"is not UTF-8: line {line} has a byte that is none. Save it as UTF-8.") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def format_of(name: str, text: str) -> Format:
    """Return how a file is written: by the end of its name, else by what stands in it."""
    if written := _SUFFIXES.get(Path(name).suffix.lower()):
        return written
    beginning = text[:20_000]
    if _HTML.search(beginning):
        return Format.HTML
    return Format.MARKDOWN if _MARKDOWN.search(beginning) else Format.PLAIN


def parts_of_file(name: str, text: str) -> list[tuple[Part, int]]:
    """Return the parts of a file, each with the offset at which it begins.

    An article that comes with the site has a head with its title, standfirst and questions; any other file is one part.
    """
    written = format_of(name, text)
    head = _HEAD.match(text) if written is Format.MARKDOWN else None
    if head is None or not _is_toml(head[1]):
        return [(Part("body", text, written), 0)]
    parts = []
    question = -1
    for match in _VALUE.finditer(text, head.start(1), head.end(1)):
        field = match[1]
        question += field == "question"
        named = f"{field}-{max(question, 0)}" if field in ("question", "answer") else field
        plain = field in ("title", "question", "description")
        parts.append((Part(named, match[3], Format.PLAIN if plain else Format.MARKDOWN), match.start(3)))
    return [*parts, (Part("body", text[head.end() :], Format.MARKDOWN), head.end())]


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


class Lines:
    """The lines of a text, by the offsets at which they begin."""

    def __init__(self, text: str):
        self._begin = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both counted from 1."""
        line = bisect_right(self._begin, offset)
        return line, offset - self._begin[line - 1] + 1
