"""Answers by how much two draws differ: "By how much was it lower than that of 28 November? By nine points." Pure: no Django."""

from collections.abc import Iterator, Sequence

from articles.facts.model import Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.reading.mentions import NumberMention
from articles.facts.rules.common import amounts, ranks
from articles.facts.rules.common.late import OBJECTIONS, Judged, sentences
from articles.facts.rules.common.passages import Passage, rows_of
from articles.facts.rules.common.patterns import compiled
from articles.references import gettext_noop

from .subjects import pairs

RULE = "comparisons"

_ASKS = compiled(
    r"\b(?:by how (?:much|many)|how (?:much|many points?|many (?:more|fewer)))\b[^?]{0,80}?\b(?P<way>lower|higher|larger|smaller|bigger|more|fewer|below|above|fall|drop|rise|climb|fell)\b"
)
_SIZES = frozenset(("larger", "smaller", "bigger", "more", "fewer"))
_ANSWERS = compiled(r"\W*(?:by |only |just |exactly |it (?:was|is) )*+")
_SCORES = compiled(r"\b(?:cut-?offs?|scores?|points?|crs)\b")


def find(reading: Reading, record: Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """Judge the first number of what answers such a question."""
    judged = Judged(found, OBJECTIONS)
    before: Passage | None = None
    for passage in sentences(reading, record):
        asked, before = before, passage
        if asked is None or not asked.is_question or asked.part != passage.part or not passage.numbers:
            continue
        number = passage.numbers[0]
        begin = _ANSWERS.match(passage.text)
        if begin and number.start == begin.end() and judged.is_free(passage, number.start, number.end):
            yield from _judged(passage, asked, record, number)


def _judged(passage: Passage, asked: Passage, record: Record, number: NumberMention) -> Iterator[Finding]:
    match = _ASKS.search(asked.text)
    if match is None or number.unit not in ("", "point", "invitation", "person"):
        return
    meant = pairs(asked, record, match.start("way"), match.end())
    if not (meant.all and meant.clear and meant.told):
        return
    is_size = match["way"] in _SIZES and not _SCORES.search(asked.text)
    figure = ranks.invitations if is_size or number.unit in ("invitation", "person") else ranks.cutoff
    hedge = amounts.hedge(passage.text, number.start, number.end)
    if any(amounts.fits(number.value, abs(figure(new) - figure(old)), hedge) for new, old in meant.all):
        return
    new, old = meant.all[0]
    true = abs(figure(new) - figure(old))
    yield passage.finding(
        RULE,
        Status.CONTRADICTED,
        number.start,
        number.end,
        gettext_noop("Between draws %(old)s and %(new)s the record has a change of %(change)s."),
        expected=f"{true:,}",
        replacement=amounts.written(true, passage.source[number.start : number.end]) if true else None,
        rows=rows_of(new, old),
        confidence=0.75,
        params={"old": old.number, "new": new.number, "change": f"{true:,}"},
    )
