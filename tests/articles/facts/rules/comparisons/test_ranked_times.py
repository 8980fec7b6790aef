"""Times of draws that their place among those of their type tells."""

from datetime import date

import pytest

from articles.facts.rules.comparisons import ranked_times
from tests.articles.facts.rules.judging import contradicted
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


@pytest.mark.parametrize(
    ("day", "text", "true", "false"),
    [
        ("2022-09-02", "All-program draws came back on 6 July. Before that, the last one dated from {}.", "December 2020", "December 2019"),
        ("2022-09-02", "On 6 July all-program draws returned. Before then, the last had been held in {}.", "December 2020", "November 2020"),
        ("2024-04-26", "The STEM round of April 11 invited 4,500. The last such draw before that was in {}.", "December 2023", "July 2023"),
        ("2026-08-21", "Transport was drawn on 7 August. The previous round had been held in {}.", "March 2024", "September 2023"),
        ("2018-10-05", "The trades program had a round on September 24. The one before it came in {}.", "May", "November 2017"),
        ("2025-05-05", "Healthcare was drawn on May 2. Its predecessor dates from {}.", "November 2024", "July 2024"),
    ],
)  # fmt: skip
def test_the_draw_before_the_only_one_that_was_told_of(day, text, true, false):
    assert contradicted(text.format(true), day) == []
    assert contradicted(text.format(false), day) == [false]


@pytest.mark.parametrize(
    "text",
    [
        # Of which of the two it is said is open.
        "All-program rounds were held on 6 July and 20 July. The one before was in July.",
        "An all-program round was held on 17 August 2022. Before that, there had been several, the last one in August.",
        "All-program draws came back on 6 July. Before that, the last one with a score so low dated from 2018.",
    ],
)
def test_a_draw_before_others_may_be_of_any_of_them(text):
    assert contradicted(text, "2022-09-02") == []


def test_the_draw_before_may_be_the_one_that_its_sentence_names():
    text = "On 14 February it was health, 3,500 at 422. The one before, in {}, had 3,600 at 431."
    assert contradicted(text.format("October"), "2024-02-20") == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The last category to get its turn was transport, on September 20.", []),
        # On that day another type was drawn: either may be wrong.
        ("The last category to get its turn was transport, on September 28.", ["transport, on September 28"]),
        ("The last draw of transport was on September 26.", ["September 26"]),
    ],
)
def test_the_type_may_be_what_is_wrong(text, claims):
    assert contradicted(text, "2023-10-02") == claims
