"""Feeds of draws: what a feed reader needs, the type of draw, the age of the record."""

from xml.etree import ElementTree

import pytest
from django.utils import timezone

from draws.models import Round
from tests.factories import make_round, toronto
from tests.html import Page

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def atom(client, query=""):
    response = client.get(f"/feeds/draws.atom{query}")
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def text(element, name):
    return element.findtext(f"{ATOM}{name}")


def test_the_newest_draws_stand_first_with_figures_and_addresses(client):
    feed = atom(client)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 50
    assert text(entries[0], "id") == "http://testserver/draws/447/"
    assert text(entries[0], "title") == "Draw 447: Trade occupations, cut-off 476"
    assert text(entries[0], "summary") == "1 October 2026: 3,500 invitations, cut-off 476 points."
    assert text(entries[0], "published") == "2026-10-01T12:47:55+00:00"
    assert len({text(entry, "id") for entry in entries}) == 50
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"alternate": "http://testserver/draws/", "self": "http://testserver/feeds/draws.atom"}


def test_a_feed_of_one_type_has_that_type_and_an_identity_of_its_own(client):
    feed = atom(client, "?category=pnp")
    entries = feed.findall(f"{ATOM}entry")
    assert {entry.find(f"{ATOM}category").get("term") for entry in entries} == {"pnp"}
    assert all("includes 600 points for the nomination" in text(entry, "summary") for entry in entries)
    assert text(feed, "id") == "http://testserver/feeds/draws.atom?category=pnp" != text(atom(client), "id")
    assert "Provincial Nominee Program" in text(feed, "title")


def test_a_changed_figure_moves_the_time_of_its_entry_and_of_the_feed(client):
    Round.objects.update(published_at=toronto(2026, 10, 1))
    Round.objects.filter(number="446").update(figures_changed_at=toronto(2026, 10, 5))
    feed = atom(client)
    times = {text(entry, "id"): text(entry, "updated") for entry in feed.findall(f"{ATOM}entry")}
    assert times["http://testserver/draws/446/"].startswith("2026-10-05")
    assert times["http://testserver/draws/447/"].startswith("2026-10-01")
    assert text(feed, "updated").startswith("2026-10-05")


def test_json_feed_tells_the_same(client):
    response = client.get("/feeds/draws.json?category=pnp")
    assert response.headers["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = response.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://testserver/feeds/draws.json?category=pnp"
    entries = atom(client, "?category=pnp").findall(f"{ATOM}entry")
    assert [item["id"] for item in feed["items"]] == [text(entry, "id") for entry in entries]
    first = feed["items"][0]
    assert first["content_text"].startswith("28 September 2026: 733 invitations, cut-off 725 points.")
    assert first["date_published"] == "2026-09-28T00:00:00-04:00"
    assert (first["url"], first["tags"]) == ("http://testserver/draws/445/", ["pnp"])


@pytest.mark.parametrize("format", ["atom", "json"])
@pytest.mark.parametrize("slug", ["none", "%00", "<b>", "PNP"])
def test_a_type_that_is_not_there_is_explained(client, format, slug):
    response = client.get(f"/feeds/draws.{format}?category={slug}")
    assert response.status_code == 404
    assert "http://testserver/categories/" in response.json()["detail"]


def test_a_feed_says_how_far_a_stale_record_reaches(client):
    assert client.get("/feeds/draws.json").json()["description"] == (
        "Record complete to 1 October 2026; later draws may be missing."
    )
    make_round("448", day=timezone.localdate(), published_at=timezone.now())
    assert "missing" not in client.get("/feeds/draws.json").json()["description"]


def test_drafts_and_withdrawn_draws_are_in_no_feed(client):
    make_round("448", published_at=None)
    Round.objects.filter(number="447").update(withdrawn_at=toronto(2026, 10, 2), withdrawn_reason="Split.")
    assert client.get("/feeds/draws.json").json()["items"][0]["id"] == "http://testserver/draws/446/"


def test_an_empty_record_is_an_empty_feed(client, empty_record):
    assert client.get("/feeds/draws.json").json()["items"] == []
    assert atom(client).findall(f"{ATOM}entry") == []


@pytest.mark.parametrize("address", ["/feeds/draws.atom", "/feeds/draws.json"])
def test_a_feed_is_asked_for_again_at_no_cost_and_read_by_other_sites(
    client, django_assert_num_queries, address
):
    with django_assert_num_queries(2):
        response = client.get(address)
    assert "Last-Modified" not in response.headers
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
    with django_assert_num_queries(3):
        client.get(f"{address}?category=stem")


@pytest.mark.parametrize(
    ("address", "query"), [("/", ""), ("/draws/", ""), ("/categories/pnp/", "?category=pnp")]
)
def test_pages_offer_their_feeds_to_feed_readers(client, address, query):
    offered = [
        (link["type"], link["href"])
        for link in Page(client.get(address).text).all("link")
        if link.get("rel") == "alternate" and "draws" in link["href"]
    ]
    assert offered == [
        ("application/atom+xml", f"/feeds/draws.atom{query}"),
        ("application/feed+json", f"/feeds/draws.json{query}"),
    ]


def test_the_page_of_a_type_offers_to_follow_it_in_words(client):
    page = Page(client.get("/categories/stem/").text)
    assert "Follow by feed" in page.text
    assert "/feeds/draws.atom?category=stem" in [attributes.get("href") for attributes in page.all("a")]
