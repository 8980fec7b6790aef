"""Figures of draws that are told by their place among others."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Trades candidates were drawn on 2 April. The cut-off was far above the {} of the very first draw in August 2023.", "2026-04-08", "388", "425"),
        ("The latest healthcare draw had a cut-off of 467. That is below the {} of the first draw for the category.", "2026-02-22", "476", "467"),
        ("STEM closed at 491. It was five points above the {} of the very first STEM draw.", "2024-04-20", "486", "468"),
        ("French speakers had two draws in July 2024. The first of the two French draws had a cut-off of {}.", "2024-08-01", "420", "400"),
        ("The second of the three transport draws had a cut-off of {}.", "2024-08-01", "435", "453"),
        ("Agriculture had three draws until it was closed. The first of the three draws invited {} people.", "2025-03-01", "600", "400"),
    ],
)  # fmt: skip
def test_the_figure_of_a_place(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert contradicted(text.format(false), day) == [false]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Of all types, and not of the one that is told of.
        ("For provincial nominees it was 902, sixteen points above the 886 of the very first draw.", "2024-08-01"),
        # Of another time that the words may mean.
        ("The 2025 trades draw closed at 505. Tradespeople will remember the 436 of the first draw of 2024.", "2025-10-01"),
        # The first since a day is the one after it.
        ("Yesterday 300 candidates were called at 470 in the first transport draw since 13 March 2024.", "2026-08-08"),
        ("On 8 August 2025 French speakers were invited at 481 in the first French draw in four months.", "2025-08-09"),
        ("A French draw had 400. It may be more than the first of the two French draws would have had.", "2024-08-01"),
    ],
)  # fmt: skip
def test_another_place_may_be_meant(text, day):
    assert not contradicted(text, day)
