"""What every test stands on: settings without built files, and a database that holds the shipped record."""

import sqlite3
from contextlib import closing

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from hypothesis import settings as hypothesis

from tests.factories import make_editor
from tests.thorough import THOROUGH

OWN_APPS = ("articles", "draws", "occupations", "core")
COPY = "record"
restore_key = pytest.StashKey()
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
        CHARTS_COMMAND=[],
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        WHITENOISE_AUTOREFRESH=True,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory, django_db_modify_db_settings_parallel_suffix):
    """Keep a SQLite test database in a file, so that threads meet real locks as they do in production."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker):
    """Load the record once for each worker, and keep a copy to put back after a test that commits."""

    def restore():
        with django_db_blocker.unblock():
            put_record_back()

    with django_db_blocker.unblock():
        call_command("load_record", verbosity=0)
        connection.close()
        connection.creation.clone_test_db(COPY, verbosity=0)
    request.config.stash[restore_key] = restore
    yield
    del request.config.stash[restore_key]
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(suffix=COPY, verbosity=0)


def put_record_back():
    """Replace the test database by the copy that was made when the record had just been loaded."""
    name = connection.settings_dict["NAME"]
    copy = connection.creation.get_test_db_clone_settings(COPY)["NAME"]
    connection.close()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(name)) as target:
            source.backup(target)
    else:
        quote = connection.ops.quote_name
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {quote(name)} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {quote(name)} TEMPLATE {quote(copy)}")


def commits(item):
    """Say whether a test runs outside a transaction, so that its tables are emptied when it ends."""
    marker = item.get_closest_marker("django_db")
    return {"transactional_db", "live_server"} & set(item.fixturenames) or (
        marker and marker.kwargs.get("transaction")
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    result = yield
    if commits(item) and restore_key in item.config.stash:
        item.config.stash[restore_key]()
    return result


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
