"""The days that words speak of."""

from datetime import date

import pytest

from articles.facts.rules.common.periods import find
from tests.articles.facts.rules.judging import contradicted

SATURDAY = date(2023, 7, 8)


def spans(text, day=SATURDAY, years=()):
    return [
        (
            text[period.start : period.end],
            [(span.start.isoformat(), span.end.isoformat()) for span in period.spans],
        )
        for period in find(text, day, years)
    ]


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("four draws this week", "this week", ("2023-07-03", "2023-07-09")),
        ("from 4 to 7 july 2023", "4 to 7 july 2023", ("2023-07-04", "2023-07-07")),
        ("july 4-7, 2023", "july 4-7, 2023", ("2023-07-04", "2023-07-07")),
        ("from 27 june to 7 july", "27 june to 7 july", ("2023-06-27", "2023-07-07")),
        ("from 4 july on, all is open", "from 4 july on", ("2023-07-04", "2023-07-08")),
        ("counting from 4 july", "counting from 4 july", ("2023-07-04", "2023-07-08")),
        ("from march 2023 to now", "from march 2023 to now", ("2023-03-01", "2023-07-08")),
        ("from may to 4 july", "from may to 4 july", ("2023-05-01", "2023-07-04")),
        ("the half-year to 30 june", "half-year to 30 june", ("2023-01-01", "2023-06-30")),
        ("in july 15,549 were invited", "july", ("2023-07-01", "2023-07-31")),
        ("the week of 3 july", "week of 3 july", ("2023-07-03", "2023-07-09")),
        ("in the first week of july", "first week of july", ("2023-07-01", "2023-07-07")),
        ("the second week of june 2023 had one", "second week of june 2023", ("2023-06-08", "2023-06-14")),
        ("in the last week of june", "last week of june", ("2023-06-24", "2023-06-30")),
        ("so far this year", "so far this year", ("2023-01-01", "2023-12-31")),
        ("since january 2023", "since january 2023", ("2023-01-01", "2023-07-08")),
        ("between january and june 2023", "january and june 2023", ("2023-01-01", "2023-06-30")),
        ("in the first half of 2023", "first half of 2023", ("2023-01-01", "2023-06-30")),
        ("in the first four months of 2023", "first four months of 2023", ("2023-01-01", "2023-04-30")),
        ("q2 2023", "q2 2023", ("2023-04-01", "2023-06-30")),
        ("from tuesday to friday", "tuesday to friday", ("2023-07-04", "2023-07-07")),
        ("on thursday", "thursday", ("2023-07-06", "2023-07-06")),
        ("in may", "may", ("2023-05-01", "2023-05-31")),
        ("yesterday", "yesterday", ("2023-07-07", "2023-07-07")),
        ("in december", "december", ("2022-12-01", "2022-12-31")),
        ("last month", "last month", ("2023-06-01", "2023-06-30")),
        ("by the end of june", "by the end of june", ("2023-01-01", "2023-06-30")),
        ("at the same point of 2021", "at the same point of 2021", ("2021-01-01", "2021-07-08")),
        ("same day last year", "same day last year", ("2022-01-01", "2022-07-08")),
        ("since the first of them in june", "since the first of them in june", ("2023-06-01", "2023-07-08")),
        ("since its first round on 4 july", "since its first round on 4 july", ("2023-07-04", "2023-07-08")),
        ("the year counts 30 rounds", "the year", ("2023-01-01", "2023-12-31")),
        ("in aug it was", "aug", ("2022-08-01", "2022-08-31")),
    ],
)
def test_the_usual_reading_comes_first(text, words, first):
    [(found, readings)] = spans(text)
    assert (found, readings[0]) == (words, first)


def test_at_the_end_of_a_week_the_last_one_may_be_it():
    [(_words, readings)] = spans("last week")
    assert ("2023-06-26", "2023-07-02") in readings
    assert ("2023-07-03", "2023-07-09") in readings


def test_in_the_middle_of_a_week_it_may_not():
    [(_words, readings)] = spans("last week", date(2023, 7, 12))
    assert ("2023-07-10", "2023-07-16") not in readings


@pytest.mark.parametrize("text", ["it may be", "a score of 2,023", "march on", "$2023"])
def test_what_is_no_time(text):
    assert not spans(text)


def test_two_days_with_and_are_no_span():
    assert [words for words, _readings in spans("on 4 july and 6 july")] == ["4 july", "6 july"]


def test_a_day_without_its_year_may_be_of_the_years_spoken_of():
    [(_words, readings)] = spans("on 3 february", date(2023, 7, 8), (2021,))
    assert [start for start, _end in readings][:2] == ["2023-02-03", "2021-02-03"]


def test_months_that_are_joined_as_one_word():
    text = "The July-to-September quarter of 2025 brought {} draws."
    assert not contradicted(text.format("16"), "2026-10-05")
    assert "18" in contradicted(text.format("18"), "2026-10-05")


@pytest.mark.parametrize(
    ("at_length", "short"),
    [
        ("since the 24th of september", "since 24 september"),
        ("since the twenty-fourth of september", "since 24 september"),
        ("from the first of january to the thirty-first of august", "from 1 january to 31 august"),
        ("between the fifth and the nineteenth of september", "between 5 and 19 september"),
        ("until the 3rd of may 2018", "until 3 may 2018"),
        ("on the thirtieth of may", "on 30 may"),
    ],
)
def test_days_told_at_length_are_those_told_in_short(at_length, short):
    day = date(2018, 10, 1)
    found, expected = find(f"{at_length}, and then", day), find(f"{short}, and then", day)
    assert [(one.form, one.spans) for one in found] == [(one.form, one.spans) for one in expected]
    assert [at_length.endswith(f"{at_length}, and then"[one.start : one.end]) for one in found] == [
        True
    ] * len(found)
