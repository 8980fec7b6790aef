"""Which requests are answered with kept pages."""

import pytest

from eedraws.caching.keys import key_of


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL, settings.HTTPS = "https://draws.example", True


def asked(path="/draws/", **environ):
    return key_of(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "HTTP_HOST": "draws.example",
            "HTTP_X_FORWARDED_PROTO": "https",
        }
        | environ
    )


def test_the_path_is_the_key_whatever_a_header_says():
    assert asked() == "/draws/"
    assert asked(REQUEST_METHOD="HEAD") == "/draws/"
    assert (
        asked(HTTP_X_FORWARDED_HOST="evil.example", HTTP_ACCEPT_LANGUAGE="fr", HTTP_COOKIE="theme=dark")
        == "/draws/"
    )


@pytest.mark.parametrize("query", ["page=2", "category=cec&year=2024", "date_from=2023-07-04&sort=-date"])
def test_known_fields_in_order_are_in_the_key(query):
    assert asked(QUERY_STRING=query) == f"/draws/?{query}"


@pytest.mark.parametrize(
    "query",
    [
        "utm_source=x", "year=2024&category=cec", "page=2&page=3", "page=", "page", "page=2&", "page=%32",
        "page=2+", "q=plumber", "page=" + "9" * 41, "&" * 200, "page=2#", "page=\0",
    ],
)  # fmt: skip
def test_other_queries_are_not_kept(query):
    assert asked(QUERY_STRING=query) is None


@pytest.mark.parametrize(
    "environ",
    [
        {"REQUEST_METHOD": "POST"}, {"HTTP_HOST": "evil.example"}, {"HTTP_HOST": "draws.example:8000"},
        {"HTTP_X_FORWARDED_PROTO": "http"}, {"HTTP_COOKIE": "__Host-session=abc"}, {"HTTP_COOKIE": "a=b; __Host-csrf=x"},
        {"PATH_INFO": "/admin/"}, {"PATH_INFO": "/draft/x/"}, {"PATH_INFO": "/alerts/"}, {"PATH_INFO": "/contact/"},
        {"PATH_INFO": "/caf\xe9/"}, {"PATH_INFO": "/" + "x" * 300},
    ],
    ids=str,
)  # fmt: skip
def test_others_are_not_answered_from_what_is_kept(settings, environ):
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    assert asked(**environ) is None


def test_a_request_without_a_host_is_no_key():
    assert key_of({"REQUEST_METHOD": "GET", "PATH_INFO": "/"}) is None
