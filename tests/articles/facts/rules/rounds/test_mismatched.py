"""Types and months beside figures that are of one draw alone."""

from datetime import date

import pytest

from tests.articles.facts.rules.judging import contradicted

OCTOBER_2026 = date(2026, 10, 3)


@pytest.mark.parametrize(
    ("text", "right", "mistaken"),
    [
        (
            "That day in February 2021, 27,332 candidates of the {} were invited.",
            "Canadian Experience Class",
            "Provincial Nominee Program",
        ),
        (
            "On April 11, 2024 it was the turn of {}, with 4,500 invitations at 491.",
            "STEM",
            "transport",
        ),
        ("The runner-up, 7,500 for French speakers at 379, was held in {}.", "March 2025", "May 2025"),
        ("In trades there were two. It was 476 in {} and 477 before.", "October", "September"),
        ("It was the nurses' year. Healthcare, that is: 3,750 in {}.", "July 2024", "June 2024"),
        ("The STEM rounds brought 5,900 in {} and 4,500 the spring after.", "December 2023", "November 2023"),
    ],
)
def test_what_stands_beside_figures_of_one_draw_must_be_so_of_it(
    text: str, right: str, mistaken: str
) -> None:
    assert contradicted(text.format(right), OCTOBER_2026) == []
    assert mistaken in contradicted(text.format(mistaken), OCTOBER_2026)


@pytest.mark.parametrize(
    "text",
    [
        "In September the class had 4,000 invitations in its two draws, at 519 and 518.",
        "The nominees' 734 in September was not like the 389 of the senior managers.",
        "She had 476 when the trades were drawn in April.",
        "The 3,500 of October 1 went to trades; healthcare had as many in September.",
        "French, with 8,500, was larger than anything in healthcare.",
    ],
)
def test_sums_persons_and_comparisons_are_no_single_draw(text: str) -> None:
    assert contradicted(text, OCTOBER_2026) == []


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("February 2024 was also the month of the smallest draw of the category-based kind. It went to {} and had just 150 invitations.", "2025-01-03", "agricultural workers", "transport"),
        ("There was one more in July 2026. It was for {} and had a cut-off of 368.", "2026-08-01", "military recruits", "senior managers"),
        ("In April 2024 there was a draw of 4,500. It was a draw for {}, at 491.", "2024-05-03", "STEM", "transport"),
    ],
)  # fmt: skip
def test_the_type_of_what_the_sentence_before_dates(text, day, true, false):
    assert not any(true in words for words in contradicted(text.format(true), day))
    assert any(false in words for words in contradicted(text.format(false), day))


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("On Monday {} had their turn, with 725 invitations at 667.", "2025-03-06", "nominees", "healthcare workers"),
        ("On Friday 300 {} were invited at 470.", "2026-08-10", "transport workers", "French speakers"),
    ],
)  # fmt: skip
def test_a_type_beside_a_day_counted_from_the_article(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert contradicted(text.format(false), day) == [false]
