"""Errors that a text tells of to put them right: "our table had 407; it was 470". Pure: no Django."""

import re
from collections.abc import Iterable, Iterator

from articles.facts.model import Finding, Status
from articles.facts.reading import Reading
from articles.facts.rules.common.patterns import compiled

# So many characters behind a claim may put it right, and so many before it say who made it.
BEHIND, BEFORE = 110, 90

_TOLD = compiled(
    r"\b(?:we|i) (?:had |have )?(?:wrongly |mistakenly |wrote |said |also )*(?:wrote|written|said|reported|gave|put|misread|misreported)\b"
    r"|\b(?:graphic|headline|caption|table|page|site|screenshot|post|editorial|article|issue|newsletter) (?:\w+ ){0,4}?(?:gave|put|said|says|listed|claims?|claimed|reported|shows|showed|called)\b"
)
_BREAK = compiled(r"\n ?\n")


def without(reading: Reading, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings but those that call wrong what the text itself puts right."""
    texts = {text.part.name: text.text.lower() for text in reading.texts}
    for finding in findings:
        if finding.status is not Status.CONTRADICTED or not _is_corrected(texts[finding.part], finding):
            yield finding


def _is_corrected(text: str, finding: Finding) -> bool:
    before = _BREAK.split(text[max(0, finding.start - BEFORE) : finding.start])[-1]
    if _TOLD.search(before):
        return True
    expected = finding.expected.lower()
    if not expected:
        return False
    behind = _BREAK.split(text[finding.end : finding.end + BEHIND])[0]
    # "Within five years. There are 37 occupations": a figure in another puts nothing right.
    right = re.search(rf"(?<![\w.,]){re.escape(expected)}(?!\w|[.,]\d)", behind)
    return right is not None and _PUTS_RIGHT.search(behind[: right.start()]) is not None


_PUTS_RIGHT = compiled(
    r"[.;!?,] ?(?:wrong\W+|no\W+|but )?(?:it|that|there|they|this)(?: really)?(?:'s| is| was| were| are)(?: only| in fact| really)? $"
)
