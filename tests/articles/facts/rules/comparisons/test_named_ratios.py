"""Multiples and shares of figures that the words themselves set beside each other."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("On Saturday the CEC draw had 27,332 invitations. It is the biggest draw of all, almost {} times the old record of five thousand.", date(2021, 2, 15), "five and a half", "three and a half"),
        ("Saturday's CEC draw had 27,332 invitations. The former record was 5,000, reached in 2020. Saturday's draw was more than {} times as large.", date(2021, 2, 17), "five", "six"),
        ("# December 2025\n\nThe Canadian Experience Class received 11,000 of the month's invitations, {} as many as in November, when two rounds brought 2,000.", date(2026, 1, 2), "more than five times", "twice"),
        ("Yesterday 400 people were invited in agriculture. For the year the count is 110,266 invitations. That is more than {} last year's 46,539 and the highest total.", date(2023, 12, 22), "double", "triple"),
        ("The draw of 21 December had 400 invitations. The year had 110,266 invitations. This figure is {} times the number of last year, which was 46,539.", date(2023, 12, 22), "about two and a half", "four"),
        ("In all of 2020 there were 107,350 invitations; Saturday's draw alone comes to about {} per cent of that.", date(2021, 2, 14), "25", "35"),
        ("# 2023\n\nCategories account for 25,870 of the year's invitations, about a {}.", date(2024, 1, 3), "quarter", "third"),
        ("# Summer, 1 July to 20 August 2026\n\nFrench speakers got 20,000 of the invitations: {} of the whole.", date(2026, 8, 21), "four fifths", "half"),
    ],
)  # fmt: skip
def test_of_two_figures(text, day, true, false):
    assert not wrong(text.format(true), day)
    found = wrong(text.format(false), day)
    assert len(found) == 1
    assert next(iter(found)).removeprefix("a ").strip().startswith(false.split(" ")[0])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The STEM draw of 8 December 2023 had 5,900 invitations. The one of 5 July was a small test with 500, so the new one is almost twelve times as big.", date(2023, 12, 9)),
        ("The first healthcare draw, on 28 June, had 500 invitations. The second healthcare draw came a week later and was three times as large.", date(2023, 7, 8)),
        ("The cut-off has fallen by fifteen points, roughly a quarter of the whole fall of this year.", date(2017, 6, 8)),
        ("It equals about a quarter of the whole of 2020, which had 107,350 invitations.", date(2021, 2, 17)),
    ],
)  # fmt: skip
def test_of_other_things(text, day):
    assert not wrong(text, day)
