from collections.abc import Iterator
from datetime import date

import pytest

from articles.facts.checking import check, checked
from articles.facts.model import Finding, Part, Record, Status
from articles.facts.reading import Reading, read
from tests.articles.facts.labelled.record import shipped_record

ON = date(2023, 7, 8)
PARTS = [
    Part("title", "STEM draw of 5 July: cut-off 468"),
    Part("body", "On 6 July 1,400 were invited at 436."),
]


def test_findings_stand_in_the_order_of_parts_and_places() -> None:
    found = [one for one in check(PARTS, shipped_record(), ON) if one.status is Status.CONTRADICTED]
    assert [(one.part, one.expected) for one in found if one.rule == "rounds"] == [
        ("title", "486"),
        ("body", "1,500"),
        ("body", "463"),
    ]


def test_a_rule_that_fails_loses_nothing_of_the_others(caplog: pytest.LogCaptureFixture) -> None:
    def fails(reading: Reading, record: Record) -> Iterator[Finding]:
        yield Finding("counts", Status.FLAGGED, "body", 0, 1, "x")
        raise ValueError("no")

    def works(reading: Reading, record: Record) -> list[Finding]:
        return [Finding("sums", Status.FLAGGED, "body", 0, 2, "On")]

    findings, failed = checked(read(PARTS, ON), shipped_record(), [fails, works])
    assert "sums" in [finding.rule for finding in findings]
    assert failed == (__name__,)
    assert "failed" in caplog.text


@pytest.mark.parametrize(
    "text",
    [
        f"A draw on {' ' * 400}, {' ' * 400}73300 was for truck drivers",
        f"Candidates need half{' ' * 40}a year of work in a trade",
        f"the noc code is {'of noc code ' * 200}, 73300",
    ],
    ids=["blanks before a code", "blanks in a number", "words before a code"],
)
def test_long_runs_of_blanks_keep_no_rule_busy_and_break_none(text):
    _findings, failed = checked(read([Part("body", text)], date(2026, 3, 1)), shipped_record())
    assert failed == ()
