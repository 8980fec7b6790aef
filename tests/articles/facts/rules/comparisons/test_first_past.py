"""When a line was passed for the first time."""

import pytest

from tests.articles.facts.rules.judging import contradicted

HEAD = "# All-program draws since 6 July 2022\n\nThe all-program draws came every two weeks. "


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("The first one under 500 was that of {}.", "26 October", "12 October"),
        ("The first cut-off below 520 fell on {}.", "31 August", "17 August"),
        ("The score went below 500 for the first time on {}.", "26 October", "9 November"),
        ("A candidate with 520 points was first invited on {}.", "31 August", "17 August"),
        ("A cook with 495 points had to wait until {}.", "9 November", "26 October"),
    ],
)
def test_the_day_of_the_first(text, true, false):
    assert true not in contradicted(HEAD + text.format(true), "2022-11-25")
    # Another rule may call the line wrong for a cut-off of that day.
    assert any(claim.endswith(false) for claim in contradicted(HEAD + text.format(false), "2022-11-25"))


@pytest.mark.parametrize(
    "text",
    [
        "The first one under 500 since 2020 was that of 12 October.",
        "The first draw was that of 6 July.",
        "Nobody with 495 points was first in line on 12 October.",
    ],
)
def test_what_passes_no_line(text):
    assert "12 October" not in contradicted(HEAD + text, "2022-11-25")
