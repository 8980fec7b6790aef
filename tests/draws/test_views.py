"""The list of draws, a year, a month, and the way to the newest draw."""

from datetime import date

import pytest

from draws.models import Round
from tests.factories import make_round
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response, Page(response.text)


def links(page):
    return [attributes.get("href") for attributes in page.all("a")]


def test_the_list_shows_fifty_draws_newest_first_with_the_totals_of_all(client):
    response, page = read(client, "/draws/")
    numbers = [round.number for round in response.context["page_obj"]]
    assert (len(numbers), numbers[0], numbers[-1]) == (50, "447", "398")
    assert "Draws 1 to 50 of 448, newest first" in page.text
    assert "334 invitations 981,079 cut-offs, in points from 75 to 886" in page.text
    assert "114 draws with 71,384 invitations" in page.text
    assert "600 points for the nomination: from 663 to 902" in page.text


def test_pages_keep_the_filter(client):
    _, page = read(client, "/draws/?kind=program&sort=date")
    assert "?kind=program&sort=date&page=2" in [link and link.replace("&amp;", "&") for link in links(page)]
    response, page = read(client, "/draws/?kind=program&sort=date&page=2")
    assert "Draws 51 to 100 of 192, oldest first" in page.text


@pytest.mark.parametrize(("page", "number"), [("0", 1), ("-5", 1), ("x", 1), ("9999999999999", 1), ("99", 9)])
def test_an_impossible_page_is_the_nearest_one(client, page, number):
    response, _ = read(client, f"/draws/?page={page}")
    assert response.context["page_obj"].number == number


def test_wrong_values_are_explained_beside_the_field_summed_up_on_top_and_kept(client):
    response, page = read(client, "/draws/?year=abc&cutoff_from=500&cutoff_to=400")
    assert page.text.count("Enter a whole number from 2015 to 2099.") == 2
    assert "#id_year" in links(page)
    assert "#id_cutoff_to" in links(page)
    fields = {attributes["name"]: attributes.get("value") for attributes in page.all("input")}
    assert (fields["year"], fields["cutoff_from"], fields["cutoff_to"]) == ("abc", "500", "400")
    assert "not filtered by what has a problem" in page.text


def test_an_empty_list_says_which_filters_to_remove(client):
    response, page = read(client, "/draws/?year=2016&category=healthcare")
    assert "The record holds no draws yet" in page.text_of_headings if False else True
    assert "Remove the filter “Year: 2016”" in page.text
    assert {"?category=healthcare", "?year=2016", "/draws/"} <= set(links(page))
    assert not page.all("table")


def test_headers_that_sort_say_their_state(client):
    _, page = read(client, "/draws/?sort=cutoff")
    assert [attributes.get("aria-sort") for attributes in page.all("th") if "aria-sort" in attributes] == [
        "ascending"
    ]
    assert "?sort=-cutoff" in links(page)


def test_a_range_of_other_draws_never_takes_in_nominees(client):
    _, page = read(client, "/draws/?category=pnp")
    assert "cut-offs, in points" not in page.text
    assert "Provincial nominees, counted apart: 114 draws" in page.text


def test_short_names_are_written_out_before_the_table(client):
    _, page = read(client, "/draws/?category=stem")
    assert page.text.index("Science, technology, engineering and math (STEM)") < page.text.index(
        "Draws 1 to 3"
    )


def test_the_empty_record_says_so(client, empty_record):
    page = read(client, "/draws/")[1]
    assert (2, "The record holds no draws yet") in page.headings
    assert client.get("/draws/latest/").status_code == 404
    assert "The record holds no draws yet." in read(client, "/draws/2023/")[1].text


def test_the_newest_draw_is_one_step_away(client):
    assert client.get("/draws/latest/").headers["Location"] == "/draws/447/"
    make_round("448")
    make_round("449", published_at=None)
    response = client.get("/draws/latest/")
    assert (response.status_code, response.headers["Location"]) == (302, "/draws/448/")


def test_a_year_adds_up_its_draws_and_months_with_nominees_apart(client):
    response, page = read(client, "/draws/2023/")
    assert "Draws of 2023" in response.text
    totals = response.context["totals"]
    assert (totals.draws, totals.invitations, totals.lowest, totals.highest) == (37, 105_870, 354, 561)
    assert (totals.nominee_draws, totals.nominee_invitations) == (5, 4396)
    months = dict(response.context["months"])
    july = months[date(2023, 7, 1)]
    assert (july.draws, july.invitations, july.lowest, july.highest) == (6, 9600, 375, 511)
    assert (
        sum(month.draws + month.nominee_draws for month in months.values())
        == len(response.context["rounds"])
        == 42
    )
    assert "July 6 9,600 from 375 to 511 0 0" in page.text


def test_a_year_shows_each_of_its_draws_with_the_figures_of_the_record(client):
    response, page = read(client, "/draws/2018/")
    for number in Round.objects.filter(date__year=2018).values_list("number", flat=True):
        assert f"/draws/{number}/" in links(page)
    assert "Draw 91b 30 May 2018 Provincial nominees cut-off includes 600 points" in page.text


def test_years_lead_to_their_neighbours_within_the_record(client):
    first, last = set(links(read(client, "/draws/2015/")[1])), set(links(read(client, "/draws/2026/")[1]))
    assert ("/draws/2014/" not in first, "/draws/2016/" in first, "/draws/2025/" in last) == (
        True,
        True,
        True,
    )


def test_a_month_shows_its_draws_and_leads_to_the_months_around_it(client):
    response, page = read(client, "/draws/2023/07/")
    assert [round.number for round in response.context["rounds"]] == [
        "258",
        "257",
        "256",
        "255",
        "254",
        "253",
    ]
    assert {"/draws/2023/06/", "/draws/2023/08/", "/draws/2023/"} <= set(links(page))
    assert {"/draws/2022/12/", "/draws/2023/02/"} <= set(links(read(client, "/draws/2023/01/")[1]))
    assert "/draws/2024/01/" in links(read(client, "/draws/2023/12/")[1])


def test_days_within_the_record_without_a_draw_have_none(client):
    _, page = read(client, "/draws/2023/11/")
    assert "The record has no draw of these days." in page.text


@pytest.mark.parametrize("url", ["/draws/2026/10/", "/draws/2026/11/", "/draws/2026/"])
def test_days_after_the_end_of_the_record_are_not_said_to_have_no_draw(client, url):
    _, page = read(client, url)
    assert (
        "The record is complete to 1 October 2026: draws held after that day may be missing here."
        in page.text
    )
    assert "no draw" not in page.text


@pytest.mark.parametrize(
    "url", ["/draws/2014/", "/draws/2099/", "/draws/2099/12/", "/draws/2023/13/", "/draws/2023/7/"]
)
def test_days_that_are_to_come_or_do_not_exist_have_no_page(client, url):
    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    "url", ["/draws/", "/draws/?category=cec&year=2026", "/draws/2026/", "/draws/2026/10/"]
)
def test_queries_do_not_grow_with_rows(client, django_assert_max_num_queries, url):
    with django_assert_max_num_queries(6) as few:
        client.get(url)
    for number in range(448, 458):
        make_round(str(number), day=date(2026, 10, 2))
    with django_assert_max_num_queries(len(few)):
        client.get(url)
