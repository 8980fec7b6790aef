"""Times of draws that their place among those of their type tells."""

from datetime import date

import pytest

from articles.facts.rules.comparisons import ranked_times
from tests.articles.facts.rules.saying import findings

AUTUMN = date(2026, 9, 18)


def said(text, day=AUTUMN):
    """Return the times that are called wrong, with the right ones, where no other rule has said anything."""
    rule = lambda reading, record: ranked_times.find(reading, record, ())  # noqa: E731
    return {found.claim: found.expected for found in findings(text, day, rule=rule)}


@pytest.mark.parametrize(
    ("text", "right", "mistaken"),
    [
        ("Nothing has come for all programs since {}.", "April 2024", "June 2024"),
        ("STEM candidates have waited since {}.", "11 April 2024", "8 December 2023"),
        ("Since education, there has been no such thing; STEM has had no draw since {}.", "April 2024", "March 2024"),
        ("Compared with the first STEM draw, in {}, the cut-off is lower.", "July 2023", "August 2023"),
        ("The first transport draw of all was held in {}.", "September 2023", "October 2023"),
        ("Trades have had one draw this year, on {}.", "2 April", "12 April"),
        ("The smallest was held this summer: four military recruits, on {}.", "23 July", "13 July"),
        ("STEM, whose last own draw took place in {}, is not alone.", "April 2024", "May 2024"),
        ("The lowest experience class cut-off of the year so far, 507, dates from {}.", "March", "February"),
        ("Trades were first drawn on {}.", "3 August 2023", "13 August 2023"),
        ("Transport was first called in {}.", "September 2023", "October 2023"),
        ("STEM was not drawn in 2025; its last separate round dates from {}.", "April 2024", "July 2024"),
        ("Science and technology has had a few, most recently in {}.", "April 2024", "May 2024"),
        ("On 2 April 2026 there was a trades draw. Its predecessor dates from {}.", "September 2025", "October 2025"),
        ("On 2 April 2026 there was a trades draw; the previous one was in {}.", "September 2025", "October 2025"),
        ("On 2 April 2026 there was a trades draw. The one before it came on {}.", "18 September 2025", "18 October 2025"),
    ],
)  # fmt: skip
def test_the_time_of_a_draw_that_its_place_tells(text, right, mistaken):
    assert said(text.format(right)) == {}
    (claim,) = said(text.format(mistaken))
    assert claim.endswith(mistaken)


@pytest.mark.parametrize(
    "text",
    [
        "An offer for STEM candidates is worth nothing; points have been none since March 2025.",
        "This was the third French draw of July.",
        "Not since June 2024 has the French cut-off been higher.",
        "No STEM draw has been larger since June 2024.",
        "The trades list was last changed in August 2026.",
        "The French cut-off was 400 in June and 393 in July.",
        "Until the first STEM draw, in whatever month of 2023, nobody knew.",
        "Had STEM waited since May, it would be another matter.",
        "On 2 April 2026 there was a trades draw. The previous list was in force in October 2025.",
        "Trades were first drawn in the third year, and again in 2025.",
        "Doctors were most recently invited in larger numbers than in October 2025.",
    ],
)
def test_what_says_no_such_thing(text):
    assert said(text) == {}
