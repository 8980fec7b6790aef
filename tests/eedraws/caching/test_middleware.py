"""Kept pages: who gets them, that they are what would be made, and when they are made again."""

import gzip
import threading
from datetime import timedelta

import brotli
import pytest
import time_machine
from backports import zstd
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from core.freshness import CURRENT
from draws.models import Round
from eedraws.caching.middleware import PageCacheMiddleware
from eedraws.caching.pages import CACHE_CONTROL, page_of
from eedraws.caching.store import STORE
from tests.factories import make_article

pytestmark = pytest.mark.django_db(transaction=True)

PATH = "/draws/255/"


@pytest.fixture(autouse=True)
def kept(settings):
    settings.PAGE_CACHE_BYTES = 4_000_000
    STORE.clear()
    CURRENT.forget()
    yield
    STORE.clear()
    CURRENT.forget()


@pytest.fixture
def reader():
    return Client(headers={"host": "testserver"})


def test_a_page_is_made_once_and_costs_no_query_then(reader, monkeypatch, django_assert_num_queries):
    # However long this machine takes between the two.
    monkeypatch.setattr("core.freshness.LOOK_AGAIN", 600)
    first = reader.get(PATH)
    with django_assert_num_queries(0):
        second = reader.get(PATH)
    assert second.content == first.content
    assert first["Cache-Control"] == second["Cache-Control"] == CACHE_CONTROL
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert second["Content-Length"] == str(len(second.content))


def test_it_is_the_page_that_would_be_made(reader, settings):
    kept = reader.get(PATH)
    settings.PAGE_CACHE_BYTES = 0
    made = reader.get(PATH)
    assert kept.content == made.content
    own = {"Cache-Control", "Last-Modified", "ETag", "Vary", "Content-Length", "X-Request-ID"}
    assert {name: value for name, value in made.items() if name not in own} == {
        name: value for name, value in kept.items() if name not in own
    }


@pytest.mark.parametrize(
    ("coding", "read"), [("br", brotli.decompress), ("gzip", gzip.decompress), ("zstd", zstd.decompress)]
)
def test_each_coding_is_kept(reader, coding, read):
    whole = reader.get(PATH)
    for _ in range(2):
        coded = reader.get(PATH, headers={"accept-encoding": coding})
        assert coded["Content-Encoding"] == coding
        assert read(coded.content) == whole.content
        assert coded["Vary"] == "Accept-Encoding"
        assert coded["ETag"] == whole["ETag"]


def test_who_has_it_is_told_so(reader, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("core.freshness.LOOK_AGAIN", 600)
    page = reader.get(PATH)
    with django_assert_num_queries(0):
        for headers in (
            {"if-none-match": page["ETag"]},
            {"if-none-match": f'"other", {page["ETag"]}'},
            {"if-none-match": "*"},
            {"if-modified-since": page["Last-Modified"]},
        ):
            answer = reader.get(PATH, headers=headers)
            assert (answer.status_code, answer.content) == (304, b"")
            assert answer["ETag"] == page["ETag"]
        for headers in (
            {"if-none-match": '"other"'},
            {"if-none-match": '"other"', "if-modified-since": page["Last-Modified"]},
            {"if-modified-since": "Thu, 01 Jan 2015 00:00:00 GMT"},
            {"if-modified-since": "never"},
        ):
            assert reader.get(PATH, headers=headers).status_code == 200


def test_a_head_asks_for_the_same_page(reader):
    head = reader.head(PATH)
    page = reader.get(PATH)
    assert head.content == b""
    assert head["Content-Length"] == page["Content-Length"]
    assert page.content


def test_a_change_is_seen_at_once(reader):
    assert b"463" in reader.get(PATH).content
    Round.objects.filter(number="255").update(crs_cutoff=1111)
    assert b"1111" in reader.get(PATH).content


def test_a_scheduled_article_appears_at_its_minute(reader):
    with time_machine.travel("2026-11-03T12:00:00-05:00", tick=False) as clock:
        CURRENT.forget()
        make_article("soon", title="Soon to be read", published_at=timezone.now() + timedelta(minutes=10))
        assert b"Soon to be read" not in reader.get("/news/").content
        clock.shift(timedelta(minutes=11))
        CURRENT.forget()
        assert b"Soon to be read" in reader.get("/news/").content


def test_who_is_logged_in_gets_a_page_of_their_own(editor, client, django_assert_num_queries):
    client.get(PATH, headers={"host": "testserver"})
    assert client.get(PATH, headers={"host": "testserver"})["Cache-Control"] != CACHE_CONTROL
    assert not STORE._pages


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/", "/contact/", "/alerts/", "/admin/login/", "/occupations/check/", "/feeds/draws.atom",
        "/would-i-have-been-invited/?score=491&submitted=2023-01-01&program=CEC&since=2026-01-01",
        "/search/?q=zebra", "/draws", "/occupations/?q=plumber",
    ],
)  # fmt: skip
def test_what_is_for_one_reader_is_not_kept(reader, path):
    reader.get(path)
    assert not STORE._pages


def test_what_is_not_kept_is_sent_as_it_is_asked_for(reader):
    feed = reader.get("/feeds/draws.atom", headers={"accept-encoding": "br"})
    assert feed["Content-Encoding"] == "br"
    assert reader.get("/feeds/draws.atom", headers={"if-none-match": feed["ETag"]}).status_code == 304


def test_the_oldest_give_way_when_there_is_no_more_room(reader, settings):
    settings.PAGE_CACHE_BYTES = 150_000
    for number in range(200, 215):
        reader.get(f"/draws/{number}/")
    assert 0 < STORE._bytes <= 150_000
    assert "/draws/200/" not in STORE._pages
    assert "/draws/214/" in STORE._pages
    assert STORE._bytes == sum(page.size for page in STORE._pages.values())


def test_without_the_database_what_is_kept_is_sent(reader, monkeypatch):
    page = reader.get(PATH)

    def fails():
        raise DatabaseError("locked")

    monkeypatch.setattr(CURRENT, "get", fails)
    assert reader.get(PATH).content == page.content


def test_readers_who_come_together_wait_for_one_page():
    made = []
    begin = threading.Barrier(8)

    def answer(request):
        made.append(1)
        response = HttpResponse("page")
        response.headers["ETag"] = '"a"'
        threading.Event().wait(0.05)
        return response

    middleware = PageCacheMiddleware(answer)
    found = []

    def ask():
        from django.test import RequestFactory

        begin.wait()
        found.append(middleware(RequestFactory().get("/", headers={"host": "testserver"})).content)
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(made), set(found)) == (1, {b"page"})


@pytest.mark.parametrize(
    "headers",
    [
        {"Cache-Control": "no-store"},
        {"Cache-Control": "private"},
        {"Vary": "Cookie"},
        {"Vary": "Accept"},
        {"ETag": ""},
    ],
    ids=str,
)
def test_an_answer_that_says_so_is_not_kept(headers):
    response = HttpResponse("page", headers={"ETag": '"a"'} | headers)
    if not headers.get("ETag", True):
        del response.headers["ETag"]
    assert page_of(response, 1, timezone.now()) is None


def test_an_answer_with_a_cookie_or_an_error_is_not_kept():
    for response in (HttpResponse("page", status=404), HttpResponse("page")):
        response.headers["ETag"] = '"a"'
        if response.status_code == 200:
            response.set_cookie("who", "me")
        assert page_of(response, 1, timezone.now()) is None


class TestAWrongClock:
    """It is an hour ahead, or is set back by an hour: what was kept is judged anew."""

    def test_a_publication_is_seen_after_it_was_set_back(self, reader):
        # Both hours are of one day, for a page says how many days ago something was, and after the record was loaded.
        with time_machine.travel("2036-11-03T14:00:00-05:00", tick=False) as clock:
            CURRENT.forget()
            before = reader.get(PATH)
            clock.shift(-timedelta(hours=1))
            CURRENT.forget()
            assert reader.get(PATH).content == before.content
            Round.objects.filter(number="255").update(crs_cutoff=1111)
            assert b"1111" in reader.get(PATH).content
            # Who has the page of the hour that never was is sent the present one.
            since = {"if-modified-since": before["Last-Modified"]}
            assert reader.get(PATH, headers=since).status_code == 200

    def test_what_appeared_too_early_goes_and_comes_at_its_minute(self, reader):
        with time_machine.travel("2026-11-03T13:00:00-05:00", tick=False) as clock:
            make_article("soon", title="Soon to be read", published_at=timezone.now() - timedelta(minutes=30))
            CURRENT.forget()
            assert b"Soon to be read" in reader.get("/news/").content
            clock.shift(-timedelta(hours=1))
            CURRENT.forget()
            assert b"Soon to be read" not in reader.get("/news/").content
            clock.shift(timedelta(minutes=31))
            CURRENT.forget()
            assert b"Soon to be read" in reader.get("/news/").content
