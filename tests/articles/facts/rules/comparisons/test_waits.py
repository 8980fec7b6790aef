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
