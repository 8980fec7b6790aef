"""What search engines are told: every address answers, each with its true last change, and nothing that is not public."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from draws.models import Round
from eedraws.sitemaps import PAGES, SECTIONS
from tests.factories import make_article, make_round, toronto
from tests.html import Page
from tests.pages import PUBLIC
from tests.thorough import THOROUGH

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SITE = "http://testserver"
# Of each part; all with THOROUGH.
SAMPLE = 4


def entries(client, path):
    """Return the addresses of a map and what it says of their last change."""
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)
    return {each.findtext(f"{MAP}loc"): each.findtext(f"{MAP}lastmod") for each in root}


def test_the_index_leads_to_every_part(client):
    parts = entries(client, "/sitemap.xml")
    assert list(parts) == [f"{SITE}/sitemap-{name}.xml" for name in SECTIONS]
    for address in parts:
        assert entries(client, address.removeprefix(SITE))


@pytest.mark.parametrize("name", SECTIONS)
def test_addresses_answer_under_the_name_that_they_have_there(client, name):
    found = list(entries(client, f"/sitemap-{name}.xml"))
    assert len(found) == len(set(found))
    step = 1 if THOROUGH else max(1, len(found) // SAMPLE)
    for address in found[::step]:
        response = client.get(address.removeprefix(SITE))
        assert response.status_code == 200, address
        page = Page(response.text)
        [canonical] = [each["href"] for each in page.all("link") if each.get("rel") == "canonical"]
        assert canonical == address
        assert not [each for each in page.all("meta") if each.get("name") == "robots"], address


def test_every_kind_of_page_is_there_or_has_a_reason_not_to_be():
    by_section = {
        *("article", "guide", "round", "draw-year", "draw-month", "week", "category", "category-version"),
        *("category-difference", "occupation", "pool", "news-tag", "news-author"),
    }
    # A draft, what answers forms, the form of alerts, which not every site sends, and another classification's occupations.
    left_out = {"shared-draft", "occupation-of", "search", "contact-sent"}
    left_out |= {"alerts", "alerts-asked", "alerts-change", "alerts-confirm", "alerts-stop"}
    assert set(PUBLIC) - left_out == by_section | set(PAGES)


def test_the_last_change_of_a_draw_is_its_publication_or_its_correction(client):
    Round.objects.filter(number="255").update(
        published_at=toronto(2023, 7, 6, 12), figures_changed_at=toronto(2026, 10, 3, 9)
    )
    Round.objects.filter(number="254").update(published_at=toronto(2023, 7, 5, 12), figures_changed_at=None)
    draws = entries(client, "/sitemap-draws.xml")
    assert draws[f"{SITE}/draws/255/"] == "2026-10-03"
    assert draws[f"{SITE}/draws/254/"] == "2023-07-05"
    weeks = entries(client, "/sitemap-weeks.xml")
    assert weeks[f"{SITE}/news/week/2023-w27/"] >= "2026-10-03"


def test_a_correction_of_a_draw_is_a_change_of_the_articles_about_it(client):
    july = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    address = SITE + july.get_absolute_url()
    assert entries(client, "/sitemap-articles.xml")[address] == "2023-07-08"
    Round.objects.filter(number="255").update(figures_changed_at=toronto(2026, 10, 3, 9))
    assert entries(client, "/sitemap-articles.xml")[address] == "2026-10-03"


def test_a_list_without_a_draw_says_nothing_of_its_change(client):
    occupations = entries(client, "/sitemap-occupations.xml")
    assert occupations[f"{SITE}/occupations/00010/"] is None
    assert occupations[f"{SITE}/occupations/73300/"] is not None


def test_nothing_that_is_not_public_is_there(client):
    make_article("a-draft", status="draft", published_at=None)
    make_article("later", kind="guide", published_at=toronto(2090, 1, 1))
    make_article("withdrawn", status="withdrawn", withdrawn_reason="Wrong.")
    make_round("448", published_at=None)
    told = "".join(client.get(f"/sitemap-{name}.xml").text for name in SECTIONS)
    told += client.get("/sitemap-news.xml").text
    for word in ("a-draft", "later", "withdrawn", "/draws/448/"):
        assert word not in told


def test_the_news_of_two_days_is_told_with_its_title_and_moment(client):
    now = timezone.now()
    make_article("fresh", kind="news", title="A & B <c>", published_at=now - timedelta(hours=3))
    make_article("older", kind="news", published_at=now - timedelta(days=3))
    make_article("guide", kind="guide", published_at=now - timedelta(hours=3))
    root = ElementTree.fromstring(client.get("/sitemap-news.xml").content)
    [entry] = root
    assert entry.findtext(f"{MAP}loc").endswith("/fresh/")
    news = entry.find(f"{NEWS}news")
    assert news.findtext(f"{NEWS}title") == "A & B <c>"
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == "eedraws"
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "en"
    assert news.findtext(f"{NEWS}publication_date")[-6:] in ("-04:00", "-05:00")
    assert f"{SITE}/sitemap-news.xml" in entries(client, "/sitemap.xml")


def test_an_empty_record_has_an_index_of_what_there_is(client, empty_record):
    assert list(entries(client, "/sitemap.xml")) == [f"{SITE}/sitemap-pages.xml"]
    assert entries(client, "/sitemap-news.xml") == {}


def test_a_part_that_is_not_there_is_not_found(client):
    assert client.get("/sitemap-nothing.xml").status_code == 404


def test_robots_are_kept_out_of_the_newsroom_alone(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /styleguide/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]
    assert reverse("admin:index") == "/admin/"


def test_who_finds_a_weakness_is_told_where_to_report_it(client):
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    said = dict(line.split(": ", 1) for line in response.text.splitlines())
    assert said["Contact"] == "http://testserver/contact/"
    assert said["Canonical"] == "http://testserver/.well-known/security.txt"
    assert client.get("/contact/").status_code == 200
    left = datetime.fromisoformat(said["Expires"]) - timezone.now()
    assert timedelta(days=30) < left < timedelta(days=365)


def test_addresses_are_the_sites_own_whatever_it_is_called(client, settings):
    settings.SITE_URL = "https://draws.example"
    for path in ("/sitemap.xml", "/sitemap-draws.xml", "/robots.txt", "/.well-known/security.txt"):
        text = client.get(path).text
        assert "https://draws.example/" in text
        assert "testserver" not in text


def test_the_map_costs_a_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        client.get("/sitemap.xml")
    with django_assert_max_num_queries(1):
        client.get("/sitemap-occupations.xml")
