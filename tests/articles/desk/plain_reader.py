"""A reader of facts for tests of what is done with findings: it understands four sentences and nothing else.

"draw 255 had a cut-off of 463", "the newest CEC draw is draw 446", "73300 is on the list of transport", "the tie-break of
draw 255 was not given".
"""

import re
from datetime import date

import pytest

from articles.desk import running
from articles.facts.model import Finding, Record, Row, Status
from articles.models import StatedClaim

CUTOFF = re.compile(
    r"draw (?P<number>\w+) had a cut-off of \**(?P<value>\d+|\[\[round \w+ cutoff\]\])", re.IGNORECASE
)
NEWEST = re.compile(r"the newest (?P<type>\w+) draw is draw (?P<value>\w+)", re.IGNORECASE)
UNTIED = re.compile(r"the tie-break of draw (?P<number>\w+) was (?P<value>not given)", re.IGNORECASE)
LISTED = re.compile(r"(?P<value>\d{5}) is on the list of (?P<type>\w+)", re.IGNORECASE)


def check(parts, record: Record, on: date) -> list[Finding]:
    found = []
    for part in parts:
        for match in CUTOFF.finditer(part.source):
            found.append(cutoff(part, match, record))
        for match in UNTIED.finditer(part.source):
            found.append(untied(part, match, record))
        for match in NEWEST.finditer(part.source):
            found.append(newest(part, match, record, on))
        for match in LISTED.finditer(part.source):
            found.append(listed(part, match, record, on))
    return found


def said(part, match, rule, status, expected, rows, replacement=None) -> Finding:
    return Finding(
        rule=rule,
        status=status,
        part=part.name,
        start=match.start("value"),
        end=match.end("value"),
        claim=match[0],
        expected=expected,
        replacement=replacement,
        rows=rows,
        message="The record has another value.",
    )


def cutoff(part, match, record):
    draw = next((draw for draw in record.draws if draw.number == match["number"]), None)
    rows = (Row("round", match["number"], draw.address if draw else ""),)
    if draw is None:
        return said(part, match, "rounds", Status.NOT_IN_RECORD, "", rows)
    value = str(draw.crs_cutoff)
    agrees = match["value"] in (value, f"[[round {draw.number} cutoff]]")
    status = Status.AGREES if agrees else Status.CONTRADICTED
    return said(part, match, "rounds", status, value, rows, value)


def untied(part, match, record):
    draw = next(draw for draw in record.draws if draw.number == match["number"])
    status = Status.CONTRADICTED if draw.tie_breaking_at else Status.AGREES
    return said(part, match, "rounds", status, str(draw.tie_breaking_at), (Row("round", draw.number),))


def newest(part, match, record, on):
    draws = [draw for draw in record.draws if draw.category == match["type"].lower() and draw.date <= on]
    number = draws[-1].number
    status = Status.AGREES if number == match["value"] else Status.CONTRADICTED
    return said(part, match, "comparisons", status, number, (Row("round", match["value"]),), number)


def listed(part, match, record, on):
    version = next(
        version
        for version in record.versions
        if version.category == match["type"]
        and version.valid_from <= on
        and (version.valid_to is None or on <= version.valid_to)
    )
    rows = (
        Row("version", f"{version.category}/{version.number}", version.address),
        Row("occupation", match["value"]),
    )
    agrees = match["value"] in (version.codes or {})
    status = Status.AGREES if agrees else Status.CONTRADICTED
    return said(part, match, "occupations", status, "not on this list", rows)


@pytest.fixture
def plain_reader(db, monkeypatch):
    """Read by these sentences, and remember nothing of another reader: neither answers nor claims."""
    StatedClaim.objects.all().delete()
    read_by(monkeypatch, check)


@pytest.fixture
def failing_reader(monkeypatch):
    """Return a function from whose call on nothing can be read."""

    def fail(parts, record, on):
        raise RuntimeError

    return lambda: read_by(monkeypatch, fail)


def read_by(monkeypatch, reader):
    """Let `reader` take the place of the engine, without the answers that are kept."""
    monkeypatch.setattr(running, "ask", lambda *asked: running.Answer(reader(*asked), True))
    monkeypatch.setattr(running, "ANSWERS", running.Answers())
