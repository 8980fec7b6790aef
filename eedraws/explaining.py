"""Leads an abbreviation, where a page first writes it out, to the glossary. Pure: no Django."""

import re
from collections.abc import Iterable, Mapping

# A link cannot hold another, and a name, a heading or a control is not the place for one.
_CLOSED = "a|button|caption|code|h[1-6]|label|legend|option|pre|script|style|summary|svg|textarea|th|title"
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
        short = "|".join(self._anchors) or r"(?!)"
        self._scan = re.compile(
            rf"<(?P<end>/?)(?P<tag>{_CLOSED})\b[^>]*>|<[^>]*>|(?P<term>{written})|(?-i:\b(?P<bare>{short})\b)",
            re.IGNORECASE,
        )

    def link(self, html: str, glossary: str) -> str:
        """Return `html` with a link to `glossary` in the first place of each term that stands in running text.

        That is where it is written out; where only a heading or the like does so, the abbreviation alone.
        """
        parts, start = [], 0
        for begin, end in sorted(self._places(html)):
            anchor = self._anchors[html[begin:end].upper()]
            parts += [html[start:begin], f'<a href="{glossary}#{anchor}">{html[begin:end]}</a>']
            start = end
        return "".join([*parts, html[start:]])

    def _places(self, html: str) -> Iterable[tuple[int, int]]:
        """Return where the abbreviations that get a link begin and end."""
        written: dict[str, tuple[int, int]] = {}
        bare: dict[str, tuple[int, int]] = {}
        closed = 0
        for match in self._scan.finditer(html):
            if match["tag"]:
                closed = max(0, closed - 1) if match["end"] else closed + 1
            elif match["term"] and not closed:
                begin, end = match.start() + match["term"].rindex("(") + 1, match.end() - 1
                written.setdefault(html[begin:end].upper(), (begin, end))
            elif match["bare"] and not closed:
                bare.setdefault(match["bare"], match.span("bare"))
        return (bare | written).values()
