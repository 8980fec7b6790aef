"""The page of one occupation."""

import pytest

from occupations.models import OccupationTitle
from tests.factories import make_round
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, code):
    response = client.get(f"/occupations/{code}/")
    assert response.status_code == 200
    return response, Page(response.text)


def links(page):
    return [attributes.get("href") for attributes in page.all("a")]


def test_where_it_stands_today_comes_first(client):
    response, page = read(client, "73300")
    assert page.title == "Transport truck drivers (NOC 73300) · eedraws"
    assert "Not on a list today; it was until 26 February 2025: Transport" in page.text
    assert page.text.index("Not on a list today") < page.text.index("Lists with this occupation")
    assert "Being on a list does not mean being eligible" in page.text


def test_titles_stand_in_both_languages_the_french_marked(client):
    response, page = read(client, "73300")
    assert "Transport truck drivers</h1>" in response.text
    assert 'lang="fr">Conducteurs/conductrices de camions de transport</p>' in response.text


def test_lists_stand_with_the_dates_of_their_announcement_newest_first(client):
    response, page = read(client, "63200")
    assert [(row.version.category.slug, row.version.number) for row in response.context["listings"]] == [
        ("trades", 2)
    ]
    assert "Trades Version 2 27 February 2025 17 February 2026" in page.text
    page = read(client, "31301")[1]
    assert "Healthcare Version 3 18 February 2026 in force when last seen" in page.text
    assert page.text.index("Version 3") < page.text.index("Version 2") < page.text.index("Version 1")
    assert "/categories/healthcare/v3/" in links(page)


def test_draws_it_was_listed_for_are_those_held_under_its_lists(client):
    response, page = read(client, "73300")
    assert [round.number for round in response.context["rounds"]] == ["289", "277", "264"]
    assert "Draw 289 13 March 2024 Transport 975 invitations cut-off 430" in page.text
    assert "434" not in {round.number for round in response.context["rounds"]}


def test_drafts_of_draws_do_not_show(client):
    make_round("448", "healthcare", published_at=None)
    assert read(client, "31301")[0].context["rounds"][0].number == "441"


def test_listed_but_never_drawn_is_said(client):
    page = read(client, "21300")[1]
    assert "On a list today: STEM" in page.text
    assert page.text.index("Science, technology, engineering and math (STEM)") < page.text.index(
        "On a list today"
    )


def test_never_listed_is_said_without_a_table(client):
    response, page = read(client, "00010")
    assert "Never on a list" in page.text
    assert "No list in the record" in page.text
    assert not page.all("table")


def test_the_teer_category_and_the_broad_category_are_explained(client):
    page = read(client, "73300")[1]
    assert "(TEER) category 3: occupations that usually require a college diploma" in page.text
    assert "Broad category: 7 Trades, transport and equipment operators" in page.text


def test_every_job_title_is_there_by_language_folded_away(client):
    response, page = read(client, "73300")
    for title in OccupationTitle.objects.filter(occupation__code="73300").values_list("title", flat=True):
        assert title in page.text
    assert [(language.value, len(names)) for language, names in response.context["titles"]] == [
        ("en", 63),
        ("fr", 71),
    ]
    assert len(page.all("details")) == 2
    assert {"lang": "fr"} in page.all("ul")


@pytest.mark.parametrize("code", ["99999", "7330", "733000", "7330a"])
def test_a_code_that_is_not_in_the_classification_has_no_page(client, code):
    assert client.get(f"/occupations/{code}/").status_code == 404


def test_queries_do_not_grow_with_draws(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8) as few:
        client.get("/occupations/31301/")
    for number in range(448, 456):
        make_round(str(number), "healthcare")
    with django_assert_max_num_queries(len(few)):
        client.get("/occupations/31301/")
