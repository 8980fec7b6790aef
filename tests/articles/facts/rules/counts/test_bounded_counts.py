"""How many draws were beyond a figure, how many of those of a time, and counts up to a day."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import right, wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("In 2025 there were {} draws with fewer than 500 invitations.", date(2025, 12, 30), "15", "16"),
        ("In 2024 there were {} draws of more than 3,000 invitations.", date(2025, 1, 5), "ten", "nine"),
        ("In 2015 there were {} draws with a cut-off above 700.", date(2016, 1, 5), "five", "six"),
        ("In 2015, five draws had a cut-off above 700 and {} between 500 and 700.", date(2016, 1, 5), "none", "two"),
        ("{} French draws in 2024 had a cut-off below 400.", date(2025, 1, 5), "Four", "Three"),
        ("The cut-off was below 400 in {} of the French draws of 2024.", date(2025, 1, 5), "four", "five"),
        ("Since Express Entry began the cut-off has been below 400 in {} CEC draws.", date(2022, 1, 5), "seven", "eight"),
        ("{} of the French draws in 2025 had 6,000 invitations.", date(2025, 12, 30), "Three", "Two"),
        # A cut-off or a size: neither has so many.
        ("In all, {} rounds this year stayed above 700.", date(2015, 12, 22), "five", "seven"),
        ("All-program scores under 420 were seen {} times in 2017, always in April or May.", date(2018, 1, 3), "three", "four"),
        ("CEC scores below 400 were reached {} times in 2021.", date(2022, 1, 3), "seven", "five"),
        ("Of the rounds held in 2025, {} had fewer than 500 invitations.", date(2025, 12, 30), "15", "14"),
    ],
)  # fmt: skip
def test_draws_beyond_a_figure(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Where all of them lay, those of others, and what nobody knows.
        ("Its fifteen rounds lay between 515 and 542 points.", date(2025, 12, 30)),
        ("Nominees had 24 rounds in 2025, with cut-offs between 699 and 855.", date(2025, 12, 30)),
        ("The last four draws of 2025 had cut-offs above 300.", date(2025, 12, 30)),
        ("Next year there may be nine draws with a cut-off below 400.", date(2025, 12, 30)),
        ("Nine profiles in the pool of 2025 had a score above 600 before the draws.", date(2025, 12, 30)),
    ],
)
def test_bounds_that_count_no_draws(text, day):
    assert not {claim for claim in wrong(text, day) if not claim[:1].isdigit() or len(claim) < 3}


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        # Of the draws of a time, those of a type.
        ("{} of the draws in 2024 were for provincial nominees.", date(2025, 1, 5), "Fourteen", "Thirteen"),
        ("{} of this year's draws went to nominees.", date(2025, 12, 30), "24", "25"),
        ("Only {} of this month's draws went to CEC candidates.", date(2025, 12, 18), "two", "three"),
        # Behind the words that say of what.
        ("The number of healthcare draws in 2025 was {}.", date(2025, 12, 30), "seven", "six"),
        ("In 2025 the count of French rounds stands at {}.", date(2025, 12, 30), "nine", "ten"),
        ("Draws for French speakers in 2025 numbered {}.", date(2025, 12, 30), "nine", "eight"),
        ("The draws came to {} in July 2024.", date(2024, 8, 5), "nine", "ten"),
        ("Nominee rounds: {} this year.", date(2025, 12, 30), "24", "23"),
        # More of them, of what a time had.
        ("The second half of 2024 brought {} further draws.", date(2025, 1, 5), "32", "33"),
        ("{} more draws followed between 1 and 15 December 2025.", date(2025, 12, 16), "Four", "Five"),
        # Up to a day, before a year.
        ("By 30 June 2025 the department had held {} rounds.", date(2025, 7, 5), "23", "24"),
        ("Before 2023, there had been {} draws for the federal skilled trades.", date(2023, 6, 5), "seven", "eight"),
        # Behind a first one, which counts.
        ("Since the first healthcare round, on 28 June 2023, there have been {} rounds for healthcare.", date(2025, 11, 16), "12", "11"),
        # Without the word for draws, and of every type.
        ("The department sent out invitations {} times in July 2024.", date(2024, 8, 5), "nine", "eight"),
        ("In July 2024 candidates were invited on {} occasions.", date(2024, 8, 5), "nine", "ten"),
        ("Healthcare came up {} times in 2024, STEM once.", date(2025, 1, 5), "three", "four"),
        # All of a time, nominees too.
        ("The month of May 2017 thus counted {} rounds in all.", date(2017, 6, 2), "five", "four"),
        ("In the whole of 2020 there were {} draws.", date(2021, 2, 14), "37", "27"),
        ("After {} rounds in May 2024, June brought one.", date(2024, 7, 3), "two", "three"),
        # "Over" so many draws a sum is spread.
        ("April 2020 had more: 11,700, over {} draws.", date(2020, 7, 3), "six", "five"),
        # Of each of several types.
        ("In 2024 STEM and transport had {} draw each.", date(2024, 12, 30), "one", "two"),
        # Against the year before.
        ("In 2023 there were 42 draws, against {} the year before.", date(2024, 1, 3), "24", "42"),
        # How often a size was reached, of the year told of.
        ("The old record of 2020 stood at 5,000. 5,000, reached {} times in 2020, was the largest size.", date(2021, 2, 15), "four", "three"),
        # By its number.
        ("The draw of 17 December was number {} of the year for French speakers.", date(2025, 12, 30), "nine", "ten"),
    ],
)  # fmt: skip
def test_counts_in_any_time(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert any(claim.startswith(false) for claim in wrong(text.format(false), day))
    assert right(text.format(true), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ottawa will hold two more draws in July 2024.", date(2024, 7, 3)),
        ("In 2024 there were ten more draws than in 2023.", date(2025, 1, 5)),
        # The nominees' are left out in so many words.
        ("Not counting the nominees, there were 38 draws in 2024.", date(2025, 1, 5)),
    ],
)
def test_counts_that_are_others(text, day):
    assert not {claim for claim in wrong(text, day) if claim in ("two", "38", "one")}


@pytest.mark.parametrize(
    ("text", "day", "accused"),
    [
        # Each of several months without one.
        ("There was no French draw in May or August 2024.", date(2024, 12, 30), {"August 2024"}),
        ("There was no French draw in May or June 2024.", date(2024, 12, 30), set()),
        ("For French there was no draw in September, just as in May.", date(2026, 10, 16), {"May"}),
        ("For French there was no draw in September, just as in June.", date(2026, 10, 16), set()),
        # One that never was.
        ("A single STEM draw was held in 2025.", date(2025, 12, 30), {"A single"}),
        ("A single STEM draw was held in 2024.", date(2024, 12, 30), set()),
        ("The year 2025 has passed without a single all-program draw.", date(2026, 1, 2), set()),
        ("A single draw of 5,000 can change everything in 2024.", date(2024, 12, 30), set()),
        # Since the category began, that one too.
        ("It is the fourth healthcare draw since the category began in June of last year.", date(2024, 7, 5), {"fourth healthcare draw since the category began in June of last year"}),
        ("It is the fifth healthcare draw since the category began in June of last year.", date(2024, 7, 5), set()),
    ],
)  # fmt: skip
def test_none_one_and_since_the_first(text, day, accused):
    assert set(wrong(text, day)) == accused
