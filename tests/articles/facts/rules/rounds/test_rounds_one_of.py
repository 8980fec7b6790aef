"""Draws told of together and the words for one of them, rows of days, and the day until which profiles had to be there."""

from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Part, Status
from tests.articles.facts.labelled.record import shipped_record


def wrong(text: str, on: date) -> list[tuple[str, str]]:
    return [
        (text[finding.start : finding.end], finding.expected)
        for finding in check([Part("body", text)], shipped_record(), on)
        if finding.rule == "rounds" and finding.status is Status.CONTRADICTED
    ]


TWO = "The trades category was called on 2 April and again on 1 October 2026. "
EDUCATION = "Education had two rounds this year. "


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        (
            TWO + "The later round made 3,000 invitations and stopped at 476.",
            "2026-10-16",
            [("3,000", "3,500")],
        ),
        (TWO + "The earlier one stopped at 467.", "2026-10-16", [("467", "477")]),
        (TWO + "The latter invited 3,500 people at 467.", "2026-10-16", [("467", "476")]),
        (TWO + "The former had 3,500 invitations at 477.", "2026-10-16", [("3,500", "3,000")]),
        (TWO + "The cut-off was 477 in the first and 467 in the second.", "2026-10-16", [("467", "476")]),
        (EDUCATION + "The first stopped at 479, the second at 426.", "2025-12-19", [("426", "462")]),
        (EDUCATION + "The larger one took 2,500 people at 426.", "2025-12-19", [("426", "462")]),
        (
            "The Canadian Experience Class was drawn on 13 February. It was round 176. The two before were held on 7 January and "
            "20 January, with 4,750 and 4,266 invitations.",
            "2021-02-14",
            [("20 January", "21 January 2021"), ("4,266", "4,626")],
        ),
        (
            "In January two general rounds had 5,500 invitations each, at 507 and 480 points.",
            "2023-07-13",
            [("480", "490")],
        ),
    ],
)
def test_what_is_wrong_of_one_of_several_is_accused(
    text: str, on: str, expected: list[tuple[str, str]]
) -> None:
    assert wrong(text, date.fromisoformat(on)) == expected


@pytest.mark.parametrize(
    ("text", "on"),
    [
        (TWO + "The later round made 3,500 invitations and stopped at 476.", "2026-10-16"),
        (TWO + "The larger round stopped at 476, the smaller at 477.", "2026-10-16"),
        (TWO + "The first is the one that I remember: 477 points.", "2026-10-16"),
        (
            "The trades category was called on 1 October and on 2 April 2026. The first had 3,000.",
            "2026-10-16",
        ),
        (EDUCATION + "The first stopped at 479, the second at 462.", "2025-12-19"),
        (EDUCATION + "The latter of my two friends has 426 points.", "2025-12-19"),
        ("Two friends of mine applied. The first has 426 points, the latter 479.", "2025-12-19"),
        ("In January two general rounds had 5,500 invitations each, at 507 and 490 points.", "2023-07-13"),
    ],
)
def test_what_is_right_of_one_of_several_is_not(text: str, on: str) -> None:
    assert wrong(text, date.fromisoformat(on)) == []


DRAW = "Draw 226 of 6 July 2022 had a cut-off of 557. "


@pytest.mark.parametrize(
    "words",
    [
        "Those with exactly that score must have been in the pool by {}.",
        "At that score only those counted whose profile was in by {}.",
        "The last of them had entered the pool by {}.",
        "At 557 points a profile had to be from {} or earlier.",
        "Candidates at that very score were invited if they had joined the pool before {}.",
    ],
)
def test_the_last_day_for_a_profile_is_the_tie_break_whatever_it_is_called(words: str) -> None:
    on = date(2022, 7, 8)
    assert wrong(DRAW + words.format("13 November 2021"), on) == []
    assert [claim for claim, _expected in wrong(DRAW + words.format("23 November 2021"), on)] == [
        "23 November 2021"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The pool held 220,000 profiles by 3 July 2022.",
        "My profile was in the pool by 15 May 2022.",
        "Her score was in the pool by 15 May 2022.",
        "Those from the list of 3 May 2022 or earlier lists count no more.",
    ],
)
def test_another_day_of_the_pool_is_no_tie_break(words: str) -> None:
    assert wrong(DRAW + words, date(2022, 7, 8)) == []
