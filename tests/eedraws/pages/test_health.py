"""What programs that watch the site are told."""

import logging

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from draws.models import SyncRun
from tests.factories import toronto


def test_the_process_answers_without_a_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert response["Cache-Control"] == "no-store"


@pytest.fixture
def nothing_counted():
    cache.clear()
    yield
    cache.clear()


@pytest.mark.django_db
@pytest.mark.usefixtures("nothing_counted")
class TestReady:
    def test_says_how_old_the_record_is(self, client):
        SyncRun.objects.create(
            is_official=True, outcome=SyncRun.Outcome.TAKEN, started_at=toronto(2026, 10, 2, 9)
        )
        response = client.get("/readyz")
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-store"
        assert response.json() == {
            "ready": True,
            "database": "answers",
            "migrations": "applied",
            "newest_draw": "2026-10-01",
            "checked_with_ircc": "2026-10-02T13:00:00+00:00",
            "errors_today": 0,
        }

    def test_is_not_so_with_tables_of_other_code(self, client):
        MigrationRecorder(connection).record_unapplied("draws", "0002_feed_and_corrections")
        response = client.get("/readyz")
        assert response.status_code == 503
        assert response.json() == {
            "ready": False,
            "database": "answers",
            "migrations": "missing",
            "errors_today": 0,
        }

    def test_says_that_nothing_can_be_saved_and_is_ready_for_readers(self, client, settings):
        settings.DATABASE_READ_ONLY = True
        response = client.get("/readyz")
        assert (response.status_code, response.json()["database"]) == (200, "can only be read")

    def test_counts_the_errors_of_the_day(self, client):
        logger = logging.getLogger("tests.counted")
        for say in (logger.warning, logger.error, logger.error):
            say("Something")
        assert client.get("/readyz").json()["errors_today"] == 2

    def test_is_not_so_without_a_database(self, client, monkeypatch):
        def fail():
            raise OperationalError("database is locked")

        monkeypatch.setattr("eedraws.pages.health.looked_at", fail)
        response = client.get("/readyz")
        assert response.status_code == 503
        assert response.json() == {"ready": False, "database": "does not answer", "errors_today": 0}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/draws/255/", "/api/v1/rounds/255"])
def test_who_asks_while_the_database_does_not_answer_is_told_when_to_ask_again(monkeypatch, path):
    def fail(*args, **kwargs):
        raise OperationalError("database is locked")

    client = Client(raise_request_exception=False)
    assert client.get(path).status_code == 200
    with connection.execute_wrapper(fail):
        response = client.get(path)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"
    assert "locked" not in response.text
    assert "Content-Security-Policy" in response.headers
