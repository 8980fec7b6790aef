"""Sums and counts that may hold draws that the record lacks, in a text that tells of such draws. Pure: no Django."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from articles.facts.model import Finding, Record, Status
from articles.facts.reading import Reading
from articles.facts.statements import Verdict, statements
from articles.references import gettext_noop

from .passages import Passage

MESSAGE = gettext_noop("This may count draws that the record does not have yet.")
_RULES = frozenset(("sums", "counts"))


def tells_of_later(reading: Reading, record: Record) -> bool:
    """Whether a text tells of a draw that the record lacks."""
    return any(said.verdict is Verdict.LATER for said in statements(reading, record).all)


def looked_at(passage: Passage, record: Record, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings; those of more than the record has, up to a day that it does not reach, say that it may lack draws."""
    last = record.complete_to or max((draw.date for draw in record.draws), default=passage.day)
    times = [period for period in passage.periods if not period.is_day] or list(passage.context)
    reaches = last < passage.day and (
        not times or any(span.end > last for period in times for span in period.spans)
    )
    tells = any(mention.is_day and last < mention.first <= passage.day for mention in passage.dates)
    for finding in found:
        if tells and finding.rule == "comparisons" and finding.status is Status.CONTRADICTED:
            # What a draw that the record lacks is beside others, nobody can say.
            continue
        if (
            reaches
            and finding.rule in _RULES
            and finding.status is Status.CONTRADICTED
            and _is_more(passage, finding)
        ):
            finding = replace(
                finding,
                status=Status.NOT_IN_RECORD,
                message=MESSAGE,
                expected="",
                replacement=None,
                live=None,
            )
        yield finding


def _is_more(passage: Passage, finding: Finding) -> bool:
    """Whether a claim is of more than what the record has."""
    expected = finding.expected.replace(",", "")
    start = finding.start - passage.start
    claimed = next((number.value for number in passage.numbers if number.start == start), None)
    return claimed is not None and expected.isdigit() and claimed > int(expected)
