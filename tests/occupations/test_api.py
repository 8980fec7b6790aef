"""Types of draw, versions, lists and occupations through the API."""

import pytest

from occupations.models import CategoryVersion
from occupations.search import search
from tests.factories import make_awaited_version, toronto

pytestmark = pytest.mark.django_db


def read(client, path, **query):
    response = client.get(f"/api/v1/{path}", query)
    assert response.status_code == 200, response.content
    return response.json()


def test_types_of_draw_stand_in_reading_order(client):
    rows = read(client, "categories")["items"]
    assert [row["slug"] for row in rows[:2]] == ["general", "cec"]
    assert [row["slug"] for row in rows if row["includes_nomination"]] == ["pnp"]
    assert read(client, "categories/pnp") == next(row for row in rows if row["slug"] == "pnp")
    assert client.get("/api/v1/categories/none").status_code == 404


def test_a_version_says_what_was_asked_for_and_how_many_are_listed(client):
    first, second, *_ = read(client, "versions", category="healthcare")["items"]
    assert (first["version"], first["valid_from"], first["valid_to"], first["listed"]) == (
        1,
        "2023-05-31",
        "2025-02-26",
        35,
    )
    assert (second["listed"], second["months_required"]) == (37, 6)
    assert first["url"] == "http://testserver/categories/healthcare/v1/"


def test_versions_that_changed_since_a_day(client):
    CategoryVersion.history.update(history_date=toronto(2026, 1, 1))
    assert read(client, "versions", changed_since="2026-01-02")["count"] == 0
    CategoryVersion.objects.get(category__slug="french", number=1).save()
    assert read(client, "versions", changed_since="2026-01-02")["count"] == 1


def test_the_first_lists_held_82_occupations_with_their_zeros(client):
    page = read(client, "listings", in_force="2023-07-07", per_page=500)
    assert len({row["code"] for row in page["items"]}) == page["count"] == 82
    assert all(len(row["code"]) == 5 for row in page["items"])


def test_lists_that_are_not_published_are_named_beside_what_is_listed(client):
    make_awaited_version()
    awaited = [{"category": "trades", "version": 4, "announced": "2026-11-03"}]
    for query in ({}, {"category": "trades"}, {"version": 4}, {"code": "73300", "in_force": "2026-11-22"}):
        assert read(client, "listings", **query)["awaited"] == awaited, query
    for query in ({"category": "stem"}, {"version": 3}, {"in_force": "2026-11-02"}):
        assert read(client, "listings", **query)["awaited"] == [], query
    version = read(client, "versions", category="trades")["items"][-1]
    assert (version["has_list"], version["list_awaited"], version["listed"]) == (True, True, None)


def test_a_job_left_its_list(client):
    found = read(client, "listings", code="73300", category="transport")["items"]
    assert [(row["version"], row["valid_to"]) for row in found] == [(1, "2025-02-26")]
    assert read(client, "listings", category="transport", version=2, code="73300")["count"] == 0


@pytest.mark.parametrize("path", ["listings?category=none", "versions?category=none", "occupations/99999"])
def test_what_is_not_there_is_a_problem(client, path):
    response = client.get(f"/api/v1/{path}")
    assert (response.status_code, response.headers["Content-Type"]) == (404, "application/problem+json")
    assert "matches" not in response.text


def test_occupations_are_found_as_on_the_page(client):
    assert read(client, "occupations", q="plumber")["items"][0]["code"] == "72300"
    assert read(client, "occupations", q="\0")["count"] == 0
    assert read(client, "occupations")["count"] == 516
    assert read(client, "occupations/00010")["code"] == "00010"


@pytest.mark.parametrize(
    ("path", "queries"),
    [("categories", 2), ("versions", 2), ("listings", 3), ("occupations", 2), ("occupations?q=analyst", 2)],
)
def test_queries_do_not_grow_with_rows(client, django_assert_num_queries, path, queries):
    search("analyst")
    for rows in (1, 500):
        with django_assert_num_queries(queries):
            assert (
                client.get(f"/api/v1/{path}{'&' if '?' in path else '?'}per_page={rows}").status_code == 200
            )
