"""What a rule, or the whole desk, says of a text, against the record that the project ships."""

from datetime import date

from articles.facts.checking import check
from articles.facts.model import Finding, Part, Status
from articles.facts.reading import read
from articles.facts.rules import Rule
from tests.articles.facts.labelled.record import shipped_record


def findings(rule: Rule, day: str, text: str) -> list[Finding]:
    reading = read([Part("body", text)], date.fromisoformat(day))
    return sorted(rule(reading, shipped_record()), key=lambda finding: finding.start)


def accused(rule: Rule, day: str, text: str) -> list[str]:
    """Return the words that the rule contradicts."""
    return [finding.claim for finding in findings(rule, day, text) if finding.status is Status.CONTRADICTED]


def agreed(rule: Rule, day: str, text: str) -> list[str]:
    return [finding.claim for finding in findings(rule, day, text) if finding.status is Status.AGREES]


def contradicted(text: str, day: date | str) -> list[str]:
    """Return the words that the desk contradicts, with all its rules, in an article of a day."""
    on = day if isinstance(day, date) else date.fromisoformat(day)
    found = check([Part("body", text)], shipped_record(), on)
    return [finding.claim for finding in found if finding.status is Status.CONTRADICTED]
