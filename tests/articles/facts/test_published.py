"""The articles that come with the site: rounds are told rightly in them, and the desk calls nothing in them wrong."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from articles.facts.checking import check
from articles.facts.model import Format, Part, Status
from articles.facts.reading import read
from articles.facts.rules.comparisons import rounds_since
from articles.facts.rules.rounds import rounds
from tests.articles.facts.labelled.record import ROOT, shipped_record

FILES = sorted((ROOT / "articles" / "content").glob("*/*.md"))
# Guides have no day of their own; any after the record's last will do.
TODAY = date(2026, 11, 22)


def parts(head: dict[str, object], body: str) -> list[Part]:
    found = [
        Part("title", str(head["title"]), Format.PLAIN),
        Part("standfirst", str(head.get("standfirst", ""))),
    ]
    found.append(Part("body", body))
    entries = head.get("faq", [])
    assert isinstance(entries, list)
    for number, entry in enumerate(entries, 1):
        found.append(Part(f"question-{number}", entry["question"], Format.PLAIN))
        found.append(Part(f"answer-{number}", entry.get("answer", "")))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_that_we_publish_is_accused(path: Path) -> None:
    _, head, body = path.read_text(encoding="utf-8").split("+++", 2)
    fields = tomllib.loads(head)
    on = fields["published_at"].date() if "published_at" in fields else TODAY
    assert Status.CONTRADICTED not in {
        finding.status for finding in check(parts(fields, body), shipped_record(), on)
    }
    reading = read(parts(fields, body), on)
    findings = [*rounds.find(reading, shipped_record()), *rounds_since.find(reading, shipped_record())]
    assert {finding.status for finding in findings} == {Status.AGREES}
