from datetime import date

import pytest

from articles.facts.model import Part, Status
from articles.facts.reading import read
from articles.facts.rules.comparisons import rounds_since
from tests.articles.facts.labelled.record import shipped_record


def found(text: str, on: date) -> list[tuple[str, Status, str]]:
    findings = rounds_since.find(read([Part("body", text)], on), shipped_record())
    return [(text[one.start : one.end], one.status, one.expected) for one in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There has been no general draw since April 23, 2024.", [("April 23, 2024", Status.AGREES, "")]),
        (
            "There has been no general draw since April 10, 2024.",
            [("April 10, 2024", Status.CONTRADICTED, "23 April 2024")],
        ),
        (
            "What they want is a general draw. None has been held since April 2023.",
            [("April 2023", Status.CONTRADICTED, "23 April 2024")],
        ),
        ("The general draws since April 10, 2024 were few.", []),
        ("Nothing of this has been heard since April 10, 2024.", []),
    ],
)
def test_when_a_type_was_last_held(text: str, expected: list[tuple[str, Status, str]]) -> None:
    assert found(text, date(2024, 10, 2)) == expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("On 7 August there was a transport draw, the first since March 2024.", []),
        ("On 7 August there was a transport draw, the first since December 2023.", ["December 2023"]),
        ("It was the first trades draw since July 2024.", ["July 2024"]),
        ("It was the first healthcare draw since February to invite more than 3,900.", []),
    ],
)
def test_the_first_of_a_type_since_a_time(text, wrong):
    known = found(text, date(2026, 8, 24))
    assert [claim for claim, status, _expected in known if status is Status.CONTRADICTED] == wrong
