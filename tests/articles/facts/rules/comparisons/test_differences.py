"""How far a figure is from another draw's."""

from datetime import date

import pytest

from articles.facts.model import Status
from tests.articles.facts.rules.saying import WEEK_OF_FOUR, findings, right, wrong

HEALTHCARE = "The healthcare draw of 6 July 2023 had a cut-off of 463, "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (HEALTHCARE + "13 points lower than the previous healthcare draw.", "13"),
        (HEALTHCARE + "13 points lower than the first.", "13"),
        (HEALTHCARE + "13 points lower than on 28 June.", "13"),
        (HEALTHCARE + "23 points below the STEM draw of 5 July.", "23"),
        (HEALTHCARE + "1,000 more invitations than on 28 June.", None),
    ],
)
def test_a_difference_of_the_record_agrees(text, claim):
    assert not wrong(text)
    if claim:
        assert claim in right(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (HEALTHCARE + "eight points lower than the previous healthcare draw.", "eight"),
        (HEALTHCARE + "31 points lower than on 28 June.", "31"),
        (HEALTHCARE + "13 points higher than on 28 June.", "13 points higher"),
    ],
)
def test_another_difference_is_wrong(text, claim):
    assert wrong(text) == {claim: "13 points lower"}


def test_the_change_of_a_draw_from_the_one_before_has_a_live_reference():
    [found] = [
        item
        for item in findings(HEALTHCARE + "eight points lower than the previous healthcare draw.")
        if item.status is Status.CONTRADICTED
    ]
    assert (found.rule, found.replacement, found.live) == ("comparisons", "thirteen", "[[round 255 change]]")
    assert [row.key for row in found.rows] == ["255", "252"]


def test_a_sentence_that_goes_on_speaks_of_the_draw_before():
    text = (
        "On October 26, 2023, IRCC invited 3,600 candidates in a healthcare draw with a cut-off of 431. "
        "That is 22 points lower than in the healthcare draw of July 6, which stopped at 463."
    )
    assert wrong(text, date(2023, 10, 27)) == {"22": "32 points lower"}


def test_two_figures_beside_a_difference_must_be_so_far_apart():
    text = "A tie at 505 against 433 in an imagined draw: a jump of 62 points."
    assert "62" in wrong(text.replace("A tie at", "The cut-off was"), date(2025, 9, 20))


@pytest.mark.parametrize(
    "text",
    [
        "A nomination adds 600 points more than French does.",
        "Your own score is 13 points lower than you think.",
        "We have gone through the draws one by one.",
    ],
)
def test_other_differences_are_left_alone(text):
    assert not wrong(text)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        (
            "The French draw of 21 March 2025 stopped at 379. From the first to the third round of the year it is {} points.",
            date(2025, 3, 24),
            "49",
            "39",
        ),
        (
            "Healthcare went from 476 on 28 June 2023 to 463 on 6 July 2023. That is {} points of relief.",
            WEEK_OF_FOUR,
            "13",
            "31",
        ),
        (
            "On 6 July 2023 the healthcare cut-off was 463. It slid {} points from the 476 of 28 June.",
            WEEK_OF_FOUR,
            "13",
            "18",
        ),
        (
            "The education draw of 1 May 2025 had 479. The healthcare draw of 2 May 2025 had 510, so {} points more than ours.",
            date(2025, 5, 5),
            "31",
            "21",
        ),
    ],
)
def test_what_a_cut_off_moved_by(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert list(wrong(text.format(false), day)) in ([false], [f"{false} points"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "In two days 3,750 people were invited: 2,500 under education and 1,250 under trades.",
            date(2025, 9, 19),
        ),
        (
            "Last healthcare draw was 476 on Dec 11, 2025, and on Feb 20, 2026, it was 467, so this is nine points lower.",
            date(2026, 2, 21),
        ),
        ("There were 24 rounds in 2022, two fewer than in 2019.", date(2024, 12, 30)),
    ],
)
def test_figures_that_are_no_differences_or_right_of_others_are_left_alone(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # Points are points, whatever stands beside them.
        ("In the draw of 20 November 2024 nurses needed 463, 18 points more than on 5 July 2024, with 750 fewer seats.", date(2024, 11, 22), {}),
        ("The CEC cut-off has fallen 16 points in three weeks, to 515.", date(2025, 12, 17), {}),
        ("The largest nominee round of 2021 was that of 10 December, closely followed by 1,002 on 22 June.", date(2021, 12, 30), {}),
        ("The education draw of 17 September 2025 was the second; the first, on 1 May, had a cut-off 17 points higher.", date(2025, 10, 1), {}),
    ],
)  # fmt: skip
def test_what_is_no_wrong_difference(text, day, found):
    assert wrong(text, day) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # What else there is more or fewer of.
        ("Healthcare was drawn on 6 July, and there were three more rounds this week.", WEEK_OF_FOUR, {}),
        ("After the draw of 6 July the minister wants one more category.", WEEK_OF_FOUR, {}),
        # "Cut-off" is no cut.
        ("On 13 February 2021 the CEC cut-off was 75 points.", date(2021, 2, 14), {}),
        # Points of a score right before it.
        ("Nominees again: 725 invitations, 667 points, 83 fewer than two weeks earlier.", date(2025, 3, 4), {}),
        # Somebody's distance from a line.
        ("She would have passed the French line of 8 August 2025, 481, by 24.", date(2025, 9, 1), {}),
        # A draw that was spoken of before, by its figure.
        (
            "The trades draw of 2 April 2026 stopped at 477. It was drawn twice in 2024, in July and October. "
            "The mark, 477, beat both, by 41 points over July's and 44 over October's.",
            date(2026, 5, 15),
            {},
        ),
        # Sums of the time above and of the one named.
        (
            "October 2025 was busy. After 10,018 invitations in September, the total rose by 5,629.",
            date(2025, 11, 3),
            {},
        ),
    ],
)  # fmt: skip
def test_what_is_no_difference_between_two_draws_or_is_right(text, day, found):
    assert wrong(text, day) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("Healthcare got 14,500 invitations in 2025, {} more than in 2024.", date(2026, 1, 5), ("4,250", "3,250")),
        ("This year healthcare candidates got {} invitations more than last year.", date(2025, 12, 19), ("4,250", "3,750")),
        ("September 2026 was thin. IRCC held as many rounds as in August but issued {} fewer invitations.", date(2026, 10, 7), ("4,523", "4,253")),
    ],
)  # fmt: skip
def test_how_far_two_times_are_apart(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    assert wrong(text.format(false), day).keys() == {false}


def test_a_day_of_last_year_is_no_year():
    text = (
        "The STEM cut-off of 11 April 2024 was news. In the previous round, on December 8 of last year, it had been 481, "
        "so the rise is {} points."
    )
    assert not wrong(text.format(10), date(2024, 4, 12))
    assert set(wrong(text.format(20), date(2024, 4, 12))) == {"20"}


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # 25 points above the draw that is named by its day, 35 above another of that week.
        ("Its cut-off of 511 was {} points above that of the all-program round of June 27.", date(2023, 7, 8), ("25", "35")),
        ("The French cut-off of 15 August 2024 was {} points below that of July 18.", date(2024, 8, 16), ("six", "16")),
    ],
)  # fmt: skip
def test_a_pair_that_is_named_by_its_day_leaves_no_other(text, day, found):
    true, false = found
    before = "On Tuesday all programs were invited. " if day.year == 2023 else ""
    assert not wrong(before + text.format(true), day)
    assert set(wrong(before + text.format(false), day)) == {false}


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Nominees were drawn on 21 October. The score for nominees has {} by 48 points in two weeks.", date(2024, 10, 24), "risen", "fallen"),
        ("On Tuesday, 29 September 2026, came the CEC: 2,000 invitations at 518, {} a single point from 15 September.", date(2026, 10, 2), "down", "up"),
        ("On Tuesday, 29 September 2026, came the CEC: 2,000 invitations at 518, one point {} than on 15 September.", date(2026, 10, 2), "lower", "higher"),
    ],
)  # fmt: skip
def test_a_figure_that_is_right_the_other_way_only_is_wrong(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert any(false in claim for claim in wrong(text.format(false), day))


def test_a_wrong_direction_is_shown_with_its_word():
    text = "The nominee draw of August 13, 2024, had 690. The cut-off {} by four points from that of July 30."
    assert not wrong(text.format("rose"), date(2024, 8, 16))
    [claim] = wrong(text.format("fell"), date(2024, 8, 16))
    assert claim == "fell by four"


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("CEC was drawn often that summer. The round of August 5 had 404, {} points more than that of July 22.", date(2021, 8, 30), ("47", "57")),
        ("Yesterday, general, 1,500 invitations, 557 points, {} more than on 23 December 2020.", date(2022, 7, 7), ("89", "99")),
    ],
)  # fmt: skip
def test_points_above_a_draw_that_is_named_by_its_day(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    assert any(claim.startswith(false) for claim in wrong(text.format(false), day))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Healthcare was drawn on Friday, 4 September: 3,500 invitations at 475. In February the cut-off had been 467, {} than now.", date(2026, 9, 5), "eight points lower", "eight points higher"),
        ("Healthcare was drawn on Friday, 4 September: 3,500 invitations at 475. On 20 February the cut-off was {} points lower than it is now.", date(2026, 9, 5), "eight", "nine"),
        ("On Thursday agriculture was drawn: 400 invitations, cut-off 386. The first draw for the category, in September, had been {}.", date(2023, 12, 22), "larger by 200", "smaller by 200"),
        ("Education was drawn on 17 September: 2,500 invitations at 462. It was the second; the first, on 1 May, had been smaller by {}.", date(2025, 9, 20), "1,500", "1,000"),
        ("Education was drawn on 17 September 2025: 2,500 invitations at 462. Its previous draw was {} points higher.", date(2025, 9, 20), "17", "27"),
    ],
)  # fmt: skip
def test_an_older_draw_set_beside_the_newer_one(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert len(wrong(text.format(false), day)) == 1


def test_occupations_that_a_list_gained_are_no_points():
    assert not wrong(
        "Healthcare gained eight: pharmacy technicians (32124) and others are in.", date(2025, 3, 7)
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The trades program started in 2017. The first round, on 26 May 2017, went down to 199 points and took 400 people.", date(2020, 8, 12)),
        ("In 2021 the CEC had many rounds, of which 27,332 fell on a single day, 13 February, at 75 points.", date(2021, 9, 16)),
        ("In 2025 health care cut-offs ran from 462 to 510 under a list of 37 occupations.", date(2025, 12, 22)),
        ("The French cut-off dropped to 336 points on 29 February 2024.", date(2024, 3, 4)),
        ("The cut-off of the nominees climbed back to 855 points on 29 September 2025.", date(2025, 10, 4)),
        ("The draw of 18 September 2025 for the trades reached 505 points under the new list.", date(2025, 10, 4)),
        # Of an extreme of another year.
        ("The French draw of 15 November 2024 was at 478. This year the lowest was 39 points under last year's.", date(2024, 12, 20)),
    ],
)  # fmt: skip
def test_where_a_cut_off_stands_is_not_by_what_it_moved(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("The trades round of 6 August 2020 had 250 invitations. On 15 May 2019 it was 332. A tradesperson needed {} points more last week than at the start.", date(2020, 8, 12), "216", "206"),
        ("The trades program round of August 6 stopped at 415, which is {} points more than at the outset.", date(2020, 8, 12), "216", "261"),
        ("The French cut-off fell again and again: 420, 399, 391 and 382. That is a fall of {} points.", date(2026, 9, 1), "38", "48"),
        ("All-program rounds fell each time: 510, 504 and 500. All told, that is a drop of {} points.", date(2022, 11, 1), "10", "20"),
        ("Healthcare's highest cut-off (510) and its lowest (462) are {} points apart.", date(2025, 12, 30), "48", "38"),
        ("In 2025 the trades' 505 and the teachers' 462 were {} points apart.", date(2025, 12, 30), "43", "33"),
    ],
)  # fmt: skip
def test_a_difference_from_the_start_along_a_list_or_between_two_figures(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert any(false in claim for claim in wrong(text.format(false), day))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("# September 2026\n\nThe experience class score fell from round to round, by {} points in all.", date(2026, 10, 2), "three", "nine"),
        ("Since 6 July 2022 all-program draws are back. The minimum has come down by {} points.", date(2022, 10, 28), "61", "75"),
        ("Since 6 July 2022 there are general draws. Their cut-off has fallen by {} points.", date(2022, 10, 28), "61", "75"),
    ],
)  # fmt: skip
def test_a_change_over_the_whole_stretch(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert any(false in claim for claim in wrong(text.format(false), day))


def test_what_an_older_draw_had_stood_at():
    assert not wrong("Healthcare was at 463 on 6 July. It had stood 13 points higher at the first draw.")


@pytest.mark.parametrize("by", ["15", "17"])
def test_the_sharpest_step_is_of_whichever_two_draws(by):
    text = (
        f"From July to October 2022 the all-program cut-off fell. The sharpest fall, {by} points, came early."
    )
    assert not wrong(text, date(2022, 10, 28))
