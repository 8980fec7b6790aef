"""Open data: the page about it, the files, and the files of a filtered list."""

import csv
import io

import pytest

from draws.models import Round
from eedraws.pages.data import DATASETS
from tests.factories import make_round, toronto
from tests.html import Page

pytestmark = pytest.mark.django_db

ROWS = {
    "rounds": 448,
    "pool": 1882,
    "categories": 16,
    "versions": 26,
    "listings": 255,
    "occupations": 516,
}


def table(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.text, newline=""), strict=True))


@pytest.mark.parametrize("name", ROWS)
def test_a_file_holds_every_row_in_both_formats_with_the_same_values(client, name):
    rows = table(client, f"/data/{name}.csv")
    content = client.get(f"/data/{name}.json").json()
    assert len(rows) == content["count"] == ROWS[name]
    assert list(rows[0]) == list(content["items"][0]) == list(DATASETS[name].schema.model_fields)
    assert content["record_complete_to"] == "2026-10-01"
    assert "CC BY 4.0" in content["licence"]
    for column, value in content["items"][-1].items():
        if isinstance(value, str | int) and not isinstance(value, bool):
            assert rows[-1][column] == str(value)


@pytest.mark.parametrize(
    "address", ["/data/rounds.csv", "/data/pool.json", "/draws/rounds.csv", "/draws/rounds.json"]
)
def test_a_file_is_named_shared_and_asked_for_again_at_no_cost(client, address):
    response = client.get(address)
    name = address.split("/")[-1]
    assert response.headers["Content-Disposition"] == f'attachment; filename="eedraws-{name}"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
    assert client.head(address).status_code == 200


def test_codes_keep_their_zeros_and_blanks_are_blank(client):
    assert table(client, "/data/occupations.csv")[0]["code"] == "00010"
    first = table(client, "/data/rounds.csv")[-1]
    assert (first["number"], first["tie_breaking_at"], first["pool_as_of"]) == ("1", "", "")


@pytest.mark.parametrize(
    "query",
    ["", "?category=stem", "?year=2023&kind=program&sort=cutoff", "?date_from=4+July+2023&cutoff_to=450"],
)
def test_a_filtered_file_holds_what_the_list_shows_in_its_order(client, query):
    shown = client.get(f"/draws/{query}").context["filter"].qs
    expected = [round.number for round in shown]
    assert [row["number"] for row in table(client, f"/draws/rounds.csv{query}")] == expected
    assert [row["number"] for row in client.get(f"/draws/rounds.json{query}").json()["items"]] == expected


def test_the_list_leads_to_the_files_of_its_filter_without_what_has_a_problem(client):
    page = Page(client.get("/draws/?year=2023&kind=program&cutoff_from=abc&sort=date&page=1").text)
    links = [attributes["href"].replace("&amp;", "&") for attributes in page.all("a")]
    assert "/draws/rounds.csv?kind=program&year=2023&sort=date" in links
    assert "/draws/rounds.json?kind=program&year=2023&sort=date" in links
    assert "/draws/rounds.csv" in [
        attributes["href"] for attributes in Page(client.get("/draws/").text).all("a")
    ]


@pytest.mark.parametrize("format", ["csv", "json"])
def test_a_filter_with_a_problem_gives_no_file(client, format):
    response = client.get(f"/draws/rounds.{format}?year=abc&category=none&cutoff_from=500&cutoff_to=400")
    assert (response.status_code, response.headers["Content-Type"]) == (400, "application/problem+json")
    assert {error["parameter"] for error in response.json()["errors"]} == {"year", "category", "cutoff_to"}


def test_a_file_of_changes(client):
    Round.history.update(history_date=toronto(2026, 1, 1))
    Round.objects.update(published_at=toronto(2026, 1, 1))
    make_round("448", published_at=toronto(2026, 10, 13))
    assert [row["number"] for row in table(client, "/data/rounds.csv?changed_since=2026-10-13")] == ["448"]
    assert client.get("/data/pool.json?changed_since=2999-01-01").json()["items"] == []


@pytest.mark.parametrize(
    "query",
    ["rounds.csv?changed_since=never", "rounds.json?changed_since=", "listings.csv?changed_since=2026-01-01"],
)
def test_changes_that_cannot_be_told_are_a_problem(client, query):
    response = client.get(f"/data/{query}")
    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == "changed_since"


@pytest.mark.parametrize("address", ["/data/nothing.csv", "/data/rounds.xml", "/draws/rounds.xlsx"])
def test_other_files_are_not_there(client, address):
    assert client.get(address).status_code == 404


def test_drafts_and_withdrawn_draws_are_in_no_file(client):
    make_round("448", published_at=None)
    Round.objects.filter(number="255").update(withdrawn_at=toronto(2026, 1, 1), withdrawn_reason="Split.")
    for address in ("/data/rounds.csv", "/draws/rounds.csv"):
        assert not {"448", "255"} & {row["number"] for row in table(client, address)}


@pytest.mark.parametrize("name", ROWS)
def test_a_file_takes_two_queries_however_many_rows(client, django_assert_num_queries, name):
    with django_assert_num_queries(2):
        client.get(f"/data/{name}.csv")


def test_a_filtered_file_takes_as_many_queries_for_all_draws_as_for_few(client, django_assert_num_queries):
    for query in ("?year=2016", "?year=2023&category=stem", ""):
        with django_assert_num_queries(3 if "category" in query else 2):
            client.get(f"/draws/rounds.csv{query}")


def test_the_page_describes_every_file_and_says_what_to_mind(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        page = Page(client.get("/data/").text)
    links = {attributes.get("href") for attributes in page.all("a")}
    for name, dataset in DATASETS.items():
        assert {f"/data/{name}.csv", f"/data/{name}.json", f"#{name}"} <= links
        assert all(meaning in page.text for _column, meaning in dataset.columns)
    assert {"/api/v1/docs", "/api/v1/openapi.json", "/feeds/draws.atom", "/feeds/draws.json"} <= links
    for words in (
        "CC BY 4.0",
        "Open Government Licence – Canada",
        "Invitations are not people admitted",
        "Blank is not zero",
        "Series break",
        "The newest draw in these files is of 1 October 2026.",
    ):
        assert words in page.text


def test_the_page_of_an_empty_record_says_so(client, empty_record):
    assert "The record holds no draws yet." in client.get("/data/").text
    assert table(client, "/data/rounds.csv") == []
