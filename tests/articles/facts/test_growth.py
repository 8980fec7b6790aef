"""Long and hostile texts: the work grows with the length and no faster, and nothing raises."""

import sys
from collections.abc import Callable
from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Format, Part
from tests.articles.facts.labelled.record import shipped_record

pytestmark = pytest.mark.thorough

ON = date(2023, 7, 8)
SENTENCE = "On 6 July 2023, IRCC issued 1,500 invitations in a healthcare draw with a cut-off of 463. "
PATTERNS = {
    "prose": SENTENCE,
    "one sentence": "1,500 invitations at 463 on 6 July and ",
    "numbers": "463 ",
    "digits": "4",
    "spaces": " ",
    "points": ".",
    "brackets": "[[",
    "links": "[x](",
    "tags": "<p><b>",
    "tables": "<table><tr><td>5",
    "entities": "&amp;&#",
    "stars": "*_`",
    "quotes": "> - # | ",
    "pipes": "| 4 July | 511 |\n",
    "lines": "CRS: 463\n",
    "lists": "  - 463\n",
    "controls": "\x00\x01\u200b\u0130",
    "days": "6 July, ",
    "weekdays": "Tuesday the day before ",
    "comments": "<!-- ",
}


def steps(work: Callable[[], object]) -> int:
    """Count the lines of Python that run: as good as time, and the same on every machine."""
    count = 0

    def tracer(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += 1
        return tracer

    sys.settrace(tracer)  # type: ignore[arg-type]
    try:
        work()
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_work_grows_with_length_and_no_faster(pattern: str, format: Format) -> None:
    record = shipped_record()

    def run(length: int) -> int:
        source = (pattern * (length // len(pattern) + 1))[:length]
        return steps(lambda: check([Part("body", source, format)], record, ON))

    run(100)
    short, long = run(2_000), run(8_000)
    assert long <= 6 * short + 60_000
