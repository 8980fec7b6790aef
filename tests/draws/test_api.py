"""Draws and counts of the pool through the API: the record's figures, the page's filter, what is not public."""

import pytest
from django.utils import timezone

from draws.api import RoundQuery, RoundRow
from draws.filters import RoundFilter
from draws.models import PoolDistribution, Round
from tests.factories import make_round, toronto

pytestmark = pytest.mark.django_db


def read(client, path, **query):
    response = client.get(f"/api/v1/{path}", query)
    assert response.status_code == 200, response.content
    return response.json()


def numbers(client, **query):
    return [item["number"] for item in read(client, "rounds", per_page=500, **query)["items"]]


def test_a_draw_has_the_figures_of_the_record(client):
    row = read(client, "rounds/255")
    expected = {
        "number": "255",
        "date": "2023-07-06",
        "category": "healthcare",
        "category_name": "Healthcare and social services occupations",
        "kind": "category-based",
        "version": 1,
        "invitations": 1500,
        "crs_cutoff": 463,
        "includes_nomination": False,
        "held_at": "2023-07-06T14:25:05Z",
        "tie_breaking_at": "2023-06-19T06:41:05Z",
        "programs": ["FSW", "CEC", "FST"],
        "pool_as_of": "2023-07-04",
        "verified": True,
        "status": "standing",
        "url": "http://testserver/draws/255/",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["source_url"].startswith("https://www.canada.ca/en/")
    assert set(row) == set(RoundRow.model_fields)


def test_what_was_not_given_is_null_and_halves_have_letters(client):
    first = read(client, "rounds/1")
    assert (first["tie_breaking_at"], first["pool_as_of"]) == (None, None)
    assert read(client, "rounds/91a")["number"] == "91a"
    assert client.get("/api/v1/rounds/91").status_code == 404


def test_cut_offs_of_nominees_are_marked(client):
    marked = {
        item["category"]
        for item in read(client, "rounds", per_page=500)["items"]
        if item["includes_nomination"]
    }
    assert marked == {"pnp"}


def test_parameters_are_those_of_the_page(client):
    assert set(RoundFilter.base_filters) < set(RoundQuery.model_fields)
    assert set(RoundQuery.model_fields) - set(RoundFilter.base_filters) == {
        "page",
        "per_page",
        "changed_since",
    }


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"category": "stem"},
        {"kind": "program", "year": 2023},
        {"date_from": "2023-07-04", "date_to": "2023-07-07"},
        {"cutoff_from": 430, "cutoff_to": 440, "sort": "cutoff"},
        {"sort": "-invitations", "year": 2021},
    ],
)
def test_a_filter_gives_what_the_page_gives(client, query):
    page = RoundFilter(query, Round.objects.public_record().newest_first())
    assert page.is_valid()
    assert numbers(client, **query) == [round.number for round in page.qs]


@pytest.mark.parametrize(
    "query",
    [
        {"date_from": "2023-07-07", "date_to": "2023-07-04"},
        {"cutoff_from": 500, "cutoff_to": 400},
        {"year": 2016, "category": "healthcare"},
    ],
)
def test_filters_that_contradict_each_other_leave_nothing(client, query):
    assert read(client, "rounds", **query) == {"count": 0, "next": None, "previous": None, "items": []}


@pytest.mark.parametrize(
    "query",
    [
        *({"year": value} for value in ("2014", "1e3", "2023.0", "x", "", "²")),
        *({"date_from": value} for value in ("2023-02-30", "4 July 2023", "0", "20230704")),
        {"kind": "other"},
        {"sort": "random"},
        {"page": 0},
        {"per_page": 501},
        {"category": "<b>"},
        {"changed_since": "yesterday"},
        {"catgory": "pnp"},
    ],
)
def test_a_parameter_that_cannot_be_used_is_named(client, query):
    response = client.get("/api/v1/rounds", query)
    assert (response.status_code, response.headers["Content-Type"]) == (422, "application/problem+json")
    name = next(iter(query))
    assert response.json()["errors"][0]["parameter"] == ("query" if name == "catgory" else name)
    assert "<b>" not in response.text


def test_a_type_of_draw_that_is_not_there_is_not_found(client):
    response = client.get("/api/v1/rounds?category=none")
    assert response.status_code == 404
    assert "/api/v1/categories" in response.json()["detail"]


def test_pages_lead_from_one_to_the_next_and_hold_every_draw_once(client):
    path, found = "/api/v1/rounds?kind=program&per_page=50", []
    while path:
        page = client.get(path).json()
        found += [item["number"] for item in page["items"]]
        path = page["next"] and page["next"].removeprefix("http://testserver")
    assert len(found) == len(set(found)) == page["count"] == 192
    assert page["previous"] == "http://testserver/api/v1/rounds?kind=program&per_page=50&page=3"
    beyond = client.get("/api/v1/rounds?page=99").json()
    assert (beyond["items"], beyond["next"], beyond["count"]) == ([], None, 448)
    assert beyond["previous"] == "http://testserver/api/v1/rounds?page=5"


def test_drafts_are_nowhere(client):
    make_round("448", published_at=None)
    make_round("449", published_at=toronto(2999, 1, 1))
    assert "448" not in numbers(client)
    assert "449" not in numbers(client)
    assert not {"448", "449"} & set(numbers(client, changed_since="2020-01-01"))
    assert client.get("/api/v1/rounds/448").status_code == 404


def test_a_withdrawn_draw_is_told_to_who_asks_for_changes_and_at_its_address(client):
    draw = Round.objects.get(number="255")
    draw.withdrawn_at, draw.withdrawn_reason = timezone.now(), "IRCC has taken it back."
    draw.save()
    assert "255" not in numbers(client)
    assert "255" in numbers(client, changed_since="2020-01-01")
    assert read(client, "rounds/255")["status"] == "withdrawn"


def test_changes_are_those_since_the_beginning_of_a_day_in_toronto(client):
    Round.objects.update(published_at=toronto(2026, 1, 1))
    Round.history.update(history_date=toronto(2026, 1, 1))
    Round.history.filter(number="255").update(history_date=toronto(2026, 3, 4))
    make_round("448", published_at=toronto(2026, 3, 3, 23, 59))
    Round.history.filter(number="448").update(history_date=toronto(2026, 2, 1))
    assert numbers(client, changed_since="2026-03-04") == ["255"]
    assert numbers(client, changed_since="2026-03-03") == ["448", "255"]
    assert numbers(client, changed_since="2026-03-05") == []
    assert read(client, "rounds/255")["changed"] == "2026-03-04T05:00:00Z"


def test_bands_of_a_count_add_up_to_its_total(client):
    bands = read(client, "pool", as_of="2023-07-04")["items"]
    assert sum(band["candidates"] for band in bands) == bands[0]["published_total"] == 214_529
    assert [band["crs_min"] for band in bands] == sorted((band["crs_min"] for band in bands), reverse=True)
    assert read(client, "pool", as_of="2023-07-05")["count"] == 0


def test_a_count_that_came_with_a_draft_is_not_told(client):
    count = PoolDistribution.objects.create(as_of="2026-10-12")
    count.bands.create(crs_min=0, crs_max=1200, candidates=7)
    draw = make_round("448", published_at=None, pool=count)
    assert read(client, "pool", as_of="2026-10-12")["count"] == 0
    Round.objects.filter(pk=draw.pk).update(published_at=toronto(2026, 10, 13))
    assert read(client, "pool", as_of="2026-10-12")["items"][0]["candidates"] == 7
    assert read(client, "pool", changed_since="2999-01-01")["count"] == 0


@pytest.mark.parametrize("path", ["rounds", "pool"])
def test_queries_do_not_grow_with_rows(client, django_assert_num_queries, path):
    for rows in (1, 500):
        with django_assert_num_queries(2):
            client.get(f"/api/v1/{path}?per_page={rows}")
