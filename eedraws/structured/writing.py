"""Dictionaries as JSON that may stand in a page. Pure: no Django."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

type Node = dict[str, Any]

# What would end the element, begin a comment in it, or end a line of a script.
_ESCAPES = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


def as_json(nodes: Sequence[Mapping[str, Any]]) -> str:
    """Return nodes as one document of JSON-LD, with nothing in it that means something to HTML."""
    document = {"@context": "https://schema.org", "@graph": nodes}
    return json.dumps(document, ensure_ascii=False).translate(_ESCAPES)


def without_blanks(node: Mapping[str, Any]) -> Node:
    """Leave out what is not known: a machine takes an empty text for a statement."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
