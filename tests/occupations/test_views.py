"""The page that finds a job."""

import pytest

from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response, Page(response.text)


def test_truck_driver_finds_transport_truck_drivers_and_says_until_when_they_were_listed(client):
    response, page = read(client, "/occupations/?q=truck+driver")
    assert response.context["results"][0].occupation.code == "73300"
    assert "10 occupations match “truck driver”" in response.text
    assert (
        "Not on a list today; it was until 26 February 2025: Transport TEER 3 · Matched the job title “Truck driver”"
        in page.text
    )


@pytest.mark.parametrize(
    ("query", "standing"),
    [
        ("31301", "On a list today: Healthcare"),
        ("31102", "On a list today: Healthcare Physicians"),
        ("63200", "Not on a list today; it was until 17 February 2026: Trades"),
        ("00010", "Never on a list"),
    ],
)
def test_results_say_at_once_where_an_occupation_stands(client, query, standing):
    assert standing in read(client, f"/occupations/?q={query}")[1].text


def test_a_match_in_french_is_marked_as_french(client):
    _, page = read(client, "/occupations/?q=chauffeuse+de+camion")
    assert {"lang": "fr"} in page.all("span")


def test_nothing_found_says_so_and_how_to_find_a_code(client):
    response, page = read(client, "/occupations/?q=zzzz")
    assert "No occupation matches “zzzz”" in response.text
    assert page.all("input")[0]["value"] == "zzzz"
    assert "try another name" in page.text
    assert "Your code follows from what you do at work" in page.text
    assert "https://noc.esdc.gc.ca/" in [attributes.get("href") for attributes in page.all("a")]


def test_without_a_question_the_lists_in_force_stand(client):
    response, page = read(client, "/occupations/")
    assert "No occupation matches" not in response.text
    assert "Trade occupations : 25 occupations, announced on 18 February 2026" in page.text
    assert "/categories/agriculture/v2/" not in response.text
    assert [version.listed for version in response.context["versions"]] == [37, 11, 25, 4, 5, 3, 4, 3, 2]


def test_what_was_typed_is_kept_and_harmless(client):
    response, page = read(client, "/occupations/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%00")
    assert "<script>alert" not in response.text
    assert page.all("input")[0]["value"] == '"><script>alert(1)</script>'


def test_long_results_have_pages_that_keep_the_question(client):
    response, page = read(client, "/occupations/?q=manager&page=2")
    assert response.context["page_obj"].number == 2
    assert {"start": "21", "class": "plain results"} in page.all("ol")
    assert any(
        "q=manager" in attributes["href"] and "page=3" in attributes["href"] for attributes in page.all("a")
    )
    assert read(client, "/occupations/?q=manager&page=999")[0].context["page_obj"].number == 5


def test_short_names_of_lists_are_written_out_first(client):
    _, page = read(client, "/occupations/?q=20011")
    assert page.text.index("Science, technology, engineering and math (STEM)") < page.text.index("list today")


@pytest.mark.parametrize(
    "url", ["/occupations/?q=ma", "/occupations/?q=73300", "/occupations/?q=zzzz", "/occupations/"]
)
def test_queries_do_not_grow_with_results(client, django_assert_max_num_queries, url):
    with django_assert_max_num_queries(7):
        client.get(url)
