"""Figures in a row, of draws one after the other."""

from datetime import date

import pytest

from tests.articles.facts.rules.judging import contradicted

OCTOBER_2026 = date(2026, 10, 3)


@pytest.mark.parametrize(
    ("text", "right", "mistaken", "claim"),
    [
        # One that is off by more than a slip, in a row without a type of its own.
        ("It went like this: 523, 521, {}, 518, and nobody knows what comes.", "519", "535", "535"),
        ("The CEC steps of late: 523, 521, {} and 518.", "519", "515", "515"),
        # The newest first.
        ("Physicians, from the last back to the first: {}, 223 and 169.", "198", "209", "209"),
        # The right figures in the wrong order.
        ("Physicians had 169, then {}.", "223 and 198", "198 and 223", "198 and 223"),
    ],
)
def test_the_odd_one_of_a_row_is_found(text: str, right: str, mistaken: str, claim: str) -> None:
    assert contradicted(text.format(right), OCTOBER_2026) == []
    assert contradicted(text.format(mistaken), OCTOBER_2026) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        # Not all of them, and not in their order.
        "The CEC had 523, 521 and 518 as its cut-offs in those weeks.",
        "The highest of the physicians' cut-offs were 223, 198 and 169.",
        "Those with 523, 522, 521 and 520 wait.",
    ],
)
def test_a_choice_of_figures_is_no_row(text: str) -> None:
    assert contradicted(text, OCTOBER_2026) == []
