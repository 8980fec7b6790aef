"""The settings read the environment strictly: see docs/settings.md."""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
KEY = "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PRODUCTION = {
    "SECRET_KEY": KEY,
    "DEBUG": "false",
    "HTTPS": "true",
    "ALLOWED_HOSTS": "eedraws.example",
    "SITE_URL": "https://eedraws.example",
    "TRUSTED_PROXIES": "unix",
}


@pytest.fixture
def read(monkeypatch):
    """Return a function that reads the settings module anew, in an environment that differs by its arguments."""

    def read(**environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "eedraws" / "settings.py"))

    return read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "too-short"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "carrier-pigeon://host/name"),
        ("DEBUG", "perhaps"),
        ("HTTPS", "perhaps"),
        ("SECOND_FACTOR", "perhaps"),
        ("TRUSTED_PROXIES", "the-proxy"),
        ("SECRET_KEY_FILE", "/no/such/file"),
    ],
)
def test_bad_value_stops_the_start_and_names_the_variable(read, name, value):
    with pytest.raises(ImproperlyConfigured, match=name):
        read(**{name: value})


def test_a_second_factor_is_needed_in_public_unless_it_is_turned_off(read):
    assert not read(HTTPS="false")["SECOND_FACTOR"]
    assert read(**PRODUCTION)["SECOND_FACTOR"]
    assert not read(**PRODUCTION | {"SECOND_FACTOR": "false"})["SECOND_FACTOR"]


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("https://eedraws.example", True),
        ("http://localhost:8000", True),
        ("http://localhost.example", False),
        ("http://127.0.0.1:8000", False),
    ],
)
def test_passkeys_are_offered_where_browsers_have_them(read, address, offered):
    settings = read(SITE_URL=address)
    assert settings["OTP_WEBAUTHN_ALLOWED_ORIGINS"] == ([address] if offered else [])


def test_key_can_stand_in_a_file(read, tmp_path):
    (tmp_path / "key").write_text(f"{KEY}\n")
    assert read(SECRET_KEY="", SECRET_KEY_FILE=str(tmp_path / "key"))["SECRET_KEY"] == KEY


def test_cookies_and_redirects_follow_https(read):
    public, local = read(**PRODUCTION), read(HTTPS="false")
    assert public["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert public["SESSION_COOKIE_SECURE"]
    assert public["CSRF_COOKIE_SECURE"]
    assert public["SECURE_SSL_REDIRECT"]
    assert not local["SESSION_COOKIE_SECURE"]
    assert not local["SECURE_SSL_REDIRECT"]


def test_postgresql_is_read_from_the_url(read):
    database = read(DATABASE_URL="postgres://reader@db.example:5433/record")["DATABASES"]["default"]
    assert (database["ENGINE"], database["NAME"]) == ("django.db.backends.postgresql", "record")
    assert "init_command" not in database.get("OPTIONS", {})


def test_sqlite_keeps_what_it_acknowledged_and_lets_writers_wait(read):
    options = read(DATABASE_URL="sqlite:///x.sqlite3")["DATABASES"]["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-512"):
        assert pragma in options["init_command"]


def test_deployment_check_is_silent_in_production(monkeypatch):
    # Only the tests' browser wants it.
    monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE")
    result = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=os.environ | PRODUCTION,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout


def test_every_variable_is_documented():
    source = (ROOT / "eedraws" / "settings.py").read_text()
    names = set(re.findall(r'read\(env\.\w+, "([A-Z_]+)"', source)) | set(
        re.findall(r'env\.\w+, "([A-Z_]+)"', source)
    )
    assert {"SECRET_KEY", "DATABASE_URL"} <= names
    documented = set(
        re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE)
    )
    assert names <= documented


class TestMailServer:
    FROM = {"EMAIL_FROM": "eedraws <alerts@eedraws.example>"}

    @pytest.mark.parametrize(
        ("url", "expected"),
        [
            ("smtp://127.0.0.1", {"host": "127.0.0.1", "port": 25}),
            ("smtp://mail.example:2525", {"host": "mail.example", "port": 2525}),
            ("smtps://mail.example", {"host": "mail.example", "port": 465, "use_ssl": True}),
            (
                "smtp+tls://alerts%40example:p%2Fw@mail.example",
                {
                    "host": "mail.example",
                    "port": 587,
                    "use_tls": True,
                    "username": "alerts@example",
                    "password": "p/w",
                },
            ),
        ],
    )
    def test_is_one_address(self, read, url, expected):
        options = read(EMAIL_URL=url, **self.FROM)["MAILERS"]["default"]["OPTIONS"]
        assert {name: value for name, value in options.items() if name != "timeout"} == expected

    def test_is_none_by_default_and_the_console_for_developers(self, read):
        assert read(EMAIL_URL="", EMAIL_FROM="")["MAILERS"] == {}
        mailers = read(EMAIL_URL="console:", **self.FROM)["MAILERS"]
        assert mailers["default"]["BACKEND"].endswith("console.EmailBackend")

    @pytest.mark.parametrize(
        "url",
        ["mail.example", "http://mail.example", "smtp://", "smtp://h:port", "smtp://h/x", "smtp://h?tls=1"],
    )
    def test_that_cannot_be_read_stops_the_start_without_showing_a_password(self, read, url):
        with pytest.raises(ImproperlyConfigured, match="EMAIL_URL") as problem:
            read(EMAIL_URL=url.replace("://", "://user:secret@"), **self.FROM)
        assert "secret" not in str(problem.value)

    @pytest.mark.parametrize(
        "address", ["", "nobody", "a@b.example, c@d.example", "a@b.example\nBcc: c@d.example"]
    )
    def test_needs_an_address_to_send_from(self, read, address):
        with pytest.raises(ImproperlyConfigured, match="EMAIL_FROM"):
            read(EMAIL_URL="smtp://mail.example", EMAIL_FROM=address)
