"""Sums beside numbers of draws where no draws have both."""

import pytest

from tests.articles.facts.rules.judging import contradicted

LAST = "The last draw of the Canadian Experience Class took place on 14 September 2021."


@pytest.mark.parametrize(
    ("day", "text", "claims"),
    [
        ("2022-07-08", f"{LAST} After it came 20 draws in a row for nominees alone, with 16,599 invitations.", ["20"]),
        ("2022-07-08", f"{LAST} After it came 21 draws in a row for nominees alone, with 16,599 invitations.", []),
        ("2021-02-17", "2021 now stands at 36,708 invitations from six draws.", ["36,708 invitations from six"]),
        ("2021-02-17", "2021 now stands at 37,986 invitations from six draws.", []),
        ("2021-02-17", "The class now stands at 36,708 invitations from three CEC draws in 2021.", []),
        ("2022-12-01", "August, with three draws, made 7,000 invitations; October, with three, made 9,000.", ["three"]),
        ("2022-12-01", "August, with three draws, made 7,000 invitations; October, with two, made 9,000.", []),
        # A sum to the unit of all that there were is right, and the time before it is that of other words.
        ("2026-08-10", "On August 7 transport had 300 invitations, the first transport round since December 20, 2023. Altogether there have been three, with 2,945 invitations.", ["December 20, 2023", "three, with 2,945"]),
        ("2026-08-10", "On August 7 transport had 300 invitations, the first round since 13 March 2024. Altogether there have been four, with 2,945 invitations.", []),
        # Each of them, or loosely told.
        ("2023-07-08", "In the week of 3 July there were four draws, with 700 to 1,500 invitations each.", []),
        ("2025-01-06", "In 2024 about 52 draws made some 99,000 invitations.", []),
    ],
)  # fmt: skip
def test_no_draws_have_both(day, text, claims):
    assert contradicted(text, day) == claims


def test_a_figure_that_each_may_have_had_is_no_sum():
    text = "Nominees had 25 rounds in 2021. For the CEC, four rounds had 6,000 invitations, two in April and two in June."
    assert not contradicted(text, "2021-12-31")
