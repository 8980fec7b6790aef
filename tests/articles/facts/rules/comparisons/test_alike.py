"""Figures that are said to be the same as another draw's."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("Transport brought 670 invitations on Wednesday, the same number as in September.", date(2023, 12, 23), "the same number"),
        ("Healthcare workers were invited yesterday, 3,500 of them, as many as in the previous draw of June 25.", date(2026, 9, 5), "as many"),
        ("The draw of 29 March had the same cut-off as that of 23 March.", date(2023, 4, 1), "the same cut-off"),
        ("On Tuesday the CEC cut-off was 515, the same as on December 10.", date(2025, 12, 17), "the same"),
        ("On Tuesday the CEC cut-off was 515, unchanged from the previous draw.", date(2025, 12, 17), "unchanged"),
        ("Education came on 17 September, with fewer invitations than in May.", date(2025, 10, 3), "fewer"),
    ],
)  # fmt: skip
def test_what_is_not_alike(text, day, found):
    assert set(wrong(text, day)) == {found}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Transport brought 670 invitations on Wednesday at 435, the same cut-off as in September.", date(2023, 12, 23)),
        ("Healthcare workers were invited yesterday. The cut-off, 475, is the same as in the previous draw of June 25.", date(2026, 9, 5)),
        ("The draw of 29 March had as many invitations as that of 23 March.", date(2023, 4, 1)),
        ("On Wednesday the CEC cut-off stayed at 533, unchanged since October 28.", date(2025, 11, 14)),
        ("Never has the CEC cut-off been as low as on May 13, 2025.", date(2025, 11, 14)),
        ("The CEC draw of December 16, 2025 had the same criteria as that of December 10.", date(2025, 12, 20)),
        ("December 2025 had as many draws as in November, and the CEC had its own on December 16.", date(2025, 12, 20)),
        ("Education came on 17 September, with more invitations than in May.", date(2025, 10, 3)),
    ],
)  # fmt: skip
def test_true_and_other_words_are_left_alone(text, day):
    assert not wrong(text, day)


@pytest.mark.parametrize(
    ("text", "day", "is_true"),
    [
        ("The trades had their draw on 4 July. At 436 the cut-off was the same as last time.", date(2024, 8, 1), False),
        ("The Canadian Experience Class was drawn on 12 November. At 533 the cut-off was the same as last time.", date(2025, 11, 15), True),
        ("French speakers were called on 17 December. With 6,000 invitations the size was the same as last time.", date(2025, 12, 20), True),
        ("Healthcare was drawn on 20 November 2024. At 463 the cut-off was the same as before.", date(2024, 11, 25), False),
    ],
)  # fmt: skip
def test_the_same_as_last_time(text, day, is_true):
    assert bool(wrong(text, day)) is not is_true
