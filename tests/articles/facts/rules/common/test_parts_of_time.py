"""Halves and quarters that are named by their number alone, two things with their figures in order, and lists of months."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong

MONTHS = """## Invitations by month in 2025

- January: {}
- February: 11,601
- March: {}
- April: 1,246
- May: {}
"""
FIGURES = ("5,821", "13,261", "2,511")


@pytest.mark.parametrize(
    ("text", "day", "figures", "slips"),
    [
        ("The two quarters were unlike. The first had 19 draws and {} invitations, the second 15 draws and {}.",
         date(2026, 7, 2), ("55,830", "33,237"), ("58,530", "32,337")),
        ("The two halves of 2019 were alike: {} invitations in the first, {} in the second.",
         date(2020, 1, 5), ("41,800", "43,500"), ("48,100", "45,300")),
        ("The year 2019 was even. The first half-year, therefore, {}; the second, {}.",
         date(2020, 1, 5), ("41,800", "43,500"), ("48,100", "45,300")),
        ("In 2025 the second quarter as a whole brought {} invitations, against {} in the first.",
         date(2026, 1, 5), ("11,162", "30,683"), ("11,612", "33,683")),
        ("In the second half of 2024 there were {} invitations; in the first, {}.",
         date(2025, 1, 6), ("55,449", "43,454"), ("54,549", "44,354")),
        ("In the two years 2023 beat 2022 by far, {} invitations to {}.",
         date(2024, 1, 5), ("110,266", "46,539"), ("101,266", "46,953")),
        ("In 2025 French was ahead of the Canadian Experience Class: {} invitations against {}.",
         date(2026, 1, 5), ("48,000", "35,850"), ("40,800", "38,550")),
        ("March was far busier than April this year: {} invitations against {}.",
         date(2025, 12, 5), ("13,261", "1,246"), ("13,621", "1,426")),
        ("Last year had 86,023 invitations. The second half was weaker than the first: {} invitations against {}.",
         date(2018, 1, 3), ("34,738", "51,285"), ("37,438", "52,185")),
    ],
)  # fmt: skip
def test_a_part_that_is_named_by_its_number(text, day, figures, slips):
    assert not wrong(text.format(*figures), day)
    assert set(figures) <= right(text.format(*figures), day)
    for place, slip in enumerate(slips):
        assert set(wrong(text.format(*figures[:place], slip, *figures[place + 1 :]), day)) == {slip}


def test_a_number_that_is_of_no_part():
    assert not wrong(
        "Half of them are nurses. The first draw of 2025 had 471 invitations, the second 1,350.",
        date(2025, 2, 1),
    )


def test_a_number_that_is_of_a_draw():
    text = "In the last quarter of 2025 there were two healthcare draws. The first had 3,500 invitations, the second 1,000."
    assert not wrong(text, date(2026, 1, 6))


def test_lines_of_months():
    day = date(2025, 6, 20)
    assert set(FIGURES) <= right(MONTHS.format(*FIGURES), day)
    assert wrong(MONTHS.format("5,821", "13,621", "2,151"), day) == {"13,621": "13,261", "2,151": "2,511"}
