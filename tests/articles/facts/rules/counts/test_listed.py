"""Figures of several types side by side."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

NOVEMBER = date(2025, 11, 29)
COUNTS = "IRCC held six rounds in November: {} for provincial nominees, two for the Canadian Experience Class, one for healthcare and one for French."
SUMS = "In November French speakers got 6,000 invitations, healthcare workers {}, CEC candidates 2,000 and provincial nominees 1,491."
SHARES = "CEC candidates received 27 per cent of the invitations of 2024, French speakers {} per cent and provincial nominees 16 per cent."


def test_counts_of_types():
    assert not wrong(COUNTS.format("two"), NOVEMBER)
    assert wrong(COUNTS.format("three"), NOVEMBER) == {"three": "2"}


def test_sums_of_types():
    assert not wrong(SUMS.format("3,500"), NOVEMBER)
    assert wrong(SUMS.format("3,050"), NOVEMBER) == {"3,050": "3,500"}


def test_shares_of_types():
    assert not wrong(SHARES.format(23), date(2024, 12, 20))
    assert wrong(SHARES.format(33), date(2024, 12, 20)) == {"33": "23"}


def test_a_poll_is_none_of_the_records():
    text = "In the poll, 71 per cent asked for general draws, 55 per cent for CEC draws and 16 per cent for nominees."
    assert not wrong(text, date(2024, 12, 20))


def test_draws_of_particular_days_are_left_to_their_own_rule():
    text = "On 5 July 2023, 500 STEM candidates were invited, and on 12 July 2023 3,900 French speakers."
    assert not wrong(text, date(2023, 7, 14))


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # Behind a colon, under a time that stands before, with days that are no draws' own.
        (
            "By the end of 2024 the count was: French eleven draws, healthcare three, and two each for trades.",
            date(2024, 12, 30),
            {},
        ),
        (
            "By the end of 2024 the count was: French eleven draws, healthcare four, trades two.",
            date(2024, 12, 30),
            {"four": "3"},
        ),
        (
            "Seven category draws have been held since 28 June: three French, two healthcare, one STEM, two trades.",
            date(2023, 8, 20),
            {"two": "1"},
        ),
        ("In 2025 education had two draws, trades one and transport one.", date(2025, 12, 30), {"one": "0"}),
        # Times instead of types.
        (
            "By month: July 15,549, August 16,811, September 11,288 invitations.",
            date(2026, 10, 2),
            {"16,811": "15,811"},
        ),
        ("In 2018 there were 89,800 invitations, in 2019 85,300.", date(2020, 1, 10), {}),
        ("In 2018 there were 89,800 invitations, in 2019 83,500.", date(2020, 1, 10), {"83,500": "85,300"}),
        (
            "The quarters of 2025 brought 30,683, 11,162, 23,993 and 48,610 invitations.",
            date(2026, 1, 5),
            {"48,610": "48,160"},
        ),
        # Sentences and lines on end, each with a type of its own.
        (
            "Draws of 2025 so far:\n\n- French: nine, with 48,000 invitations\n- CEC: fifteen, with 35,850\n- education: three, with 3,500\n",
            date(2025, 12, 30),
            {"three": "2"},
        ),
        # What stands with a figure is no sum, or no type's.
        ("In 2025, education cut-offs were 479 and 462, trades 505.", date(2025, 12, 30), {}),
        ("Of the lists, STEM has 11 occupations, education five and transport four.", date(2026, 3, 20), {}),
    ],
)
def test_figures_beside_each_other(text, day, found):
    assert wrong(text, day) == found


LINES = (
    "The year 2024 in a list.\n\n- Provincial nominees: 14 rounds\n- French: {} rounds, 23,000 invitations\n"
    "- Canadian Experience Class: 10 rounds, cut-offs from 507 to {}\n- **French:** 11 draws. Scores moved from {} to 478.\n"
)


@pytest.mark.parametrize(
    ("count", "high", "low", "found"),
    [
        (11, 547, 336, {}),
        (12, 547, 336, {"12": "11"}),
        (11, 539, 336, {"539": "547"}),
        (11, 547, 365, {"365": "336"}),
    ],
)
def test_lines_of_types_are_of_one_time_their_ranges_too(count, high, low, found):
    assert wrong(LINES.format(count, high, low), date(2025, 1, 3)) == found


@pytest.mark.parametrize(
    ("high", "found"),
    [(808, {}), (796, {"796": "808"}), (752, {"752": "808"})],
)
def test_a_range_is_of_the_draws_that_are_as_many_as_is_told(high, found):
    text = f"In July it began at 557.\n\nProvincial nominees had 13 rounds, with cut-offs from 674 to {high}."
    assert wrong(text, date(2022, 12, 20)) == found


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Health care had seven draws in 2025, one in May, one in June and {} in July.", date(2025, 12, 30), "one", "two"),
        ("In 2025 French had nine draws: one in February, {} in March, one in August.", date(2025, 12, 30), "two", "three"),
        ("The CEC had 17 draws in 2021, {} of them in January, one in February and three in April.", date(2021, 12, 31), "two", "four"),
        ("Provincial nominees had 24 rounds in 2025, three in June, {} in September.", date(2025, 12, 30), "three", "five"),
        ("French speakers had eleven draws in 2024, two in February, one in March and {} in July.", date(2025, 1, 4), "two", "three"),
        ("In 2020 the Canadian Experience Class had ten rounds, one in March, three in April, {} in May.", date(2021, 1, 4), "two", "one"),
        ("French had nine draws in 2025, {} of which were held in March.", date(2025, 12, 30), "two", "three"),
        ("Of the nine French draws of 2025, {} were held in October.", date(2025, 12, 30), "two", "three"),
        ("In 2024 there were eleven French draws, including {} in July.", date(2025, 1, 4), "two", "three"),
        ("Health care had seven draws in 2025, {} of them in the fourth quarter.", date(2025, 12, 30), "three", "four"),
    ],
)  # fmt: skip
def test_parts_of_what_a_type_had_are_of_that_type(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("58 draws in 2025, {} in 2024.", date(2026, 1, 4), "52", "50"),
        ("There were 58 draws in 2025 and {} the year before.", date(2026, 1, 4), "52", "48"),
        ("After 52 draws in 2024, 2025 brought {}.", date(2026, 1, 4), "58", "56"),
        ("Seven draws in September, {} in October.", date(2026, 1, 4), "seven", "six"),
        ("Last year: 58 rounds. The year before: {}.", date(2026, 1, 4), "52", "50"),
        ("The number of rounds rose from 52 in 2024 to {} in 2025.", date(2026, 1, 4), "58", "56"),
        (
            "The number of French draws fell from eleven in 2024 to {} in 2025.",
            date(2026, 1, 4),
            "nine",
            "eight",
        ),
        ("Rounds dropped in number, from 42 in 2021 to {} in 2022.", date(2023, 1, 4), "24", "26"),
        ("IRCC held 37 rounds in 2020, 26 in 2019 and {} in 2018.", date(2021, 1, 4), "28", "30"),
    ],
)
def test_numbers_of_draws_of_times_beside_each_other(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)
