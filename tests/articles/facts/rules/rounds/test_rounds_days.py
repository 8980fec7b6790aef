"""Days, months and types that are wrong of a draw which the words call by its place, its type or its figures."""

from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Part, Status
from tests.articles.facts.labelled.record import shipped_record


def wrong(text: str, on: str) -> dict[str, str]:
    found = check([Part("body", text)], shipped_record(), date.fromisoformat(on))
    return {
        text[finding.start : finding.end]: finding.expected
        for finding in found
        if finding.status is Status.CONTRADICTED
    }


@pytest.mark.parametrize(
    ("on", "text", "right", "mistaken"),
    [
        # The draw that another is set beside.
        (
            "2025-10-08",
            "The French round of Monday stopped at 432, fourteen points below that of {}.",
            "September 4",
            "September 3",
        ),
        (
            "2025-08-20",
            "In healthcare the cut-off was 470 on Tuesday. That is five points fewer than on {}.",
            "July 22",
            "July 21",
        ),
        # Days in a row, of one type.
        (
            "2025-10-30",
            "It was another French round of this size or more, after those of {} and October 6.",
            "September 4",
            "September 3",
        ),
        (
            "2022-12-01",
            "The number 4,750 came three times, on October 26, {} and November 23.",
            "November 9",
            "November 10",
        ),
        # The year is said behind the day.
        ("2025-09-20", "The trades rounds before it were those of {} last year.", "July 4", "July 14"),
        # A profile from before a day: the tie-break.
        (
            "2025-09-20",
            "On 18 September, 1,250 tradespeople were invited with 505 points. Those who had exactly 505 needed a profile from before {}.",
            "November 5, 2024",
            "October 5, 2024",
        ),
        # Since when, in the words of years.
        (
            "2024-07-08",
            "For trades it was the first round since {} of last year.",
            "December 19",
            "December 9",
        ),
    ],
)
def test_days(on: str, text: str, right: str, mistaken: str) -> None:
    assert wrong(text.format(right), on) == {}
    assert mistaken in wrong(text.format(mistaken), on)


@pytest.mark.parametrize(
    ("on", "text", "right", "mistaken"),
    [
        # A type and a month with one draw of it, in words of extremes.
        ("2021-03-01", "The lowest score until then was {}, in a trades draw in May 2017.", "199", "299"),
        # A month, and the same type still.
        (
            "2024-04-02",
            "Transport came back with 975 invitations and a cut-off of 430; in December the same category had stopped at {}.",
            "435",
            "453",
        ),
        # Whose figure it was in a month.
        ("2024-05-02", "The {} round of April, with 4,500, was larger.", "STEM", "healthcare"),
        # What stands behind "at" is of the same draw.
        (
            "2026-07-24",
            "On Tuesday the CEC had 2,000 invitations at {}, one point down on the round two weeks before.",
            "516",
            "517",
        ),
        # The lowest of all to date is no sum to date.
        (
            "2017-06-02",
            "On May 31 the department called {} people, with a cut-off of 413, the lowest of any all-program round to date.",
            "3,877",
            "3,787",
        ),
        # A number as long as this is no chance.
        (
            "2021-02-16",
            "On Saturday everybody in the Canadian Experience Class was invited, {} people in all.",
            "27,332",
            "27,233",
        ),
        # A bound that a draw has passed.
        ("2025-12-01", "In November 2025 the CEC cut-off did not go below {}.", "531", "532"),
    ],
)
def test_figures(on: str, text: str, right: str, mistaken: str) -> None:
    assert wrong(text.format(right), on) == {}
    assert mistaken in wrong(text.format(mistaken), on)


@pytest.mark.parametrize(
    ("on", "text", "right", "mistaken"),
    [
        ("2024-12-01", "Agriculture had three rounds in all, the last in {}.", "February 2024", "March 2024"),
        ("2025-12-30", "Trades have had a single round this year, in {}.", "September", "August"),
        ("2025-03-01", "Tradespeople were last called in {} of last year.", "October", "July"),
        # The last of a year, though others followed.
        (
            "2025-12-30",
            "In 2024 there were two trades rounds, the last in {}.",
            "October 2024",
            "August 2024",
        ),
    ],
)
def test_months(on: str, text: str, right: str, mistaken: str) -> None:
    assert wrong(text.format(right), on) == {}
    assert any(mistaken in claim for claim in wrong(text.format(mistaken), on))


def test_a_score_that_was_last_seen_in_a_month_is_not_that_of_the_last_draw() -> None:
    assert (
        wrong("The CEC score is 515. Lower than that it was last seen in September 2024.", "2025-12-20") == {}
    )
    assert wrong("The score of 475 was asked for the last time in July.", "2025-12-20") == {}


def test_a_figure_of_all_draws_of_a_month() -> None:
    text = "All-program rounds only. April's two rounds both stopped at {}."
    assert wrong(text.format("451"), "2019-05-17") == {}
    # It was the figure of March.
    assert wrong(text.format("452"), "2019-05-17") == {"April's two rounds both stopped at 452": "451"}
    text = "The tradespeople needed 505 points, 72 more than in their previous draw, in October 2024."
    assert wrong(text, "2025-09-20") == {}


def test_a_month_in_the_place_of_a_day() -> None:
    table = "The transport rounds so far:\n\n| Date | Invitations | Cut-off |\n| --- | --- | --- |\n| September 20, 2023 | 1,000 | 435 |\n| December 2023 | 670 | 435 |\n| March 2024 | {} | 430 |\n"
    assert wrong(table.format("975"), "2024-05-02") == {}
    assert wrong(table.format("795"), "2024-05-02") == {"795": "975"}


def test_a_figure_of_several_days() -> None:
    text = "The score of 450 points was seen twice that year, on {} and on September 18."
    assert wrong(text.format("October 2"), "2015-12-30") == {}
    assert "October 12" in wrong(text.format("October 12"), "2015-12-30")
