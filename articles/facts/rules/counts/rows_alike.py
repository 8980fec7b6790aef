"""How many draws in a row had a figure told just before: "all of 1,000. There were six of them in a row". Pure: no Django."""

from collections.abc import Iterator
from itertools import groupby

from articles.facts.model import Draw, Finding, Record
from articles.facts.reading.mentions import Role
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import NUMBER_WORDS
from articles.facts.rules.common.periods import count
from articles.facts.rules.common.readings import types_of

from .counted import said

_IN_A_ROW = compiled(
    rf"\b(?P<n>[0-9]{{1,2}}|{NUMBER_WORDS}) (?:of (?:them|these|those)|such (?:draws|rounds)|(?:draws|rounds) like (?:it|that|this)) (?:in a row|running|in succession|one after (?:the other|another)|on end|without a break)\b"
)
_LOOSE = hedged("at least|more than|fewer than|about")
# Smaller figures are no draw's size, and hardly a cut-off.
LEAST = 300


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how many draws of a type are said to have had one figure in a row."""
    match = _IN_A_ROW.search(passage.text)
    if match is None or passage.is_question or _LOOSE.search(passage.text, 0, match.end()):
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    types = types_of(passage, known)
    figures = {
        number.value
        for number in (*passage.told, *(one for one in passage.numbers if one.start < match.start()))
        if number.value >= LEAST and number.role in (Role.INVITATIONS, Role.CUTOFF, Role.UNKNOWN)
    }
    if len(types) != 1 or len(figures) != 1:
        return
    figure = figures.pop()
    rows: list[list[Draw]] = []
    of_type = [draw for draw in known if draw.category in types]
    for has, row in groupby(of_type, key=lambda draw: figure in (draw.invitations, draw.crs_cutoff)):
        if has:
            rows.append(list(row))
    long = [row for row in rows if len(row) > 1]
    if not long:
        return
    claimed = count(match["n"])
    meant = next((row for row in long if len(row) == claimed), max(long, key=len))
    yield said(passage, *match.span("n"), claimed, meant, rows_of(*meant), 0.95)
