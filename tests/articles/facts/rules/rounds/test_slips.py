"""Figures that a slip explains, and figures that what stands beside them pins to one draw; what is said of other things."""

from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Part, Status
from articles.facts.rules.common.slipping import is_slip
from tests.articles.facts.labelled.record import shipped_record

AUGUST_2024 = date(2024, 8, 30)
OCTOBER_2026 = date(2026, 10, 3)


def wrong(text: str, day: date) -> dict[str, str]:
    return {
        finding.claim: finding.expected
        for finding in check([Part("body", text)], shipped_record(), day)
        if finding.status is Status.CONTRADICTED
    }


@pytest.mark.parametrize(
    ("claimed", "actual"), [(3030, 3300), (518, 528), (18_000, 1800), (700, 7000), (10_834, 10_384)]
)
def test_digits_that_changed_places_or_were_mistyped_are_a_slip(claimed: int, actual: int) -> None:
    assert is_slip(claimed, actual)


@pytest.mark.parametrize(("claimed", "actual"), [(463, 463), (5000, 7000), (463, 439), (1500, 2300)])
def test_another_figure_is_no_slip(claimed: int, actual: int) -> None:
    assert not is_slip(claimed, actual)


@pytest.mark.parametrize(
    ("text", "day", "right", "mistaken"),
    [
        # A verb that is no verb of invitations.
        ("Tuesday's was for the CEC, where {} made it.", AUGUST_2024, "3,300", "3,030"),
        # The bottom of a draw by another word.
        (
            "Monday's went to provincial nominees: 1,121 of them, with a floor of {}.",
            AUGUST_2024,
            "694",
            "649",
        ),
        # A sum without a word for one.
        ("Five rounds in August brought {} invitations.", AUGUST_2024, "10,384", "10,834"),
        # A month and a type have but one draw.
        ("Trades, then. In April they needed {} points.", OCTOBER_2026, "477", "447"),
        ("How trades did:\n\n- July 2024: 1,800, {}\n- October 2024: 1,800, 433", OCTOBER_2026, "436", "463"),
        # A figure pins the draw of the one beside it.
        ("THU. Trades. {} / 476.", OCTOBER_2026, "3,500", "5,300"),
        # A day said from another.
        (
            "On July 23 four recruits were invited. Thirteen days before, 500 senior managers were invited at {}.",
            date(2026, 7, 24),
            "392",
            "329",
        ),
        # What somebody may do in another clause takes nothing from what was drawn; nor does the month of May.
        (
            "You would have made it with less; the doctors of September 3 needed {}, and nobody else did.",
            OCTOBER_2026,
            "198",
            "189",
        ),
        (
            "The CEC line lay at {}, the May round being the only one of that month.",
            date(2026, 5, 29),
            "518",
            "581",
        ),
        # Each number is of the type that stands next to it.
        (
            "In the autumn healthcare closed at 475, the senior managers at {} and the nominees at 725.",
            OCTOBER_2026,
            "389",
            "398",
        ),
        (
            "Never was a category easier than transport; agriculture, at {}, had been.",
            OCTOBER_2026,
            "437",
            "473",
        ),
        # The rest of the sentence may add up.
        ("The physicians' rounds invited 391, {} and 229 people; 891 in sum.", OCTOBER_2026, "271", "217"),
    ],
)
def test_a_slip_is_found_and_the_right_figure_left_alone(
    text: str, day: date, right: str, mistaken: str
) -> None:
    assert wrong(text.format(right), day) == {}
    assert wrong(text.format(mistaken), day) == {mistaken: right}


def test_a_wrong_day_is_told_from_a_wrong_figure_by_the_type() -> None:
    text = "The French cut-off was 336 on {} February 2024, when 2,500 were invited."
    assert wrong(text.format("29"), OCTOBER_2026) == {}
    assert wrong(text.format("28"), OCTOBER_2026) == {"28 February 2024": "29 February 2024"}


@pytest.mark.parametrize(
    "text",
    [
        "Somebody with 470 points and a degree would have been close on October 1, when trades had 476.",
        "The trades draw was on October 1. Ontario invited 1,212 people in its own stream at 467.",
        "Trades draws have not exceeded 3,500 invitations since the category began.",
        "A job offer has added nothing since 25 March 2025, for trades as for others.",
        "Every cut-off for trades was above 380.",
        "No cut-off of the trades has gone lower than 367 since.",
        "If you had 467, the trades were out of reach.",
        "He may have 467; the trades took 476.",
    ],
)
def test_what_is_said_of_other_things_is_left_alone(text: str) -> None:
    assert wrong(text, OCTOBER_2026) == {}


@pytest.mark.parametrize(("points", "is_wrong"), [("476", False), ("467", True)])
def test_points_that_a_draw_stopped_at_are_a_cutoff(points: str, is_wrong: bool) -> None:
    text = f"The first health round, on 28 June, was not for you. It stopped at {points} points."
    assert bool(wrong(text, date(2023, 7, 14))) is is_wrong
