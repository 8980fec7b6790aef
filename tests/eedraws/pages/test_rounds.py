"""The page of one draw, on real draws."""

from datetime import date

import pytest

from articles.models import ArticleReference
from core.writing import write
from draws.models import Round
from tests.factories import make_article, make_round, toronto
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, number):
    response = client.get(f"/draws/{number}/")
    assert response.status_code == 200
    return response, Page(response.text)


def links(page):
    return [attributes.get("href") for attributes in page.all("a")]


def test_the_figures_stand_in_title_heading_and_page(client):
    response, page = read(client, "255")
    assert page.title == "Draw 255, 6 July 2023: Healthcare, cut-off 463 · eedraws"
    assert "Draw 255, Thursday 6 July 2023" in response.text
    assert "(CRS) 463 invitations 1,500" in page.text


@pytest.mark.parametrize(
    "number", ["1", "76", "77", "91a", "91b", "176", "208", "247", "357", "369", "446", "447"]
)
def test_figures_equal_the_record(client, number):
    response, page = read(client, number)
    draw = Round.objects.get(number=number)
    assert f">{draw.crs_cutoff}</span>" in response.text
    assert f"{draw.invitations:,}" in page.text
    assert draw.published_name_en in page.text


def test_the_change_is_from_the_draw_of_its_type_before(client):
    response, page = read(client, "255")
    place = response.context["place"]
    assert (place.change.points, place.previous.number, place.next.number) == (-13, "252", "271")
    assert (
        "13 points lower than draw 252 ( the draw of its type before , on 28 June 2023, at 476)" in page.text
    )


def test_a_draw_a_year_before_is_compared_when_there_was_one_near(client):
    response, page = read(client, "253")
    place = response.context["place"]
    assert (place.change_in_a_year.points, place.change_in_a_year.previous.number) == (-46, "226")
    assert "46 points lower than draw 226 ( about a year before" in page.text
    assert read(client, "255")[0].context["place"].change_in_a_year is None


def test_the_rank_counts_draws_of_its_type_only(client):
    response, page = read(client, "255")
    assert response.context["place"].rank == (4, 1, 10)
    assert (
        "15 other draws of its type in the record, 4 had a lower cut-off, 1 the same and 10 a higher one"
        in page.text
    )


def test_the_first_and_only_draw_of_a_type_is_compared_with_none(client):
    page = read(client, "430")[1]
    assert "The first draw of its type in the record" in page.text
    assert "other draw" not in page.text


def test_the_tie_break_is_in_toronto_time_with_utc(client):
    page = read(client, "255")[1]
    assert "At exactly 463: only profiles submitted by 19 June 2023, 2:41 a.m. EDT were invited." in page.text
    assert "In Coordinated Universal Time (UTC): 19 June 2023, 06:41:05." in page.text


def test_a_tie_break_in_winter_is_in_standard_time(client):
    assert "13 February 2026, 3:48 p.m. EST" in read(client, "446")[1].text


def test_a_tie_break_that_cannot_be_read_stands_in_the_words_of_ircc(client):
    assert "“October 7 at 16:38:21 UTC”, which cannot be read with certainty" in read(client, "208")[1].text


@pytest.mark.parametrize("number", ["1", "76"])
def test_a_tie_break_that_was_not_given_is_not_known(client, number):
    assert "The tie-breaking moment was not given" in read(client, number)[1].text


def test_a_time_that_does_not_fit_the_date_stands_in_the_words_of_ircc(client):
    assert "do not fit the date: “July 12, 2025 at 16:27:45 UTC”" in read(client, "357")[1].text


def test_who_could_be_invited_leads_to_the_list_in_force_that_day(client):
    page = read(client, "255")[1]
    assert "At least 6 months of continuous full-time work experience" in page.text
    assert "The list in force on 6 July 2023: 35 occupations (ended 26 February 2025)" in page.text
    assert "/categories/healthcare/v1/" in links(page)
    assert (
        "Federal Skilled Worker Program, Canadian Experience Class, Federal Skilled Trades Program"
        in page.text
    )


def test_a_draw_without_a_list_names_no_list(client):
    page = read(client, "446")[1]
    assert "list in force" not in page.text
    assert "The rules in force on 7 July 2023 (ended 5 February 2026)" in read(client, "256")[1].text


def test_the_pool_has_its_day_its_bands_and_a_total_that_is_not_added_up_again(client):
    response, page = read(client, "255")
    pool = response.context["pool"]
    assert "Counted on 4 July 2023, 2 days before the draw." in page.text
    assert sum(band.candidates for band in pool.figure.bands) == pool.distribution.published_total
    assert f"from 601 to 1,200 {pool.figure.bands[0].candidates:,}" in page.text
    assert f"Total as published {pool.distribution.published_total:,}" in page.text
    assert "Subtotal as published, from 451 to 500:" in page.text


def test_the_known_discrepancy_of_a_pool_is_told(client):
    page = read(client, "247")[1]
    assert "55,867" in page.text
    assert "55,687" in page.text
    assert "Counted on 26 April 2023." in page.text


def test_before_2022_no_pool_was_given(client):
    assert "No count of the pool was given with this draw." in read(client, "91a")[1].text


def test_neighbours_are_those_of_the_record_and_of_its_type(client):
    assert {"/draws/254/", "/draws/256/", "/draws/252/", "/draws/271/"} <= set(links(read(client, "255")[1]))
    ends = links(read(client, "447")[1])
    assert {"/draws/446/", "/draws/408/"} <= set(ends)
    assert {"/draws/90/", "/draws/91b/"} <= set(links(read(client, "91a")[1]))


@pytest.mark.parametrize("number", ["445", "446"])
def test_an_unverified_draw_says_so(client, number):
    assert "Not yet confirmed" in read(client, number)[1].text
    assert "Not yet confirmed" not in read(client, "447")[1].text


@pytest.mark.parametrize("number", ["445", "91b"])
def test_a_cutoff_of_nominees_says_that_it_includes_600_points(client, number):
    assert "includes 600 points for the nomination" in read(client, number)[1].text
    assert "600 points" not in read(client, "255")[1].text


def test_articles_about_the_draw_are_listed_once_drafts_are_not(client):
    draw = Round.objects.get(number="91a")
    public = make_article("about-91a", title="Two draws in a day")
    for index in range(2):
        ArticleReference.objects.create(article=public, index=index, text="round 91a", round=draw)
    draft = make_article("draft", title="Not yet", status="draft")
    ArticleReference.objects.create(article=draft, index=0, text="round 91a", round=draw)
    other = make_article("other", title="Something else")
    ArticleReference.objects.create(
        article=other, index=0, text="draws", date_from=date(2018, 6, 1), date_to=date(2018, 6, 30)
    )
    response, page = read(client, "91a")
    assert response.text.count("Two draws in a day") == 1
    assert "Not yet" not in response.text
    assert "Something else" not in response.text


def test_guides_that_take_the_draw_as_an_example_come_after_its_news(client):
    draw = Round.objects.get(number="91a")
    for slug, kind, day in [("news", "news", 1), ("guide", "guide", 3), ("roundup", "roundup", 2)]:
        article = make_article(slug, kind=kind, published_at=toronto(2026, 10, day))
        ArticleReference.objects.create(article=article, index=0, text="round 91a", round=draw)
    shown = [article.slug for article in read(client, "91a")[0].context["articles"]]
    assert shown == ["roundup", "news", "guide"]


def test_a_withdrawn_draw_keeps_its_page_with_a_notice_and_counts_nowhere(client):
    make_round(
        "448",
        "healthcare",
        crs_cutoff=300,
        withdrawn_at=toronto(2026, 10, 14),
        withdrawn_reason="Never held.",
    )
    page = read(client, "448")[1]
    assert "was withdrawn from the record on 14 October 2026 and counts nowhere: Never held." in page.text
    assert read(client, "255")[0].context["place"].rank == (4, 1, 10)
    assert "/draws/448/" not in links(read(client, "447")[1])


@pytest.mark.parametrize("number", ["999", "91", "0255", "91c", "s1"])
def test_a_draw_that_is_not_in_the_record_has_no_page(client, number):
    assert client.get(f"/draws/{number}/").status_code == 404


def test_an_unpublished_draw_has_no_page(client):
    make_round("448", published_at=None)
    make_round("449", day=date(2026, 10, 14), published_at=toronto(2099, 1, 1))
    assert client.get("/draws/448/").status_code == 404
    assert client.get("/draws/449/").status_code == 404


@pytest.mark.parametrize("number", ["255", "447", "91a", "445"])
def test_queries_stay_within_eight(record_in_hand, client, django_assert_max_num_queries, number):
    with django_assert_max_num_queries(8) as few:
        client.get(f"/draws/{number}/")
    category = Round.objects.get(number=number).category.slug
    for extra in range(448, 456):
        make_round(str(extra), category)
    with django_assert_max_num_queries(len(few) + 1):
        client.get(f"/draws/{number}/")


def test_the_history_tells_what_was_added_and_changed_since_publication(client):
    found = make_round(tie_breaking_at=None)
    found.tie_breaking_at = toronto(2026, 10, 1, 9)
    write(found)
    found.crs_cutoff = 516
    write(found)
    text = read(client, found.number)[1].text
    assert "13 October 2026: published here" in text
    assert ": added: tie-breaking moment" in text
    assert ": changed: CRS cut-off" in text
