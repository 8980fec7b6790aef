"""How a figure or a type is attached to its draw across what stands between: asides, times set beside, other words for a draw."""

from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Part, Status
from tests.articles.facts.labelled.record import shipped_record


def wrong(text: str, on: str) -> list[str]:
    return [
        text[finding.start : finding.end]
        for finding in check([Part("body", text)], shipped_record(), date.fromisoformat(on))
        if finding.rule == "rounds" and finding.status is Status.CONTRADICTED
    ]


@pytest.mark.parametrize(
    ("text", "on", "right", "mistaken"),
    [
        # An aside about the draw is not about the figure.
        (
            "On 6 February the French round, the largest category-based round to date, took 8,500 people down to {}.",
            "2026-02-23",
            "400",
            "408",
        ),
        (
            "Yesterday 7,500 French speakers were invited, the last of them with {} points, the largest French draw there has been.",
            "2025-03-22",
            "379",
            "397",
        ),
        # Behind what is set beside it, a figure is of what is told of.
        (
            "Senior managers had theirs on 10 July: 500 invitations, twice as many as in March, and a cut-off of {}.",
            "2026-07-24",
            "392",
            "429",
        ),
        (
            "On 15 April the French cut-off rose by 26 points from the draw of 18 March, to {}.",
            "2026-05-01",
            "419",
            "439",
        ),
        # A type is said of the draw of a day in other words than "a draw for".
        ("The first draw followed on 28 June 2023, and it was for {}: 500 invitations at 476.", "2024-01-03", "healthcare workers", "trade occupations"),
        ("The last one of 2024 was held on 16 December, for {}, and so the books are closed.", "2025-01-03", "provincial nominees", "French speakers"),
        ("The largest was that for {} on 6 February, with 8,500.", "2026-02-28", "French speakers", "the Canadian Experience Class"),
        # A day that leads, and a type that says again what was drawn on it.
        ("**Tuesday, 27 June.** A general round, still in the old manner: {} invitations at 486 points.", "2023-07-13", "4,300", "4,900"),
        # A number against the day, and in words of its own.
        ("Round {} was held on Wednesday.", "2022-07-06", "226", "225"),
        ("The draw of 21 March 2025 has the number {}.", "2025-03-23", "341", "340"),
        # One day is no time that several draws fill.
        ("On 17 July the Canadian Experience Class was called: {} invitations in one day.", "2025-01-03", "6,300", "5,000"),
        # What a sentence without a figure speaks of, the next one goes on about.
        ("For French, the cut-off fell again. On 8 August, it had been {}.", "2026-01-02", "481", "418"),
        ("Physicians have been drawn twice, in February and {}.", "2026-08-31", "June", "May"),
    ],
)  # fmt: skip
def test_a_figure_is_of_the_draw_that_is_told_of(text: str, on: str, right: str, mistaken: str) -> None:
    assert wrong(text.format(right), on) == []
    (claim,) = wrong(text.format(mistaken), on)
    assert mistaken.removeprefix("the ") in claim


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("It was for French speakers that the bar fell most: 379, on 21 March.", "2025-03-22"),
        ("On 6 February the French round took 8,500, the most to date, more than in March 2025, and a bar of 400.", "2026-02-23"),
        ("The number 340 bus goes to the office. Draw 341 of 21 March had 7,500 invitations.", "2025-03-23"),
        ("Round 225 was read out again on Wednesday.", "2022-07-01"),
        ("In four days 6,000 people were invited, on 2 and 3 October.", "2025-10-06"),
        ("The last one of them with a job had 500 points.", "2025-03-22"),
    ],
)  # fmt: skip
def test_what_may_be_of_another_is_not_accused(text: str, on: str) -> None:
    assert wrong(text, on) == []
