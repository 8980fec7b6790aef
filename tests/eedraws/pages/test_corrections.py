"""Corrections of draws and of lists together."""

from xml.etree import ElementTree

import pytest

from draws.models import RoundCorrection
from tests.factories import make_correction, make_list_correction, make_round, toronto
from tests.html import Page

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, query=""):
    response = client.get(f"/corrections/{query}")
    assert response.status_code == 200
    return Page(response.text)


def headings(page):
    return [text.strip() for level, text in page.headings if level == 2]


def make_both():
    """A correction of a list between two of a draw."""
    for day in (1, 3):
        RoundCorrection.objects.filter(pk=make_correction().pk).update(made_at=toronto(2026, 11, day))
    return make_list_correction(made_at=toronto(2026, 11, 2))


def test_both_stand_newest_first_with_their_pages(client):
    correction = make_both()
    page = read(client)
    draw = "Draw 255 of 6 July 2023"
    assert headings(page) == [draw, "Trade occupations, list of version 3", draw]
    assert correction.get_absolute_url() in [link.get("href") for link in page.all("a")]
    assert "72310 Carpenters is on this list; until then it was missing here." in page.text
    assert "until then 462 stood here." in page.text


def test_the_feed_has_both(client):
    correction = make_both()
    feed = ElementTree.fromstring(client.get("/corrections/feed.atom").content)
    found = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in found][1] == (
        "Trade occupations: list of version 3 corrected"
    )
    assert (
        found[1].findtext(f"{ATOM}id")
        == f"http://testserver/categories/trades/v3/#correction-{correction.pk}"
    )
    assert "until then it was missing here. We got this wrong:" in found[1].findtext(f"{ATOM}summary")
    assert len({entry.findtext(f"{ATOM}id") for entry in found}) == 3


def test_corrections_have_pages_of_fifty_together(client):
    for day in range(1, 29):
        make_list_correction(made_at=toronto(2026, 10, day))
        RoundCorrection.objects.filter(pk=make_correction().pk).update(made_at=toronto(2026, 9, day))
    assert len(headings(read(client))) == 50
    assert headings(read(client, "?page=2")) == ["Draw 255 of 6 July 2023"] * 6


def test_corrections_of_a_draft_are_nobodys_business(client):
    make_round("448", published_at=None)
    make_correction("448")
    make_list_correction()
    assert headings(read(client)) == ["Trade occupations, list of version 3"]


def test_queries_do_not_grow_with_rows(record_in_hand, client, django_assert_max_num_queries):
    make_both()
    with django_assert_max_num_queries(6) as few:
        read(client)
    for _ in range(5):
        make_both()
    with django_assert_max_num_queries(len(few)):
        read(client)
