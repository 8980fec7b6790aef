"""Times told from a day that was named before."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("day", "text", "claims"),
    [
        ("2025-09-22", "The first French draw of the year came on 19 February. Since then there have been six French draws.", ["six"]),
        ("2025-09-22", "The first French draw of the year came on 19 February. Five more draws have been held since.", []),
        ("2025-09-22", "On 19 February French speakers had a draw. Seven French draws have been held since that day.", ["Seven"]),
        ("2025-09-22", "On 19 February French speakers had a draw. Four French draws have been held since that day.", []),
        ("2025-09-22", "French speakers had a draw on 19 February and five French draws since then.", []),
        ("2024-11-21", "The Canadian Experience Class came back on 31 May 2024. In the five months before there were 15 draws.", ["15"]),
        ("2024-11-21", "The Canadian Experience Class came back on 31 May 2024. In the five months before there were 18 draws.", []),
        ("2024-11-21", "The Canadian Experience Class came back on 31 May 2024. Over the two weeks before that one draw was held.", []),
        # No day is told that they count from.
        ("2024-11-21", "The class came back. Since then there have been four draws.", []),
        ("2024-11-21", "The class came back, and 40 draws have been held since.", []),
        # The time of the sentence itself counts.
        ("2022-07-08", "The last draw was on 14 September 2021. Since then all were for nominees: 13 of them in the first half of this year.", []),
    ],
)  # fmt: skip
def test_since_and_before_are_told_from_the_day_named_before(day, text, claims):
    assert contradicted(text, day) == claims


@pytest.mark.parametrize(
    ("day", "text", "claims"),
    [
        ("2025-11-16", "Since the first round for healthcare, on 28 June 2023, there have been 13 of them.", ["13"]),
        ("2025-11-16", "Since the first round for healthcare, on 28 June 2023, there have been 12 of them.", []),
        ("2024-11-21", "The CEC, since it came back on 31 May, was drawn eight times.", ["eight times"]),
        ("2024-11-21", "The CEC, since it came back on 31 May, was drawn ten times.", []),
        ("2024-11-21", "Since they returned on 31 May, candidates of the CEC had seven draws.", ["seven"]),
        ("2024-03-01", "Since the new year there have been nine rounds.", []),
        ("2024-03-01", "Since the new year there have been eight rounds.", ["eight"]),
    ],
)  # fmt: skip
def test_since_names_its_day_behind_what_happened_on_it(day, text, claims):
    assert contradicted(text, day) == claims


@pytest.mark.parametrize(
    ("day", "text", "claims"),
    [
        ("2024-11-21", "On 19 September the class had a draw. The month ends with four draws.", ["four"]),
        ("2024-11-21", "On 19 September the class had a draw. The month ends with three draws.", []),
        ("2024-11-21", "On 19 September the class had a draw. The month closes with three draws and 5,911 invitations.", []),
        ("2025-02-06", "A year ago to the day there had been five draws.", ["five"]),
        ("2025-02-06", "A year ago, to the day, there had been four draws.", []),
        ("2024-07-19", "July is a busy month: 6 draws in 18 days.", ["6"]),
        ("2024-07-19", "July is a busy month: 7 draws in 18 days.", []),
        ("2026-05-01", "A month with two French draws lies behind us.", []),
    ],
)  # fmt: skip
def test_times_that_others_tell(day, text, claims):
    assert contradicted(text, day) == claims
