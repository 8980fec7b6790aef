"""By how much sums grew, how many draws were beyond another, and what only looks like a comparison."""

from datetime import date

import pytest

from articles.facts.rules.comparisons import rounds_since
from tests.articles.facts.rules.saying import right, wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Canada sent 110,266 invitations in 2023, after 46,539 in 2022. That is an increase of {}.", date(2024, 1, 3), "63,727", "66,727"),
        ("In 2024 there were 98,903 invitations, against 110,266 in 2023, so the number fell by {}.", date(2025, 1, 3), "11,363", "12,363"),
        ("The year brought 86,023 invitations. The year before it had been 33,782, so the increase is {}.", date(2018, 1, 3), "52,241", "55,241"),
        ("The Canadian Experience Class began the year with 8,000 invitations on 7 January. In the history of the class only {} had been bigger.", date(2026, 7, 5), "one draw", "two draws"),
        ("On 19 August 5,000 French speakers were invited at 382. Only {} French draws have had a lower cut-off.", date(2026, 8, 20), "four", "three"),
        ("On 10 December 6,000 people of the Canadian Experience Class were invited at 520. Only {} rounds for the class have been larger.", date(2025, 12, 12), "two", "three"),
        ("The cut-off in French draws has now fallen {} times running, from the 481 of August.", date(2025, 11, 2), "three", "four"),
        ("On 15 April 4,000 French speakers were invited at 419. It is the highest French cut-off since {}, and 26 points above the draw before.", date(2026, 4, 20), "October 2025", "August 2025"),
    ],
)  # fmt: skip
def test_changes_and_places_among_draws(text, day, true, false):
    assert not wrong(text.format(true), day)
    found = wrong(text.format(false), day)
    assert len(found) == 1
    assert false.split()[0] in next(iter(found)) or false in next(iter(found))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("The class came back: Canadian Experience Class. Its draw of 31 May 2024 was the first since {}.", date(2025, 1, 6), "September 2021", "September 2022"),
        ("STEM is still waiting. In fact the last STEM draw was held in {}.", date(2026, 9, 20), "April 2024", "December 2023"),
        ("The last education draw was held in {}.", date(2026, 9, 20), "September 2025", "May 2025"),
    ],
)  # fmt: skip
def test_when_a_type_was_held_last(text, day, true, false):
    assert true in right(text.format(true), day, rule=rounds_since.find)
    assert false in wrong(text.format(false), day, rule=rounds_since.find)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The month with the most nominee draws was September, with three.", date(2025, 10, 28)),
        ("On 15 April French speakers were drawn at 419. It is a long way from the record of 486, set in October 2023.", date(2026, 4, 20)),
        ("We do not tell nominees what to do, but the record of 2025 helps.", date(2026, 1, 3)),
        ("In 2025 French had 48,000 invitations, after 23,000 in 2024. Healthcare grew by 4,250.", date(2026, 1, 3)),
        ("The last STEM draw of 2023 was held in December.", date(2026, 1, 3)),
    ],
)  # fmt: skip
def test_what_compares_no_draws_is_left_alone(text, day):
    assert not wrong(text, day)
