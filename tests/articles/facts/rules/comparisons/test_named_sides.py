"""Differences from a draw that is named by its month, its day, its place in an order, before the difference or behind it."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong

HEALTH = "On 22 July 2025 Canada invited 4,000 candidates in a healthcare draw at 475. "
CEC = "On 7 January 2026 the CEC draw invited 8,000 candidates. "
TRADES = "Trades had two draws in 2026, on April 2 and October 1. "


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("That is {} points above the one last November.", "12", "22"),
        ("In November 2024 it had been {} points lower.", "12", "17"),
        ("A year earlier, in July 2024, the bar was {} points lower.", "30", "29"),
        ("Compared with July 2024, the score is up {} points.", "30", "20"),
        ("The increase since July 2024 amounts to {} points.", "30", "29"),
        ("The cut-off sits {} points beneath the draw of 4 June.", "29", "35"),
        ("That is {} points south of the 4 June draw.", "29", "24"),
        ("Candidates needed {} fewer points than on 4 June.", "29", "24"),
        ("The cut-off came in {} points lighter than on 4 June.", "29", "35"),
        ("Compared to the health draw of 4 June the score fell by {} points.", "29", "41"),
        ("Between the healthcare draws of 4 June and 22 July, the cut-off fell {} points.", "29", "35"),
        ("Last time out it was {} points more.", "29", "24"),
    ],
)
def test_points_from_a_draw_that_is_named(text, true, false):
    day = date(2025, 7, 23)
    assert not wrong(HEALTH + text.format(true), day)
    assert true in right(HEALTH + text.format(true), day)
    assert any(claim.startswith(false) for claim in wrong(HEALTH + text.format(false), day))


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("It was {} people bigger than the previous draw.", "3,000", "2,000"),
        ("A year earlier, on 8 January 2025, it had been {} fewer.", "6,650", "5,650"),
        ("It exceeded the previous one by {} per cent.", "60", "40"),
        ("Compared with 16 December that is an increase of {} per cent.", "60", "80"),
    ],
)
def test_sizes_from_a_draw_that_is_named(text, true, false):
    day = date(2026, 1, 8)
    assert not wrong(CEC + text.format(true), day)
    assert any(claim.startswith(false) for claim in wrong(CEC + text.format(false), day))


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("The second one closed {} lower than the first.", "one point", "two points"),
        ("The second one invited {} more than the first.", "500", "700"),
    ],
)
def test_the_second_beside_the_first(text, true, false):
    day = date(2026, 10, 2)
    assert not wrong(TRADES + text.format(true), day)
    assert any(false.split()[0] in claim for claim in wrong(TRADES + text.format(false), day))


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (
            "Compared with 5 August, {} fewer were invited in the CEC draw of 18 August 2026.",
            "2,000",
            "1,500",
        ),
        (
            "The CEC draw of 18 August 2026 was smaller than that of 5 August by {} invitations.",
            "2,000",
            "3,000",
        ),
        ("French: 382 on 19 August 2026. From 22 July's 399 that's a slide of {}.", "17", "27"),
    ],
)
def test_a_day_that_is_set_beside_another(text, true, false):
    day = date(2026, 8, 20)
    assert not wrong(text.format(true), day)
    assert any(claim.startswith(false) for claim in wrong(text.format(false), day))


def test_the_head_of_an_article_is_about_the_newest():
    text = "{} more than in the CEC draw of 16 December"
    assert not wrong("", date(2026, 1, 8), standfirst=text.format("3,000"))
    assert wrong("", date(2026, 1, 8), standfirst=text.format("2,000")) == {"2,000": "3,000 more"}


@pytest.mark.parametrize(
    "text",
    [
        "It is the lowest since November 2024, and 29 points below the draw before.",
        "It is 35 points beneath the previous high, set in May.",
    ],
)
def test_a_record_is_not_the_draw_before(text):
    assert not wrong(HEALTH + text, date(2025, 7, 23))
