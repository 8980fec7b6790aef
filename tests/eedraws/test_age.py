"""How old the record is. The clock is passed in."""

from datetime import date

import pytest
from django.template import Context, Template

from draws.clock import RecordAge
from eedraws.age import age_of_record
from eedraws.context_processors import site
from tests.factories import make_round, publish_record, toronto

pytestmark = pytest.mark.django_db
END = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def followed_record(db):
    publish_record()


def test_record_is_fresh_for_21_days_after_its_newest_draw():
    assert age_of_record(toronto(2026, 10, 22, 23, 59)) == RecordAge(END, False)
    assert age_of_record(toronto(2026, 10, 23)) == RecordAge(END, True)


def test_days_are_those_of_toronto_whatever_zone_the_clock_has():
    after_midnight_in_utc = toronto(2026, 10, 22, 21).astimezone(tz=None)
    assert not age_of_record(after_midnight_in_utc).stale


def test_a_new_draw_makes_the_record_fresh_once_it_is_published():
    draw = make_round(day=date(2026, 11, 10), published_at=None)
    now = toronto(2026, 11, 11)
    assert age_of_record(now).complete_to == END
    draw.published_at = now
    draw.save()
    assert age_of_record(now) == RecordAge(date(2026, 11, 10), False)


def test_a_withdrawn_draw_does_not_count():
    make_round(
        day=date(2026, 11, 10), withdrawn_at=toronto(2026, 11, 10), withdrawn_reason="It was not held."
    )
    assert age_of_record(toronto(2026, 11, 11)) == RecordAge(END, True)


def test_empty_record_is_stale(empty_record):
    assert age_of_record(toronto(2026, 11, 11)) == RecordAge(None, True)


def test_templates_ask_for_the_age_once_and_only_when_they_use_it(rf, django_assert_num_queries):
    context = Context(site(rf.get("/draws/")))
    with django_assert_num_queries(0):
        Template("{{ site_url }}").render(context)
    with django_assert_num_queries(1):
        text = Template("{{ record.complete_to|date:'Y-m-d' }} {{ record.complete_to }}").render(context)
    assert text.startswith("2026-10-01")


def test_canonical_url_has_the_path_of_the_page_and_no_query(rf, settings):
    settings.SITE_URL = "https://eedraws.example"
    assert site(rf.get("/draws/?year=2023"))["canonical_url"] == "https://eedraws.example/draws/"
    assert site(rf.get('/é<"/'))["canonical_url"] == "https://eedraws.example/%C3%A9%3C%22/"
