"""Numbers of draws that several types or times had each."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

END = date(2025, 12, 30)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        # Times before the number, and behind it.
        ("In 2025 September and October had {} draws each.", END, "seven", "eight"),
        ("September and October had {} draws each in 2025, while November had six.", END, "seven", "eight"),
        ("Both September and October 2025 saw {} draws.", END, "seven", "six"),
        ("There were {} draws each in September and October 2025.", END, "seven", "five"),
        ("In 2025 September and October had seven draws each, November and December {} each.", END, "six", "five"),
        ("In the third quarter of 2026, July and August had {} draws each, and September had eight.", date(2026, 10, 2), "eight", "seven"),
        ("In 2026 July, August and September brought {} rounds each.", date(2026, 10, 2), "eight", "nine"),
        ("French had {} draws each in March and October 2025.", END, "two", "three"),
        # What stands beside them.
        ("July and August had eight draws each in 2026, and September had {}.", date(2026, 10, 2), "eight", "seven"),
        # Each part of a time.
        ("The Canadian Experience Class had {} draws in each of the last three months of 2025.", END, "two", "three"),
        ("Nominees had {} draws in each month from October to December 2025.", END, "two", "four"),
        ("In 2026 there were {} draws in each month of the third quarter.", date(2026, 10, 2), "eight", "nine"),
        # Types.
        ("Both trades and transport had {} draw in 2026.", date(2026, 9, 20), "one", "two"),
        ("In 2023 agriculture and transport had {} draws each.", date(2024, 1, 4), "two", "three"),
    ],
)  # fmt: skip
def test_what_each_of_several_had(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Together, and of a time in two parts.
        ("September and October had 14 draws in 2025.", END),
        ("There were at least two draws in each month of 2025.", END),
        ("There were two draws in every week of October 2025.", END),
        ("The third quarter of 2025, September alone with seven draws, had 16.", END),
        ("September and October had seven draws each, of 58 in the year.", END),
    ],
)
def test_what_several_had_together(text, day):
    assert not wrong(text, day)
