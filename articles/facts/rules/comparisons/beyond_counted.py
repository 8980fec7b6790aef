"""How many draws are said to have been beyond another: "only two draws had been larger", "just one had a lower cut-off". Pure: no
Django."""

import re
from collections.abc import Iterator, Sequence

from articles.facts.model import Draw, Finding, Record, Status
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.hedging import hedged
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW
from articles.facts.rules.common.periods import count
from articles.facts.rules.common.scopes import PROGRAMS
from articles.references import gettext_noop

from .subjects import subjects

RULE = "comparisons"

_N = rf"(?P<n>one|{FEW}|[1-9])"
_DRAWS = r"(?P<kind>(?: (?!than\b|that\b|which\b)[\w-]+){0,4}? (?:draws?|rounds?)| (?:others?|of them|of these|of those))?"
_WORD = r"(?P<word>larger|bigger|smaller|higher|lower)"
_BEYOND = compiled(
    rf"\b(?:only|just|no more than|all but) (?:the )?{_N}{_DRAWS}(?: (?:for|of|in) (?:the|this|that) (?:class|category|program(?:me)?|type))?(?: (?:so far|ever|before|since then|until then|in history|in the record))? "
    rf"(?:(?:has|have|had|was|were)(?: (?:ever|been|had|gone|come|ended|closed|a|an|even|still))*+ {_WORD}(?P<what> (?:crs )?(?:cut-?offs?|scores?))?"
    rf"|(?:(?:has|have|had) )?(?:invited|brought|sent|saw|seen|had) (?P<many>more|fewer)\b)"
)
_LOOSE = hedged()
_DOWN = frozenset(("smaller", "lower", "fewer"))
_SCORES = frozenset(("higher", "lower"))


def find(passage: Passage, record: Record) -> Iterator[Finding]:
    """Judge how many draws before another are said to have been beyond it."""
    if passage.is_question or _LOOSE.search(passage.text):
        return
    for match in _BEYOND.finditer(passage.text):
        yield from _judged(passage, record, match)


def tells(passage: Passage, place: int) -> bool:
    """Whether the number at a place counts draws that were beyond another."""
    return any(match.start("n") == place for match in _BEYOND.finditer(passage.text))


def _judged(passage: Passage, record: Record, match: re.Match[str]) -> Iterator[Finding]:
    word = match["word"] or match["many"]
    sign = -1 if word in _DOWN else 1
    figure = ranks.cutoff if word in _SCORES else ranks.invitations
    slugs = {one.slug for one in passage.categories if match.start() <= one.start < match.end()}
    found = subjects(passage, record, match.start())
    chosen = [draw for draw in found.all if not slugs or draw.category in slugs or "category-based" in slugs]
    if not chosen:
        return
    claimed = count(match["n"])
    counts = [
        sum(sign * figure(other) > sign * figure(chosen[0]) for other in among)
        for among in _among(passage, record, chosen[0], slugs)
    ]
    start, end = match.span("n")
    if claimed in counts:
        yield _said(passage, start, end, chosen[0], claimed, Status.AGREES)
    elif found.is_clear and chosen[0] is found.all[0]:
        yield _said(passage, start, end, chosen[0], counts[0], Status.CONTRADICTED)


def _among(passage: Passage, record: Record, draw: Draw, slugs: set[str]) -> Iterator[Sequence[Draw]]:
    """Yield the draws that a draw may be set beside: those of its type before it and until now, and all where no type is said."""
    known = [other for other in record.draws if other.date <= passage.day and other is not draw]
    of_type = [other for other in known if other.category == draw.category]
    if "category-based" in slugs:
        of_type = [other for other in known if other.category not in PROGRAMS]
    readings = [of_type]
    if not slugs and not _OF_CLASS.search(passage.text):
        readings += [
            known,
            [other for other in known if other.includes_nomination is draw.includes_nomination],
        ]
    for among in readings:
        yield [other for other in among if other.sequence < draw.sequence]
        yield among


_OF_CLASS = compiled(r"\b(?:class|category|program(?:me)?|type|group)\b")


def _said(passage: Passage, start: int, end: int, draw: Draw, number: int, status: Status) -> Finding:
    words = passage.source[start:end]
    wrong = status is Status.CONTRADICTED
    return passage.finding(
        RULE,
        status,
        start,
        end,
        gettext_noop("By the record, %(count)s draws were beyond draw %(number)s."),
        expected=amounts.written(number, words),
        replacement=amounts.written(number, words) if wrong and number else None,
        rows=rows_of(draw),
        confidence=0.75,
        params={"count": number, "number": draw.number},
    )
