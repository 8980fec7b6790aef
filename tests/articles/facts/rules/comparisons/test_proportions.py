"""Percentages and multiples."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

HEALTHCARE = "The healthcare draw of 6 July 2023 had 1,500 invitations, "


@pytest.mark.parametrize(
    "text",
    [
        HEALTHCARE + "three times as many as on 28 June.",
        HEALTHCARE + "200 per cent more than on 28 June.",
        "In our poll, 54 per cent asked for larger healthcare draws.",
        "The pool grew by 20 per cent.",
    ],
)
def test_what_is_so_and_what_is_no_matter_of_the_record(text):
    assert not wrong(text)


def test_another_multiple_is_wrong():
    assert wrong(HEALTHCARE + "twice as many as on 28 June.") == {"twice as many": "3 times"}


def test_another_percentage_is_wrong():
    text = "The CEC draw of 27 August 2024 had 3,300 invitations, 20 per cent more than on August 14."
    assert wrong(text, date(2024, 8, 28)) == {"20": "3"}


def test_percentages_between_years_are_of_their_sums():
    text = "IRCC invited 107,350 candidates in 2020, up {} per cent from the 85,300 of 2019."
    assert not wrong(text.format(26), date(2020, 12, 30))
    assert wrong(text.format(36), date(2020, 12, 30)) == {"36": "26"}


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        (
            "The STEM draw of 8 December 2023 had 5,900 invitations, {} times the number of the draw of 5 July 2023.",
            date(2023, 12, 9),
            "more than eleven",
            "more than fifteen",
        ),
        (
            "The trades draw of 2 April 2026 had 3,000 invitations and that of 18 September 2025 had 1,250: they {}.",
            date(2026, 4, 20),
            "more than doubled",
            "more than trebled",
        ),
        (
            "In 2025 as a whole, {} per cent of the 113,998 invitations went to candidates with strong French, 48,000 in all.",
            date(2026, 1, 3),
            "42",
            "52",
        ),
        (
            "In 2024 there were 23,000 French invitations and in 2025 there were 48,000, up {} per cent.",
            date(2026, 1, 3),
            "109",
            "80",
        ),
    ],
)
def test_shares_and_multiples_of_what_the_words_allow(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert len(wrong(text.format(false), day)) == 1


def test_a_share_of_people_is_no_matter_of_the_record():
    assert not wrong(
        "About 90 per cent of applicants are approved, IRCC said of the French draws.", date(2026, 1, 3)
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The year 2025 had 113,998 invitations, against 98,903 in 2024. That is up 15 per cent.", set()),
        ("The year 2025 had 113,998 invitations, against 98,903 in 2024. That is up 25 per cent.", {"25"}),
        ("Invitations to French speakers rose from 23,000 to 48,000: plus 109 per cent.", set()),
        ("Invitations to French speakers rose from 23,000 to 48,000: plus 92 per cent.", {"92"}),
        ("More than two in five invitations of 2025, 42 per cent, went to French speakers.", set()),
    ],
)
def test_percentages_of_two_stated_figures(text, found):
    assert set(wrong(text, date(2026, 1, 5))) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("In 2024 so far there were 68,579 invitations, and July alone accounts for 37 per cent of them.", date(2024, 8, 2), {}),
        ("In 2024 so far there were 68,579 invitations, and July alone accounts for 43 per cent of them.", date(2024, 8, 2), {"43": "37"}),
        ("Nominees lost nearly 30 per cent: they had 15,483 in 2024.", date(2025, 12, 30), {}),
    ],
)  # fmt: skip
def test_shares_of_a_month_and_losses(text, day, found):
    assert wrong(text, day) == found


def test_a_large_figure_of_another_year_makes_it_a_comparison_of_years():
    text = "French had nine rounds in 2025 and 48,000 invitations. That is {} the 32,000 of the year before."
    assert not wrong(text.format("more than twice"), date(2026, 1, 5))


def test_the_canadian_experience_class_speaks_of_no_experience():
    text = "In 2025, {} per cent of all invitations went to the Canadian Experience Class."
    assert not wrong(text.format(31), date(2026, 1, 3))
    assert set(wrong(text.format(60), date(2026, 1, 3))) == {"60"}


@pytest.mark.parametrize(
    "words",
    [
        "less than half of what the class demanded",
        "not even half of that of the class",
        "or about half of what the front door demands",
    ],
)
def test_a_share_behind_a_score_is_one_of_scores(words):
    text = f"The physicians' round of 3 September invited 229 doctors and the score was 198, {words}."
    assert not wrong(text, date(2026, 9, 20))


def test_a_multiple_of_the_number_behind_a_score_is_one_of_invitations():
    text = "On 10 July 500 senior managers were invited at 392, {} the number of their March draw."
    assert not wrong(text.format("twice"), date(2026, 7, 12))
    assert wrong(text.format("three times"), date(2026, 7, 12))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bar for tradespeople has more than doubled since the first stand-alone round in 2017.", date(2020, 8, 12)),
        ("On 2 September 2026 physicians were invited in a round of 229; the score required was 198, less than half of what the CEC round demanded.", date(2026, 9, 20)),
        ("The threshold of the French draws has halved since the number of rounds grew.", date(2026, 8, 20)),
        ("Where did you read that 40 per cent of those invited never apply?", date(2017, 11, 10)),
        ("The hurdle in the last CEC round was twice the one of February 2021.", date(2021, 9, 16)),
    ],
)  # fmt: skip
def test_a_multiple_of_scores_or_of_applicants_is_none_of_sizes(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(("words", "is_wrong"), [("more than twice", False), ("more than three times", True)])
def test_a_multiple_is_not_turned_round(words, is_wrong):
    text = f"Last year Canada sent 110,266 invitations through Express Entry, {words} as many as in 2022."
    assert bool(wrong(text, date(2024, 1, 9))) is is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "French rounds were many. Over the twelve months, measured against a total of 110,266, the proportion falls to 12.3 per cent.",
        "The share of the class rose to 64 per cent in the second half of last year, with more invitations than before, measured against everything.",
    ],
)
def test_a_share_that_moved_may_be_of_what_was_told_before(text):
    assert not wrong(text, date(2024, 1, 9))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("# October in review\n\nFrench speakers had {} per cent of the month.", date(2025, 11, 2), 67, 47),
        ("# October in numbers\n\nFrench took {} per cent of the month's invitations.", date(2025, 11, 3), 67, 47),
        ("# September 2025\n\nFrench speakers got {} per cent of the month's invitations.", date(2025, 10, 2), 45, 35),
        ("# September 2025\n\nThe class received {} per cent of the invitations for the month.", date(2025, 10, 2), 10, 20),
        ("# The first quarter of 2025\n\nFrench had {} per cent of the quarter's invitations.", date(2025, 4, 9), 60, 77),
    ],
)  # fmt: skip
def test_shares_of_the_month_that_the_heading_names(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {str(false)}


def test_a_share_of_the_month_that_the_heading_names_behind_another_month():
    text = "# October in review\n\nOttawa issued 15,647 invitations. September had only 10,018.\n\nThe two French rounds add up to 10,500. That is about 67 per cent of the month."
    assert not wrong(text, date(2025, 11, 1))


TABLE = """# Seven Wednesdays

| Date | Invitations | Cut-off |
| --- | --- | --- |
| 6 July 2022 | 1,500 | 557 |
| 20 July 2022 | 1,750 | 542 |
| 3 August 2022 | 2,000 | 533 |
| 28 September 2022 | 3,750 | 504 |

"""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (TABLE + "The last draw was two and a half times as big as the first.", date(2022, 10, 1)),
        (TABLE + "The latest draw was more than twice as large as the first one.", date(2022, 10, 1)),
        ("The French draw of 19 February 2025 invited 6,500, more than twice what the deceased managed.", date(2025, 3, 2)),
        ("The French draw of 19 February 2025 invited 6,500, three times what my uncle hoped.", date(2025, 3, 2)),
        ("The last general round had 2,095 invitations, and the French one before it 1,280. General rounds, although none has been held since 23 April 2024, still make up 49 per cent of everything.", date(2026, 10, 15)),
        ("Over the year the proportion falls to 23.5 per cent, the first half having general draws.", date(2024, 1, 9)),
    ],
)  # fmt: skip
def test_what_the_record_does_not_know_is_not_called_wrong(text, day):
    assert not wrong(text, day)
