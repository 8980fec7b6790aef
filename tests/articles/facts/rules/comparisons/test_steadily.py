"""What went one way from each draw of a type to the next."""

import pytest

from tests.articles.facts.rules.judging import contradicted

OCTOBER = "2026-10-02"


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("Physicians had their latest round on 3 September. Each round of theirs was {} than the one before.", "smaller", "larger"),
        ("Three rounds for senior managers come to a thousand invitations, and with each of them the mark has {}.", "fallen", "risen"),
        ("There have been three physicians draws, and each was {} than the last.", "smaller", "bigger"),
        ("For senior managers there were three rounds this year. The cut-off {} every time.", "fell", "rose"),
        ("The agriculture category had three draws in 2023 and 2024. The score {} each time.", "rose", "fell"),
        ("Agriculture had three draws in 2023 and 2024. Every draw was {} than the one before.", "smaller", "larger"),
        ("Senior managers had three draws; at each the bar {}.", "dropped", "climbed"),
    ],
)  # fmt: skip
def test_each_beside_the_one_before(text, true, false):
    assert contradicted(text.format(true), OCTOBER) == []
    assert contradicted(text.format(false), OCTOBER) == [false]


@pytest.mark.parametrize(
    "text",
    [
        "Physicians had three rounds. Almost every round was larger than the one before.",
        "Physicians had three rounds. Not every round was larger than the one before.",
        "Physicians had three rounds. Each was larger than the one before, but the last.",
        # What went up is no draw of a type.
        "Each month was larger than the one before.",
        "Each round of the hackathon was larger than the one before.",
    ],
)
def test_what_is_not_said_of_each(text):
    assert contradicted(text, OCTOBER) == []


def test_every_draw_of_a_table():
    text = (
        "| Date | Invitations | Cut-off |\n| --- | --- | --- |\n| 6 July | 1,500 | 557 |\n| 20 July | 1,750 | 542 |\n| 3 August | 2,000 | 533 |\n"
        "\nBefore, only provincial nominees had draws, 13 of them.\n\nThe number of invitations went up. The cut-off has gone down every time."
    )
    assert contradicted(text, "2022-08-09") == []
