"""How much time is said to have lain between two draws."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("No CEC round came between 5 February and 13 May 2025, a silence of {} days.", date(2025, 7, 2), "97", "87"),
        ("Senior managers were drawn on 5 March and 10 July 2026. Between the two draws lay {} months.", date(2026, 7, 20), "four", "six"),
        ("From the first healthcare draw of the year to the last, {} days passed.", date(2025, 12, 30), "223", "253"),
        ("After the general draw of March 4 there was nothing for {} weeks.", date(2020, 8, 10), "18", "16"),
        ("Education: the draws of 1 May and 17 September lay {} weeks apart.", date(2025, 9, 20), "20", "12"),
        ("The draw of 17 April 2015 took 715 people at 453. Then came a pause of {} weeks, and on 22 May the cut-off was 755.", date(2016, 1, 7), "five", "three"),
        ("Between 9 July and 22 July the French cut-off fell by 21 points in {} days.", date(2026, 7, 24), "13", "23"),
        ("On 22 July French speakers had 5,000 invitations at 399. That was a fall of 21 points in {} days.", date(2026, 7, 24), "13", "14"),
        ("The pause of {} days between 26 October and 6 December was the longest of 2023.", date(2024, 1, 9), "41", "31"),
        ("The gap of {} days that separated the last round of 2022 from the first of 2023 was longer.", date(2024, 1, 9), "49", "94"),
        ("The CEC was drawn on 17 July (6,300 at 515) and 31 July (5,000 at 510), {} weeks apart.", date(2024, 8, 1), "two", "three"),
        ("July had two French rounds, {} days apart, with 5,000 invitations.", date(2024, 8, 1), "ten", "twelve"),
        ("French draws paused on 21 March and resumed on 8 August, {} days later.", date(2025, 8, 30), "140", "104"),
        ("Nominees had two draws in August. The first, on the 6th, came after a gap of {} days.", date(2025, 8, 30), "16", "26"),
        ("The last draw was on 23 November. The current pause has lasted {} weeks today.", date(2022, 12, 28), "five", "seven"),
        ("The Canadian Experience Class had two rounds in July, {} weeks apart.", date(2024, 8, 1), "two", "four"),
        ("The draw of 17 April 2015 took 715 people at 453. After that nothing happened for {} weeks, the longest pause of the year.", date(2016, 1, 7), "five", "seven"),
        ("The draw of 17 April 2015 took 715 people at 453. Then came a pause of {} weeks, the longest of 2015.", date(2016, 1, 7), "five", "three"),
        ("The two draws for senior managers, of 5 March and 10 July, were {} weeks apart.", date(2026, 9, 10), "18", "17"),
    ],
)  # fmt: skip
def test_time_between_two_draws(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    "text",
    [
        "After the general draw of April 23 and the French one of the day after, five weeks went by without an invitation.",
        "Between 5 March and 10 July, an application may wait for two weeks.",
        "Her test of 5 March was followed by one of 10 July; she waited for two weeks for the result.",
        "Between the two draws lay almost five months, as everybody knows.",
        "Between the draws of 11 and 25 May 2026 nothing happened, and after 28 May there was a pause of 25 days, the longest of the half-year.",
        "Transport had 1,000 invitations on 20 September 2023, 670 three months later to the day, and 975 on 13 March 2024.",
        "A little over five months have passed since the lists were rewritten on 18 February 2026.",
        "Fewer than eight weeks have passed since Canada Day, and they were full ones.",
        "After the French draw of 24 April 2024 there was a pause of 75 days.",
    ],
)
def test_other_times_are_left_alone(text):
    assert not wrong(text, date(2026, 8, 1))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Between the draws of 11 and 25 May nothing happened, and after 28 May there was a pause of 18 days, the longest of the half-year.", "18"),
        ("Draws came often in 2024, but after the draw of 24 April there was nothing for 26 days, and readers worried.", "26"),
        ("After the French draw of 24 April 2024 there was a pause of 65 days.", "65"),
    ],
)  # fmt: skip
def test_the_pause_after_a_day(text, claim):
    day = date(2024, 12, 30) if "2024" in text else date(2026, 7, 2)
    assert set(wrong(text, day)) == {claim}


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("The draw of 2 April invited 3,000 people at 477. It was the first for trades since 18 September 2025. Those two draws lie {} apart.", date(2026, 4, 8), "more than six months", "more than nine months"),
        ("After the French draw of 24 April 2024 nothing happened for {} days.", date(2025, 1, 3), "36", "46"),
    ],
)  # fmt: skip
def test_two_draws_and_a_silence_of_all(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert len(wrong(text.format(false), day)) == 1


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("The CEC had its last round of the series on September 14, 2021. Nothing followed for {} days, until May 31, 2024.", date(2024, 11, 20), "990", "909"),
        ("The trades category saw no draw for {} days, until the round of September 18, 2025.", date(2025, 10, 2), "330", "303"),
        ("French speakers waited: there was no French round for {} days, until the one of August 8, 2025.", date(2025, 8, 20), "140", "114"),
        ("The last trades round was in December 2023. No trades round was held for {} days, until the draw of 4 July 2024.", date(2024, 8, 1), "198", "189"),
    ],
)  # fmt: skip
def test_a_time_that_a_day_ends_began_with_the_draw_before_it(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert false in wrong(text.format(false), day)
