"""Days of draws told by their rank."""

from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Part
from articles.facts.rules.comparisons import extreme_days
from tests.articles.facts.labelled.record import shipped_record
from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("The Canadian Experience Class had ten draws in 2026. It reached its lowest point on {} and then climbed.", date(2026, 7, 5), "17 March", "3 March"),
        ("In 2025 nominees had 24 draws. The smallest draw for nominees, with 125 invitations, was held on {}.", date(2025, 12, 29), "10 June", "18 August"),
        ("The highest cut-off for the Canadian Experience Class in 2024 came on {}.", date(2024, 12, 29), "13 November", "9 October"),
        ("French speakers were drawn often in 2025. The lowest score was that of {}.", date(2025, 12, 29), "21 March", "6 March"),
        ("On nominees: the dearest draw was the one of 5 January, the largest that of {}.", date(2022, 11, 25), "16 February", "2 February"),
        ("## The year\n\nThe biggest draw was that of 27 March, at 1,637; the smallest that of {}.", date(2015, 12, 21), "17 April", "10 April"),
        ("# 2025\n\nFrench speakers were drawn nine times. The lowest cut-off was in {}.", date(2025, 12, 29), "March", "May"),
        ("The all-program draws of 2023 had cut-offs from 481 to 561. The lowest was that of {}.", date(2024, 1, 5), "29 March", "26 April"),
    ],
)  # fmt: skip
def test_the_day_of_the_extreme(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert set(contradicted(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The class came back in May 2024. The high point was 17 July with 6,300 invitations, the low point a draw of 400 in October for the Canadian Experience Class.", date(2024, 12, 29)),
        ("French speakers were drawn on 19 August. It was the lowest since that of 21 March 2025.", date(2026, 8, 20)),
        ("The second lowest cut-off for French speakers was that of 1 February 2024.", date(2024, 12, 29)),
    ],
)  # fmt: skip
def test_what_names_no_extreme_is_left_alone(text, day):
    found = check([Part("body", text)], shipped_record(), day)
    assert not any(finding.message == extreme_days.OTHER for finding in found)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("Provincial nominees had 24 draws in 2025. Their highest cut-off, 855, came on {}.", date(2026, 1, 3), "29 September 2025", "18 August 2025"),
        ("**Nominees.** In the half-year the high point was {}, when the cut-off reached 805.", date(2026, 7, 3), "25 May", "30 March"),
        ("French speakers were drawn often in 2025. The lowest cut-off, 379, was reached on {}.", date(2025, 12, 29), "21 March", "6 March"),
    ],
)  # fmt: skip
def test_the_figure_beside_a_wrong_day_is_right(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert false in contradicted(text.format(false), day)
