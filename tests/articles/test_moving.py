from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Author, Redirect, Tag
from articles.moving import lead, write_named
from articles.saving import save_article
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def news(slug="first", **fields):
    return make_article(slug, kind="news", **fields)


def move(article, slug, **how):
    article.slug = slug
    return save_article(article, **how)


def table():
    return {redirect.old_path: redirect.target for redirect in Redirect.objects.all()}


class TestArticles:
    def test_a_changed_slug_leaves_a_redirect(self):
        move(news(), "second")
        assert table() == {"/news/2026/10/first/": "/news/2026/10/second/"}

    def test_a_second_change_makes_no_chain(self):
        article = news()
        for slug in ("second", "third"):
            move(article, slug)
        assert table() == {
            "/news/2026/10/first/": "/news/2026/10/third/",
            "/news/2026/10/second/": "/news/2026/10/third/",
        }

    def test_going_back_makes_no_circle(self):
        article = news()
        for slug in ("second", "first"):
            move(article, slug)
        assert table() == {"/news/2026/10/second/": "/news/2026/10/first/"}

    def test_what_readers_do_not_have_leaves_nothing(self):
        move(news(status="draft"), "second")
        move(news("third", published_at=timezone.now() + timedelta(days=1)), "fourth")
        assert table() == {}

    def test_it_waits_until_the_change_is_published(self):
        article = news()
        move(article, "second", live=False)
        assert table() == {}
        save_article(article)
        assert table() == {"/news/2026/10/first/": "/news/2026/10/second/"}

    def test_a_new_page_at_the_old_address_takes_it(self):
        move(news(), "second")
        save_article(news("first"))
        assert table() == {}

    def test_a_draft_does_not_take_it(self):
        move(news(), "second")
        save_article(news("first", status="draft"))
        assert table() == {"/news/2026/10/first/": "/news/2026/10/second/"}

    def test_what_led_to_the_old_address_goes_along(self):
        article = news()
        lead("/old/", new_path="/news/2026/10/first/")
        move(article, "second")
        assert table()["/old/"] == "/news/2026/10/second/"


@pytest.mark.parametrize(
    ("make", "start"),
    [
        (lambda slug: Tag(name_en="Synthetic tag", slug=slug), "/news/tag"),
        (lambda slug: Author(name="A. Nobody", slug=slug), "/news/author"),
    ],
    ids=["tag", "author"],
)
class TestNamed:
    def test_a_changed_slug_leaves_a_redirect_and_no_chain(self, make, start):
        named = write_named(make("one"))
        for slug in ("two", "three"):
            named.slug = slug
            write_named(named)
        assert table() == {f"{start}/one/": f"{start}/three/", f"{start}/two/": f"{start}/three/"}

    def test_another_at_the_old_address_takes_it(self, make, start):
        named = write_named(make("one"))
        named.slug = "two"
        write_named(named)
        other = make("one")
        setattr(other, "name" if start.endswith("author") else "name_en", "Another")
        write_named(other)
        assert table() == {}

    def test_another_name_alone_moves_nothing(self, make, start):
        named = write_named(make("one"))
        write_named(named)
        assert table() == {}


class TestRules:
    def test_chains_collapse_from_both_ends(self):
        lead("/b/", new_path="/c/")
        lead("/a/", new_path="/b/")
        lead("/c/", new_path="/d/")
        assert table() == {"/a/": "/d/", "/b/": "/d/", "/c/": "/d/"}

    def test_a_chain_ends_at_the_article(self):
        move(news(), "second")
        lead("/old/", new_path="/news/2026/10/first/")
        redirect = Redirect.objects.get(old_path="/old/")
        assert redirect.new_path == ""
        assert redirect.target == "/news/2026/10/second/"

    def test_circles_are_refused_in_words(self):
        lead("/a/", new_path="/b/")
        with pytest.raises(ValidationError, match="circles: /a/ leads to /b/"):
            lead("/b/", new_path="/a/")
        assert table() == {"/a/": "/b/"}

    def test_long_circles_are_refused(self):
        lead("/a/", new_path="/b/")
        lead("/b/", new_path="/c/")
        with pytest.raises(ValidationError, match="circles"):
            lead("/c/", new_path="/a/")

    def test_an_address_does_not_lead_to_itself(self):
        with pytest.raises(ValidationError, match="one and the same"):
            lead("/a/", new_path="/a/")

    @pytest.mark.parametrize(
        ("path", "words"),
        [
            ("old/", "begins with one “/”"),
            ("//evil.example/", "begins with one “/”"),
            ("https://evil.example/", "begins with one “/”"),
            ("/%2Fevil.example/", "begins with one “/”"),
            ("/a\\b/", "no spaces"),
            ("/a b/", "no spaces"),
            ("/a%0d%0ab/", "no spaces"),
            ("/a\0/", "no spaces"),
            ("/a#b", "no spaces"),
            ("/" + "a" * 500, "at most 500 characters"),
            ("/admin/articles/", "never lead on"),
        ],
    )
    def test_no_redirect_begins_at(self, path, words):
        with pytest.raises(ValidationError, match=words):
            lead(path, new_path="/news/")

    @pytest.mark.parametrize(
        "path", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:x"]
    )
    def test_no_redirect_leads_off_the_site(self, path):
        with pytest.raises(ValidationError):
            lead("/old/", new_path=path)

    def test_the_address_of_this_site_is_taken_off(self):
        assert lead("http://testserver/old/", new_path="http://testserver/news/").target == "/news/"

    def test_paths_are_kept_decoded_and_sent_encoded(self):
        redirect = lead("/%C3%A9t%C3%A9/", new_path="/draws/?kind=été")
        assert redirect.old_path == "/été/"
        assert redirect.location == "/draws/?kind=%C3%A9t%C3%A9"

    def test_it_leads_somewhere(self):
        with pytest.raises(ValidationError, match="Say where the old address leads"):
            lead("/old/")
