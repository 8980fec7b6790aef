"""Which of two sums is the greater, without a number that says by how much."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Since New Year there were fifteen draws and 47,876 invitations; this is already {} than the whole of 2016 with its 33,782.", date(2017, 6, 2), "more", "less"),
        ("The five draws came to 23,000, which is {} than all of 2023 put out for French speakers.", date(2025, 1, 3), "more", "less"),
        ("On 13 February 27,332 people of the Canadian Experience Class were invited. Still, it is {} than all CEC draws of 2020 together.", date(2021, 4, 30), "smaller", "bigger"),
        ("# 2023 in review\n\nInvitations rose from 46,539 to 110,266. The total is {} that of 2021, which also had 42 rounds.", date(2024, 1, 3), "below", "above"),
        ("The third quarter of 2026 had the most rounds, but {} invitations than the first.", date(2026, 10, 2), "fewer", "more"),
        ("In 2024 the total, 98,903 invitations, lies {} that of 2023.", date(2025, 1, 3), "below", "above"),
        ("In 2023 there had been 42 draws, with 110,266 invitations between them. In 2024 there were {} draws.", date(2025, 1, 3), "more", "fewer"),
        ("# 2025\n\nJanuary to June brought 41,845 invitations, July to December 72,153: so the second half was {}.", date(2025, 12, 29), "richer", "poorer"),
        ("# The year so far\n\nThis year now has 14 rounds. By the same day of last year, the department had issued many {}.", date(2022, 7, 6), "more", "fewer"),
    ],
)  # fmt: skip
def test_which_is_the_greater(text, day, true, false):
    assert not wrong(text.format(true), day)
    found = wrong(text.format(false), day)
    assert len(found) == 1
    assert next(iter(found)).startswith(false)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Canada issued more than 5,000 invitations in March 2024.", date(2025, 1, 3)),
        ("The draws of December made 19,522 invitations, more than in any other month of 2025.", date(2026, 1, 3)),
        ("In 2023 there had been 42 draws. Fewer invitations than in 2023, in more rounds, that was 2024.", date(2025, 1, 3)),
        ("The client's score is 469. It exceeds the November cut-off by far.", date(2025, 12, 12)),
        ("September had 10,018 invitations, and in October the total rose to 15,647, which is 5,629 more.", date(2025, 11, 2)),
        ("In 2025 nominees had ten draws more.", date(2026, 1, 3)),
        ("Will 2026 bring more than 2025?", date(2026, 10, 3)),
        ("Ontario invited 2,000, less than in 2024.", date(2025, 11, 2)),
        ("Of all years 2019 had the third most, behind 2018 and, by 723, behind 2017 with its 86,023.", date(2020, 1, 3)),
    ],
)  # fmt: skip
def test_what_compares_no_sums_is_left_alone(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        (
            "The second quarter of 2017 was a little {} than the first.",
            date(2017, 7, 5),
            "heavier",
            "lighter",
        ),
        ("2025 was {} than 2024.", date(2026, 1, 4), "busier", "quieter"),
        ("The second half of 2025 was {} than the first.", date(2026, 1, 4), "stronger", "weaker"),
        ("September 2025 was {} than August.", date(2026, 1, 4), "busier", "calmer"),
        ("The fourth quarter of 2024 was {} than the third.", date(2026, 1, 4), "leaner", "richer"),
        ("With its 24 rounds, 2022 was {} than 2021.", date(2023, 1, 4), "thinner", "fuller"),
    ],
)
def test_a_time_that_is_said_to_be_richer_than_another(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)
