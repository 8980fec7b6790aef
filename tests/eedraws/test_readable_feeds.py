"""Atom feeds in a browser: a page to be read, with links; feed readers are given Atom under its own name."""

from xml.etree import ElementTree

import pytest

from occupations.models import Category

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
HTML = "{http://www.w3.org/1999/xhtml}"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

feeds = pytest.mark.parametrize(
    "address", ["/feeds/draws.atom", "/corrections/feed.atom", "/categories/changes/feed.atom"]
)


@feeds
def test_a_browser_is_given_xml_with_a_style_sheet(client, address):
    response = client.get(address, headers={"Accept": BROWSER})
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    assert "Accept" in response.headers["Vary"]
    start = response.content[:300].decode()
    assert '<?xml-stylesheet href="/static/css/feed' in start
    assert start.index("xml-stylesheet") < start.index("<feed")


@feeds
@pytest.mark.parametrize("accept", ["", "*/*", "application/atom+xml, application/rss+xml"])
def test_a_feed_reader_is_given_atom(client, address, accept):
    response = client.get(address, headers={"Accept": accept})
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert "Accept" in response.headers["Vary"]


def test_the_feed_says_what_it_is_and_each_entry_links_to_its_page(client):
    feed = ElementTree.fromstring(client.get("/feeds/draws.atom").content)
    about = feed.find(f"{ATOM}subtitle")
    assert "This is a feed" in "".join(about.itertext())
    assert about.find(f".//{HTML}a").get("href") == "http://testserver/draws/"
    for entry in feed.findall(f"{ATOM}entry"):
        link = entry.find(f"{ATOM}content//{HTML}a")
        assert link.get("href") == entry.findtext(f"{ATOM}id")


def test_words_of_the_record_are_escaped_in_a_feed(client):
    Category.objects.filter(slug="trades").update(name_en="<b>Trades & more</b>")
    feed = ElementTree.fromstring(client.get("/feeds/draws.atom?category=trades").content)
    assert feed.findtext(f"{ATOM}entry/{ATOM}title").startswith("Draw 447: <b>Trades & more</b>")
