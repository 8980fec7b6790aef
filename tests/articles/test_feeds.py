"""Feeds of articles: in full, valid, by topic and type, and without what the newsroom keeps to itself."""

import json
import re
from datetime import datetime
from xml.etree import ElementTree

import feedparser
import pytest

from articles.models import Article, FaqEntry, Tag
from articles.saving import save_article
from occupations.models import Category
from tests.factories import make_article, toronto
from tests.pages.making import sponsored_article

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
JULY = "http://testserver/news/2023/07/5000-invitations-in-four-draws-4-to-7-july-2023/"
FEEDS = [
    "/news/feed{}",
    "/news/feed{}?category=healthcare",
    "/news/tag/healthcare/feed{}",
    "/news/author/eedraws-desk/feed{}",
]
RELATIVE = re.compile(r"""(?:href|src)=["'](?!https?://|mailto:)""")


def entries(client, address):
    return {item["url"]: item for item in client.get(address).json()["items"]}


@pytest.mark.parametrize("address", FEEDS)
def test_atom_is_valid(client, address):
    """What RFC 4287 asks of a feed and of an entry, and no complaint of a strict reader."""
    response = client.get(address.format(".atom"))
    parsed = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert not parsed.bozo
    assert parsed.version == "atom10"
    feed = ElementTree.fromstring(response.content)
    for name in ("id", "title", "updated"):
        assert len(feed.findall(ATOM + name)) == 1, name
    assert [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == [
        "http://testserver" + address.format(".atom")
    ]
    found = feed.findall(f"{ATOM}entry")
    assert found
    for entry in found:
        for name in ("id", "title", "updated", "published", "content", "summary"):
            assert len(entry.findall(ATOM + name)) == 1, name
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == "The eedraws desk"
        assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated")).tzinfo
        assert entry.find(f"{ATOM}content").get("type") == "html"
        assert not RELATIVE.search(entry.findtext(f"{ATOM}content"))
    assert len({entry.findtext(f"{ATOM}id") for entry in found}) == len(found)


@pytest.mark.parametrize("address", FEEDS)
def test_json_feed_is_valid_and_says_the_same(client, address):
    """JSON Feed 1.1: the keys that it asks for, and the entries of the Atom feed."""
    response = client.get(address.format(".json"))
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = response.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://testserver" + address.format(".json")
    atom = ElementTree.fromstring(client.get(address.format(".atom")).content)
    assert feed["title"] == atom.findtext(f"{ATOM}title")
    for item, entry in zip(feed["items"], atom.findall(f"{ATOM}entry"), strict=True):
        assert item["id"] == entry.findtext(f"{ATOM}id")
        assert item["content_html"] == entry.findtext(f"{ATOM}content")
        assert item["date_modified"] == entry.findtext(f"{ATOM}updated")
        assert item["authors"] == [
            {"name": "The eedraws desk", "url": "http://testserver/news/author/eedraws-desk/"}
        ]


def test_an_entry_is_the_whole_article_with_its_tables_and_questions(client):
    item = entries(client, "/news/feed.json")[JULY]
    assert item["date_published"].startswith("2023-07-")
    assert "5,000 invitations in four draws" in item["title"]
    html = item["content_html"]
    for piece in ("<table>", "<caption>", 'href="http://testserver/draws/255/"', "1,500", "<th scope="):
        assert piece in html, piece
    assert "\ue000" not in html
    assert not re.search(r"<(?:script|style|svg|form)| class=| style=| id=", html)
    article = Article.objects.get(slug=JULY.split("/")[-2])
    for entry in article.faq_entries.all():
        assert entry.question in html or entry.template


def test_news_has_no_guides_and_a_type_has_what_is_about_it(client):
    every = entries(client, "/news/feed.json")
    assert len(every) == Article.objects.published().news().count()
    healthcare = entries(client, "/news/feed.json?category=healthcare")
    about = Article.objects.published().about_type(Category.objects.get(slug="healthcare"))
    assert set(healthcare) == {f"http://testserver{each.get_absolute_url()}" for each in about}
    assert JULY in healthcare
    title = client.get("/news/feed.json?category=healthcare").json()["title"]
    assert title.startswith("News about Express Entry draws: Health")


@pytest.mark.parametrize("format", ["atom", "json"])
@pytest.mark.parametrize("slug", ["none", "%00", "<b>"])
def test_a_type_that_is_not_there_is_explained(client, format, slug):
    response = client.get(f"/news/feed.{format}?category={slug}")
    assert response.status_code == 404
    assert "http://testserver/categories/" in response.json()["detail"]


@pytest.mark.parametrize("path", ["tag/none", "author/none", "tag/secrets", "author/newsroom"])
@pytest.mark.parametrize("format", ["atom", "json"])
def test_without_a_published_article_there_is_no_feed(client, path, format):
    secrets = Tag.objects.create(name_en="Secrets", slug="secrets")
    draft = make_article("draft", status="draft", published_at=None, week_start="2026-09-28")
    save_article(draft, tags=[secrets])
    assert client.get(f"/news/{path}/feed.{format}").status_code == 404


def test_what_is_paid_for_says_so_in_title_and_first_line(client):
    url = sponsored_article()
    item = entries(client, "/news/feed.json")[f"http://testserver{url}"]
    assert item["title"] == "Sponsored by Synthetic Courses: Courses before a test"
    assert item["content_html"].startswith("<p><strong>Sponsored by Synthetic Courses</strong></p>")
    assert 'rel="sponsored nofollow noopener">A course (paid link)</a>' in item["content_html"]


def test_a_correction_shows_as_updated(client):
    article = Article.objects.get(slug=JULY.split("/")[-2])
    article.updated_at = toronto(2026, 10, 20, 12)
    article.save(update_fields=["updated_at"])
    assert entries(client, "/news/feed.json")[JULY]["date_modified"] == "2026-10-20T12:00:00-04:00"


def test_what_xml_cannot_hold_is_left_out(client):
    story = make_article(
        "odd", kind="news", title="A\x0bb\x1f", standfirst="In\x08 brief", body="Bo\x0cdy <b>"
    )
    entry = FaqEntry(question="Why\x01?", answer="So\x02.")
    save_article(story, entries=[entry])
    response = client.get("/news/feed.atom")
    assert not feedparser.parse(response.content).bozo
    assert json.loads(client.get("/news/feed.json").content)["items"][0]["title"] == "Ab"


def test_a_feed_of_many_costs_no_more_queries(client, record_in_hand, django_assert_num_queries):
    client.get("/news/feed.json")
    # Articles, tags, questions, corrections and references.
    with django_assert_num_queries(5):
        first = client.get("/news/feed.json")
    assert "Last-Modified" not in first.headers
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get("/news/feed.json", headers={"If-None-Match": first["ETag"]}).status_code == 304
    for number in range(5):
        story = make_article(f"more-{number}", kind="news", body="[[draws week=2023-W27]]")
        save_article(story, entries=[FaqEntry(question="What?", answer="[[round 255 cutoff]]")])
    client.get("/news/feed.json")
    with django_assert_num_queries(5):
        client.get("/news/feed.json")


def test_an_article_keeps_its_name_when_its_address_changes(client):
    story = make_article("first-words", kind="news")
    before = entries(client, "/news/feed.json")[f"http://testserver{story.get_absolute_url()}"]["id"]
    story.slug = "other-words"
    save_article(story)
    assert entries(client, "/news/feed.json")[f"http://testserver{story.get_absolute_url()}"]["id"] == before


def test_an_empty_record_has_empty_feeds(client, empty_record):
    assert client.get("/news/feed.json").json()["items"] == []
    first = client.get("/news/feed.atom")
    assert not feedparser.parse(first.content).bozo
    assert client.get("/news/feed.atom").content == first.content
