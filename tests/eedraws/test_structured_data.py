"""What pages tell machines is valid, complete, and the same as what they show readers."""

import json
import re
from datetime import datetime
from html import unescape

import pytest

from articles.models import Article
from draws.models import Round
from eedraws.structured.crumbs import breadcrumbs
from eedraws.structured.writing import as_json, without_blanks
from eedraws.templatetags.machines import dated, in_short, titled
from tests.addresses import address
from tests.eedraws.test_breadcrumbs import CRUMBS
from tests.factories import make_article, toronto
from tests.html import Page
from tests.pages import PUBLIC, parsed, shown
from tests.pages.making import sponsored_article

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
JULY = "/news/2023/07/5000-invitations-in-four-draws-4-to-7-july-2023/"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def nodes(html):
    """Return what a page tells, by type."""
    found = DATA.findall(html)
    assert len(found) <= 1
    if not found:
        return {}
    document = json.loads(found[0])
    assert document["@context"] == "https://schema.org"
    assert len({node["@type"] for node in document["@graph"]}) == len(document["@graph"])
    return {node["@type"]: node for node in document["@graph"]}


def metas(html):
    return {
        each.get("property") or each.get("name"): each.get("content")
        for each in Page(html).all("meta")
        if each.get("content")
    }


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(
    "name", [name for name in PUBLIC if name != "shared-draft" and not name.startswith("alerts")]
)
def test_every_page_has_a_title_a_description_and_an_address_of_its_own(client, name):
    where = address(name)
    html = client.get(where).text
    page, said = Page(html), metas(html)
    title = page.title.strip()
    assert 10 <= len(title) <= 70
    # Those of made articles are short.
    assert 50 * (name not in ("article", "guide")) <= len(said["description"]) <= 160
    [canonical] = [each["href"] for each in page.all("link") if each.get("rel") == "canonical"]
    assert canonical == SITE + where.partition("?")[0]
    assert said["og:url"] == canonical
    assert said["og:site_name"] == "eedraws"
    assert said["og:type"] == ("article" if name in ("article", "guide") else "website")
    # A long headline is whole where it is shared, and cut at a word in the title.
    assert title.startswith(said["og:title"]) or said["og:title"].startswith(f"{title.rstrip('…')} ")
    assert said["og:description"].startswith(said["description"].rstrip("…"))
    pictured = {"article": "article", "guide": "article", "round": "draw", "week": "week"}.get(name, "site")
    assert said["og:image"].startswith(f"{SITE}/cards/{pictured}/")
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert {"og:image:width", "og:image:height", "og:image:alt", "og:locale", "twitter:card"} <= set(said)
    nodes(html)


def test_news_says_of_itself_what_its_page_shows(client):
    html = client.get(JULY).text
    story = nodes(html)["NewsArticle"]
    page, said = Page(html), metas(html)
    [headline] = [text for level, text in page.headings if level == 1]
    times = [each["datetime"] for each in page.all("time") if len(each["datetime"]) > 20][:2]
    assert story["headline"] == headline.strip()
    told = [story["datePublished"], story["dateModified"]]
    assert [*map(datetime.fromisoformat, told)] == [*map(datetime.fromisoformat, times)]
    assert datetime.fromisoformat(story["datePublished"]).utcoffset() is not None
    assert said["article:published_time"] == story["datePublished"]
    assert said["article:modified_time"] == story["dateModified"]
    assert story["author"] == {
        "@type": "Organization",
        "name": "The eedraws desk",
        "url": f"{SITE}/news/author/eedraws-desk/",
    }
    assert story["mainEntityOfPage"] == {"@type": "WebPage", "@id": SITE + JULY}
    assert story["publisher"]["name"] == "eedraws"
    assert story["publisher"]["logo"]["url"].startswith(SITE)
    assert (story["isAccessibleForFree"], story["inLanguage"]) == (True, "en")
    assert story["keywords"] == re.findall(r'rel="tag" [^>]*>([^<]*)<', html)
    assert story["image"]["url"] == said["og:image"]
    assert "correction" not in story


def test_a_correction_that_the_article_shows_is_told(client):
    Round.objects.filter(number="255").update(figures_changed_at=toronto(2026, 10, 3, 9))
    html = client.get(JULY).text
    story = nodes(html)["NewsArticle"]
    assert story["correction"]
    assert {each["@type"] for each in story["correction"]} == {"CorrectionComment"}
    for each in story["correction"]:
        assert each["text"] in words(html)
        assert "3 October 2026" in each["text"]
    assert story["dateModified"] == "2026-10-03T09:00:00-04:00"


def test_a_guide_is_an_article_and_no_news(client):
    told = nodes(client.get(make_article("how", kind="guide").get_absolute_url()).text)
    assert "Article" in told
    assert "NewsArticle" not in told


def test_a_person_is_a_person_and_a_sponsor_is_named(client):
    story = nodes(client.get(sponsored_article()).text)["NewsArticle"]
    assert story["author"]["@type"] == "Person"
    assert story["sponsor"] == {"@type": "Organization", "name": "Synthetic Courses"}


@pytest.mark.parametrize("path", ["/faq/", JULY])
def test_questions_are_exactly_those_that_are_shown(client, path):
    html = client.get(path).text
    faq = nodes(html)["FAQPage"]
    shown = re.findall(
        r"<summary>(.*?)</summary>\s*<div class=\"prose\">(.*?)</div>\s*</details>", html, re.DOTALL
    )
    told = [(each["name"], each["acceptedAnswer"]["text"]) for each in faq["mainEntity"]]
    assert [question for question, _answer in told] == [unescape(question) for question, _answer in shown]
    for (_question, answer), (_same, visible) in zip(told, shown, strict=True):
        assert "".join(words(answer).split()) == "".join(words(visible).split())
    assert {each["@type"] for each in faq["mainEntity"]} == {"Question"}


def test_an_article_without_questions_tells_of_none(client):
    assert "FAQPage" not in nodes(client.get(make_article("plain").get_absolute_url()).text)


@pytest.mark.parametrize("name", CRUMBS)
def test_the_way_to_a_page_is_the_one_that_it_shows(client, name):
    html = client.get(address(name)).text
    items = nodes(html)["BreadcrumbList"]["itemListElement"]
    nav = html.partition('<nav class="breadcrumbs"')[2].partition("</nav>")[0]
    assert [item["name"] for item in items] == [
        words(each) for each in re.findall(r"<li>(.*?)</li>", nav, re.DOTALL)
    ]
    assert [item["item"] for item in items[:-1]] == [SITE + path for path in CRUMBS[name]]
    assert items[-1]["item"] == SITE + address(name).partition("?")[0]
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    assert len(items) >= 2


@pytest.mark.parametrize(
    ("path", "span", "files"),
    [
        ("/data/", "2015-01-31/2026-10-01", 12),
        ("/draws/", "2015-01-31/2026-10-01", 2),
        ("/categories/healthcare/v1/", "2023-05-31/", 2),
    ],
)
def test_data_sets_lead_to_files_that_are_there(client, path, span, files):
    html = client.get(path).text
    found = nodes(html)["Dataset"]
    assert found["description"] == metas(html)["og:description"]
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["creator"]["name"] == "eedraws"
    assert found["temporalCoverage"].startswith(span)
    assert found["spatialCoverage"]["name"] == "Canada"
    assert len(found["distribution"]) == files
    for each in found["distribution"]:
        target = each["contentUrl"].removeprefix(SITE)
        assert f'href="{target}' in html
        if files == 2:
            assert client.get(target)["Content-Type"].startswith(each["encodingFormat"])


def test_home_tells_who_publishes_and_how_to_search(client):
    told = nodes(client.get("/").text)
    action = told["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{SITE}/search/?q={{search_term_string}}"
    assert action["query-input"] == "required name=search_term_string"
    assert told["WebSite"]["publisher"]["@id"] == told["Organization"]["@id"]


def test_an_empty_record_is_no_data_set(client, empty_record):
    assert nodes(client.get("/data/").text) == {}
    assert nodes(client.get("/draws/").text) == {}


def test_previews_and_what_is_withdrawn_tell_nothing(client):
    draft = client.get(address("shared-draft")).text
    withdrawn = make_article("gone", status="withdrawn", withdrawn_reason="It was wrong.")
    for html in (draft, client.get(withdrawn.get_absolute_url()).text):
        assert nodes(html) == {}
        assert "noindex" in html
    assert "og:title" not in draft


def test_words_that_would_end_the_block_do_not(client):
    hostile = '</script><script>alert(1)</script><!-- & "quoted"'
    story = make_article("hostile", kind="news", title=hostile, description=hostile)
    html = client.get(story.get_absolute_url()).text
    assert nodes(html)["NewsArticle"]["headline"] == hostile
    assert "<script>alert" not in html
    assert metas(html)["og:title"] == Article.objects.get(slug="hostile").title


def test_json_holds_nothing_that_means_something_to_html():
    text = as_json([{"name": "</script><!--&\u2028"}])
    assert not re.search(r"[<>&\u2028]", text)
    assert json.loads(text)["@graph"] == [{"name": "</script><!--&\u2028"}]


def test_blanks_are_left_out():
    assert without_blanks({"a": "", "b": None, "c": [], "d": False, "e": 0}) == {"d": False, "e": 0}


def test_the_last_crumb_is_the_page():
    made = breadcrumbs([("Draws", "/draws/"), (2023, "")], "https://a.example/draws/2023/")
    assert [(each["name"], each["item"]) for each in made["itemListElement"]] == [
        ("Draws", "https://a.example/draws/"),
        ("2023", "https://a.example/draws/2023/"),
    ]


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("/categories/pnp/?page=2", "/categories/pnp/?page=2"),
        ("/categories/pnp/?page=1", "/categories/pnp/"),
        ("/draws/?page=2&year=2023", "/draws/"),
        ("/draws/?utm_source=a", "/draws/"),
        ("/news/?page=99", "/news/"),
    ],
)
def test_pages_of_a_list_have_addresses_and_noise_has_none(client, path, canonical):
    html = client.get(path).text
    [found] = [each["href"] for each in Page(html).all("link") if each.get("rel") == "canonical"]
    assert found == SITE + canonical


def test_titles_and_descriptions_have_room():
    assert titled("Draws") == "Draws · eedraws"
    assert titled("D" * 61) == "D" * 61
    assert titled("fish &amp; chips, " * 9) == f"{'fish & chips, ' * 4}fish & chips…"
    assert dated("Draws", toronto(2023, 7, 8)) == "Draws (8 July 2023)"
    assert dated("D" * 55, toronto(2023, 7, 8)) == "D" * 55
    assert in_short("short &amp; sweet") == "short &amp; sweet"
    long = in_short("word, " * 40)
    assert long.endswith("word…")
    assert len(long) <= 160


@pytest.mark.thorough
@pytest.mark.parametrize("each", shown(PUBLIC))
def test_every_state_of_every_page_tells_something_that_parses(client, each):
    parsed(client, each, nodes)
