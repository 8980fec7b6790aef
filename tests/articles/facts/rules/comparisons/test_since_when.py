"""Since when a figure is said to be the lowest, highest, largest: the last one like it was then."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

AUTUMN = date(2025, 10, 30)
FRENCH = date(2026, 8, 20)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("On 21 March 2025 French speakers had a cut-off of 379. It was the lowest of their draws since {}.", date(2025, 3, 22), "February 2024", "April 2024"),
        ("The CEC draw of October 28 had 1,000 invitations at 533. The cut-off had not been so low since {}, they said.", AUTUMN, "July", "June"),
        ("On 17 July 2024 the CEC had 6,300 invitations, the largest number for that class since {}.", date(2024, 7, 20), "February 2021", "September 2021"),
        ("The draw of 23 November took 4,750 at 491. Not since {} had the general cut-off been so low.", date(2022, 11, 24), "December 2020", "May 2021"),
        ("Yesterday's French draw, 5,000 at 382, had the category's lowest cut-off since {}.", FRENCH, "March 2025", "December 2025"),
        ("French speakers were invited on 19 August 2026. At 382, the score was lower than at any time since {}.", FRENCH, "March 2025", "May 2025"),
        ("French speakers were invited on 19 August 2026 with 382 points, fewer than at any draw since {}.", FRENCH, "March 2025", "December 2025"),
        ("Nominees were invited on 29 September at 855, a score not seen since {}.", AUTUMN, "May 2018", "January 2021"),
        ("Nominees were invited on 29 September at 855, a level last exceeded in {}.", AUTUMN, "May 2018", "January 2021"),
        ("On 21 March 2025 French speakers were invited at 379. The last time that they had a lower cut-off was in {}.", date(2025, 3, 22), "February 2024", "August 2024"),
        ("The general draw of 6 July 2022 ended at 557, a level last surpassed in such a round on {}.", date(2022, 7, 8), "22 May 2015", "24 August 2016"),
        ("At 816, the nominee cut-off of 18 November reached a level last surpassed, whatever the round type, on {}.", date(2024, 11, 22), "30 May 2018", "6 January 2021"),
        ("The nominee draw of 29 September closed at 855. A higher cut-off was last recorded in {}.", AUTUMN, "May 2018", "January 2021"),
        ("The nominee draw of 29 September closed at 855. To find a higher score you must go back to {}.", AUTUMN, "May 2018", "January 2021"),
        ("The nominee draw of 29 September closed at 855. For a higher one we have to go back as far as {}.", AUTUMN, "May 2018", "January 2021"),
        ("The French draw of 8 August closed at 481. You'd need to go back to {} to see a French score that high.", date(2025, 8, 30), "October 2023", "November 2024"),
        ("The draw of 16 November closed at 470. It was last lower in {}.", date(2016, 11, 17), "April", "June"),
        ("The draw of 16 November closed at 470. We last saw a lower score in {}.", date(2016, 11, 17), "April", "June"),
        ("The CEC draw of 17 July 2024 took 6,300 people, the largest such draw in over {} years.", date(2024, 7, 20), "three", "five"),
        ("On 6 February 2026 French speakers received 8,500 invitations, the most of any kind since {}.", date(2026, 2, 8), "February 2021", "March 2023"),
    ],
)  # fmt: skip
def test_the_last_such_draw_was_then(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    "text",
    [
        "On 4 July 2023 all programs had 511. No month had had more invitations since May 2021.",
        "Before yesterday the lowest score ever needed in a French draw in 2026 was 391.",
        "The French draw of 19 August closed at 382. The lowest score seen before then this year in that class was 391.",
        "This cut-off may be the lowest since May 2025, if it is ever reached.",
    ],
)
def test_other_words_are_left_alone(text):
    assert not wrong(text, FRENCH)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("On 14 November 3,500 health workers were invited at 462, the lowest score for them since {}.", date(2025, 11, 17), "July 2024", "February 2024"),
        ("The French draw of 19 August closed at 382, the lowest French cut-off in {} months.", FRENCH, "17", "27"),
        ("The nominee draw of 6 August 2025 came {} days after the one of 21 July.", date(2025, 8, 30), "16", "26"),
    ],
)  # fmt: skip
def test_the_words_around_the_time_may_be_called_wrong_too(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert any(false in claim for claim in wrong(text.format(false), day))
