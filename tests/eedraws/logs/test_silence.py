"""Nothing that a reader sends is in any line, wherever it stood and whatever became of it."""

import logging

import pytest
from django.test import Client

from eedraws.logs.formats import WithoutQueries

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.eedraws.logs.views")]

MARK = "marked7f3a"
HEADERS = {
    "User-Agent": MARK,
    "Referer": f"https://{MARK}.example/?{MARK}",
    "X-Forwarded-For": MARK,
    "X-Request-ID": MARK,
    "Accept-Language": MARK,
    "Authorization": f"Bearer {MARK}",
    "Cookie": f"session={MARK}; csrf={MARK}; other={MARK}",
}


@pytest.fixture
def reader(settings):
    # Every query is a slow one.
    settings.SLOW_QUERY_MS = 0.000_001
    return Client(raise_request_exception=False, headers=HEADERS)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (f"/search/?q={MARK}", "GET search 200"),
        (f"/occupations/?q={MARK}", "GET occupation-list 200"),
        (f"/would-i-have-been-invited/?score={MARK}", "GET would-i-have-been-invited 200"),
        (f"/{MARK}/?{MARK}={MARK}", "404 Not Found: GET none"),
        (f"/draws/255/?{MARK}={MARK}", "GET round 200"),
        (f"/{MARK}%00", "400 Bad Request: GET none"),
        (f"/api/v1/rounds/{MARK}", "404 Not Found: GET"),
        (f"/alerts/{MARK}/{MARK}/", "404 Not Found: GET none"),
        (f"/admin/welcome/{MARK}/{MARK}/", "GET admin:welcome 200"),
        (f"/quoting/1/?q={MARK}", "500 Internal Server Error: GET quoting"),
        (f"/quoting/{MARK}/", "500 Internal Server Error: GET quoting"),
        (f"/quoting-later/{MARK}/", "django.db.utils.IntegrityError"),
        (f"/leading-to/{MARK}/", "OperationalError: database is locked"),
    ],
)
def test_what_is_asked(reader, logged, path, told):
    reader.get(path)
    assert told in logged()
    assert MARK not in logged()


def test_what_is_sent(reader, logged):
    reader.post("/quoting/1/", {"name": MARK})
    reader.post("/contact/", {"message": MARK, "email": f"{MARK}@example.org"})
    reader.post("/admin/login/", {"username": MARK, "password": MARK})
    reader.generic(MARK.upper(), "/")
    assert "ValueError" in logged()
    assert "POST admin:login 200" in logged()
    assert "other home 405" in logged()
    assert MARK not in logged().lower()


def test_forms_that_are_not_trusted(logged):
    stranger = Client(enforce_csrf_checks=True, headers=HEADERS | {"Origin": f"https://{MARK}.example"})
    for headers in ({}, {"X-Forwarded-Proto": "https", "Origin": f"https://{MARK}.example"}):
        stranger.post("/admin/login/", {"username": MARK}, headers=headers)
    assert logged().count("403 Forbidden: POST admin:login") == 2
    assert MARK not in logged()


def test_another_host(reader, logged):
    reader.get("/", headers={"Host": f"{MARK}.example"})
    assert "400 Bad Request" in logged()
    assert MARK not in logged()


def test_queries_are_told_without_their_values(reader, logged):
    reader.get(f"/search/?q={MARK}")
    assert "A query took" in logged()
    assert "SELECT" in logged()
    assert MARK not in logged()


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (f"/search/?q={MARK}", "/search/"),
        (f"/draws/?{MARK}={MARK}&page=2", "/draws/"),
        ("/draws/", "/draws/"),
    ],
)
def test_the_development_server_logs_no_query(path, told):
    record = logging.makeLogRecord({"msg": '"%s" %s %s', "args": (f"GET {path} HTTP/1.1", "200", "9")})
    assert WithoutQueries().filter(record)
    assert record.getMessage() == f'"GET {told} HTTP/1.1" 200 9'


def test_the_development_server_logs_what_is_no_request():
    assert WithoutQueries().filter(logging.makeLogRecord({"msg": "Broken pipe"}))


def test_the_logs_of_the_development_server_pass_the_filter(settings):
    assert settings.LOGGING["loggers"]["django.server"]["filters"] == ["without_queries"]
