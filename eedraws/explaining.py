"""Leads an abbreviation, where a page first writes it out, to the glossary. Pure: no Django."""

import re
from collections.abc import Iterable, Mapping

# A link cannot hold another, and a name, a heading or a control is not the place for one.
_CLOSED = "a|button|caption|h[1-6]|label|legend|option|script|style|summary|svg|textarea|th|title"
_WRITTEN_OUT = re.compile(r"(?P<long>.+) \((?P<short>[A-Z]{2,})\)")


class Explainer:
    """Knows how abbreviations are written out, such as "Comprehensive Ranking System (CRS)", and their anchors."""

    def __init__(self, names: Iterable[tuple[str, str]]):
        """Take pairs of a term's name and its anchor in the glossary; other names than written-out ones are let be."""
        self._anchors: Mapping[str, str] = {}
        patterns = []
        for name, anchor in names:
            if match := _WRITTEN_OUT.fullmatch(name):
                self._anchors[match["short"]] = anchor
                long = r"\s+".join(re.escape(word) for word in match["long"].split())
                patterns.append(rf"{long}\s+\({match['short']}\)")
        written = "|".join(patterns) or r"(?!)"
        self._scan = re.compile(
            rf"<(?P<end>/?)(?P<tag>{_CLOSED})\b[^>]*>|<[^>]*>|(?P<term>{written})", re.IGNORECASE
        )

    def link(self, html: str, glossary: str) -> str:
        """Return `html` with a link to `glossary` in the first place of each term that stands in running text."""
        parts, done, start, closed = [], set(), 0, 0
        for match in self._scan.finditer(html):
            if match["tag"]:
                closed = max(0, closed - 1) if match["end"] else closed + 1
            elif match["term"] and not closed:
                opening = match["term"].rindex("(") + 1
                short = match["term"][opening:-1].upper()
                if short not in done:
                    done.add(short)
                    place = match.start() + opening
                    parts += [html[start:place], f'<a href="{glossary}#{self._anchors[short]}">']
                    parts += [html[place : match.end() - 1], "</a>"]
                    start = match.end() - 1
        return "".join([*parts, html[start:]])
