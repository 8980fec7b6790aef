"""Old addresses that lead on: entered, met by readers, and no cost to pages that are there."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from articles.models import Redirect, Tag
from articles.moving import lead
from articles.saving import save_article
from eedraws.redirects import location_of
from tests.articles.editing import change_url, opened
from tests.factories import make_article, make_editor, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    article = make_article("story", kind="news")
    article.tags.add(Tag.objects.create(name_en="Synthetic", slug="synthetic"))
    lead("/2024/05/old-story/", article=article)
    lead("/?p=12", article=article)
    lead("/category/synthetic/", new_path="/news/tag/synthetic/")
    lead("/author/nobody/", new_path=article.author.get_absolute_url())
    return article


STORY = "/news/2026/10/story/"


@pytest.mark.parametrize(
    ("old", "new"),
    {
        "/2024/05/old-story/": STORY,
        "/2024/05/old-story": STORY,
        "/2024/05/old-story/2/": STORY,
        "/2024/05/old-story/amp/": STORY,
        "/2024/05/old-story/feed/": STORY,
        "/2024/05/old-story/comment-page-3/": STORY,
        "/2024/05/old-story/?utm_source=x&page=2": f"{STORY}?utm_source=x&page=2",
        "/?p=12": STORY,
        "/?page_id=12": STORY,
        "/?p=0012": STORY,
        "/?p=12&preview=true&lang=en": f"{STORY}?lang=en",
        "/nowhere/?p=12": None,
        "/category/synthetic/": "/news/tag/synthetic/",
        "/category/synthetic": "/news/tag/synthetic/",
        "/category/synthetic/page/4/": "/news/tag/synthetic/",
        "/category/synthetic/feed/": "/news/tag/synthetic/feed.atom",
        "/category/synthetic/feed/rss2/": "/news/tag/synthetic/feed.atom",
        "/author/nobody/": "/news/author/newsroom/",
        "/author/nobody/feed/": "/news/author/newsroom/feed.atom",
        "/feed/": "/news/feed.atom",
        "/feed": "/news/feed.atom",
        "/feed/rss2/": "/news/feed.atom",
        "/comments/feed/": "/news/feed.atom",
        "/?feed=rss2": "/news/feed.atom",
        "/category/nothing/feed/": None,
        "/2024/05/nothing/": None,
        "/api/2024/": None,
        "/" + "a" * 3000: None,
    }.items(),
)
def test_one_redirect_and_then_a_page(client, story, old, new):
    answer = client.get(old)
    if new is None:
        assert answer.status_code in (200, 404)
        return
    assert (answer.status_code, answer.headers["Location"]) == (301, new)
    assert client.get(new).status_code == 200


def test_a_renamed_tag_takes_its_feeds_along(client, story):
    lead("/news/tag/before/", new_path="/news/tag/synthetic/")
    for name in ("feed.atom", "feed.json"):
        answer = client.get(f"/news/tag/before/{name}")
        assert (answer.status_code, answer.headers["Location"]) == (301, f"/news/tag/synthetic/{name}")


def test_what_readers_may_not_see_stays_unknown(client, story):
    later = make_article("later", kind="news", published_at=timezone.now() + timedelta(days=1))
    lead("/?p=13", article=later)
    lead("/2024/06/later/", article=later)
    assert client.get("/2024/06/later/").status_code == 404
    assert client.get("/?p=13").status_code == 200


def test_a_page_wins_over_a_redirect(client, story):
    Redirect.objects.create(old_path="/news/", new_path="/guides/")
    Redirect.objects.create(old_path=STORY, article=story)
    assert client.get("/news/").status_code == 200
    assert client.get(STORY).status_code == 200


def test_an_article_leads_nobody_to_itself(client, story):
    Redirect.objects.create(old_path=STORY, article=story)
    story.status = "draft"
    story.save()
    assert client.get(STORY).status_code == 404


def test_head_is_led_and_what_is_sent_is_not(story):
    client = Client()
    assert client.head("/2024/05/old-story/").status_code == 301
    assert client.post("/2024/05/old-story/").status_code in (404, 405)


def test_no_cookie_and_asked_about_again(client, story):
    answer = client.get("/2024/05/old-story/")
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-cache"


def test_one_query_where_nothing_answers_and_none_before_pages(
    client, story, django_assert_num_queries, monkeypatch
):
    with django_assert_num_queries(1):
        assert location_of("/2024/05/old-story/page/2/", {}) == STORY
    with django_assert_num_queries(0):
        assert location_of("/feed/", {}) == "/news/feed.atom"
    monkeypatch.setattr("eedraws.redirects.location_of", None)
    for path in ("/", "/?utm_source=p", "/news/?p=12", STORY):
        assert client.get(path).status_code == 200


class TestNewsroom:
    ADD = "/admin/articles/redirect/add/"

    @pytest.fixture
    def editor(self, client):
        client.force_login(make_editor())
        return client

    def send(self, client, old, new, url=ADD):
        return client.post(url, {"old_path": old, "new_path": new})

    def test_enters_one(self, editor):
        assert self.send(editor, "/gone/", "/news/").status_code == 302
        assert editor.get("/gone/").headers["Location"] == "/news/"

    def test_comes_with_the_old_address_filled_in(self, editor):
        assert 'value="/gone/"' in editor.get(f"{self.ADD}?old_path=/gone/").text

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ("/gone/", "/nothing-here/", "No page answers at this address."),
            ("/gone/", "/draws/999999/", "No page answers at this address."),
            ("/gone/", "/draws/latest/", "This address leads on itself."),
            ("/gone/", "https://elsewhere.example/", "An address of this site begins with one"),
            ("gone", "/news/", "An address of this site begins with one"),
            ("/news/", "/guides/", "A page answers at this address"),
            ("/gone/", "/gone/", "The two addresses are one and the same."),
            ("/gone/", "", "This field is required."),
            ("/gone\0/", "/news/", "Null characters are not allowed."),
        ],
    )
    def test_refuses_in_words_and_keeps_what_was_typed(self, editor, old, new, words):
        answer = self.send(editor, old, new)
        assert answer.status_code == 200
        assert words in answer.text
        assert new in answer.text
        assert not Redirect.objects.exists()

    def test_a_circle_is_refused(self, editor):
        lead("/a/", new_path="/b/")
        assert "Readers would go in circles: /a/ leads to /b/." in self.send(editor, "/b/", "/a/").text

    def test_one_that_leads_on_is_followed_to_its_end(self, editor):
        lead("/b/", new_path="/news/")
        self.send(editor, "/a/", "/b/")
        assert Redirect.objects.get(old_path="/a/").target == "/news/"

    def test_one_that_the_program_made_is_changed(self, editor):
        redirect = lead("/a/", article=make_article("story", kind="news"))
        url = f"/admin/articles/redirect/{redirect.pk}/change/"
        assert f'value="{STORY}"' in editor.get(url).text
        assert self.send(editor, "/a/", "/news/", url).status_code == 302
        redirect.refresh_from_db()
        assert (redirect.article, redirect.new_path) == (None, "/news/")

    def test_the_list_says_where_each_leads(self, editor):
        lead("/a/", article=save_article(make_article("story", kind="news")))
        assert STORY in editor.get("/admin/articles/redirect/").text

    def test_who_only_reads_sees_where_it_leads(self, client):
        client.force_login(make_person("Writer"))
        redirect = lead("/a/", article=make_article("story", kind="news"))
        assert STORY in client.get(f"/admin/articles/redirect/{redirect.pk}/change/").text

    def test_moves_a_tag(self, editor):
        tag = Tag.objects.create(name_en="Synthetic", slug="before")
        data = {"name_en": "Synthetic", "name_fr": "", "slug": "after"}
        editor.post(f"/admin/articles/tag/{tag.pk}/change/", data)
        assert Redirect.objects.get(old_path="/news/tag/before/").target == "/news/tag/after/"

    def test_moves_an_article_when_the_change_is_published(self, editor):
        article = save_article(make_article("story", kind="news"))
        form = opened(article, slug="better", _publish="")
        assert editor.post(change_url(article), form).status_code == 302
        answer = editor.get(STORY)
        assert (answer.status_code, answer.headers["Location"]) == (301, "/news/2026/10/better/")

    def test_who_may_not_publish_moves_no_article(self, client):
        someone = make_editor("someone")
        someone.user_permissions.remove(*someone.user_permissions.filter(codename="publish_article"))
        someone.user_permissions.add(Permission.objects.get(codename="change_any_article"))
        client.force_login(someone)
        article = save_article(make_article("story", kind="news"))
        answer = client.post(change_url(article), opened(article, slug="better"))
        assert "Changing it is for those who publish." in answer.text
