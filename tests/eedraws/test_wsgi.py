"""What the server calls: content types that Django cannot bear end before it."""

import sys
from io import BytesIO
from threading import Event

import pytest
from django.core.signals import request_started
from django.db import close_old_connections

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def prepared(monkeypatch):
    """Are set when the search and the fact desk would be prepared, of which no test is to wait for the end."""
    events = Event(), Event()
    monkeypatch.setattr("occupations.search.prepare", events[0].set)
    monkeypatch.setattr("articles.desk.snapshot.prepare", events[1].set)
    return events


@pytest.fixture(autouse=True)
def open_connection():
    """Keep the connection in which the test's transaction is, as Django's own test client does."""
    request_started.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)


def ask(method, path, content_type):
    """Return the status of the answer to a request made as a server makes it."""
    seen = []
    body = b"username=%2B-"
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": "q=%2B-",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "CONTENT_TYPE": content_type,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
        "wsgi.url_scheme": "http",
    }
    # The import makes the application, which wants the settings of the tests: it cannot stand on top.
    from eedraws.wsgi import application

    application(environ, lambda status, headers: seen.append(int(status[:3])))
    return seen[0]


@pytest.mark.parametrize(
    "charset", ["utf-7", "hex", "rot13", "unicode_escape", "utf-16", "nothing", "\0", "é"]
)
@pytest.mark.parametrize(
    "parameter", ["charset={}", "CharSet = {}", 'charset="{}"', "charset*=utf-8''{}", "a=b; charset={}"]
)
def test_character_sets_that_are_not_ours(parameter, charset):
    content_type = f"{FORM}; {parameter.format(charset)}"
    assert ask("POST", "/admin/login/", content_type) == 415
    assert ask("GET", "/about/", content_type) == 200


@pytest.mark.parametrize("content_type", ["text/html; a=" + "b" * 20_000, "a" * 20_000, ";" * 20_000])
def test_overlong_content_types(content_type):
    assert ask("POST", "/admin/login/", content_type) == 415
    assert ask("GET", "/about/", content_type) == 200


@pytest.mark.parametrize(
    "content_type",
    [FORM, f"{FORM};charset=UTF-8", f'{FORM}; charset="utf-8"', "multipart/form-data; boundary=----x"],
)
def test_forms_pass_to_django(content_type):
    # Without a token, which shows that the gate let them through.
    assert ask("POST", "/admin/login/", content_type) in (400, 403)


def test_what_takes_a_while_is_prepared_as_soon_as_the_application_is_there(prepared, monkeypatch):
    monkeypatch.delitem(sys.modules, "eedraws.wsgi", raising=False)
    assert ask("GET", "/about/", "") == 200
    assert all(event.wait(60) for event in prepared)
