"""Questions to the record in a few words."""

from datetime import date

import pytest

from articles.asking import Asked, read
from draws.clock import Span, Week, month_span, year_span

DAY = ("day", Span(date(2023, 7, 7), date(2023, 7, 7)))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", Asked()),
        ("255", Asked(numbers=("255",))),
        ("#255", Asked(numbers=("255",))),
        ("draw 91a", Asked(numbers=("91a",))),
        ("253, 254 and 253", Asked(numbers=("253", "254"))),
        ("2023-W27", Asked(spans=(("week", Week(2023, 27).span),))),
        ("2023-07-07", Asked(spans=(DAY,))),
        ("7 July 2023", Asked(spans=(DAY,))),
        ("July 7, 2023", Asked(spans=(DAY,))),
        ("7 jul. 2023", Asked(spans=(DAY,))),
        ("July 2023", Asked(spans=(("month", month_span(2023, 7)),))),
        ("2023-07", Asked(spans=(("month", month_span(2023, 7)),))),
        ("2023", Asked(spans=(("year", year_span(2023)),))),
        ("trades on 7 July 2023", Asked(spans=(DAY,), words=("trades",))),
        ("French", Asked(words=("french",))),
        ("72300", Asked(words=("72300",))),
        ("2023-W60", Asked(words=("2023-w60",))),
        ("2023-13-45", Asked(words=("2023-13-45",))),
        ("0", Asked(words=("0",))),
        ("1999", Asked(numbers=("1999",))),
        ("9999-12-31", Asked(words=("9999-12-31",))),
    ],
)
def test_a_question_is_read(text, asked):
    assert read(text) == asked
