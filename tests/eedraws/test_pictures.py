"""Pictures to share, in the newsroom."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from draws.models import Round
from eedraws.cards.captions import long_caption, short_caption
from eedraws.cards.finding import path_of
from eedraws.cards.saying import SIZES
from eedraws.cards.words import article_card, round_card
from tests.factories import make_article, make_corrected_round, make_person, make_round
from tests.html import Page

pytestmark = pytest.mark.django_db

SHARED = "The old picture has been shared"


def of_draw(round):
    return reverse("admin:draw_pictures", args=[round.pk])


def shown(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response, Page(response.text)


def test_they_can_be_asked_for_their_head_alone(client, editor):
    assert client.head(of_draw(make_round())).status_code == 200


def test_a_draw_has_four_pictures_to_download_and_three_texts(client, editor):
    found = make_round()
    response, page = shown(client, of_draw(found))
    card = round_card(found)
    images = {image["src"]: image for image in page.all("img")}
    for name, size in SIZES.items():
        image = images[path_of(card, size)]
        assert (image["width"], image["height"], image["alt"]) == (
            str(size.width),
            str(size.height),
            card.alt,
        )
        download = {"href": path_of(card, size), "download": f"eedraws-draw-448-{name}.png"}
        assert any(download.items() <= link.items() for link in page.all("a"))
    url = "http://testserver/draws/448/"
    assert [text for _name, text in response.context["texts"]] == [
        short_caption(card, url),
        long_caption(card, url),
        card.alt,
    ]
    assert len(page.all("textarea")) == 3
    assert all("readonly" in box for box in page.all("textarea"))
    assert SHARED not in response.text


def test_weeks_and_articles_have_theirs(client, editor):
    story = make_article()
    response, _page = shown(client, reverse("admin:article_pictures", args=[story.pk]))
    assert path_of(article_card(story)) in response.text
    assert f"http://testserver{story.get_absolute_url()}" in response.text
    response, _page = shown(client, "/admin/draws/round/week/2023-w27/pictures/")
    assert "http://testserver/news/week/2023-w27/" in response.text


def test_what_readers_do_not_see_has_none_and_says_why(client, editor):
    hidden = make_round(published_at=None)
    draft = make_article(status="draft", published_at=None, year=None)
    for path in (
        of_draw(hidden),
        reverse("admin:article_pictures", args=[draft.pk]),
        "/admin/draws/round/week/2015-w01/pictures/",
    ):
        response, page = shown(client, path)
        assert "There is no picture" in response.text
        assert not page.all("img")


def test_a_correction_offers_the_new_picture_and_its_text(client, editor):
    found = make_corrected_round()
    for path in (of_draw(found), reverse("admin:draws_round_confirm", args=[found.pk])):
        response, page = shown(client, path)
        assert SHARED in response.text
        assert (
            "we gave “CRS cut-off: 516”. It is 517. http://testserver/draws/448/</textarea>" in response.text
        )
        assert path_of(round_card(found)) in [image["src"] for image in page.all("img")]


def test_the_confirmation_of_a_draw_leads_to_its_pictures_once_it_is_public(client, editor):
    public, hidden = make_round(), make_round("449", published_at=None)
    confirm = "admin:draws_round_confirm"
    assert of_draw(public) in client.get(reverse(confirm, args=[public.pk])).text
    response = client.get(reverse(confirm, args=[hidden.pk]))
    assert of_draw(hidden) not in response.text
    assert SHARED not in response.text


def test_the_grid_of_a_week_and_the_form_of_an_article_lead_to_theirs(client, editor):
    assert (
        "/admin/draws/round/week/2023-w27/pictures/"
        in client.get("/admin/draws/round/week/?week=2023-W27").text
    )
    public, draft = make_article(), make_article("draft", status="draft")
    for story, leads in ((public, True), (draft, False)):
        form = client.get(reverse("admin:articles_article_change", args=[story.pk])).text
        assert (reverse("admin:article_pictures", args=[story.pk]) in form) == leads


def test_writers_see_them_and_strangers_do_not(client):
    path = of_draw(Round.objects.get(number="255"))
    client.force_login(make_person("Writer"))
    assert client.get(path).status_code == 200
    assert client.post(path).status_code == 405
    client.force_login(get_user_model().objects.create_user("stranger", is_staff=True))
    of_article = reverse("admin:article_pictures", args=[make_article().pk])
    for closed in (path, of_article, "/admin/draws/round/week/2023-w27/pictures/"):
        assert client.get(closed).status_code == 403


def test_what_is_gone_is_not_found(client, editor):
    removed = make_article(status="removed")
    assert client.get(reverse("admin:article_pictures", args=[removed.pk])).status_code == 404
    assert client.get("/admin/draws/round/999999/pictures/").status_code == 404
