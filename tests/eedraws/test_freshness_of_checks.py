"""What checks against IRCC's feed do to the age of the record and to the front page."""

from datetime import date

import pytest

from draws.clock import RecordAge
from draws.models import Round, SyncRun
from eedraws.age import age_of_record
from tests.factories import make_held_row, make_round, make_sync_run, publish_record, toronto

pytestmark = pytest.mark.django_db
END = date(2026, 10, 1)
CHECKED = toronto(2026, 11, 20, 9)


@pytest.fixture(autouse=True)
def followed_record(db):
    publish_record()


def test_a_check_keeps_the_record_fresh_for_48_hours():
    make_sync_run(started_at=CHECKED)
    assert age_of_record(toronto(2026, 11, 22, 9)) == RecordAge(END, False)
    assert age_of_record(toronto(2026, 11, 22, 9, 1)) == RecordAge(END, True)
    assert age_of_record(toronto(2026, 11, 20, 8, 59)) == RecordAge(END, True)


@pytest.mark.parametrize(
    "fields",
    [
        {"is_official": False},
        {"outcome": SyncRun.Outcome.OLD},
        {"outcome": SyncRun.Outcome.REFUSED},
        {"outcome": SyncRun.Outcome.FAILED},
    ],
    ids=["another source", "old", "refused", "failed"],
)
def test_what_is_no_successful_check_against_ircc_does_not_count(fields):
    make_sync_run(started_at=CHECKED, **fields)
    assert age_of_record(toronto(2026, 11, 20, 10)).stale


def test_a_draw_that_waits_for_an_editor_makes_the_record_late():
    run = make_sync_run(started_at=CHECKED)
    draw = make_round(published_at=None)
    assert not age_of_record(toronto(2026, 11, 20, 10)).stale
    run.added_rounds.add(draw)
    assert age_of_record(toronto(2026, 11, 20, 10)) == RecordAge(END, True, is_behind=True)
    Round.objects.filter(pk=draw.pk).update(published_at=CHECKED)
    assert age_of_record(toronto(2026, 11, 20, 10)) == RecordAge(draw.date, False)


def test_the_front_page_says_that_a_held_draw_is_being_classified(client):
    assert "being classified" not in client.get("/").text
    held = make_held_row()
    assert age_of_record().stale
    assert "has published a draw that does not show here yet: it is being classified" in client.get("/").text
    held.resolved_at = CHECKED
    held.save()
    assert "being classified" not in client.get("/").text


def test_the_age_asks_the_database_once(django_assert_num_queries):
    with django_assert_num_queries(1):
        age_of_record()
