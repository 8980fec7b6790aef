"""Since when no draw was beyond another."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("On 19 February 2025 French speakers were invited at 428. No such round had had a higher cut-off since {}.", date(2025, 2, 20), ("December 2024", "October 2024")),
        ("On 4 July 2023 all programs had 511. No general draw has had a higher cut-off since {}.", date(2023, 7, 8), ("August 31, 2022", "July 20, 2022")),
        ("On 6 February 2026 French speakers received 8,500 invitations. No round of any kind has been larger since {}.", date(2026, 2, 8), ("February 2021", "January 2021")),
    ],
)  # fmt: skip
def test_since_when_none_was_beyond(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    assert set(wrong(text.format(false), day)) == {false}


@pytest.mark.parametrize(
    "text",
    [
        "On 4 July 2023 all programs had 511. No month had had more invitations since May 2021.",
        "On 4 July 2023 all programs had 511. No draw will have a higher cut-off since that of June 2020.",
    ],
)
def test_other_words_are_left_alone(text):
    assert not wrong(text)
