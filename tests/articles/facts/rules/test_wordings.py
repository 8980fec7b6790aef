"""Sentences as people write them, each in a true and a false version, by the kind of what they claim.

A line of `wordings/*.txt` is a day and a text with "{true|false}" where the versions differ; one without is true. "\\n"
breaks a line; "T:" begins a title, "Q:" and "A:" a question and its answer.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from articles.facts.model import Part, Status
from articles.facts.reading import read
from articles.facts.rules.criteria import criteria
from articles.facts.rules.occupations import occupations
from articles.facts.rules.points import points
from tests.articles.facts.labelled.record import shipped_record

WORDINGS = Path(__file__).parent / "wordings"
RULES = {
    "codes": occupations.find,
    "criteria": criteria.find,
    "memberships": occupations.find,
    "points": points.find,
    "sizes": occupations.find,
    "times": occupations.find,
}
_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def lines(kind):
    text = (WORDINGS / f"{kind}.txt").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def parts(text):
    text = text.replace("\\n", "\n")
    if text.startswith("Q:"):
        question, answer = text.removeprefix("Q:").split("A:", 1)
        return [Part("question-1", question.strip()), Part("answer-1", answer.strip())]
    if text.startswith("T:"):
        title, body = text.removeprefix("T:").split("\n", 1)
        return [Part("title", title), Part("body", body)]
    return [Part("body", text)]


def accused(kind, line, version):
    day, text = line.split(" ", 1)
    reading = read(parts(_CHOICE.sub(lambda found: found[version], text)), date.fromisoformat(day))
    found = RULES[kind](reading, shipped_record())
    return [finding.claim for finding in found if finding.status is Status.CONTRADICTED]


@pytest.mark.parametrize("kind", RULES)
def test_no_true_version_is_accused(kind):
    assert {line: claims for line in lines(kind) if (claims := accused(kind, line, 1))} == {}


@pytest.mark.parametrize("kind", RULES)
def test_each_false_version_is_found(kind):
    assert [line for line in lines(kind) if _CHOICE.search(line) and not accused(kind, line, 2)] == []
