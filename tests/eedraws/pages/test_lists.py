"""The lists in force on a day, on a page and as a file."""

import csv
import io

import pytest

from occupations.models import CategoryVersion
from tests.factories import make_awaited_version
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, query=""):
    response = client.get(f"/categories/lists/{query}")
    assert response.status_code == 200
    return Page(response.text)


def links(page):
    return [attributes.get("href") for attributes in page.all("a")]


@pytest.mark.parametrize(
    ("day", "total"),
    [
        ("2023-05-31", "82 occupations on 5 lists"),
        ("2023-07-07", "82 occupations on 5 lists"),
        ("7 July 2023", "82 occupations on 5 lists"),
        ("2025-03-01", "79 occupations on 5 lists"),
        ("2025-12-08", "82 listings of 79 occupations on 6 lists"),
        ("2026-03-01", "94 listings of 91 occupations on 9 lists"),
        ("2099-01-01", "94 listings of 91 occupations on 9 lists"),
    ],
)
def test_the_total_of_a_day_is_counted(client, day, total):
    assert total in read(client, f"?on={day}").text


def test_lists_stand_with_their_sizes_and_versions(client):
    page = read(client, "?on=2023-07-07")
    assert "Trade occupations Version 1 10" in page.text
    assert "Agriculture and agri-food occupations Version 1 3" in page.text
    assert "/categories/trades/v1/" in links(page)
    assert "In force without a list of occupations: French-language proficiency" in page.text


def test_every_occupation_of_the_day_stands_with_its_lists(client):
    page = read(client, "?on=2026-03-01")
    assert "91 occupations listed on 1 March 2026" in page.text
    assert "31100 Specialists in clinical and laboratory medicine Healthcare Physicians" in page.text
    assert "72310 Carpenters Trades" in page.text
    assert "73300" not in page.text


def test_without_a_day_it_is_today(client, time_machine):
    time_machine.move_to("2025-03-01T17:00Z")
    page = read(client)
    assert "79 occupations on 5 lists" in page.text
    assert "still to come" not in page.text
    assert "79 occupations on 5 lists" in read(client, "?on=").text


def test_a_day_to_come_is_one_of_what_is_known_today(client):
    assert (
        "This day is still to come: the lists are those known today." in read(client, "?on=2099-01-01").text
    )


def test_before_the_first_list_there_was_none(client):
    page = read(client, "?on=2023-05-30")
    assert "There were no lists of occupations: the first came into force on 31 May 2023." in page.text
    assert not page.all("table")


def test_an_empty_record_has_no_list_on_any_day(client, empty_record):
    assert "The record has no list of occupations in force on this day." in read(client).text


@pytest.mark.parametrize("day", ["never", "2023-02-30", "0000-00-00", "07/2023"])
def test_a_day_that_is_none_is_explained_and_kept(client, day):
    page = read(client, f"?on={day}")
    assert "Enter a day, such as 2023-07-04 or 4 July 2023." in page.text
    assert "The lists below are today's." in page.text
    (field,) = page.all("input")
    assert (field["name"], field["value"], field["aria-invalid"]) == ("on", day, "true")


def test_the_total_with_a_list_still_to_come_is_of_the_published_ones(client):
    make_awaited_version("trades")
    page = read(client, "?on=2026-11-03")
    assert "69 listings of 66 occupations on 8 lists" in page.text
    assert "This is the total of the published lists only. Not known yet: the list of Trade" in page.text
    assert "Trade occupations Version 4 not known yet" in page.text
    assert "published lists only" not in read(client, "?on=2026-11-02").text


def test_a_day_with_awaited_lists_only_has_no_number_of_occupations(client):
    make_awaited_version("trades")
    published = CategoryVersion.objects.category_based().filter(list_awaited=False, valid_to=None)
    published.update(valid_to="2026-11-02")
    page = read(client, "?on=2026-11-03")
    assert "Not known yet: the list of Trade occupations" in page.text
    assert "0 occupations" not in page.text


def test_the_occupations_of_a_day_are_a_file(client):
    assert "/categories/lists.csv?on=2026-03-01" in links(read(client, "?on=2026-03-01"))
    response = client.get("/categories/lists.csv?on=2026-03-01")
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="eedraws-lists-on-2026-03-01.csv"'
    )
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(response.text))}
    assert len(rows) == 91
    assert rows["31100"]["lists"] == "healthcare/v3 physicians/v1"
    assert rows["72310"]["title_fr"] == "Charpentiers-menuisiers/charpentières-menuisières"
    content = client.get("/categories/lists.json?on=2023-07-07").json()
    assert (content["on"], content["count"]) == ("2023-07-07", 82)


def test_a_file_without_a_day_is_of_today(client, time_machine):
    time_machine.move_to("2025-03-01T17:00Z")
    assert client.get("/categories/lists.json").json()["on"] == "2025-03-01"


def test_a_file_of_a_day_that_is_none_is_a_problem(client):
    response = client.get("/categories/lists.csv?on=never")
    assert response.status_code == 400
    assert response.json()["errors"] == [{"parameter": "on", "detail": "Give a day, such as 2026-10-01."}]


def test_pages_lead_here(client):
    for address in ("/categories/", "/categories/changes/"):
        assert "/categories/lists/" in links(Page(client.get(address).text))
    assert "/categories/lists/?on=2023-05-31" in links(Page(client.get("/categories/trades/v1/").text))


def test_a_day_asks_few_questions_of_the_database(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        read(client, "?on=2026-03-01")
    with django_assert_max_num_queries(6):
        client.get("/categories/lists.csv?on=2026-03-01")


@pytest.mark.parametrize(
    "address",
    ["/categories/lists.csv", "/categories/trades/v3/list.json", "/categories/changes/feed.atom"],
)
def test_other_sites_may_read_the_files_and_the_feed(client, address):
    assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/categories/lists/").headers
