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


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("On 31 May came 3,000 invitations for the Canadian Experience Class: the first draw for that class since {}.", date(2024, 6, 1), "14 September 2021", "19 August 2021"),
        ("The nominees came back on 30 May, after a gap since {}.", date(2024, 6, 1), "24 October 2023", "10 October 2023"),
        ("Before 6 July nobody had seen a draw for all programs since {}.", date(2022, 7, 8), "December 2020", "September 2021"),
        ("Not since {} had there been a draw for all programs.", date(2022, 7, 8), "December 2020", "September 2021"),
        ("The general draw of 8 July closed at 478. Before it there had been none of that type since {}.", date(2020, 7, 27), "4 March", "18 March"),
        ("French is back: 2,500 at 481 on 8 August. Since {} there had been nothing for French.", date(2025, 8, 10), "21 March", "6 March"),
        ("French is back: 2,500 at 481 on 8 August, after a drought going back to {}.", date(2025, 8, 10), "21 March", "6 March"),
        ("Nominees were invited on 30 May. It was the first time since {}.", date(2024, 6, 1), "October 2023", "May 2023"),
        ("The last French draw before this one was held on {}.", date(2025, 8, 10), "21 March", "6 March"),
    ],
)  # fmt: skip
def test_the_last_one_before(text, day, true, false):
    assert Status.CONTRADICTED not in {status for _claim, status, _expected in found(text.format(true), day)}
    assert (false, Status.CONTRADICTED) in {
        (claim, status) for claim, status, _expected in found(text.format(false), day)
    }


@pytest.mark.parametrize(
    "text",
    [
        "The general draw of 26 October took 3,725. The gap since the French round of 25 October was one day.",
        "There was a pause of five weeks before the nominees' draw of 30 May; since 24 April nothing had happened.",
        "Nominees have had 20 draws. A job offer has added nothing since 25 March 2025.",
        "Yesterday 8,500 French speakers were invited. A bigger draw had not been held since February 2021.",
        "Yesterday 8,500 French speakers were invited. Nobody had seen a draw that large since February 2021.",
    ],
)
def test_other_pauses_are_left_alone(text):
    assert Status.CONTRADICTED not in {status for _claim, status, _expected in found(text, date(2026, 2, 7))}


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("On 6 July 1,500 people were invited. It was the first all-program draw since {}. Eight more have followed.", date(2022, 10, 28), "23 December 2020", "18 November 2020"),
        ("The round of 6 July 2022 had 1,500 invitations. It was the first general draw since {}.", date(2022, 12, 1), "December 2020", "September 2021"),
        ("On 1 July the all-program draw was back, for the first time since {}.", date(2022, 12, 28), "December 2020", "September 2021"),
        ("On 31 May, 3,000 people of the Canadian Experience Class were invited. Before that there was no Canadian Experience Class draw since {}.", date(2024, 7, 19), "September 2021", "June 2021"),
    ],
)  # fmt: skip
def test_the_last_before_one_that_is_told_of(text, day, true, false):
    assert Status.CONTRADICTED not in {status for _claim, status, _expected in found(text.format(true), day)}
    assert (false, Status.CONTRADICTED) in {
        (claim, status) for claim, status, _expected in found(text.format(false), day)
    }


@pytest.mark.parametrize(
    "text",
    [
        "No general round had asked for so much since May 2015.",
        "There was no draw for anyone but provincial nominees until 6 July.",
        "Nobody except provincial nominees was invited, and no draw was held, until 20 July.",
    ],
)
def test_what_says_nothing_of_the_last_of_a_type(text):
    assert not [
        claim for claim, status, _ in found(text, date(2023, 12, 22)) if status is Status.CONTRADICTED
    ]
