"""Synthetic rows: only where they belong, told from others, and no page goes through all of them."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from draws.models import Round
from eedraws.management.commands import seed_synthetic
from tests.factories import make_message

PAGES = [
    "/",
    "/news/",
    "/news/tag/trades/",
    "/news/2023/07/5000-invitations-in-four-draws-4-to-7-july-2023/",
    "/draws/255/",
    "/draws/",
    "/categories/cec/",
    "/search/?q=trades",
]
pytestmark = pytest.mark.django_db


@pytest.fixture
def named(monkeypatch):
    """The test's database, as if it were named for synthetic rows."""
    monkeypatch.setattr(seed_synthetic, "MARK", "test")
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", "test")


def seed(articles, rounds):
    call_command("seed_synthetic", articles=articles, rounds=rounds, verbosity=0)


def test_another_database_is_refused():
    with pytest.raises(CommandError, match="not named for synthetic rows"):
        seed(20, 450)


def test_what_people_have_entered_is_refused(named):
    make_message()
    with pytest.raises(CommandError, match="more than the shipped record"):
        seed(20, 450)


def test_rows_say_that_they_are_synthetic_and_come_once(named, capsys):
    seed(Article.objects.count() + 3, Round.objects.count() + 2)
    made = Article.objects.filter(title__startswith="Synthetic")
    assert made.count() == 3
    assert set(Round.objects.filter(source__startswith="Synthetic").values_list("number", flat=True)) == {
        "s1",
        "s2",
    }
    assert "nobody wrote them" in capsys.readouterr().out
    with pytest.raises(CommandError, match="synthetic rows already"):
        seed(100, 500)


@pytest.mark.thorough
def test_no_page_asks_more_or_goes_through_all_articles(named, record_in_hand, client):
    def asked(path):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return queries.captured_queries

    before = {path: len(asked(path)) for path in PAGES}
    seed(400, 1000)
    for path in PAGES:
        queries = asked(path)
        assert len(queries) <= before[path] + 1, path
        if connection.vendor != "sqlite" or "search" in path:
            continue
        for query in queries:
            if query["sql"].startswith("SELECT"):
                with connection.cursor() as cursor:
                    cursor.execute("EXPLAIN QUERY PLAN " + query["sql"].replace("%", "%%"))
                    plan = [row[3] for row in cursor.fetchall()]
                assert not any(step.startswith("SCAN articles_") for step in plan), (path, plan)
