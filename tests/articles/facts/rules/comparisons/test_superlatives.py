"""Lowest, highest, largest."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The French draw of 7 July 2023 had the lowest cut-off since September 2020.", date(2023, 7, 8)),
        (
            "The French draw of 12 July 2023 had the largest number of invitations of the week.",
            date(2023, 7, 14),
        ),
        ("The trades draw of 1 October 2026 was the largest trades draw ever.", date(2026, 10, 2)),
        ("The general draw of 4 July 2023 was the smallest general draw on record.", date(2023, 7, 8)),
        ("The PNP draw of 2 September 2022 was the lowest.", date(2023, 7, 8)),
    ],
)
def test_what_is_extreme_agrees(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "claim"),
    [
        (
            "The French draw of 19 August 2026, at 382, had the lowest cut-off since March 2024.",
            date(2026, 8, 20),
            "lowest cut-off since March 2024",
        ),
        (
            "The trades draw of 2 April 2026, with 3,000 invitations, was the second-largest trades draw ever.",
            date(2026, 4, 4),
            "second-largest trades draw ever",
        ),
        (
            "The healthcare draw of 6 July 2023 had the highest healthcare cut-off ever.",
            date(2023, 7, 8),
            "highest healthcare cut-off ever",
        ),
        (
            "The French draw of 6 February 2026 was the largest draw of any kind since 2019.",
            date(2026, 2, 7),
            "largest draw of any kind since 2019",
        ),
    ],
)
def test_what_is_not_is_wrong(text, day, claim):
    assert claim in wrong(text, day)


def test_the_draw_that_shows_it_is_named():
    text = "The French draw of 19 August 2026, at 382, had the lowest cut-off since March 2024."
    assert wrong(text, date(2026, 8, 20))["lowest cut-off since March 2024"] == "379 (2025-03-21)"


@pytest.mark.parametrize(
    "text",
    [
        "A cut-off is the score of the lowest-ranked candidate who was invited.",
        "Until yesterday the largest round of all had 5,000 invitations.",
        "IRCC held 58 rounds and issued 113,998 invitations, the most since 2021.",
    ],
)
def test_other_superlatives_are_left_alone(text):
    assert not wrong(text, date(2025, 12, 31))


def test_what_agrees_is_said():
    text = "The French draw of 7 July 2023 had the lowest cut-off since September 2020."
    assert "lowest" in right(text)


def test_the_second_largest_of_its_type_is_not_made_so_by_a_draw_of_another():
    text = "The trades draw of 1 October 2026, with 3,500 invitations, was the {} that this group has seen."
    assert not wrong(text.format("largest"), date(2026, 10, 3))
    assert wrong(text.format("second largest"), date(2026, 10, 3))


@pytest.mark.parametrize(
    "text",
    [
        "The largest, in November 2017, invited 505 people.",
        "The year closed at 89,800 invitations; the total is the largest of any year so far.",
    ],
)
def test_which_draw_or_which_year_is_meant_is_said_beside_it(text):
    assert not wrong("Trades had two rounds in 2017 and two in 2018. " + text, date(2018, 12, 30))


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("On 1 October 2026 trades had 3,500 invitations. It was the {} trades round on record.", date(2026, 10, 3), ("largest", "second-largest")),
        ("In July the score fell to 357, the {} CEC cut-off on record.", date(2021, 7, 30), ("second-lowest", "third-lowest")),
        ("On 24 June 2026 physicians had 271 invitations at 223, the {} since Express Entry began.", date(2026, 6, 30), ("fourth-lowest", "second-lowest")),
    ],
)  # fmt: skip
def test_the_draw_that_a_rank_is_said_of(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    assert any(claim.startswith(false) for claim in wrong(text.format(false), day))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The only draw for military recruits, on 23 July, is the second-smallest on record, with four invitations.", "second-smallest on record"),
        ("The only draw for military recruits, on 23 July, is the smallest on record, with four invitations.", None),
        ("The draw of 2 April 2026 was for trades. It was the highest cut-off the category has seen.", "highest cut-off the category has seen"),
        ("The draw of 18 September 2025 was for trades. It was the highest cut-off the category has seen.", None),
        ("# 2024\n\nFebruary was also the month of the smallest draw of the year.", None),
    ],
)  # fmt: skip
def test_records_of_a_type_and_of_all(text, claim):
    assert list(wrong(text, date(2026, 9, 22))) == ([claim] if claim else [])


@pytest.mark.parametrize("whole", ["whole", "entire", "full"])
def test_the_record_that_all_draws_stand_in_is_no_extreme(whole):
    text = f"On 19 February 2026 doctors were invited at 169 points. Only one draw in the {whole} record had a lower line, namely in February 2021."
    assert not wrong(text, date(2026, 2, 21))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("19 August, cut-off 382: the {} of the year for French.", date(2026, 9, 7), "lowest", "second lowest"),
        ("The CEC draw of 13 February stopped at 75. Thursday's, at 400, is therefore the {} CEC cut-off on record.", date(2021, 4, 30), "second-lowest", "lowest"),
    ],
)  # fmt: skip
def test_a_rank_is_one_among_the_draws_of_its_own_time(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert any(claim.startswith(false) for claim in wrong(text.format(false), day))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Senior managers had three draws; on 16 September 250 were invited at 389, their {} cut-off.", date(2026, 10, 16), "lowest", "highest"),
        ("Its cut-off of 436 on 4 July was the {} a trades draw has had.", date(2024, 8, 1), "highest", "lowest"),
        ("On 26 October 2023 health workers were invited at 431, the {} score ever in a healthcare draw.", date(2023, 10, 27), "lowest", "highest"),
        ("The physicians' 169 of 19 February 2026 is the {} cut-off ever, the lowest being the 75 of February 2021.", date(2026, 2, 23), "second-lowest", "third-lowest"),
    ],
)  # fmt: skip
def test_whose_extreme_it_is_may_be_said_in_other_words(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert any(false in claim for claim in wrong(text.format(false), day))


@pytest.mark.parametrize(
    "text",
    [
        "The French draw of 9 July 2026 closed at 420, their highest cut-off.",
        "On 17 December 2025 French speakers were invited at 399. In December they saw their lowest cut-off.",
    ],
)
def test_what_may_be_of_another_time_is_left_alone(text):
    assert not wrong(text, date(2026, 7, 20))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Wednesday's 413 is the {} all-program score since the system began.", date(2017, 6, 5), "lowest", "highest"),
        ("The French draw of 29 February 2024 ended at 336, the {} French cut-off in the history of Express Entry.", date(2024, 3, 4), "lowest", "highest"),
        ("The trades draw of 18 September 2025 stopped at 505, the {} trades cut-off since Express Entry began.", date(2025, 9, 20), "highest", "lowest"),
    ],
)  # fmt: skip
def test_a_type_that_is_named_with_the_whole_history_is_what_it_is_an_extreme_of(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert any(false in claim for claim in wrong(text.format(false), day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 13 February 2021 the CEC cut-off was 75. The next lowest mark of the year in that class was 357.", date(2021, 12, 28)),
        ("The CEC draw of 13 February 2021 stood at 75. Leave that day aside, and the lowest cut-off of the year was 357.", date(2021, 9, 16)),
        ("The CEC draw of 16 September 2021 was at 462; not counting February, the lowest of the year was another.", date(2021, 9, 16)),
        ("The highest cut-off, in September, came with 291 invitations. The smallest draw was of 125 nominees on 2 June.", date(2026, 1, 2)),
        ("On 1 February 2024 French speakers got 7,000 invitations. It was the largest of any type this year, ahead of the CEC draw of 17 July.", date(2024, 12, 20)),
        ("The French draw of 1 February 2024 had 7,000 invitations, as big as the biggest all-program rounds of last March.", date(2024, 3, 1)),
        ("To 523 on 18 August: that came with the smallest CEC round of the year.", date(2026, 9, 20)),
        ("The Canadian Experience Class had two rounds in July. Its first July round was the largest of the year in that program.", date(2024, 8, 2)),
    ],
)  # fmt: skip
def test_an_extreme_of_fewer_than_all_or_of_another_draw_is_left_alone(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 10 December 2025 the CEC round had 6,000 invitations. The CEC round is the largest for this class in 2025.", date(2025, 12, 12)),
        ("On 1 February 2024, 7,000 French speakers were invited. The French draw is still the largest of 2024.", date(2024, 3, 20)),
        ("On 17 July 2024 the CEC draw had 6,300 invitations. The round for the Canadian Experience Class is the largest in 2024.", date(2024, 7, 20)),
    ],
)  # fmt: skip
def test_a_type_with_a_year_does_not_name_the_first_draw_of_that_year(text, day):
    assert not wrong(text, day)


def test_a_step_in_points_is_no_size():
    text = (
        "The all-program draw of November 9 had 4,750 invitations at 494. The biggest single step was the first one. "
        "The smallest, just two points, came between the last draw of October and November 9."
    )
    assert not wrong(text, date(2022, 11, 11))
