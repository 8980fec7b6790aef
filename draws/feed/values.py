"""Values of a document as text, without HTML and odd characters around them. Pure: no Django, no network."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

_MAX_DEPTH = 4
# What no database takes, or no reader sees.
_UNWANTED = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd\u200b\ufeff]")
_TAG_BEFORE = re.compile(r"\A\s*<[^<>]*>")
_TAG_AFTER = re.compile(r"<[^<>]*>\s*\Z")


def lists(value: Any, depth: int = 0) -> Iterator[list[Any]]:
    """Yield the lists in a document, the outer ones first, however it is wrapped."""
    if isinstance(value, list):
        yield value
    if depth < _MAX_DEPTH and isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from lists(inner, depth + 1)


def values_of(row: Any) -> dict[str, str]:
    """Return a row's values as text, by key in lower case."""
    if not isinstance(row, dict):
        return {"": _as_text(row)}
    return {_fold(_UNWANTED.sub(" ", key)).lower(): _as_text(value) for key, value in row.items()}


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _UNWANTED.sub(" ", text)


def _fold(text: str) -> str:
    return " ".join(text.split())


def plain(text: str) -> str:
    """Take off the HTML around a value. A tag inside it stays, and makes it unreadable."""
    before = None
    while before != text:
        before, text = text, _TAG_AFTER.sub("", _TAG_BEFORE.sub("", text))
    return _fold(html.unescape(text))
