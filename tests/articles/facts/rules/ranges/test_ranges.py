"""From the lowest to the highest."""

from datetime import date

import pytest

from articles.facts.model import Status
from tests.articles.facts.rules.saying import findings, right, wrong


@pytest.mark.parametrize(
    ("text", "day", "claim"),
    [
        ("This week the cut-offs ran from 439 to 511.", date(2023, 7, 8), "439 to 511"),
        ("In 2018, general cut-offs lay between 438 and 456.", date(2019, 1, 2), None),
        (
            "The cut-offs of the three draws from 28 September to 1 October 2026 ran from 476 to 518.",
            date(2026, 10, 2),
            None,
        ),
    ],
)
def test_a_range_of_the_record_agrees(text, day, claim):
    found = wrong(text, day)
    if claim:
        assert not found
        assert claim in right(text, day)


@pytest.mark.parametrize(
    ("text", "day", "claims"),
    [
        ("This week the cut-offs ran from 435 to 511.", date(2023, 7, 8), {"435": "439"}),
        (
            "So far this year the general cut-off has lain between 442 and 456.",
            date(2018, 6, 1),
            {"442": "440"},
        ),
        ("The lowest cut-off of the week of 3 July was 463.", date(2023, 7, 8), {"463": "439"}),
        (
            "PNP draws were frequent in 2025: 24 of them, between 152 and 1,123 invitations.",
            date(2025, 12, 31),
            {"152": "125"},
        ),
    ],
)
def test_the_end_that_is_wrong_is_named(text, day, claims):
    assert wrong(text, day) == claims


def test_nominees_are_never_mixed_with_others():
    text = "In the week of 28 September 2026 the cut-offs ran from 476 to 725."
    assert wrong(text, date(2026, 10, 2)) == {"725": "518"}


def test_the_change_has_a_live_reference():
    [found] = [
        item
        for item in findings("This week the cut-offs ran from 435 to 511.")
        if item.status is Status.CONTRADICTED
    ]
    assert (found.rule, found.replacement, found.live) == ("ranges", "439", "[[draws week=2023-W27 lowest]]")


@pytest.mark.parametrize(
    "text",
    [
        "The cut-off fell from 476 to 463.",
        "Most candidates in the pool have scores between 451 and 500.",
        "The earlier ones this year had cut-offs between 481 and 490.",
    ],
)
def test_moves_and_bands_are_no_ranges(text):
    assert not wrong(text)


def test_an_answer_is_held_against_its_question():
    question = {"question-1": "What was the highest PNP cut-off ever?"}
    day = date(2025, 9, 30)
    assert "920" in wrong("920, on May 30, 2018.", day, name="answer-1", **question)
    assert not wrong("902, on May 30, 2018.", day, name="answer-1", **question)


def test_a_range_is_of_the_type_spoken_of_or_of_none() -> None:
    text = "The trades category was drawn in 2023 and 2024. {} cut-offs between 388 and {}."
    assert wrong(text.format("They had", "436"), date(2024, 8, 20)) == {}
    assert wrong("Those of 2023 and 2024 had cut-offs between 430 and 435.", date(2024, 8, 20)) == {}
    assert wrong("Last year's quarter had CEC cut-offs from 507 to 515.", date(2025, 10, 3)) == {}
    text = "CEC cut-offs ranged from 507 to {} in 2024."
    assert wrong(text.format("547"), date(2025, 1, 5)) == {}
    assert wrong(text.format("574"), date(2025, 1, 5)) == {"574": "547"}


def test_a_range_is_of_as_many_draws_as_are_told_of() -> None:
    text = "The eleven rounds of 2024 that are not of a category had cut-offs between 524 and 549."
    assert wrong(text, date(2025, 1, 5)) == {}


def test_a_range_that_no_word_calls_one_of_cut_offs() -> None:
    on = date(2025, 1, 2)
    assert wrong("In 2024 the all-program draws moved between 524 and 549.", on) == {}
    assert wrong("In 2024 the all-program draws moved between 525 and 549.", on) == {"525": "524"}
    # Both ends are of something else.
    assert wrong("In 2024 everybody between 501 and 600 could hope for a general draw.", on) == {}


def test_regular_rounds_are_not_all_of_a_year() -> None:
    assert not wrong("Every regular round of 2018 ended between 439 and 456.", date(2019, 2, 1))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        # "The latter", draws before the newest, as many as are told of, a word that is for both ends.
        ("The CEC and nominees were drawn last. The latter have had 13 draws this year, with cut-offs from 674 to {}.", date(2022, 7, 7), "808", "796"),
        ("The trades draw of September 18 closed at 505; the earlier rounds had ended between 388 and {}.", date(2025, 9, 19), "436", "463"),
        ("From October to Christmas it was nominees alone: six rounds, cut-offs between 685 and {}.", date(2021, 12, 30), "744", "764"),
        ("Provincial nominees had five draws of their own in 2023, at cut-offs that, thanks to the 600 points, ranged from 691 to {}.", date(2024, 1, 5), "791", "776"),
        ("Within the CEC, the 27 rounds of 2020 and 2021 show cut-offs from 75 to {}.", date(2023, 1, 5), "467", "476"),
    ],
)  # fmt: skip
def test_ranges_of_draws_that_no_time_tells(text: str, day: date, true: str, false: str) -> None:
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


def test_a_time_behind_a_range_that_is_of_something_else() -> None:
    text = (
        "The French cut-offs of 2025 ranged from 379 to 481, and since August they have fallen by 82 points."
    )
    assert not wrong(text, date(2025, 12, 18))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Health: four draws this year with 7,500 invitations, cut-offs from {} to 510.", date(2025, 9, 19), "470", "475"),
        ("# 2025\n\nFrench: nine rounds, 48,000 invitations, cut-offs from 379 to {}.", date(2026, 1, 2), "481", "446"),
    ],
)  # fmt: skip
def test_the_ends_of_a_range_do_not_tell_which_draws_it_is_of(
    text: str, day: date, true: str, false: str
) -> None:
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    ("text", "day", "true", "false", "end"),
    [
        # Of as many draws of the type as are counted; of the whole of its time; as "the band".
        ("It is the smallest of the four transport draws held to date, whose scores have run from {} to 470.", date(2026, 8, 8), "430", "435", "430"),
        ("Nominees have had ten draws in 2020, their cut-offs go from {} to 808.", date(2020, 8, 21), "687", "692", "687"),
        ("French, over its whole history, has spanned {} to 486.", date(2026, 10, 15), "336", "365", "336"),
        ("For the year so far, the band for all-program rounds is {} to 456.", date(2018, 10, 31), "440", "436", "440"),
        # A month beside each end is when that was.
        ("The 19 all-program draws of 2023 swung between 481 in March and {} in December.", date(2023, 12, 29), "561", "542", "561"),
    ],
)  # fmt: skip
def test_a_range_by_what_tells_its_draws(text, day, true, false, end):
    assert not wrong(text.format(true), day)
    assert wrong(text.format(false), day) == {false: end}


def test_sizes_beside_cutoffs_are_none():
    text = "Eighteen nominee rounds have been held in 2025, their cut-offs ranging from 667 to 855 and their sizes from 125 to 825."
    assert not wrong(text, date(2025, 10, 2))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Without a draw that is left out; an earlier low; of draws of a type that nobody names.
        ("The class was drawn 17 times in 2021. Leave 13 February aside, and the lowest cut-off of the year was 357.", date(2021, 9, 16)),
        ("The French draw of 1 February 2024 went down to 336, well below the earlier low of 375.", date(2024, 2, 2)),
        ("In 2023 the range had been from 375 to 486; this year it has been wider.", date(2024, 12, 20)),
        ("General rounds moved from a low of 481 in March 2023 to a high of 561 on 6 December.", date(2024, 1, 9)),
    ],
)  # fmt: skip
def test_ends_of_other_draws_are_not_accused(text, day):
    assert not {"357", "375", "561"} & set(wrong(text, day))
