"""Bare numbers that are the other figure of a draw near: none of them is called wrong as the one that they were taken for."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The class opened the summer with 516 and ended it on September 15 with 519.", "2026-10-03"),
        ("In French the year began with 400 and stood on August 19 at 382.", "2026-10-03"),
        (
            "Two days for two groups: 250 senior managers on September 16, 576 nominees on the 14th.",
            "2026-10-03",
        ),
        ("The previous draw, on January 21, had 454: quite a fall.", "2021-02-15"),
    ],
)
def test_the_other_figure_is_not_called_wrong(text: str, day: str) -> None:
    assert contradicted(text, day) == []


def test_a_slip_of_the_figure_itself_is_still_found() -> None:
    assert contradicted("On September 16 IRCC invited 250 senior managers at 398.", "2026-10-03") == ["398"]
    assert contradicted("On October 1 it was the turn of trades, 5,300 at 476.", "2026-10-03") == ["5,300"]
