"""The page of a week."""

from datetime import date

import pytest

from articles.models import Article
from tests.factories import make_article, make_round, publish_record, toronto
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, week):
    response = client.get(f"/news/week/{week}/")
    assert response.status_code == 200
    return response, Page(response.text)


def links(page):
    return [attributes.get("href") for attributes in page.all("a")]


def test_the_week_of_july_2023_has_four_draws_and_5000_invitations(client):
    response, page = read(client, "2023-w27")
    assert page.title == "Week of 3 to 9 July 2023: Express Entry draws · eedraws"
    assert [round.number for round in response.context["rounds"]] == ["253", "254", "255", "256"]
    assert "draws 4 invitations 5,000 cut-offs, in points from 439 to 511" in page.text


def test_nominees_are_apart_in_the_totals(client):
    response, page = read(client, "2026-w40")
    totals = response.context["totals"]
    assert (totals.draws, totals.invitations, totals.lowest, totals.highest) == (2, 5500, 476, 518)
    assert (
        "1 draw with 733 invitations; its cut-off, which includes 600 points for the nomination: 725"
        in page.text
    )


def test_weeks_lead_to_the_nearest_weeks_with_draws(client):
    page = read(client, "2023-w27")[1]
    assert {"/news/week/2023-w26/", "/news/week/2023-w28/"} <= set(links(page))
    assert "/news/week/2023-w43/" in links(read(client, "2023-w47")[1])
    assert "/news/week/2023-w49/" in links(read(client, "2023-w47")[1])
    assert "/news/week/2026-w40/" in links(read(client, "2026-w46")[1])


def test_the_roundup_of_the_week_is_shown_and_no_draft(client):
    Article.objects.all().delete()
    make_article("roundup", title="Four draws", week_start=date(2023, 7, 3))
    make_article("draft", title="A draft", week_start=date(2023, 7, 3), status="draft")
    make_article("scheduled", title="To come", week_start=date(2023, 7, 3), published_at=toronto(2099, 1, 1))
    make_article("next", title="Next week", week_start=date(2023, 7, 10))
    response, page = read(client, "2023-w27")
    assert [article.title for article in response.context["roundups"]] == ["Four draws"]
    assert "Four draws" in response.text


def test_a_week_within_the_record_without_a_draw_has_none(client):
    assert "The record has no draw of these days." in read(client, "2023-w47")[1].text


@pytest.mark.parametrize("week", ["2026-w40", "2026-w41", "2026-w46"])
def test_a_week_after_the_end_of_the_record_is_not_said_to_have_no_draw(client, week):
    page = read(client, week)[1]
    assert (
        "The record is complete to 1 October 2026: draws held after that day may be missing here."
        in page.text
    )
    assert "no draw" not in page.text.casefold()


def test_a_quiet_week_of_a_fresh_record_says_how_far_it_reaches(client, time_machine):
    publish_record()
    time_machine.move_to(toronto(2026, 10, 8, 12))
    page = read(client, "2026-w41")[1]
    assert "no draw of these days so far. Its newest was held on 1 October 2026." in page.text


@pytest.mark.parametrize("week", ["2099-w01", "2023-w53", "2023-w00", "2014-w10", "2023-W27", "2023-w7"])
def test_weeks_to_come_and_weeks_that_do_not_exist_have_no_page(client, week):
    assert client.get(f"/news/week/{week}/").status_code == 404


def test_queries_do_not_grow_with_rows(record_in_hand, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6) as few:
        client.get("/news/week/2026-w40/")
    for number in range(448, 456):
        make_round(str(number), day=date(2026, 10, 2))
        make_article(f"roundup-{number}", week_start=date(2026, 9, 28))
    with django_assert_max_num_queries(len(few)):
        client.get("/news/week/2026-w40/")
