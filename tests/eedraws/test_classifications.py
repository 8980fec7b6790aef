"""A code of NOC 2026 beside the same code of NOC 2021: each page, file and answer gives the right one. Synthetic."""

import csv
import io
import re

import pytest

from articles.saving import save_article
from occupations.models import CategoryVersion, ListCorrection, Listing, Occupation, OccupationTitle
from tests.addresses import address
from tests.factories import make_article, make_editor, make_occupation
from tests.html import Page

pytestmark = pytest.mark.django_db

LATER = "/occupations/noc-2026/73300/"
EARLIER = "/occupations/73300/"


@pytest.fixture(autouse=True)
def later(db):
    """73300 of NOC 2026, on the list of transport, which 73300 of NOC 2021 has left."""
    occupation = make_occupation()
    OccupationTitle.objects.create(occupation=occupation, language="en", title="Synthetic hauler")
    Listing.objects.create(version=transport(), occupation=occupation, title_as_published="Synthetic drivers")
    return occupation


def transport():
    return CategoryVersion.objects.get(category__slug="transport", number=2)


def get(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    return response


def words(response):
    return " ".join(re.sub(r"<[^>]+>", "", response.text).split())


def links(response):
    return [attributes.get("href") for attributes in Page(response.text).all("a")]


def test_the_bare_address_stays_that_of_noc_2021(client):
    page = Page(get(client, EARLIER).text)
    assert page.title == "Transport truck drivers (NOC 73300) · eedraws"
    assert "NOC 2026" not in page.text
    assert "26 February 2025" in page.text
    response = client.get("/occupations/noc-2021/73300/?title=routier")
    assert (response.status_code, response["Location"]) == (301, f"{EARLIER}?title=routier")


def test_the_page_of_the_other_says_its_classification(client, later):
    assert later.get_absolute_url() == LATER
    response = get(client, LATER)
    page = Page(response.text)
    assert page.title == "Synthetic drivers (NOC 2026 73300) · eedraws"
    assert "(NOC 2026)" in page.text
    assert "On a list today: Transport" in page.text
    assert "Transport truck drivers" not in page.text
    assert client.get("/occupations/noc-2031/73300/").status_code == 404
    assert client.get("/occupations/noc-2026/73301/").status_code == 404


def test_an_article_that_names_the_code_is_about_that_of_noc_2021(client):
    make_article("bare", title="A bare code", body="Work under 73300.")
    make_article("told", title="A whole address", body="Work under [drivers](/occupations/noc-2026/73300/).")
    make_article("longer", title="A longer number", body="No code is 1733001.")
    earlier = get(client, EARLIER).text
    assert "A bare code" in earlier
    assert "A whole address" not in earlier
    assert "A longer number" not in earlier
    later = get(client, LATER).text
    assert "A whole address" in later
    assert "A bare code" not in later


def test_search_finds_both_and_tells_them_apart(client):
    response = get(client, "/occupations/?q=73300")
    assert {LATER, EARLIER} <= set(links(response))
    assert "73300 (NOC 2026) Synthetic drivers" in words(response)
    assert "73300 Transport truck drivers" in words(response)
    assert "73300 (NOC 2026) Synthetic drivers" in words(get(client, "/occupations/?q=synthetic+hauler"))
    assert "73300 (NOC 2026) Synthetic drivers" in words(get(client, "/occupations/?q=73300&suggest=1"))


@pytest.mark.parametrize(
    "url",
    [
        "/categories/transport/v2/",
        "/categories/transport/v1-to-v2/",
        "/categories/lists/?on=2026-11-22",
    ],
)
def test_lists_lead_to_the_right_one(client, url):
    response = get(client, url)
    assert LATER in links(response)
    assert "73300 (NOC 2026)" in response.text


def test_a_correction_names_the_right_one(client, later):
    ListCorrection.objects.create(
        version=transport(), occupation=later, new="Synthetic drivers", kind="ours", reason="Synthetic."
    )
    assert LATER in links(get(client, "/categories/transport/v2/"))
    get(client, "/categories/changes/")
    get(client, "/categories/changes/feed.atom")
    get(client, "/corrections/")


def test_an_article_s_table_and_count_know_both(client):
    body = "[[occupations category=transport as_of=now]]"
    count = "So [[occupations category=transport as_of=now count]]."
    article = save_article(make_article("lists", kind="news", body=f"{body}\n\n{count}"), entries=[])
    Listing.objects.create(
        version=transport(), occupation=Occupation.objects.get(classification="NOC 2021", code="73300")
    )
    response = get(client, article.get_absolute_url())
    assert {LATER, EARLIER} <= set(links(response))
    assert "73300 (NOC 2026)" in response.text
    assert '<span class="figure" translate="no">6</span>' in response.text


def test_the_checker_takes_a_code_for_one_of_noc_2021(client):
    asked = "score=491&submitted=2023-01-01&program=CEC&months=24&since=2023-05-31"
    text = Page(get(client, f"/would-i-have-been-invited/?{asked}&job=73300").text).text
    assert "73300 Transport truck drivers" in text
    assert "Not for you that day: Your job was not on its list any more" in text
    assert (
        "No occupation has this title or code"
        in get(client, f"/would-i-have-been-invited/?{asked}&job=synthetic+hauler").text
    )


def test_the_api_gives_noc_2021_unless_another_is_asked_for(client):
    api = "/api/v1/occupations/73300"
    assert get(client, api).json()["title_en"] == "Transport truck drivers"
    row = get(client, f"{api}?classification=NOC+2026").json()
    assert (row["classification"], row["url"]) == ("NOC 2026", f"http://testserver{LATER}")
    assert client.get(f"{api}?classification=NOC+2031").status_code == 404
    assert client.get(f"{api}?classification=other").status_code == 422


def test_the_api_lists_each_with_its_classification(client):
    api = "/api/v1/listings"
    earlier = get(client, f"{api}?code=73300").json()["items"]
    assert [(row["classification"], row["category"], row["version"]) for row in earlier] == [
        ("NOC 2021", "transport", 1)
    ]
    later = get(client, f"{api}?code=73300&classification=NOC+2026").json()["items"]
    assert [(row["classification"], row["code"], row["version"]) for row in later] == [
        ("NOC 2026", "73300", 2)
    ]
    assert get(client, f"{api}?classification=NOC+2026").json()["count"] == 1
    assert get(client, api).json()["count"] == 256
    found = get(client, "/api/v1/occupations?q=73300").json()["items"]
    assert {row["classification"] for row in found} == {"NOC 2021", "NOC 2026"}


@pytest.mark.parametrize("name", ["listings", "occupations"])
def test_files_give_both_with_their_classification(client, name):
    response = get(client, f"/data/{name}.csv")
    text = b"".join(response.streaming_content).decode() if response.streaming else response.text
    rows = [row for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))) if row["code"] == "73300"]
    assert {row["classification"] for row in rows} == {"NOC 2021", "NOC 2026"}
    assert "classification" in get(client, "/data/").text


def test_the_admin_shows_and_filters_the_classification(client, later):
    client.force_login(make_editor())
    url = "/admin/occupations/occupation/"
    assert len(get(client, f"{url}?q=73300").context["cl"].result_list) == 2
    found = get(client, f"{url}?classification=NOC+2026").context["cl"].result_list
    assert list(found) == [later]
    assert "NOC 2026" in get(client, f"{url}{later.pk}/change/").text
    query = "app_label=occupations&model_name=listing&field_name=occupation&term=73300"
    texts = {row["text"] for row in get(client, f"/admin/autocomplete/?{query}").json()["results"]}
    assert texts == {"73300 Transport truck drivers", "73300 (NOC 2026) Synthetic drivers"}


@pytest.mark.parametrize(
    "url", ["/", "/occupations/", "/categories/", "/categories/transport/", "/draws/434/"]
)
def test_no_page_fails_with_both(client, url):
    get(client, url)


def test_the_bulk_check_takes_a_code_for_one_of_noc_2021(client):
    response = client.post(address("bulk-check"), {"lines": "73300", "on": "2026-11-22", "csv": "1"})
    assert response.status_code == 200
    text = response.text if not response.streaming else b"".join(response.streaming_content).decode()
    assert "Transport truck drivers" in text
    assert "Synthetic" not in text
