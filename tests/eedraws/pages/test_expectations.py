"""The ledger at /expectations/, and what a draw's page says of it."""

import re

import pytest

from articles.models import Article, Expectation
from tests.factories import make_article, make_expectation, make_round, toronto
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, query=""):
    response = client.get(f"/expectations/{query}")
    assert response.status_code == 200
    return Page(response.text)


def words_of(html):
    """What a page says, without the spaces that stand where an element ends before a full stop."""
    return re.sub(r" ([:,.)])|(?<=\() ", r"\1", Page(html).text)


def text_of(client, query=""):
    return words_of(client.get(f"/expectations/{query}").text)


def row_of(client, expectation):
    html = client.get("/expectations/").text
    found = re.search(rf'<(tr|li) id="expectation-{expectation.pk}">.*?</\1>', html, re.DOTALL)
    return found[1], words_of(f"<main>{found[0]}</main>")


def test_a_forecast_stands_beside_what_came_and_the_naive_one(client):
    expectation = Expectation.objects.get(source_url__contains="immigrationeagles")
    tag, row = row_of(client, expectation)
    assert tag == "tr"
    for words in (
        "Immigration Eagles",
        "Published elsewhere on 4 January 2018; entered",
        "The day is part of the address.",
        "Expected 443 in the next draw",
        "What came 446 draw 81, 10 January 2018",
        "Result missed by 3 points",
        "Same as last time 446, 0 points off",
    ):
        assert words in row


def test_a_comparison_names_both_draws(client):
    tag, row = row_of(client, Expectation.objects.get(kind="comparison"))
    assert "below the cut-off of All programs" in row
    assert "481 draw 274, 8 December 2023 against 505: draw 257, 11 July 2023" in row
    assert "Result held" in row


def test_it_says_how_good_the_guesses_were(client):
    text = text_of(client)
    assert "10 forecasts were scored, and 6 held." in text
    assert "lay 10.4 points outside what was expected, and 9.1 points from “same as last time”" in text
    assert "Together they came no closer than “same as last time”." in text


def test_when_guesses_are_better_it_says_so(client):
    Expectation.objects.exclude(source_url__contains="expressentry.xeradb").delete()
    assert "Together they came closer than “same as last time”." in text_of(client)


def test_the_naive_forecast_has_its_error_by_type(client):
    table = next(t for t in read(client).all("table") if t.get("class") == "naive-table")
    assert table is not None
    text = text_of(client)
    assert "Canadian Experience Class 42 6.5 2" in text
    assert "Provincial nominees cut-offs include 600 points 57 37.0 30" in text


def test_what_is_claimed_afterwards_stands_apart_and_is_not_scored(client):
    expectation = Expectation.objects.get(source_url__contains="ingwe")
    tag, row = row_of(client, expectation)
    assert tag == "li"
    assert "496 to 498" in row
    assert "What came: 496, draw 234, 26 October 2022" in row
    assert "held" not in row
    assert "points off" not in row


def test_nominees_stand_apart(client):
    make_expectation("pnp", low=690, high=720, source_date="2026-08-20", window_from="2026-08-21")
    captions = re.findall(r"<caption>(Forecasts .*?)</caption>", client.get("/expectations/").text)
    assert captions == [
        "Forecasts that draws have judged, the newest first",
        "Forecasts of draws of provincial nominees, whose cut-offs include 600 points, the newest first",
    ]
    text = text_of(client)
    assert "10 forecasts were scored, and 6 held." in text
    assert "Of draws of provincial nominees: 1 forecast was scored, and 1 held." in text


def test_what_is_open_comes_first(client):
    expectation = make_expectation(article=make_article())
    tag, row = row_of(client, expectation)
    assert "no draw yet Result still open Same as last time 518" in row
    assert "Published here on 2 October 2026; entered" in row
    headings = [text.strip() for level, text in read(client).headings if level == 2]
    assert headings[:2] == ["Still open", "Forecasts and what came"]


def test_a_window_without_a_draw_is_neither_held_nor_missed(client):
    fields = {"source_date": "2026-07-31", "window_from": "2026-08-01", "window_to": "2026-08-31"}
    tag, row = row_of(client, make_expectation("stem", **fields))
    assert "in a draw from 1 August 2026 to 31 August 2026" in row
    assert "Result no draw in the window" in row
    assert "10 forecasts were scored" in text_of(client)


def test_a_withdrawn_entry_says_why_and_is_not_scored(client):
    Expectation.objects.filter(source_url__contains="immigrationeagles").update(
        withdrawn_reason="Not read well."
    )
    tag, row = row_of(client, Expectation.objects.get(source_url__contains="immigrationeagles"))
    assert tag == "li"
    assert "Withdrawn: Not read well." in row
    assert "9 forecasts were scored" in text_of(client)


def test_of_an_article_that_is_withdrawn_nothing_is_shown(client):
    expectation = make_expectation(article=make_article(title="We expect more"))
    assert "We expect more" in text_of(client)
    Article.objects.filter(pk=expectation.article_id).update(
        status=Article.Status.WITHDRAWN, withdrawn_reason="Wrong."
    )
    assert "We expect more" not in text_of(client)


def test_it_is_filtered_by_type(client):
    text = text_of(client, "?category=stem")
    assert "Canadim" in text
    assert "Immigration Eagles" not in text
    assert "1 forecast was scored, and 1 held." in text
    links = [link["href"] for link in read(client).all("a") if link["href"].startswith("?category=")]
    assert links == ["?category=general", "?category=cec", "?category=healthcare", "?category=stem"]


@pytest.mark.parametrize("query", ["?category=nobody", "?category=", "?page=x", "?category=%00"])
def test_nonsense_shows_everything(client, query):
    assert "10 forecasts were scored" in text_of(client, query)


def test_without_forecasts_the_naive_one_still_stands(client):
    Expectation.objects.all().delete()
    text = text_of(client)
    assert "No forecast has been judged by a draw so far." in text
    assert "Canadian Experience Class 42 6.5 2" in text
    assert "Claimed afterwards" not in [heading.strip() for _level, heading in read(client).headings]


def test_queries_do_not_grow_with_the_ledger(record_in_hand, client, django_assert_max_num_queries):
    for number in range(10):
        make_expectation(source_url=f"https://example.org/{number}")
    with django_assert_max_num_queries(6):
        client.get("/expectations/")


def test_the_page_of_a_draw_says_what_was_expected_of_it(client):
    text = words_of(client.get("/draws/158/").text)
    assert (
        "dacacanada.blogspot.com: at most 468, missed by 8 points (“same as last time”: 478, 2 points off)"
        in text
    )
    assert "dacacanada.blogspot.com: at most 477, held" in text
    assert "at most 468" not in client.get("/draws/155/").text


def test_a_draw_that_nobody_spoke_of_says_nothing(client):
    assert "Every forecast, and how good they were" not in client.get("/draws/255/").text


def test_a_new_draw_is_scored_at_once(client):
    make_expectation(article=make_article(), entered_at=toronto(2026, 10, 2, 12))
    make_round(crs_cutoff=512, published_at=toronto(2026, 10, 13))
    text = words_of(client.get("/draws/448/").text)
    assert "A week of draws: 505 to 510, missed by 2 points (“same as last time”: 518, 6 points off)" in text
