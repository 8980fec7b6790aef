"""The name of a request and its line."""

import logging
import re

import pytest
from django.test import Client

from core.addresses import proxies
from eedraws.caching.store import STORE
from eedraws.logs.requests import REQUEST_ID

pytestmark = pytest.mark.django_db


def name_of(response):
    return response.headers["X-Request-ID"]


def test_every_answer_bears_a_name_of_its_own(client):
    names = [name_of(client.get(path)) for path in ("/", "/", "/nothing/", "/healthz", "/admin/")]
    names.append(name_of(client.put("/")))
    assert len(set(names)) == 6
    assert all(re.fullmatch(r"[0-9a-f]{16}", name) for name in names)


def test_kept_pages_bear_the_name_of_the_request_and_not_of_the_one_that_made_them(settings):
    settings.PAGE_CACHE_BYTES = 1_000_000
    STORE.clear()
    reader = Client(headers={"Host": "testserver"})
    names = {name_of(reader.get("/healthz")), name_of(reader.get("/about/")), name_of(reader.get("/about/"))}
    STORE.clear()
    assert len(names) == 3


def test_the_name_is_not_taken_from_a_reader(client):
    assert name_of(client.get("/", headers={"X-Request-ID": "0123456789abcdef"})) != "0123456789abcdef"


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("0123456789abcdef0123456789abcdef", True),
        ("a-b_c-d-e", True),
        ("short", False),
        ("a" * 65, False),
        ("0123456789\nforged", False),
        ("<script>alert()</script>", False),
        ("٠١٢٣٤٥٦٧٨٩", False),
        ("", False),
    ],
)
def test_the_server_before_may_give_it_where_it_is_trusted_to(client, settings, given, taken):
    settings.TRUSTED_PROXIES = proxies(["127.0.0.1"])
    assert (name_of(client.get("/about/", HTTP_X_REQUEST_ID=given)) == given) is taken


class TestLine:
    def test_says_what_was_asked_and_what_it_cost(self, client, settings, caplog):
        settings.LOG_REQUESTS = True
        with caplog.at_level(logging.INFO, "eedraws.requests"):
            response = client.get("/draws/255/?page=1")
        [record] = [each for each in caplog.records if each.name == "eedraws.requests"]
        assert record.fields["route"] == "round"
        assert (record.fields["method"], record.fields["status"]) == ("GET", 200)
        assert record.fields["queries"] > 0
        assert record.fields["milliseconds"] > 0
        assert record.getMessage().startswith("GET round 200 ")
        assert REQUEST_ID.get() == name_of(response)

    def test_is_not_there_unless_it_is_asked_for(self, client, caplog):
        with caplog.at_level(logging.INFO):
            client.get("/draws/255/")
        assert not caplog.records

    def test_counts_the_queries_of_its_request(self, client, settings, caplog, django_assert_num_queries):
        settings.LOG_REQUESTS = True
        with caplog.at_level(logging.INFO, "eedraws.requests"):
            for path in ("/healthz", "/draws/254/"):
                client.get(path)
        none, some = (record.fields["queries"] for record in caplog.records)
        assert none == 0
        with django_assert_num_queries(some):
            client.get("/draws/254/")


def test_a_query_that_takes_long_is_told_and_others_are_not(client, settings, caplog):
    settings.SLOW_QUERY_MS = 60_000
    client.get("/draws/255/")
    assert not caplog.records
    settings.SLOW_QUERY_MS = 0
    client.get("/draws/255/")
    assert not caplog.records
    settings.SLOW_QUERY_MS = 0.000_001
    client.get("/draws/255/")
    assert any("A query took" in record.getMessage() for record in caplog.records)
