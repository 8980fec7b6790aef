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
        # "One for" is a draw for.
        ("On Monday, March 23, came one for the {}: 3,232 people with 467 points.", "2020-03-26", "Canadian Experience Class", "Federal Skilled Worker Program"),
        ("The one for {} on September 28, with 354.", "2024-01-04", "agriculture", "French"),
        ("The first of them was held on June 28, for {}. It was a trial.", "2024-01-04", "health care", "trades"),
        # "The following day" sets nothing beside it.
        ("On May 30, 2024, it was the turn of provincial nominees. The following day it invited 3,000 members of the Canadian Experience Class at {}.", "2024-12-20", "522", "525"),
        # A day that bounds a time is that of a draw where the next sentence goes on about it.
        ("Draws for all programs have not been seen since 23 April. That one had 2,095 invitations and a cut-off of {}.", "2024-06-03", "529", "549"),
        ("There has been no general draw since April 23. That round had 2,095 invitations and a score of {}.", "2024-06-03", "529", "559"),
        # From what a cut-off changed, behind a size that was set beside another.
        ("The fourth all-program round was held on Wednesday. There were 2,250 invitations, 250 more than two weeks before, and the cut-off went from {} to 525.", "2022-08-19", "533", "523"),
        ("Wednesday's all-program round had 2,250 invitations. The score fell from {} to 525.", "2022-08-19", "533", "543"),
    ],
)  # fmt: skip
def test_a_figure_is_of_the_draw_that_is_told_of(text: str, on: str, right: str, mistaken: str) -> None:
    assert wrong(text.format(right), on) == []
    (claim,) = wrong(text.format(mistaken), on)
    assert mistaken.removeprefix("the ") in claim


@pytest.mark.parametrize(
    "text",
    [
        "On 26 May 2017 two rounds were held. Provincial nominees needed {} points and the Federal Skilled Trades Program {}.",
        "On 26 May 2017 there were two rounds. Provincial nominees needed {} points, tradespeople {}.",
    ],
)
def test_cut_offs_that_have_changed_places_are_both_wrong(text: str) -> None:
    assert wrong(text.format(775, 199), "2017-06-02") == []
    found = " ".join(wrong(text.format(199, 775), "2017-06-02"))
    assert "199" in found
    assert "775" in found


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
