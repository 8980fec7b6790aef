"""What every test stands on: settings without built files, and a database that holds the shipped record."""

import sqlite3
from contextlib import closing

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase, override_settings
from django.utils import timezone
from hypothesis import settings as hypothesis

from articles.desk import running
from core import freshness
from core.freshness import CURRENT
from core.kept import Kept
from tests.factories import make_editor
from tests.thorough import THOROUGH

OWN_APPS = ("alerts", "readers", "articles", "draws", "occupations", "core", "modelsearch")
COPY = "record"
# What tests have read of the record as it was loaded, by what reads it and the day.
AS_LOADED: dict = {}
COUNTERS = {"django_assert_num_queries", "django_assert_max_num_queries"}
# Generated examples are judged by what they give, not by how busy the machine is.
hypothesis.register_profile("eedraws", deadline=None, print_blob=True)
hypothesis.load_profile("eedraws")


def pytest_collection_modifyitems(config, items):
    """Leave out what takes minutes, unless it is asked for: tests/thorough.py."""
    if not THOROUGH:
        left_out = [item for item in items if item.get_closest_marker("thorough")]
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session", autouse=True)
def test_settings(tmp_path_factory):
    """Serve static files from their sources, since nothing is collected, hash passwords quickly, and draw no charts."""
    with override_settings(
        CHARTS_ROOT=tmp_path_factory.mktemp("charts"),
        CARDS_ROOT=tmp_path_factory.mktemp("cards"),
        CHARTS_COMMAND=[],
        PAGE_CACHE_BYTES=0,
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        WHITENOISE_AUTOREFRESH=True,
        WHITENOISE_USE_FINDERS=True,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory, django_db_modify_db_settings_parallel_suffix):
    """Keep a SQLite test database in a file, so that threads meet real locks as they do in production."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Load the record once for each worker, and keep a copy to put back after a test that commits."""

    with django_db_blocker.unblock():
        call_command("load_record", verbosity=0)
        connection.close()
        connection.creation.clone_test_db(COPY, verbosity=0)
    # What Django does after a test that commits is to empty every table.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test: put_record_back())
        yield
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(suffix=COPY, verbosity=0)


def put_record_back():
    """Replace the test database by the copy that was made when the record had just been loaded."""
    name = connection.settings_dict["NAME"]
    copy = connection.creation.get_test_db_clone_settings(COPY)["NAME"]
    connection.close()
    CURRENT.forget()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(name)) as target:
            source.backup(target)
    else:
        quote = connection.ops.quote_name
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {quote(name)} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {quote(name)} TEMPLATE {quote(copy)}")


@pytest.fixture(scope="session", autouse=True)
def patient_desk():
    """Wait for the fact desk however busy the machine is; what is done when it is late has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "DEADLINE", running.UNHURRIED)
        yield


@pytest.fixture
def empty_record(db):
    """Take away the loaded record for this test: its transaction brings it back."""
    with connection.cursor() as cursor:
        for app in OWN_APPS:
            for model in apps.get_app_config(app).get_models(include_auto_created=True):
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


@pytest.fixture
def editor(client, db):
    """An editor, who is logged in to `client`."""
    editor = make_editor()
    client.force_login(editor)
    return editor


@pytest.fixture(autouse=True)
def record_as_loaded(request, monkeypatch):
    """Read the record once for all tests that leave it as it was loaded: in a transaction each question reads it anew.

    Who counts queries counts those too, or asks for `record_in_hand`.
    """
    if COUNTERS & set(request.fixturenames):
        return
    changed = False

    def get(self, really=Kept.get):
        if changed or not connection.in_atomic_block:
            return really(self)
        # What is read depends on the day, and so does what is made of it.
        key = (self, timezone.localdate())
        if key not in AS_LOADED:
            AS_LOADED[key] = self._read()
        return AS_LOADED[key]

    def move(really=freshness.move):
        nonlocal changed
        changed = True
        really()

    monkeypatch.setattr(Kept, "get", get)
    monkeypatch.setattr(freshness, "move", move)


@pytest.fixture
def record_in_hand(monkeypatch, db):
    """Keep in this test's transaction what a process keeps outside of one, until the content changes: to count queries."""
    kept = {}

    def get(self):
        if self not in kept:
            kept[self] = self._read()
        return kept[self]

    def move(really=freshness.move):
        kept.clear()
        really()

    monkeypatch.setattr(Kept, "get", get)
    monkeypatch.setattr(freshness, "move", move)
