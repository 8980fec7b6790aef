"""How the database is opened, and what its errors mean."""

import errno
import os
import sqlite3

import pytest
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError, connection, transaction
from django.test import Client

from draws.models import Round
from eedraws.database import Fault, configured, fault_of, is_on_read_only_disk
from eedraws.pages.errors import server_error
from tests.factories import make_superuser

SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": "/srv/a site/x.sqlite3"}
POSTGRESQL = {"ENGINE": "django.db.backends.postgresql", "NAME": "x", "OPTIONS": {"sslmode": "require"}}
postgresql_only = pytest.mark.skipif(
    "postgres" not in os.environ.get("DATABASE_URL", ""), reason="PostgreSQL's own"
)


class TestForReadersAlone:
    def test_a_file_is_opened_without_writing(self):
        entry = configured(SQLITE, read_only=True)
        assert entry["NAME"].startswith("file:///srv/a%20site/x.sqlite3?")
        assert "journal_mode" not in entry["OPTIONS"]["init_command"]
        assert "transaction_mode" not in entry["OPTIONS"]

    def test_what_a_crash_left_in_the_log_is_read_with_it(self, tmp_path):
        path = tmp_path / "x.sqlite3"
        (tmp_path / "x.sqlite3-wal").write_bytes(b"left")
        assert configured(SQLITE | {"NAME": path}, read_only=True)["NAME"].endswith("?mode=ro")

    def test_a_server_takes_no_writes_of_this_site(self):
        options = configured(POSTGRESQL, read_only=True)["OPTIONS"]
        assert options == {"sslmode": "require", "options": "-c default_transaction_read_only=on"}

    def test_nothing_is_changed_of_a_server_otherwise(self):
        assert configured(POSTGRESQL, read_only=False) == POSTGRESQL

    def test_a_file_that_is_not_there_or_can_be_written_is_no_reason(self, tmp_path):
        (tmp_path / "x.sqlite3").touch()
        assert not is_on_read_only_disk(SQLITE | {"NAME": tmp_path / "x.sqlite3"})
        assert not is_on_read_only_disk(SQLITE | {"NAME": tmp_path / "none.sqlite3"})
        assert not is_on_read_only_disk(POSTGRESQL)


def sqlite_error(code):
    error, cause = OperationalError("…"), sqlite3.OperationalError("…")
    cause.sqlite_errorcode = code
    error.__cause__ = cause
    return error


def postgresql_error(kind, state):
    error, cause = kind("…"), Exception("…")
    cause.sqlstate = state
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (sqlite_error(sqlite3.SQLITE_FULL), Fault.FULL),
        (sqlite_error(sqlite3.SQLITE_READONLY), Fault.READ_ONLY),
        (sqlite_error(sqlite3.SQLITE_READONLY_DBMOVED), Fault.READ_ONLY),
        (sqlite_error(sqlite3.SQLITE_BUSY), Fault.BUSY),
        (sqlite_error(sqlite3.SQLITE_IOERR_READ), Fault.BUSY),
        (postgresql_error(OperationalError, "53100"), Fault.FULL),
        (postgresql_error(DatabaseError, "25006"), Fault.READ_ONLY),
        (InterfaceError("connection already closed"), Fault.BUSY),
        (IntegrityError("UNIQUE constraint failed"), None),
        (DatabaseError("…"), None),
        (OSError(errno.ENOSPC, "No space left on device"), Fault.FULL),
        (OSError(errno.EROFS, "Read-only file system"), Fault.READ_ONLY),
        (FileNotFoundError(errno.ENOENT, "No such file"), None),
        (ValueError("…"), None),
        (None, None),
    ],
)
def test_what_an_error_says(error, fault):
    assert fault_of(error) is fault


@transaction.atomic
def write_what_may_not_be_written():
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")
    Round.objects.update(crs_cutoff=500)


@postgresql_only
@pytest.mark.django_db
def test_a_server_that_takes_no_writes_says_so():
    with pytest.raises(DatabaseError) as refused:
        write_what_may_not_be_written()
    assert fault_of(refused.value) is Fault.READ_ONLY


@pytest.mark.django_db
class TestSendingAgain:
    ADD = "/admin/articles/tag/add/"

    @pytest.fixture
    def full(self, monkeypatch):
        def save(*args, **kwargs):
            raise sqlite_error(sqlite3.SQLITE_FULL)

        monkeypatch.setattr("articles.models.Tag.save", save)

    @pytest.fixture
    def chief(self):
        client = Client(raise_request_exception=False)
        client.force_login(make_superuser("chief"))
        return client

    def test_the_page_holds_what_was_sent(self, full, chief):
        page = chief.post(self.ADD, {"name_en": '"Typed" & <b>', "slug": "typed"})
        assert page.status_code == 507
        assert page.headers["Retry-After"] == "30"
        assert '<input type="hidden" name="name_en" value="&quot;Typed&quot; &amp; &lt;b&gt;">' in page.text
        assert page.text.count('<form method="post">') == 1

    @pytest.mark.parametrize("name", ["password", "new_password1", "otp_token", "code", "client_secret"])
    def test_a_secret_is_never_repeated(self, full, chief, name):
        page = chief.post(self.ADD, {"name_en": "Typed", "slug": "typed", name: "hidden7f3a"})
        assert page.status_code == 507
        assert "hidden7f3a" not in page.text
        assert '<form method="post">' not in page.text

    def test_what_strangers_have_a_browser_send_is_never_repeated(self, rf):
        request = rf.post("/contact/", {"message": "reflected7f3a"})
        try:
            raise sqlite_error(sqlite3.SQLITE_FULL)
        except OperationalError:
            page = server_error(request)
        assert page.status_code == 507
        assert b"reflected7f3a" not in page.content

    def test_programs_are_told_as_programs_are(self, rf):
        try:
            raise sqlite_error(sqlite3.SQLITE_BUSY)
        except OperationalError:
            answer = server_error(rf.get("/api/v1/rounds/255"))
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
        assert answer.headers["Content-Type"] == "application/problem+json"

    def test_the_newsroom_says_that_nothing_can_be_saved(self, chief, settings):
        said = "Nothing can be saved at the moment"
        assert said not in chief.get(self.ADD).text
        settings.DATABASE_READ_ONLY = True
        assert said in chief.get(self.ADD).text
