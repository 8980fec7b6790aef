"""What the fact desk made of labelled passages: found, missed, false alarms, precision and recall, by kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.facts.model import Finding, Status

from .passages import Label, Passage

FIRST_ORDER = ("rounds", "sums", "counts", "ranges", "occupations", "criteria")
SECOND_ORDER = ("comparisons", "relative", "language", "inside", "points", "sources")
# Which finding answers which label. What has several verdicts here is told apart by the status.
ANSWERS = {
    "F": Status.CONTRADICTED,
    "L": Status.FLAGGED,
    "S": Status.NEEDS_SOURCE,
    "N": Status.NOT_IN_RECORD,
}


@dataclass(frozen=True, slots=True)
class Miss:
    """A label that no finding answered."""

    passage: str
    label: Label


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding that answers no label."""

    passage: str
    finding: Finding


@dataclass
class Tally:
    """Counts of one kind under one status. `right` and `wrong` count findings, `found` and `missed` labels."""

    found: int = 0
    missed: int = 0
    right: int = 0
    wrong: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.found + other.found,
            self.missed + other.missed,
            self.right + other.right,
            self.wrong + other.wrong,
        )

    @property
    def labels(self) -> int:
        return self.found + self.missed

    @property
    def precision(self) -> float | None:
        """The share of findings that are right, None without findings."""
        findings = self.right + self.wrong
        return self.right / findings if findings else None

    @property
    def recall(self) -> float | None:
        """The share of labels that were found, None without labels."""
        return self.found / self.labels if self.labels else None


@dataclass
class Score:
    """What was found in passages. `tallies` are by status and kind; `confirmed` of `true` claims were said to agree, and
    of `doubtful` ones (labelled H) `asked` were put to a human."""

    tallies: dict[tuple[Status, str], Tally] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)
    true: int = 0
    confirmed: int = 0
    doubtful: int = 0
    asked: int = 0

    def tally(self, status: Status, kinds: Iterable[str]) -> Tally:
        """Add up the tallies of some kinds."""
        return sum((self.tallies.get((status, kind), Tally()) for kind in kinds), Tally())

    def add(self, passage: Passage, findings: Sequence[Finding]) -> None:
        """Count what the desk said of one passage."""
        for verdict, status in ANSWERS.items():
            labels = [label for label in passage.labels if label.verdict == verdict]
            said = [finding for finding in findings if finding.status is status]
            for label in labels:
                self._count_label(passage, label, status, said)
            for finding in said:
                self._count_finding(passage, finding, labels)
        for label in passage.labels:
            agreed = _answered(label, findings, Status.AGREES)
            self.true += label.verdict == "T"
            self.confirmed += label.verdict == "T" and agreed
            self.doubtful += label.verdict == "H"
            self.asked += label.verdict == "H" and _answered(label, findings, Status.NEEDS_HUMAN)

    def _count_label(self, passage: Passage, label: Label, status: Status, said: Sequence[Finding]) -> None:
        tally = self.tallies.setdefault((status, label.kind), Tally())
        if _answered(label, said, status):
            tally.found += 1
        else:
            tally.missed += 1
            self.misses.append(Miss(passage.name, label))

    def _count_finding(self, passage: Passage, finding: Finding, labels: Sequence[Label]) -> None:
        tally = self.tallies.setdefault((finding.status, finding.rule), Tally())
        if any(overlaps(finding, label) for label in labels):
            tally.right += 1
        else:
            tally.wrong += 1
            self.alarms.append(Alarm(passage.name, finding))


def overlaps(finding: Finding, label: Label) -> bool:
    """Whether a finding touches a label's words by at least one character."""
    return finding.part == label.part and finding.start < label.end and label.start < finding.end


def _answered(label: Label, findings: Iterable[Finding], status: Status) -> bool:
    return any(finding.status is status and overlaps(finding, label) for finding in findings)
