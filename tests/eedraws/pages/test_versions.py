"""A version of a type: its list searched, sorted and taken away as a file, its dates, who left it, its corrections."""

import csv
import io
from datetime import date

import pytest

from occupations.models import CategoryVersion, Listing
from tests.factories import make_awaited_version, make_list_correction, make_round
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, path):
    response = client.get(f"/categories/{path}")
    assert response.status_code == 200
    return response, Page(response.text)


def links(page):
    return [attributes.get("href") for attributes in page.all("a")]


def codes(response):
    return [listing.occupation.code for listing, elsewhere in response.context["rows"]]


def test_a_list_is_searched_by_code_and_title(client):
    response, page = read(client, "trades/v3/?q=Welders")
    assert codes(response) == ["72106"]
    assert "1 of 25 occupations matches “Welders”" in page.text
    assert {"name": "q", "value": "Welders"}.items() <= page.all("input")[0].items()
    assert "25 occupations NOC code" in read(client, "trades/v3/")[1].text


def test_a_search_that_finds_nothing_leads_back_to_the_whole_list(client):
    response, page = read(client, "trades/v3/?q=cooks")
    assert "No occupation on this list matches “cooks”." in page.text
    assert "/categories/trades/v3/#list" in links(page)


def test_a_list_is_sorted_by_links_that_say_their_state(client):
    _, page = read(client, "trades/v3/?sort=title&q=w")
    states = [header.get("aria-sort") for header in page.all("th") if header["scope"] == "col"]
    assert states[:3] == [None, "ascending", None]
    assert "?q=w&sort=-title#list" in links(page)
    assert {"name": "sort", "value": "title"}.items() <= page.all("input")[1].items()


@pytest.mark.parametrize(
    ("sort", "first"),
    [("", "22303"), ("nonsense", "22303"), ("-code", "82021"), ("title", "72320"), ("teer", "70010")],
)
def test_the_order_is_the_one_asked_for(client, sort, first):
    found = codes(read(client, f"trades/v3/?sort={sort}")[0])
    assert (found[0], len(found)) == (first, 25)


def test_a_list_is_a_file_of_its_own(client):
    response = client.get("/categories/trades/v3/list.csv")
    assert response.headers["Content-Disposition"] == 'attachment; filename="eedraws-trades-v3.csv"'
    rows = list(csv.DictReader(io.StringIO(response.text)))
    assert len(rows) == 25
    assert (rows[0]["code"], rows[0]["category"], rows[0]["version"]) == ("22303", "trades", "3")
    assert client.get("/categories/trades/v3/list.json").json()["count"] == 25
    assert "/categories/trades/v3/list.csv" in links(read(client, "trades/v3/")[1])


def test_a_title_that_looks_like_a_formula_is_text_in_the_file(client):
    Listing.objects.filter(version__category__slug="trades").update(title_as_published="=1+1")
    rows = list(csv.DictReader(io.StringIO(client.get("/categories/trades/v3/list.csv").text)))
    assert {row["title_as_published"] for row in rows} == {"'=1+1"}


@pytest.mark.parametrize(
    ("path", "detail"),
    [("french/v1", "This type has no list of occupations."), ("trades/v4", "Not known yet: its list")],
)
def test_what_has_no_published_list_has_no_file(client, path, detail):
    make_awaited_version("trades")
    response = client.get(f"/categories/{path}/list.csv")
    assert response.status_code == 404
    assert detail in response.json()["detail"]


def test_announcement_list_and_first_draw_have_three_dates(client):
    version = CategoryVersion.objects.get(category__slug="trades", number=3)
    page = read(client, "trades/v3/")[1]
    assert (
        "Announced 18 February 2026 List published the day was not seen First draw under it 2 April 2026, draw 408"
        in page.text
    )
    assert "/draws/408/" in links(page)
    version.list_published = date(2026, 2, 20)
    version.save()
    assert "List published 20 February 2026" in read(client, "trades/v3/")[1].text


def test_a_version_without_a_draw_says_whether_one_can_come(client):
    assert "First draw under it none yet" in read(client, "stem/v3/")[1].text
    assert "First draw under it none in the record" in read(client, "agriculture/v2/")[1].text
    make_round("448", "stem")
    assert "First draw under it 13 October 2026, draw 448" in read(client, "stem/v3/")[1].text


def test_a_draft_is_no_first_draw(client):
    make_round("448", "stem", published_at=None)
    assert "First draw under it none yet" in read(client, "stem/v3/")[1].text


def test_a_list_that_nobody_compared_is_a_transcription(client):
    assert "no row of it has been compared with the official page" in read(client, "trades/v3/")[1].text


def test_rows_that_were_compared_are_counted_and_dated(client):
    rows = Listing.objects.filter(version__category__slug="trades", version__number=3).order_by("pk")
    for row in rows[:12]:
        Listing.objects.filter(pk=row.pk).update(verified_on=date(2026, 11, 2))
    Listing.objects.filter(pk=rows[0].pk).update(verified_on=date(2026, 11, 3))
    page = read(client, "trades/v3/")[1]
    assert "12 of 25 rows were compared with the official page, the last on 3 November 2026." in page.text
    assert "The others were read through transcriptions of it." in page.text
    assert page.text.count("no: a transcription") == 13
    assert page.text.count("2 November 2026") == 11
    rows.update(verified_on=date(2026, 11, 4))
    page = read(client, "trades/v3/")[1]
    assert "25 of 25 rows were compared" in page.text
    assert "transcription" not in page.text


def test_a_list_in_force_opens_with_the_one_who_left_it(client):
    text = "Cooks (63200) are not on this list; they were until 17 February 2026."
    for path in ("trades/v3/", "trades/"):
        page = read(client, path)[1]
        assert text in page.text
        assert "/occupations/63200/" in links(page)
    assert text not in read(client, "trades/v2/")[1].text


def test_a_list_that_came_back_names_all_who_left_it_in_between(client):
    page = read(client, "transport/v2/")[1]
    assert "8 occupations are not on this list; they were until 26 February 2025" in page.text
    assert "Transport truck drivers (73300)" in page.text
    assert page.text.index("Transport truck drivers") < page.text.index("Announced")


def test_who_left_may_be_on_another_list_today(client):
    cook = Listing.objects.get(version__category__slug="trades", version__number=2, occupation__code="63200")
    other = CategoryVersion.objects.get(category__slug="education", number=2)
    Listing.objects.create(version=other, occupation=cook.occupation, title_as_published="Cooks")
    assert (
        "they were until 17 February 2026. Today they are on: Education" in read(client, "trades/v3/")[1].text
    )


def test_a_list_that_nobody_left_says_so(client):
    text = "Nobody left this list: every occupation that was on version 2, until 17 February 2026, is on it."
    assert text in read(client, "healthcare/v3/")[1].text


def test_a_first_version_left_nobody_behind(client):
    response, page = read(client, "physicians/v1/")
    assert response.context["left"] is None
    assert "not on this list" not in page.text


def test_a_list_that_is_not_published_yet_is_not_empty(client):
    make_awaited_version("trades")
    response, page = read(client, "trades/v4/")
    assert "Not known yet: its list is not published yet." in page.text
    assert "List published not yet First draw under it none yet" in page.text
    assert "What changed from version 3 to version 4 : not known yet" in page.text
    assert response.context["left"] is None
    assert not page.all("table")
    page = read(client, "trades/")[1]
    assert "Not known yet: its list is not published yet" in page.text
    assert "In force from 3 November 2026, and when last seen (its list is not published yet)" in page.text
    assert " 0 occupations" not in page.text.replace("(", " ")


def test_whether_an_occupation_is_on_an_awaited_list_is_not_known(client):
    assert "22303 Construction estimators 2 No" not in read(client, "trades/v3/")[1].text
    make_awaited_version("trades")
    page = read(client, "trades/v3/")[1]
    assert "22303 Construction estimators 2 not known yet" in page.text
    assert "Not known yet: the list of Trade occupations , announced on 3 November 2026" in page.text
    assert "2 No " not in page.text


def test_other_versions_lead_to_what_changed_between(client):
    page = read(client, "healthcare/v2/")[1]
    assert {"/categories/healthcare/v1-to-v2/", "/categories/healthcare/v2-to-v3/"} <= set(links(page))
    assert "What changed from version 1 to version 2 : 8 added, 6 removed" in page.text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "Carpenters", "72310 Carpenters is on this list; until then it was missing here."),
        ("Carpenters", "", "72310 Carpenters is not on this list ; until then it stood here."),
        ("Carpenter", "Carpenters", "72310 : Carpenters ; until then Carpenter stood here."),
    ],
)
def test_corrections_of_a_list_stand_on_its_page(client, old, new, said):
    correction = make_list_correction(old, new)
    response, page = read(client, "trades/v3/")
    assert said in page.text
    assert "We got this wrong: A row was left out when the list was read." in page.text
    assert f'id="correction-{correction.pk}"' in response.text
    assert "until then" not in read(client, "trades/v2/")[1].text
