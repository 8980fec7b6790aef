"""The totals of tables that set lists of occupations beside each other."""

import pytest

from tests.articles.facts.rules.judging import contradicted

TABLE = """| Category | Now | Before |
|---|---|---|
| Healthcare and social services | 37 | 35 |
| STEM | 11 | 24 |
| Trades | 25 | 10 |
| Education | 5 | – |
| Agriculture | 1 | 3 |
| Transport | ended | 10 |
| {name} | {now} | {before} |
"""


@pytest.mark.parametrize("name", ["Total", "**Total**", "All together", "All in the table", "Sum"])
def test_the_sum_of_lists(name):
    assert contradicted(TABLE.format(name=name, now=79, before=82), "2025-03-24") == []
    assert contradicted(TABLE.format(name=name, now=97, before=82), "2025-03-24") == ["97"]
    assert contradicted(TABLE.format(name=name, now=79, before=81), "2025-03-24") == ["81"]


def test_a_row_that_is_not_understood_adds_nobody_knows_what():
    text = TABLE.replace("| Transport |", "| Something else | 9 | 9 |\n| Transport |")
    assert contradicted(text.format(name="Total", now=88, before=91), "2025-03-24") == []
