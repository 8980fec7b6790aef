"""The timeline of all changes of the lists, and its feed."""

from datetime import date
from xml.etree import ElementTree

import pytest

from eedraws.pages.list_changes import entries
from occupations.models import CategoryVersion, Listing, Occupation
from tests.factories import make_awaited_version, make_list_correction, toronto
from tests.html import Page

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
TODAY = date(2026, 11, 22)


def read(client, query=""):
    response = client.get(f"/categories/changes/{query}")
    assert response.status_code == 200
    return response, Page(response.text)


def links(page):
    return [attributes.get("href") for attributes in page.all("a")]


def told(anchor, today=TODAY):
    """Return what an entry says."""
    found = {entry.anchor: " ".join([entry.title, *entry.sentences]) for entry in entries(today)}
    return found.get(anchor)


def feed_entries(client):
    response = client.get("/categories/changes/feed.atom")
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    found = ElementTree.fromstring(response.content).findall(f"{ATOM}entry")
    return {entry.findtext(f"{ATOM}id"): entry for entry in found}


def text(entry, name):
    return entry.findtext(f"{ATOM}{name}")


def publish_awaited_list():
    """Publish, on 20 November 2026, an awaited list of trades: two of its occupations. Synthetic."""
    version = make_awaited_version("trades")
    version.list_awaited, version.list_published = False, date(2026, 11, 20)
    version.save()
    for code in ("72310", "73300"):
        Listing.objects.create(
            version=version, occupation=Occupation.objects.get(code=code), title_as_published="Synthetic"
        )


def test_days_stand_newest_first(client):
    headings = [text for level, text in read(client)[1].headings if level == 2]
    assert headings == [
        "Wednesday 18 February 2026",
        "Monday 8 December 2025",
        "Thursday 27 February 2025",
        "Wednesday 31 May 2023",
    ]


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        (
            "healthcare-v1-begun",
            "Healthcare occupations: new A new type of draw. 35 occupations are on its list.",
        ),
        (
            "healthcare-v2-begun",
            "Healthcare and social services occupations: changed, version 2 Version 2 took the place of version 1. "
            "Occupations: 8 added, 6 removed, 29 kept. Its name was “Healthcare occupations” before.",
        ),
        ("transport-v1-ended", "Transport occupations: ended Its last day was 26 February 2025."),
        (
            "transport-v2-begun",
            "Transport occupations: back, version 2 Version 2; version 1 had ended on 26 February 2025. "
            "Occupations: 2 added, 8 removed, 2 kept. Its criteria changed: At least 12 months of full-time work "
            "experience, or the same amount part-time, in one occupation on the list. "
            "The experience need not be continuous.",
        ),
        (
            "french-v1-begun",
            "French-language proficiency: new A new type of draw. It has no list of occupations.",
        ),
    ],
)
def test_what_happened_is_told_in_words_with_counts(anchor, words):
    assert told(anchor) == words


def test_a_list_that_stayed_the_same_says_so():
    assert "Version 3 took the place of version 2. The same 37 occupations are on its list." in told(
        "healthcare-v3-begun"
    )


def test_changes_lead_to_the_difference_and_to_the_version(client):
    response, page = read(client)
    assert {"/categories/stem/v1-to-v2/", "/categories/transport/v1-to-v2/"} <= set(links(page))
    assert "/categories/agriculture/v2/" in links(page)
    assert 'id="stem-v2-begun"' in response.text


def test_what_is_announced_without_its_list_is_not_known_yet():
    make_awaited_version("trades")
    words = told("trades-v4-begun")
    assert "Not known yet: its list is not published yet." in words
    assert "removed" not in words


def test_a_list_published_later_is_news_of_that_day():
    publish_awaited_list()
    assert "Its list of occupations came out on 20 November 2026." in told("trades-v4-begun")
    assert told("trades-v4-published") == (
        "Trade occupations: list published, version 4 The list of version 4 came out after its announcement. "
        "Occupations: 1 added, 24 removed, 1 kept."
    )
    assert told("trades-v4-published", date(2026, 11, 19)) is None


def test_a_version_announced_for_a_later_day_is_told_on_both():
    version = make_awaited_version("trades")
    version.announced = date(2026, 10, 20)
    version.save()
    assert "version 4 Version 4, in force from 3 November 2026." in told("trades-v4-announced")
    assert told("trades-v4-begun", date(2026, 11, 2)) is None
    assert told("trades-v4-begun", date(2026, 11, 3))


def test_corrections_of_lists_stand_among_the_changes(client):
    correction = make_list_correction(made_at=toronto(2026, 11, 1, 23))
    _, page = read(client)
    assert [text for level, text in page.headings if level == 2][0] == "Sunday 1 November 2026"
    assert "72310 Carpenters is on the list; until then it was missing here. We got this wrong:" in page.text
    assert f"/categories/trades/v3/#correction-{correction.pk}" in links(page)


def test_a_correction_is_told_by_what_it_did():
    removed = make_list_correction("Carpenters", "")
    spelt = make_list_correction("Carpenter", "Carpenters", kind="ircc", reason="Its page was corrected.")
    assert "72310 Carpenters is not on the list; until then it stood here." in told(
        f"correction-{removed.pk}"
    )
    assert told(f"correction-{spelt.pk}").endswith(
        "72310: “Carpenters”; until then “Carpenter” stood here. "
        "Immigration, Refugees and Citizenship Canada (IRCC) changed its list: Its page was corrected."
    )


def test_many_days_have_pages_of_twenty(client):
    for day in range(1, 25):
        make_list_correction(made_at=toronto(2026, 10, day))
    assert len(read(client)[0].context["page_obj"].object_list) == 20
    assert "Wednesday 31 May 2023" in [text for level, text in read(client, "?page=2")[1].headings]


def test_an_empty_record_has_no_changes(client, empty_record):
    assert "The record has no lists yet." in read(client)[1].text
    assert feed_entries(client) == {}


def test_the_feed_tells_each_change_with_occupations_and_its_own_address(client):
    found = feed_entries(client)
    assert len(found) == len(entries(TODAY)) == 22
    entry = found["http://testserver/categories/changes/#trades-v3-begun"]
    assert text(entry, "title") == "Trade occupations: changed, version 3"
    assert "Occupations: 1 added, 1 removed, 24 kept." in text(entry, "summary")
    assert "Added: 63201 Butchers - retail and wholesale. Removed: 63200 Cooks." in text(entry, "summary")
    assert entry.find(f"{ATOM}link").get("href") == "http://testserver/categories/trades/v2-to-v3/"
    assert text(entry, "published") == text(entry, "updated") == "2026-02-18T00:00:00-05:00"
    assert entry.find(f"{ATOM}category").get("term") == "trades"
    ended = found["http://testserver/categories/changes/#agriculture-v2-ended"]
    assert ended.find(f"{ATOM}link").get("href") == "http://testserver/categories/agriculture/v2/"


def test_a_correction_is_an_entry_and_moves_the_time_of_the_change(client):
    correction = make_list_correction(made_at=toronto(2026, 11, 1))
    make_list_correction(made_at=toronto(2026, 11, 2))
    found = feed_entries(client)
    entry = found[f"http://testserver/categories/changes/#correction-{correction.pk}"]
    assert text(entry, "published").startswith("2026-11-01")
    assert entry.find(f"{ATOM}link").get("href") == (
        f"http://testserver/categories/trades/v3/#correction-{correction.pk}"
    )
    begun = found["http://testserver/categories/changes/#trades-v3-begun"]
    assert text(begun, "published").startswith("2026-02-18")
    assert text(begun, "updated").startswith("2026-11-02")


def test_an_entry_keeps_its_identity_when_its_list_comes_out(client):
    version = make_awaited_version("trades")
    before = set(feed_entries(client))
    CategoryVersion.objects.filter(pk=version.pk).update(
        list_awaited=False, list_published=date(2026, 11, 20)
    )
    assert set(feed_entries(client)) - before == {"http://testserver/categories/changes/#trades-v4-published"}


def test_the_feed_is_found_and_asked_for_again_at_no_cost(
    record_in_hand, client, django_assert_max_num_queries
):
    head = {
        link.get("type"): link["href"] for link in read(client)[1].all("link") if link["rel"] == "alternate"
    }
    assert head == {"application/atom+xml": "/categories/changes/feed.atom"}
    with django_assert_max_num_queries(3):
        response = client.get("/categories/changes/feed.atom")
    assert "Last-Modified" not in response.headers
    again = client.get("/categories/changes/feed.atom", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_home_leads_to_the_timeline_and_the_differences(client):
    page = Page(client.get("/").text)
    assert {"/categories/changes/", "/categories/healthcare/v2-to-v3/"} <= set(links(page))


def test_home_says_that_a_list_is_still_to_come_and_ends_nothing_before_its_day(client):
    make_awaited_version("trades")
    CategoryVersion.objects.filter(category__slug="stem", number=3).update(valid_to=date(2099, 1, 1))
    page = Page(client.get("/").text)
    assert "Trade occupations : changed, version 4 (its list is not published yet)" in page.text
    assert page.text.count(": ended") == 1
    assert "Agriculture and agri-food occupations : ended" in page.text


def test_queries_do_not_grow_with_rows(record_in_hand, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6) as few:
        read(client)
    for _ in range(5):
        make_list_correction()
    make_awaited_version("trades")
    with django_assert_max_num_queries(len(few)):
        read(client)
