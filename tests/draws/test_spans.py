"""How a span of days reads."""

import pytest

from draws.clock import Week
from draws.templatetags.spans import in_words


@pytest.mark.parametrize(
    ("week", "words"),
    [
        ("2023-w27", "3 to 9 July 2023"),
        ("2023-w31", "31 July to 6 August 2023"),
        ("2025-w01", "30 December 2024 to 5 January 2025"),
    ],
)
def test_a_span_repeats_neither_month_nor_year(week, words):
    assert in_words(Week.parse(week).span) == words
