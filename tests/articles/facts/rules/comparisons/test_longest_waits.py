"""The longest and the shortest time between two draws of a type."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("This year the longest wait between two French draws was {} days, from late May to July 9.", date(2026, 8, 21), ("42", "49")),
        ("The longest pause between French rounds in 2025 lasted {} days.", date(2025, 12, 30), ("140", "104")),
        ("The gaps between trades rounds differ. The shortest was {} days, in 2024.", date(2026, 10, 2), ("111", "123")),
        ("For the trades category the longest gap ran to {} days.", date(2026, 10, 2), ("330", "303")),
        ("After a gap of {} days, the longest of the year, French speakers were drawn on July 9.", date(2026, 7, 10), ("42", "38")),
        ("STEM was drawn three times; the longest interval between two of the STEM draws was {} days.", date(2024, 4, 20), ("156", "165")),
        ("The waits for healthcare rounds grew in 2024: the longest took {} days.", date(2024, 12, 30), ("142", "124")),
    ],
)  # fmt: skip
def test_the_longest_or_the_shortest_time_between_two_draws(text, day, found):
    true, false = found
    assert not wrong(text.format(true), day)
    assert any(false in claim for claim in wrong(text.format(false), day))


def test_a_time_that_is_another_one_of_its_type_is_called_wrong_with_the_word_for_it():
    text = "The shortest interval between two trades rounds was 138 days."
    assert wrong(text, date(2026, 10, 2)) == {
        "shortest interval between two trades rounds was 138": "111 days"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The longest French draw list had 90 days of notice.",
        "Since then the longest gap between French draws has been 12 days.",
        "The longest wait between French draws was never 300 days.",
        "The longest wait in any kind of draw was 55 days.",
        "The second longest gap between French draws was 97 days.",
        "The longest wait for a file was 200 days.",
        "Could the longest gap between French draws be 200 days?",
    ],
)
def test_other_times_are_no_matter_of_it(text):
    assert not wrong(text, date(2026, 8, 21))
