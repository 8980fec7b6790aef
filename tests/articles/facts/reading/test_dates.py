from datetime import date

import pytest

from articles.facts.model import Part
from articles.facts.reading import DateMention, read

ON = date(2023, 7, 8)


def dates(text: str, on: date = ON) -> list[DateMention]:
    reading = read([Part("body", text)], on)
    return [mention for mention in reading.mentions if isinstance(mention, DateMention)]


def days(text: str, on: date = ON) -> list[tuple[str, str]]:
    return [(found.first.isoformat(), found.last.isoformat()) for found in dates(text, on)]


@pytest.mark.parametrize(
    "text",
    [
        "6 July 2023",
        "July 6, 2023",
        "July 6th, 2023",
        "the 6th of July 2023",
        "Thursday, July 6, 2023",
        "Jul. 6, 2023",
        "2023-07-06",
        "6 juillet 2023",
        "**6** July\n2023",
        "July 6",
    ],
)
def test_one_day_in_its_usual_forms(text: str) -> None:
    assert days(text) == [("2023-07-06", "2023-07-06")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6-7 July 2023", [("2023-07-06", "2023-07-07")]),
        ("from December 18 to 21, 2023", [("2023-12-18", "2023-12-21")]),
        ("between 4 July and 7 July", [("2023-07-04", "2023-07-07")]),
        ("on 4 July and 7 July", [("2023-07-04", "2023-07-04"), ("2023-07-07", "2023-07-07")]),
        (
            "4, 5 and 6 July",
            [("2023-07-04", "2023-07-04"), ("2023-07-05", "2023-07-05"), ("2023-07-06", "2023-07-06")],
        ),
        ("in July 2023", [("2023-07-01", "2023-07-31")]),
        ("In July 700 were invited", [("2023-07-01", "2023-07-31")]),
        ("in 2022", [("2022-01-01", "2022-12-31")]),
        ("first half of 2023", [("2023-01-01", "2023-06-30")]),
        ("Q3 2022", [("2022-07-01", "2022-09-30")]),
        ("the week of 5 July 2023", [("2023-07-03", "2023-07-09")]),
        ("from May to July 2022", [("2022-05-01", "2022-07-31")]),
        ("since April 2022", [("2022-04-01", "2022-04-30")]),
        ("you may 5 times march on", []),
        ("2023 invitations", []),
        ("In 2022 invitations fell", [("2022-01-01", "2022-12-31")]),
    ],
)
def test_spans_lists_and_what_is_no_date(text: str, expected: list[tuple[str, str]]) -> None:
    assert days(text) == expected


def test_a_day_that_no_month_has_is_none() -> None:
    assert not any(found.is_day for found in dates("31 February 2023"))


def test_figures_alone_may_be_two_days() -> None:
    (found,) = dates("06/07/2023")
    assert found.may_hold(date(2023, 7, 6))
    assert found.may_hold(date(2023, 6, 7))
    assert not found.may_hold(date(2023, 7, 7))


def test_a_time_belongs_to_its_day() -> None:
    (found,) = dates("19 June 2023 at 06:41:05 UTC")
    assert (found.first, found.time) == (date(2023, 6, 19), "06:41:05 UTC")


def test_a_year_holds_below_its_heading_and_for_a_list() -> None:
    assert days("## 2021\n\nOn 6 July it was so.", date(2023, 7, 8))[1:] == [("2021-07-06", "2021-07-06")]
    assert days("The draws of 2022:\n\n- May 2\n- May 4")[1] == ("2022-05-02", "2022-05-02")
    assert days("In 2022 it was so.\n\nOn July 6 it was not.")[1] == ("2023-07-06", "2023-07-06")


def test_a_day_that_is_yet_to_come_in_the_year_may_be_of_the_last() -> None:
    (found,) = dates("20 August", ON)
    assert found.may_hold(date(2022, 8, 20))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Wednesday it fell", date(2023, 7, 5)),
        ("Friday's draw", date(2023, 7, 7)),
        ("yesterday", date(2023, 7, 7)),
        ("On 5 July one; the day before, another", date(2023, 7, 4)),
        ("On 5 July one; a day later another", date(2023, 7, 6)),
        ("The draw of 5 July came a day after 500 were invited", date(2023, 7, 4)),
        ("In June it was 486, on the 8th", date(2023, 6, 8)),
    ],
)
def test_days_said_from_another(text: str, day: date) -> None:
    assert dates(text)[-1].first == day


def test_weeks_said_from_the_articles_day() -> None:
    (found,) = dates("last week")
    assert (found.first, found.last, found.relative) == (date(2023, 6, 26), date(2023, 7, 2), True)
    assert not dates("on a Tuesday")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last year, on 5 October, it fell", date(2022, 10, 5)),
        ("A year ago, after the draw of 6 July, it fell", date(2022, 7, 6)),
        ("This was new. One year ago, by June 22, it fell", date(2022, 6, 22)),
        ("On 6 July a year ago it fell", date(2022, 7, 6)),
        ("Two years ago, on June 24, it fell", date(2021, 6, 24)),
        ("It was 2021 that broke records. A year earlier, on July 8, it fell", date(2020, 7, 8)),
        ("Twelve months before, on 6 July, it fell", date(2022, 7, 6)),
        # The year is that of what another day is set beside.
        ("Compared with last year, on 6 July it fell", date(2023, 7, 6)),
        ("Less than a year ago, the list was new; on 6 July it fell", date(2023, 7, 6)),
        ("Twelve years ago, on 6 July, it fell", date(2023, 7, 6)),
    ],
)
def test_a_day_is_of_the_year_that_is_said_before_it(text: str, day: date) -> None:
    assert dates(text)[-1].first == day
