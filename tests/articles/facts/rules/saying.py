"""Texts read as articles of a day and judged by one rule against the shipped record."""

from datetime import date

from articles.facts.model import Format, Part, Status
from articles.facts.reading import read
from articles.facts.rules import over_draws
from tests.articles.facts.labelled.record import shipped_record

WEEK_OF_FOUR = date(2023, 7, 8)


def findings(text, day=WEEK_OF_FOUR, rule=over_draws.find, name="body", format=Format.MARKDOWN, **parts):
    """Return what a rule says of a text; `parts` are further ones by name, which come first."""
    others = [Part(other, source) for other, source in parts.items()]
    return list(rule(read([*others, Part(name, text, format)], day), shipped_record()))


def wrong(text, day=WEEK_OF_FOUR, **options):
    """Return the claims that are called wrong, with the true values."""
    return {
        finding.claim: finding.expected
        for finding in findings(text, day, **options)
        if finding.status is Status.CONTRADICTED
    }


def right(text, day=WEEK_OF_FOUR, **options):
    """Return the claims that agree with the record."""
    return {finding.claim for finding in findings(text, day, **options) if finding.status is Status.AGREES}
