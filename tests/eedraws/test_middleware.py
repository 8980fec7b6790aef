"""The gate, the headers and the language, on every kind of answer."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from core.posting import accepts_post
from eedraws import urls as site
from tests.factories import make_superuser

pytestmark = pytest.mark.django_db

ANSWERS = ["/", "/draws/255/", "/nothing/", "/admin/login/", "/admin/", "/static/css/eedraws.css"]
ISOLATION = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
MARK = "reflected-7f3a"


@accepts_post
def takes_post(request):
    return HttpResponse(request.POST.get("word", "nothing"))


# Those of the site bring the converters along.
urlpatterns = [
    path("word/", takes_post),
    *[each for each in site.urlpatterns if "admin/" in str(each.pattern)],
]


@pytest.fixture
def behind_https():
    """Ask as through a proxy that speaks HTTPS with readers."""
    return Client(headers={"X-Forwarded-Proto": "https"})


@pytest.mark.parametrize("address", ANSWERS)
def test_security_headers_are_on_every_answer(behind_https, address):
    response = behind_https.get(address)
    assert {name: response.headers.get(name) for name in ISOLATION} == ISOLATION
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "camera=()" in response.headers["Permissions-Policy"]
    hsts = response.headers["Strict-Transport-Security"]
    assert int(re.search(r"max-age=(\d+)", hsts)[1]) >= 31_536_000
    assert "includeSubDomains" in hsts
    assert "preload" in hsts
    response.close()


def test_security_headers_are_on_refusals(behind_https):
    response = behind_https.put("/")
    assert {name: response.headers.get(name) for name in ISOLATION} == ISOLATION
    assert "Content-Security-Policy" in response.headers
    assert "Strict-Transport-Security" in response.headers


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "no-cache"),
        ("/draws/latest/", "no-cache"),
        ("/nothing/", "no-store"),
        ("/admin/login/", "no-store"),
        ("/admin/", "no-store"),
    ],
)
def test_how_long_an_answer_may_be_kept(client, address, expected):
    assert client.get(address).headers["Cache-Control"] == expected


def test_the_admin_is_not_indexed(client):
    assert client.get("/admin/login/").headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get("/").headers


@pytest.mark.parametrize("address", ["/", "/draws/", "/draws/255/", "/about/", "/nothing/"])
def test_a_public_answer_sets_no_cookie_and_depends_on_none(client, address):
    client.cookies.load({"session": "0123456789"})
    response = client.get(address, headers={"Accept-Language": "fr"})
    assert not response.cookies
    assert response.headers.get("Vary", "") in ("", "Accept-Encoding")
    assert b'<html lang="en">' in response.content


def test_an_unchanged_page_answers_304(client):
    headers = {"Accept-Encoding": "br"}
    first = client.get("/about/", headers=headers)
    again = client.get("/about/", headers=headers | {"If-None-Match": first.headers["ETag"]})
    assert (first.headers["Content-Encoding"], again.status_code) == ("br", 304)
    assert again.headers["Cache-Control"] == "no-cache"
    assert again.headers["Vary"] == first.headers["Vary"] == "Accept-Encoding"


def test_a_static_file_has_one_weak_tag_in_every_coding(client):
    first = client.get("/static/css/eedraws.css")
    again = client.get("/static/css/eedraws.css", headers={"If-None-Match": first.headers["ETag"]})
    assert first.headers["ETag"].startswith('W/"')
    assert again.status_code == 304
    first.close()


def test_french_has_no_pages_yet(client):
    assert client.get("/fr/").status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"])
@pytest.mark.parametrize("address", ["/", "/draws/", "/nothing/", "/static/css/eedraws.css"])
def test_public_addresses_are_only_read(client, method, address):
    response = client.generic(method, address)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert b"<h1>This cannot be done here</h1>" in response.content


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_the_admin_takes_forms_and_nothing_else(client, method):
    response = client.generic(method, "/admin/login/")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, POST")


def test_head_is_answered(client):
    response = client.head("/")
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.urls(__name__)
def test_a_marked_view_takes_post(client):
    assert client.post("/word/", {"word": "draw"}).content == b"draw"


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/x-www-form-urlencoded", 200),
        ("application/x-www-form-urlencoded; charset=UTF-8", 200),
        ("multipart/form-data; boundary=x", 200),
        ("application/json", 415),
        ("text/plain", 415),
        ("", 415),
    ],
)
def test_content_types_of_forms(client, content_type, status):
    response = client.generic("POST", "/admin/login/", "--x--\r\n", content_type=content_type)
    assert response.status_code == status


def test_a_body_that_is_too_large_is_refused_unread(client, settings):
    length = str(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    form = "application/x-www-form-urlencoded"
    for size in (length, "9" * 5000):
        response = client.generic("POST", "/admin/login/", "a=b", content_type=form, CONTENT_LENGTH=size)
        assert response.status_code == 413


@pytest.mark.parametrize("length", ["-1", "many", "١٢"])
def test_a_length_that_is_none_is_refused(client, length):
    form = "application/x-www-form-urlencoded"
    response = client.generic("POST", "/admin/login/", "a=b", content_type=form, CONTENT_LENGTH=length)
    assert response.status_code == 400


def test_a_query_that_is_too_long_is_refused(client, settings):
    assert client.get("/about/", {"q": "a" * (settings.MAX_QUERY_BYTES - 2)}).status_code == 200
    assert client.get("/about/", {"q": "a" * settings.MAX_QUERY_BYTES}).status_code == 414


def test_a_query_of_too_many_fields_is_refused(client):
    response = client.get("/draws/?" + "a&" * 1500)
    assert response.status_code == 400
    assert b"<h1>This request cannot be read</h1>" in response.content


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/%00", 400),
        ("/draws/255%00/", 400),
        ("/a%0d%0ab/", 400),
        ("/static/%00.css", 400),
        ("/draws/%ff/", 404),
    ],
)
def test_paths_with_bytes_that_no_address_has(client, address, status):
    assert client.get(address).status_code == status


@pytest.mark.parametrize(
    "host", [f"{MARK}.example", f"testserver.{MARK}", f"testserver:80@{MARK}", f"{MARK} "]
)
def test_another_host_is_refused_in_our_own_words(client, host):
    response = client.get("/", headers={"Host": host})
    assert response.status_code == 400
    assert b"<h1>This request cannot be read</h1>" in response.content
    assert MARK.encode() not in response.content


def test_http_leads_to_our_own_host_over_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_SSL_HOST = "eedraws.example"
    response = Client().get("/draws/?year=2023", headers={"Host": f"{MARK}.example"})
    assert (response.status_code, response.url) == (301, "https://eedraws.example/draws/?year=2023")


@pytest.mark.parametrize(
    "path", ["/healthz", "/robots.txt", "/sitemap.xml", "/feeds/draws.atom", "/news/feed.json"]
)
def test_what_machines_fetch_is_answered_over_http_too(client, settings, path):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get(path).status_code == 200
    # Nothing that only looks like it.
    assert client.get(f"{path}/x").status_code == client.get(f"/draws{path}x").status_code == 301


def test_a_form_without_its_token_is_refused_without_a_word_about_debugging():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": MARK})
    assert response.status_code == 403
    assert b"<h1>This form could not be trusted</h1>" in response.content
    assert b"DEBUG" not in response.content
    assert MARK.encode() not in response.content


def test_a_login_behind_https_is_trusted_from_its_own_origin_and_no_other():
    make_superuser("chief")
    client = Client(enforce_csrf_checks=True, headers={"Host": "testserver", "X-Forwarded-Proto": "https"})
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get("/admin/login/").text)[1]
    form = {"username": "chief", "password": "a long password", "csrfmiddlewaretoken": token}
    foreign = client.post("/admin/login/", form, headers={"Origin": "https://elsewhere.example"})
    own = client.post("/admin/login/", form, headers={"Origin": "https://testserver"})
    assert (foreign.status_code, own.status_code) == (403, 302)
