"""Drawing after a change: after the commit only, without waiting, and without harm when it fails."""

import sys

import pytest
from django.db import transaction

from draws.charts import job
from draws.models import Round
from draws.publishing import publish
from tests.factories import make_round


@pytest.fixture
def started(monkeypatch):
    calls = []
    monkeypatch.setattr(job, "start", lambda: calls.append(True))
    return calls


@pytest.mark.django_db
def test_publication_draws_after_its_commit(started, django_capture_on_commit_callbacks):
    waiting = make_round(published_at=None)
    with django_capture_on_commit_callbacks() as callbacks:
        publish(waiting.pk)
    assert started == []
    for callback in callbacks:
        callback()
    assert started == [True]


@pytest.mark.django_db(transaction=True)
def test_a_publication_that_is_undone_draws_nothing(started):
    waiting = make_round(published_at=None)
    with transaction.atomic():
        publish(waiting.pk)
        transaction.set_rollback(True)
    assert started == []


@pytest.mark.django_db(transaction=True)
def test_a_start_that_fails_does_not_undo_the_publication(monkeypatch, caplog):
    waiting = make_round(published_at=None)

    def fail():
        raise RuntimeError("no threads left")

    monkeypatch.setattr(job, "start", fail)
    publish(waiting.pk)
    assert Round.objects.public_record().filter(number="448").exists()


def run(settings, *command):
    settings.CHARTS_COMMAND = [sys.executable, *command]
    job.start().join(timeout=30)


def test_the_command_runs_in_a_process_of_its_own(settings, tmp_path):
    file = tmp_path / "made"
    run(settings, "-c", f"open({str(file)!r}, 'w').close()")
    assert file.exists()


def test_what_goes_wrong_is_logged(settings, caplog):
    run(settings, "-c", "raise SystemExit('the disk is full')")
    assert "Charts were not drawn: the disk is full" in caplog.text


def test_a_command_that_is_not_there_is_logged(settings, caplog, tmp_path):
    settings.CHARTS_COMMAND = [str(tmp_path / "nothing")]
    job.start().join(timeout=30)
    assert "Charts were not drawn: " in caplog.text


def test_without_a_command_nothing_starts():
    assert job.start() is None
