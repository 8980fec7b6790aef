"""A draw's flash in the newsroom: shown, published, kept as a draft, never made twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles.models import Article, Author
from draws.models import Round
from tests.articles.drafting.desk import flash_url
from tests.factories import make_editor, make_round

pytestmark = pytest.mark.django_db


def without(user, *codenames):
    user.user_permissions.remove(*Permission.objects.filter(codename__in=codenames))


def flashes():
    return Article.objects.exclude(flash_of=None)


def test_the_flash_is_shown_as_readers_would_get_it(client, editor):
    html = client.get(flash_url("255")).text
    assert "Express Entry: 1,500 invitations for healthcare on 6 July 2023, cut-off 463" in html
    assert '<span class="figure" translate="no">1,500</span>' in html
    assert 'name="_publish"' in html
    assert not flashes()
    page = client.get(flash_url("255") + "?preview").text
    assert "Preview of a flash that is not saved" in page
    assert 'content="noindex"' in page


def test_publishing_makes_it_public_at_once(client, editor):
    before = timezone.now()
    response = client.post(flash_url("255"), {"_publish": ""}, follow=True)
    article = flashes().get()
    assert (article.kind, article.topic, article.status) == ("news", "draws", "ready")
    assert before <= article.published_at <= timezone.now()
    assert article.owner == editor
    assert article.review_by is None
    assert article.author.slug == "eedraws-desk"
    assert [tag.slug for tag in article.tags.all()] == ["healthcare"]
    assert article.revisions.get().made_by == editor
    assert article.get_absolute_url() in response.text
    client.logout()
    page = client.get(article.get_absolute_url()).text
    assert "13 points lower" in page
    assert article.title in client.get("/news/").text


def test_a_draft_is_seen_by_nobody(client, editor):
    client.post(flash_url("255"), {"_draft": ""})
    article = flashes().get()
    assert (article.status, article.published_at) == ("draft", None)
    assert article.title not in client.get("/news/").text


def test_the_byline_is_the_editors_own_where_there_is_one(client, editor):
    Author.objects.create(name="Ada Reporter", slug="ada", user=editor)
    client.post(flash_url("255"), {"_draft": ""})
    assert flashes().get().author.slug == "ada"


def test_without_an_author_one_is_asked_for(client, editor):
    Article.objects.all().delete()
    for response in (client.get(flash_url("255")), client.post(flash_url("255"), {"_publish": ""})):
        assert "Nobody can sign this story yet. Make an author first" in response.text
    assert not flashes()


def test_a_second_flash_is_not_made_but_the_first_is_linked(client, editor):
    client.post(flash_url("255"), {"_publish": ""})
    first = flashes().get()
    assert client.post(flash_url("255"), {"_publish": ""})["Location"].endswith(f"/{first.pk}/change/")
    assert flashes().get() == first
    html = client.get(flash_url("255")).text
    assert f"/admin/articles/article/{first.pk}/change/" in html
    assert "so none is made" in html
    assert 'name="_publish"' not in html


def test_flashes_of_the_same_words_have_addresses_of_their_own(client, editor):
    make_round("448", crs_cutoff=500)
    make_round("449", crs_cutoff=501)
    client.post(flash_url("448"), {"_draft": ""})
    Article.objects.update(flash_of=None)
    client.post(flash_url("448"), {"_draft": ""})
    assert flashes().get().slug.endswith("-2")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"published_at": None}, "Draw 448 is not public yet. Publish it first."),
        ({"withdrawn_at": timezone.now(), "withdrawn_reason": "Wrong."}, "Draw 448 is withdrawn"),
    ],
)
def test_a_draw_that_readers_do_not_see_has_no_story(client, editor, fields, said):
    make_round(**fields)
    for response in (client.get(flash_url("448")), client.post(flash_url("448"), {"_publish": ""})):
        assert said in response.text
        assert "Publish flash" not in response.text
    assert not flashes()


def test_a_draw_that_is_withdrawn_meanwhile_makes_nothing(client, editor):
    client.get(flash_url("255"))
    Round.objects.filter(number="255").update(withdrawn_at=timezone.now(), withdrawn_reason="Wrong.")
    assert "Draw 255 is withdrawn" in client.post(flash_url("255"), {"_publish": ""}).text
    assert not flashes()


def test_a_draw_still_to_come_is_refused_in_words(client, editor):
    make_round(day=timezone.localdate() + timezone.timedelta(days=3), published_at=timezone.now())
    response = client.post(flash_url("448"), {"_publish": ""})
    assert "was held after the time of the article" in response.text
    assert not flashes()


def test_who_may_not_publish_may_save_a_draft(client, editor):
    without(editor, "publish_article")
    assert 'name="_publish"' not in client.get(flash_url("255")).text
    assert client.post(flash_url("255"), {"_publish": ""}).status_code == 403
    assert not flashes()
    assert client.post(flash_url("255"), {"_draft": ""}).status_code == 302
    assert flashes().get().status == "draft"


def test_who_may_not_write_gets_nothing(client, editor):
    without(editor, "add_article")
    assert client.get(flash_url("255")).status_code == 403
    assert client.post(flash_url("255"), {"_draft": ""}).status_code == 403


def test_an_unknown_draw_is_not_found(client, editor):
    assert client.get("/admin/articles/article/flash/999999/").status_code == 404


def test_a_tie_break_that_is_added_later_appears_by_itself(client, editor):
    round = make_round()
    client.post(flash_url("448"), {"_publish": ""})
    address = flashes().get().get_absolute_url()
    assert '<span class="figure">not given</span>' in client.get(address).text
    round.tie_breaking_at = "2026-09-01T12:00:00Z"
    round.save()
    assert 'datetime="2026-09-01T08:00:00-04:00"' in client.get(address).text


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_flash():
    editor, url = make_editor(), flash_url("255")

    def click(_place):
        client = Client()
        client.force_login(editor)
        try:
            return client.post(url, {"_publish": ""}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(click, range(4))) == [302] * 4
    assert flashes().count() == 1
