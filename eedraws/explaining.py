"""Leads an abbreviation, where a page first writes it out, to the glossary. Pure: no Django."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

# A link cannot hold another, and a name, a heading or a control is not the place for one.
_CLOSED = re.compile(
    r"<(a|button|caption|code|h[1-6]|label|legend|option|pre|script|style|summary|svg|textarea|th|title)\b"
    r"[^<]*(?:<(?!/\1>)[^<]*)*</\1>"
)
_WRITTEN_OUT = re.compile(r"(?P<long>.+) \((?P<short>[A-Z]{2,})\)")


class Term(NamedTuple):
    """An abbreviation with its anchor; `long` finds what it stands for at the end of a text that is `room` long at most."""

    short: str
    anchor: str
    bare: re.Pattern[str]
    long: re.Pattern[str]
    room: int

    @classmethod
    def of(cls, long: str, short: str, anchor: str) -> "Term":
        words = r"\s+".join(re.escape(word) for word in long.split())
        # Letters first: the search for them is the fast one.
        bare = re.compile(rf"{short}(?<!\w{short})\b")
        return cls(short, anchor, bare, re.compile(rf"{words}\s+\(\Z", re.IGNORECASE), 2 * len(long) + 20)


class Explainer:
    """Knows how abbreviations are written out, such as "Comprehensive Ranking System (CRS)", and their anchors."""

    def __init__(self, names: Iterable[tuple[str, str]]):
        """Take pairs of a term's name and its anchor in the glossary; other names than written-out ones are let be."""
        self._terms = [
            Term.of(match["long"], match["short"], anchor)
            for name, anchor in names
            if (match := _WRITTEN_OUT.fullmatch(name))
        ]

    def link(self, html: str, glossary: str) -> str:
        """Return `html` with a link to `glossary` in the first place of each term that stands in running text.

        That is where it is written out; where only a heading or the like does so, the abbreviation alone.
        """
        places = [(place, term) for term, place in self._places(html)]
        parts, start = [], 0
        for begin, term in sorted(places, key=itemgetter(0)):
            parts += [html[start:begin], f'<a href="{glossary}#{term.anchor}">{term.short}</a>']
            start = begin + len(term.short)
        return "".join([*parts, html[start:]])

    def _places(self, html: str) -> Iterator[tuple[Term, int]]:
        """Yield where the abbreviations that get a link begin."""
        text = _RunningText(html)
        for term in self._terms:
            if term.short in html and (place := _place(term, text)) is not None:
                yield term, place


def _place(term: Term, text: "_RunningText") -> int | None:
    """Return the first place where the term is written out, or else the first of all."""
    html, in_brackets = text.html, f"({term.short})"
    before = html.find(in_brackets)
    while before >= 0:
        place = before + 1
        if term.long.search(html, max(0, place - term.room), place) and text.has(place):
            return place
        before = html.find(in_brackets, place)
    places = (match.start() for match in term.bare.finditer(html))
    return next((place for place in places if text.has(place)), None)


class _RunningText:
    """What of a page is neither a tag nor closed to links, looked at as far as it is asked for."""

    def __init__(self, html: str) -> None:
        self.html = html
        self._closed = _CLOSED.finditer(html)
        self._seen = -1
        # Where what is closed begins and ends, by turns.
        self._edges: list[int] = []

    def has(self, place: int) -> bool:
        while self._seen < place:
            self._look_on()
        return bisect(self._edges, place) % 2 == 0 and not self._is_in_tag(place)

    def _look_on(self) -> None:
        match = next(self._closed, None)
        if match is None:
            self._seen = len(self.html)
            return
        self._edges += match.span()
        self._seen = match.end()

    def _is_in_tag(self, place: int) -> bool:
        return self.html.rfind("<", 0, place) > self.html.rfind(">", 0, place)
