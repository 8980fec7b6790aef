"""Answers to what cannot be answered."""

import re

import pytest
from django.db import DatabaseError
from django.test import Client

from eedraws.pages import errors
from tests.factories import make_editor

pytestmark = pytest.mark.django_db


def headings(response):
    return re.findall(r"<h1>(.*?)</h1>", response.text)


def test_an_unknown_address_answers_with_a_search_and_ways_on(client):
    response = client.get("/draws/9999/")
    assert response.status_code == 404
    assert headings(response) == ["Page not found"]
    assert 'action="/search/"' in response.text
    for address in ("/draws/", "/categories/", "/news/", "/guides/", "/faq/", "/glossary/", "/"):
        assert f'href="{address}"' in response.text


def test_an_unknown_address_is_not_repeated(client):
    assert "reflected-7f3a" not in client.get("/reflected-7f3a/?q=reflected-7f3a").text


@pytest.mark.parametrize("status", errors.WORDS)
def test_a_refusal_is_a_complete_page_that_asks_nothing_of_the_database(status, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = errors.refusal(status)
    assert response.status_code == status
    assert headings(response) == [str(errors.WORDS[status][0])]
    assert response.text.lstrip().startswith("<!doctype html>")
    assert 'href="/"' in response.text


def test_a_broken_page_answers_500_in_our_own_words_with_every_header(monkeypatch):
    def fail(now=None):
        raise DatabaseError("secret-detail")

    monkeypatch.setattr("eedraws.pages.home.age_of_record", fail)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert headings(response) == ["Something went wrong on our side"]
    assert "secret-detail" not in response.text
    assert response.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in response.headers


def test_the_last_resort_needs_no_template(monkeypatch, rf, caplog):
    def fail(*args):
        raise OSError("no such file")

    monkeypatch.setattr(errors, "render_to_string", fail)
    response = errors.server_error(rf.get("/"))
    assert response.status_code == 500
    assert headings(response) == ["Something went wrong on our side"]
    assert "The error page itself failed" in caplog.text


def test_an_editor_without_a_permission_is_told_so(client):
    client.force_login(make_editor("guest", "occupations"))
    response = client.get("/admin/draws/round/")
    assert response.status_code == 403
    assert headings(response) == ["You may not do this"]
