"""A link to a draft for people without an account."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from articles.saving import save_article
from articles.sharing import LASTS, share
from tests.factories import make_article, make_editor

pytestmark = pytest.mark.django_db

ENDED = "This link has ended"


@pytest.fixture
def draft():
    return save_article(
        make_article(
            "secret", kind="news", title="Secret plan", body="Hush.", status="draft", published_at=None
        )
    )


def test_whoever_has_the_link_reads_the_draft_as_last_saved(client, draft):
    path = share(draft)
    draft.body = "Hush, again."
    save_article(draft)
    response = client.get(path)
    assert "Hush, again." in response.text
    assert "shown to you by the newsroom" in response.text
    assert "sessionid" not in response.cookies


def test_it_is_bare_to_machines_that_look_at_links(client, draft):
    response = client.get(share(draft))
    head = response.text.partition("</head>")[0]
    assert "<title>Draft · eedraws</title>" in head
    assert '<meta name="description" content="A draft of the newsroom that is not published.' in head
    assert '<meta name="robots" content="noindex">' in head
    for word in ("Secret", "og:", "twitter:", "canonical", "ld+json"):
        assert word not in head
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"


def test_a_new_link_ends_the_one_before(client, draft):
    old, new = share(draft), share(draft)
    assert client.get(old).status_code == 404
    assert ENDED in client.get(old).text
    assert client.get(new).status_code == 200


def test_after_its_days_a_link_has_ended(client, draft):
    path = share(draft)
    with time_machine.travel(timezone.now() + LASTS - timedelta(minutes=1)):
        assert client.get(path).status_code == 200
    with time_machine.travel(timezone.now() + LASTS + timedelta(minutes=1)):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("token", ["x", "a:b:c", "W10:1abc:zzzz", "9" * 400])
def test_what_nobody_signed_leads_nowhere(client, draft, token):
    response = client.get(f"/draft/{token}/")
    assert response.status_code == 404
    assert "Hush" not in response.text


def test_a_link_to_what_is_public_by_now_leads_there(client, draft):
    path = share(draft)
    draft.status, draft.published_at = "ready", timezone.now()
    save_article(draft)
    assert client.get(path).headers["Location"] == draft.get_absolute_url()


def test_a_link_to_what_readers_have_shows_its_unpublished_changes(client):
    article = save_article(make_article("story", kind="news", body="Old."))
    article.body = "New."
    save_article(article, live=False)
    assert "New." in client.get(share(article)).text
    assert "New." not in client.get(article.get_absolute_url()).text


def test_the_newsroom_makes_a_link_and_ends_it(client, editor, draft):
    url = reverse("admin:articles_article_share", args=[draft.pk])
    page = client.post(url, {"share": ""}, follow=True)
    [path] = set(re.findall(r'href="http://[^"/]*(/draft/[^"]+)"', page.text))
    assert client.get(path).status_code == 200
    client.post(url, {"end": ""})
    assert client.get(path).status_code == 404
    assert Article.objects.get(pk=draft.pk).share_key == ""


def test_only_who_may_change_the_article_shares_it(client, draft):
    url = reverse("admin:articles_article_share", args=[draft.pk])
    assert client.post(url).status_code == 302
    client.force_login(make_editor("other", "draws"))
    assert client.post(url).status_code == 403
    client.force_login(make_editor("third"))
    assert client.get(url).status_code == 405
    assert Article.objects.get(pk=draft.pk).share_key == ""
