"""The page of one occupation: where it stands, its lists, its draws, its neighbours, its titles."""

from datetime import date

import pytest

from articles.models import ArticleReference
from occupations.models import CategoryVersion, Listing, Occupation, OccupationTitle
from tests.factories import make_article, make_awaited_version, make_round
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, code, **query):
    response = client.get(f"/occupations/{code}/", query)
    assert response.status_code == 200
    return response, Page(response.text)


def links(page):
    return [attributes.get("href") for attributes in page.all("a")]


def heading(page, text):
    return [found for _level, found in page.headings].index(text)


# Where it stands today


def test_where_it_stands_today_comes_first(client):
    response, page = read(client, "73300")
    assert page.title == "Transport truck drivers (NOC 73300) · eedraws"
    assert "On no list today; it was on one until 26 February 2025: Transport" in page.text
    assert page.text.index("On no list today") < page.text.index("(TEER)")
    assert "Being on a list does not mean being eligible" in page.text


def test_on_a_list_today_names_the_lists(client):
    page = read(client, "31102")[1]
    assert "On a list today: Healthcare Physicians" in page.text


def test_never_listed_is_said_without_a_table(client):
    page = read(client, "00010")[1]
    assert "On no list today. Never on a list since the first ones of 31 May 2023." in page.text
    assert "No list in the record, since the first ones of 31 May 2023, has this occupation." in page.text
    assert "No draw was for its occupation, as it was on no list." in page.text
    assert not page.all("table")
    assert not page.all("svg")


def test_a_list_to_come_is_said_and_not_drawn(client):
    last = CategoryVersion.objects.get(category__slug="agriculture", number=2)
    coming = CategoryVersion.objects.create(
        category=last.category, number=3, name_en="Synthetic", valid_from=date(2099, 1, 1), has_list=True
    )
    Listing.objects.create(version=coming, occupation=Occupation.objects.get(code="00010"))
    response, page = read(client, "00010")
    assert "On no list today; it will be on one from 1 January 2099: Agriculture" in page.text
    assert response.context["timeline"] is None


# Code and titles


def test_titles_stand_in_both_languages_the_french_marked(client):
    response, page = read(client, "73300")
    assert "Transport truck drivers</h1>" in response.text
    assert 'lang="fr">Conducteurs/conductrices de camions de transport</p>' in response.text
    assert 'code <span translate="no">73300</span>' in response.text


def test_the_digits_of_the_code_are_explained(client):
    response, page = read(client, "73300")
    assert (
        "(TEER): the second digit of the code TEER 3: occupations that usually require a college" in page.text
    )
    assert response.context["groups"] == [
        ("7", "Broad category", "Trades, transport and equipment operators and related occupations"),
        ("73", "Major group", ""),
        ("733", "Sub-major group", ""),
        ("7330", "Minor group", ""),
        ("73300", "Unit group", "Transport truck drivers"),
    ]


# Lists over time


def test_lists_stand_with_their_dates_and_what_they_asked_newest_first(client):
    page = read(client, "72310")[1]
    rows = [
        "Trades Version 3 what changed from 18 February 2026 in force when last seen 12 months, need not be continuous, in Canada or abroad",
        "Trades Version 2 what changed from 27 February 2025 to 17 February 2026 6 months, continuous, in Canada or abroad",
        "Trades Version 1 from 31 May 2023 to 26 February 2025 6 months, continuous, in Canada or abroad",
    ]
    assert " ".join(rows) in page.text
    assert {"/categories/trades/v3/", "/categories/trades/v2-to-v3/", "/categories/trades/v1-to-v2/"} <= set(
        links(page)
    )


def test_cooks_were_on_the_second_trades_list_only(client):
    page = read(client, "63200")[1]
    assert "On no list today; it was on one until 17 February 2026: Trades" in page.text
    assert "Trades Version 2 what changed from 27 February 2025 to 17 February 2026" in page.text
    assert "Version 1" not in page.text
    assert "Version 3" not in page.text


def test_experience_in_canada_is_said_and_what_is_not_known_too(client):
    assert "12 months, need not be continuous, in Canada General" not in read(client, "31102")[1].text
    assert (
        "Physicians Version 1 from 8 December 2025 in force when last seen 12 months, need not be continuous, in Canada"
        in (read(client, "31102")[1].text)
    )
    assert "not confirmed: its page has what is known" in read(client, "40042")[1].text


def test_the_timeline_says_what_it_shows(client):
    response, page = read(client, "63201")
    (svg,) = page.all("svg")
    assert (svg["role"], svg["aria-labelledby"]) == ("img", "timeline-title")
    assert (
        "Agriculture and agri-food occupations: on the list from 31 May 2023 to 17 February 2026. "
        "Trade occupations: on the list from 18 February 2026, and when last seen."
    ) in page.text
    assert len(page.all("rect")) == 3
    assert [row.category.slug for row in response.context["timeline"].rows] == ["agriculture", "trades"]


def test_the_timeline_is_drawn_with_points_whatever_the_language(client, settings):
    settings.LANGUAGE_CODE = "fr"
    page = read(client, "72310")[1]
    assert [bar["x"] for bar in page.all("rect")][0] == "0.0%"
    assert all("," not in value for bar in page.all("rect", "line", "text") for value in bar.values())


# Draws


def test_draws_are_those_held_under_its_lists(client):
    response, page = read(client, "73300")
    (draws,) = response.context["draws"]
    assert [round.number for round in draws.rounds] == ["289", "277", "264"]
    assert (
        "Draw 289 13 March 2024 Transport version 1 975 invitations cut-off 430 211,220 in the pool"
        in page.text
    )
    assert "434" not in {round.number for round in draws.rounds}
    assert "/pool/2024-03-11/" in links(page)


def test_draws_are_counted_with_the_lowest_and_the_latest_cutoff(client):
    response, page = read(client, "72310")
    (draws,) = response.context["draws"]
    assert (len(draws.rounds), draws.invitations) == (7, 13850)
    assert (draws.lowest.number, draws.lowest.crs_cutoff) == ("261", 388)
    assert (draws.latest.number, draws.latest.crs_cutoff) == ("447", 476)
    assert (
        "draws 7 lowest cut-off, 3 August 2023 388 latest cut-off in the record, 1 October 2026 476"
        in page.text
    )


def test_types_are_summed_up_apart(client):
    response, page = read(client, "31102")
    assert {draws.category.slug: draws.lowest.crs_cutoff for draws in response.context["draws"]} == {
        "healthcare": 422,
        "physicians": 169,
    }
    assert heading(page, "Physicians with Canadian work experience") > heading(
        page, "Draws you could have been considered in"
    )


def test_many_draws_are_folded_but_for_the_newest(client):
    response, page = read(client, "31301")
    (draws,) = response.context["draws"]
    assert len(draws.newest) == 10
    assert draws.newest + draws.earlier == draws.rounds
    assert f"{len(draws.earlier)} draws before these" in page.text
    assert f"Draw {draws.earlier[-1].number} " in page.text


def test_a_pool_that_was_not_given_is_not_zero(client):
    make_round("448", "trades")
    assert "cut-off 517 pool not given" in read(client, "72310")[1].text


def test_drafts_and_withdrawn_draws_do_not_show(client):
    make_round("448", "healthcare", published_at=None)
    make_round("449", "healthcare", withdrawn_at="2026-10-14T12:00Z", withdrawn_reason="Entered twice.")
    (draws,) = read(client, "31301")[0].context["draws"]
    assert draws.latest.number == "441"


def test_listed_but_never_drawn_is_said(client):
    page = read(client, "21301")[1]
    assert "On a list today: STEM" in page.text
    assert page.text.index("Science, technology, engineering and math (STEM)") < page.text.index(
        "On a list today"
    )
    assert "The record has no draw held under a list with this occupation." in page.text


def test_draws_that_look_at_no_list_are_named(client):
    for code in ("73300", "00010"):
        page = read(client, code)[1]
        assert "look at no list of occupations" in page.text
        assert "/would-i-have-been-invited/" in links(page)


# Neighbours


def test_neighbours_are_those_of_the_minor_group_on_a_list_today(client):
    response, page = read(client, "72311")
    assert (
        "Minor group 7231 has one other occupation. On a list today: 72310 Carpenters : Trades" in page.text
    )
    # No white space before the colon.
    assert "Carpenters</a>:" in response.text
    neighbours = read(client, "31301")[0].context["neighbours"]
    today = (
        Listing.objects.in_force()
        .filter(occupation__code__startswith="3130")
        .exclude(occupation__code="31301")
    )
    assert {other.code for other, _places in neighbours.listed} == {
        code for (code,) in today.values_list("occupation__code")
    }


def test_without_a_neighbour_on_a_list_it_is_said(client):
    page = read(client, "73300")[1]
    assert "None: the other occupation of minor group 7330 is on no list today." in page.text
    assert "Lists that are not published yet" not in page.text
    assert "None: the 2 other occupations of minor group 1120 are on no list" in read(client, "11200")[1].text
    assert "None: minor group 4003 has no other occupation." in read(client, "40030")[1].text


def test_neighbours_are_not_known_for_a_list_that_is_awaited(client):
    make_awaited_version()
    assert "Lists that are not published yet could not be looked at." in read(client, "73300")[1].text


# Titles


def test_every_job_title_is_there_by_language_folded_away(client):
    response, page = read(client, "73300")
    for title in OccupationTitle.objects.filter(occupation__code="73300").values_list("title", flat=True):
        assert title in page.text
    assert [(group.language.value, group.count) for group in response.context["titles"]] == [
        ("en", 63),
        ("fr", 71),
    ]
    assert [group.is_open for group in response.context["titles"]] == [False, False]
    assert "fr" in [attributes.get("lang") for attributes in page.all("ul")]


@pytest.mark.parametrize("query", ["routier", "ROUTIÉR grand", "  routiere "])
def test_job_titles_are_searched_without_regard_to_case_and_accents(client, query):
    response, page = read(client, "73300", title=query)
    (english, french) = response.context["titles"]
    assert english.titles == []
    assert 0 < len(french.titles) < 71
    assert french.is_open
    assert all("routi" in title for title in french.titles)
    assert f"{len(french.titles)} of 134 job titles match" in page.text
    assert {"type": "search", "value": " ".join(query.split())}.items() <= page.all("input")[0].items()
    assert page.all("form")[0]["action"] == "/occupations/73300/#titles"


def test_a_job_title_that_is_not_there_leads_to_the_search_of_all(client):
    response, page = read(client, "73300", title="dentist & <b>")
    assert "0 of 134 job titles match “dentist &amp; &lt;b&gt;”" in response.text
    assert "/occupations/?q=dentist%20%26%20%3Cb%3E" in links(page)


def test_words_of_punctuation_narrow_nothing(client):
    assert "134 of 134 job titles match" in read(client, "73300", title="?!")[1].text


# Articles


def test_articles_with_its_lists_are_related_drafts_are_not(client):
    version = CategoryVersion.objects.get(category__slug="transport", number=1)
    public = make_article("about-transport", title="Transport on the list")
    draft = make_article("draft", title="Not yet", status="draft")
    for article in (public, draft):
        for index in (0, 1):
            ArticleReference.objects.create(article=article, index=index, text="occupations", version=version)
    named = make_article("drivers", title="Drivers", body="Transport truck drivers (73300).")
    make_article("other", title="Something else")
    response, page = read(client, "73300")
    found = response.context["articles"]
    assert found[:2] == [named, public]
    assert draft not in found
    assert not [article for article in found if article.title == "Something else"]
    assert "Not yet" not in response.text


def test_without_related_articles_there_is_no_such_section(client):
    page = read(client, "00010")[1]
    assert "Related articles" not in [text for _level, text in page.headings]


# The page


def test_the_page_can_be_shared(client):
    page = read(client, "73300", title="trucker")[1]
    assert {"href": "/occupations/73300/", "data-copy": None} in page.all("a")
    (canonical,) = [link for link in page.all("link") if link.get("rel") == "canonical"]
    assert canonical["href"].endswith("/occupations/73300/")


@pytest.mark.parametrize("code", ["99999", "7330", "733000", "7330a"])
def test_a_code_that_is_not_in_the_classification_has_no_page(client, code):
    assert client.get(f"/occupations/{code}/").status_code == 404


def test_queries_do_not_grow_with_draws(record_in_hand, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8) as few:
        client.get("/occupations/31301/")
    for number in range(448, 456):
        make_round(str(number), "healthcare")
    with django_assert_max_num_queries(len(few)):
        client.get("/occupations/31301/")
