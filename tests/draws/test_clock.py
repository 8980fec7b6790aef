from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from draws.clock import Span, Week, month_span, record_age, year_span

TORONTO = ZoneInfo("America/Toronto")


def test_a_week_runs_from_monday_to_sunday():
    week = Week.parse("2023-w27")
    assert week.span == Span(date(2023, 7, 3), date(2023, 7, 9))
    assert week.slug == "2023-w27"
    assert week == Week.of(date(2023, 7, 9)) == Week.parse("2023-W27")


def test_a_week_over_a_new_year_belongs_to_one_of_the_two():
    assert Week.of(date(2021, 1, 3)) == Week(2020, 53)


@pytest.mark.parametrize(
    "text", ["2023-w00", "2023-w53", "2023w27", "2014-w10", "2100-w01", "99999-w01", "２０２３-w01", ""]
)
def test_weeks_that_do_not_exist_are_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        Week.parse(text)


def test_a_week_has_seven_days():
    days = Week(2023, 27).days
    assert (days[0], days[-1], len(days)) == (date(2023, 7, 3), date(2023, 7, 9), 7)


def test_weeks_are_counted_on_within_the_years_of_the_site():
    assert Week(2026, 53).moved(1) == Week(2027, 1)
    assert Week(2026, 1).moved(-2) == Week(2025, 51)
    assert Week(2015, 1).moved(-1) is None
    assert Week(2099, 53).moved(1) is None


def test_spans_hold_their_first_and_last_day():
    assert date(2024, 2, 29) in month_span(2024, 2)
    assert date(2024, 3, 1) not in month_span(2024, 2)
    assert year_span(2024) == Span(date(2024, 1, 1), date(2024, 12, 31))


def test_without_checks_a_record_is_stale_when_its_newest_round_is_older_than_21_days():
    newest = date(2026, 10, 1)
    assert not record_age(newest, None, datetime(2026, 10, 22, 23, 59, tzinfo=TORONTO)).stale
    assert record_age(newest, None, datetime(2026, 10, 23, 0, 0, tzinfo=TORONTO)).stale


def test_a_check_keeps_a_record_fresh_for_48_hours_however_old_its_newest_round():
    newest, checked = date(2026, 1, 1), datetime(2026, 10, 1, 12, 0, tzinfo=TORONTO)
    assert not record_age(newest, checked, checked + timedelta(hours=48)).stale
    assert record_age(newest, checked, checked + timedelta(hours=48, seconds=1)).stale


def test_an_empty_record_is_stale():
    assert record_age(None, None, datetime(2026, 10, 1, tzinfo=TORONTO)) == (None, True, False)
