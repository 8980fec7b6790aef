import time
from datetime import date

import pytest

from articles.facts.reading.spelled_days import in_figures
from tests.articles.facts.reading.test_dates import dates, days
from tests.articles.facts.rules.judging import contradicted

ON = date(2018, 10, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the thirtieth of May", ["2018-05-30"]),
        ("the Thirty-First of January 2017", ["2017-01-31"]),
        ("On the twenty first of February", ["2018-02-21"]),
        ("on Wednesday the fifth of September", ["2018-09-05"]),
        ("the round of the first of February", ["2018-02-01"]),
        ("between the fifth and the nineteenth of September", ["2018-09-05", "2018-09-19"]),
        ("the seventh, the twelfth and the twentieth of June", ["2018-06-07", "2018-06-12", "2018-06-20"]),
        ("on September the nineteenth, 3,500", ["2018-09-19"]),
        ("In September it was busy. On the fifth, 3,900; on the nineteenth, 3,500", ["2018-09-01", "2018-09-05", "2018-09-19"]),
        ("In August it fell: on the eighth of the month, and on the twenty-second.", ["2018-08-01", "2018-08-08", "2018-08-22"]),
        ("on 8 August, and again on the 22nd of that month", ["2018-08-08", "2018-08-22"]),
        ("on February twenty-third, with", ["2018-02-23"]),
        ("on August fifth, the line", ["2018-08-05"]),
        ("on the 5th and the 19th of September", ["2018-09-05", "2018-09-19"]),
    ],
)  # fmt: skip
def test_a_day_in_words_is_one_in_figures(text: str, expected: list[str]) -> None:
    assert [first for first, _last in days(text, ON)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "the first of May's draws",
        "On the first, 500 were asked; on the second, 600; on the third, 700.",
        "It was the seventeenth round of 2018 and the twelfth for all programs.",
        "the twenty-first of twenty-two rounds",
        "the third time, the fifth in a row, the sixth of them",
        "the tenth of the year",
        "the fourth in September",
    ],
)
def test_a_place_in_a_row_is_no_day(text: str) -> None:
    assert not [day for day in dates(text, ON) if day.is_day]


def test_the_words_of_a_day_are_its_place() -> None:
    text = "On the twenty-fourth of September, and on the fifth."
    assert [text[day.start : day.end] for day in dates(text, ON)] == [
        "twenty-fourth of September",
        "on the fifth",
    ]


def test_it_takes_time_in_proportion_to_the_text() -> None:
    text = "the first and the second and the third of " * 5000
    begun = time.perf_counter()
    in_figures(text)
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize(
    ("day", "text", "right", "wrong"),
    [
        ("2018-10-01", "There was one on the thirtieth of May, when the cut-off was {}.", "288", "308"),
        ("2018-10-01", "The draw of the thirtieth of May had a cut-off of {}.", "two hundred and eighty-eight", "two hundred and eighteen"),
        ("2018-10-01", "September was busy. On the fifth, 3,900 people were invited at {}.", "440", "445"),
        ("2018-10-01", "On the nineteenth of September {} people were invited.", "three thousand five hundred", "three thousand four hundred"),
        ("2018-10-01", "On the twenty-fourth of September the trades were called, {} of them.", "four hundred", "five hundred"),
        ("2021-12-28", "The round was held on the thirteenth of February, a {}.", "Saturday", "Sunday"),
        ("2021-12-28", "On the thirteenth of February {} people of the Canadian Experience Class were invited.", "27,332", "23,732"),
        ("2024-03-02", "The French round of the first of February brought {} invitations.", "seven thousand", "six thousand"),
        ("2024-03-02", "On Wednesday, the fourteenth of February, health workers were invited, {} of them.", "3,500", "3,000"),
        ("2024-03-02", "Health workers were called on February the fourteenth, at a cut-off of {}.", "422", "431"),
        ("2018-10-01", "Since the first of September there have been {} rounds.", "three", "five"),
        ("2018-10-01", "Between the fifth and the twenty-fourth of September {} rounds were held.", "three", "four"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_day_in_words(day: str, text: str, right: str, wrong: str) -> None:
    assert contradicted(text.format(right), day) == []
    assert contradicted(text.format(wrong), day) != []
