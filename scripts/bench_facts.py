"""Measure the fact desk on labelled passages: bench_facts.py [--list] [DIRECTORY ...]

Prints what it found of the false claims, and what it accused wrongly, by kind; then, apart, words that it flagged, claims
without a source, and draws that the record lacks; then the time that 1,500 words take. Without a directory it reads those
in the repository. `--list` names every miss and false alarm. Nothing is read from a database.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from articles.facts.checking import check  # noqa: E402
from articles.facts.model import KINDS, Status  # noqa: E402
from tests.articles.facts.labelled import directories  # noqa: E402
from tests.articles.facts.labelled.passages import Passage, read_directories  # noqa: E402
from tests.articles.facts.labelled.record import shipped_record  # noqa: E402
from tests.articles.facts.labelled.scoring import FIRST_ORDER, SECOND_ORDER, Score, Tally  # noqa: E402

WORDS = 1500
RUNS = 5
GOAL = 0.3
# Characters shown on either side of a mistake.
BESIDE = 60


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--list", action="store_true", help="name every miss and false alarm")
    parser.add_argument("directories", nargs="*", type=Path)
    options = parser.parse_args()
    passages = read_directories(options.directories or directories())
    if not passages:
        raise SystemExit("No labelled passage was found.")
    record = shipped_record()
    score = Score()
    for passage in passages:
        score.add(passage, check(passage.parts, record, passage.on))
    print(*report(score, passages), sep="\n")
    if options.list:
        print("", *listed(score, passages), sep="\n")
    print(f"\n{WORDS:,} words: {speed(passages) * 1000:.0f} ms (goal: under {GOAL * 1000:.0f} ms)")


def report(score: Score, passages: Sequence[Passage]) -> Iterator[str]:
    """Yield the lines of the tables."""
    words = sum(passage.words for passage in passages)
    yield f"{len(passages)} passages, {words:,} words, {score.true} true claims, {score.confirmed} said to agree"
    yield f"{score.doubtful} for a human, {score.asked} of them put to one"
    yield ""
    yield f"{'contradicted':22} false found missed alarms precision recall"
    for name, kinds in (("first order", FIRST_ORDER), ("second order", SECOND_ORDER), ("all", KINDS)):
        for kind in kinds if kinds is not KINDS else ():
            tally = score.tally(Status.CONTRADICTED, [kind])
            if tally != Tally():
                yield row(f"  {kind}", tally)
        yield row(name, score.tally(Status.CONTRADICTED, kinds))
    yield ""
    for status in (Status.FLAGGED, Status.NEEDS_SOURCE, Status.NOT_IN_RECORD):
        yield row(status.value, score.tally(status, KINDS))


def row(name: str, tally: Tally) -> str:
    precision, recall = (
        f"{share:.3f}" if share is not None else "-" for share in (tally.precision, tally.recall)
    )
    return f"{name:22} {tally.labels:5} {tally.found:5} {tally.missed:6} {tally.wrong:6} {precision:>9} {recall:>6}"


def listed(score: Score, passages: Sequence[Passage]) -> Iterator[str]:
    """Yield a line for each miss and each false alarm, by kind, with the words around."""
    named = {passage.name: passage for passage in passages}
    for miss in sorted(score.misses, key=lambda miss: miss.label.kind):
        label = miss.label
        words = around(named[miss.passage].source(label.part), label.start, label.end)
        truth = f" (true: {label.truth})" if label.truth else ""
        yield f"missed {label.kind} {miss.passage}.md:{label.line} {label.verdict}{truth}: {words}"
    for alarm in sorted(score.alarms, key=lambda alarm: alarm.finding.rule):
        finding = alarm.finding
        words = around(named[alarm.passage].source(finding.part), finding.start, finding.end)
        yield f"alarm {finding.rule} {alarm.passage} {finding.status}, expected {finding.expected!r}: {words}"


def around(source: str, start: int, end: int) -> str:
    """Return a place in a text, between brackets, with what stands beside it."""
    before, after = source[max(0, start - BESIDE) : start], source[end : end + BESIDE]
    return f"{before}[[{source[start:end]}]]{after}".replace("\n", " / ")


def speed(passages: Sequence[Passage]) -> float:
    """Return the processor's seconds for WORDS words: the median over the longest passage, read several times."""
    longest = max(passages, key=lambda passage: passage.words)
    record = shipped_record()
    seconds = []
    for _ in range(RUNS):
        start = process_time()
        check(longest.parts, record, longest.on)
        seconds.append(process_time() - start)
    return median(seconds) * WORDS / longest.words


if __name__ == "__main__":
    main()
