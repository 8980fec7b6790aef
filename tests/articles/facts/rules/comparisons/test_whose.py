"""Which type is said to have had the draw beyond all others."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong

HALF_OF_2026 = date(2026, 7, 2)
NEW_YEAR = date(2026, 1, 3)


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("# From January to June 2026\n\nMay was weak. The largest single draw went to {}: 8,500 people were invited.", HALF_OF_2026, "candidates with strong French", "the Canadian Experience Class"),
        ("In the first half of 2026 the lowest cut-off was that for {}.", HALF_OF_2026, "physicians", "senior managers"),
        ("The highest cut-off of the half-year was for {}.", HALF_OF_2026, "provincial nominees", "healthcare"),
        ("The biggest draw of the year so far, in February, went to {}.", HALF_OF_2026, "French speakers", "healthcare"),
        ("In 2025 the highest cut-off belonged to {}.", NEW_YEAR, "provincial nominees", "French speakers"),
        ("- The largest draw of 2025 was for {}", NEW_YEAR, "French", "education"),
    ],
)  # fmt: skip
def test_the_type_of_the_draw_beyond_all_others(text, day, true, false):
    assert not wrong(text.format(true), day)
    assert len(wrong(text.format(false), day)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The largest draw of 2025 may well have been for education.",
        "In 2025 one of the largest draws was for education.",
        "Which draw of 2025 was for education? The largest draw of 2025 was not for education.",
        "Apart from nominees, the highest cut-off of 2025 was for the Canadian Experience Class.",
        "The second largest draw of 2025 was for the Canadian Experience Class.",
    ],
)
def test_what_does_not_say_so_is_left_alone(text):
    assert not wrong(text, NEW_YEAR)
