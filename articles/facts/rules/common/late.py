"""What the rules that run behind the others look at: sentences, and the places in them that others have judged. Pure: no Django."""

from collections.abc import Collection, Iterator, Sequence

from articles.facts.model import Finding, Record, Status
from articles.facts.reading import Reading

from .hearing import passages
from .passages import Passage
from .speaking import POLL, PROVINCIAL

# What says of a claim that it cannot stand as it is.
OBJECTIONS = frozenset(Status) - {Status.AGREES, Status.NEEDS_HUMAN}


def sentences(reading: Reading, record: Record) -> Iterator[Passage]:
    """Yield the sentences that may speak of the record's draws, and not of a province's or of what somebody asks in a poll."""
    for passage in passages(reading, record):
        if not (passage.is_outside or PROVINCIAL.search(passage.text) or POLL.search(passage.text)):
            yield passage


class Judged:
    """The places of findings of some kinds."""

    def __init__(self, found: Sequence[Finding], statuses: Collection[Status]):
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for finding in found:
            if finding.status in statuses:
                self._spans.setdefault(finding.part, []).append((finding.start, finding.end))

    def is_free(self, passage: Passage, start: int, end: int) -> bool:
        """Whether none of them reaches into passage.text[start:end]."""
        start, end = passage.start + start, passage.start + end
        return all(end <= first or last <= start for first, last in self._spans.get(passage.part, ()))
