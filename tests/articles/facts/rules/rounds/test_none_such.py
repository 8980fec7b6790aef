"""Cut-offs that no draw had which may be meant."""

import pytest

from articles.facts.rules.rounds import rounds
from tests.articles.facts.rules.judging import accused

DAY = "May 30 was a day with two rounds: 200 nominees at 902 and 500 trades candidates at {}."


def test_a_figure_of_no_draw_is_wrong_whichever_is_meant():
    assert accused(rounds.find, "2018-06-10", DAY.format("278")) == ["278"]
    assert accused(rounds.find, "2018-06-10", DAY.format("288")) == []


@pytest.mark.parametrize(
    ("on", "text"),
    [
        # A figure of another draw of the type; one of another type of those days; one far from all of the type.
        ("2018-06-10", DAY.format("199")),
        ("2018-06-10", DAY.format("440")),
        ("2018-06-10", DAY.format("128")),
        # A bound, a guess, somebody's own score.
        ("2018-06-10", DAY.format("more than 278")),
        ("2018-06-10", DAY.format("288; my own cut-off would be 278")),
        ("2024-11-20", "Nominee scores climbed past 810 in November."),
        # No type is spoken of.
        ("2023-07-08", "The cut-off was 498."),
    ],
)
def test_what_is_left_alone(on, text):
    assert accused(rounds.find, on, text) == []
