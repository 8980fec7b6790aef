"""The table of queries: what is typed into the one box, and which page comes first."""

import csv

import pytest
from django.conf import settings

from eedraws.pages.search import answer_to

pytestmark = pytest.mark.django_db

NOTHING = "nothing"


def read_table():
    path = settings.BASE_DIR / "tests" / "eedraws" / "search_queries.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return [(row["query"], row["expected"]) for row in csv.DictReader(lines, strict=True)]


ROWS = read_table()


def test_the_table_is_large():
    assert len(ROWS) >= 60
    assert len(dict(ROWS)) == len(ROWS)


def test_every_query_has_first_what_is_expected():
    first = {}
    for query, _expected in ROWS:
        sections = answer_to((query, None, "", 1))["sections"]
        first[query] = sections[0].first_url if sections else NOTHING
    assert first == dict(ROWS)
