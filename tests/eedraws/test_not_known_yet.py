"""A type of draw that was announced without its list: whatever reads lists says "not known yet", never 0 or "no"."""

import re
from datetime import date

import pytest

from occupations.models import CategoryVersion, Listing, Occupation
from tests.factories import make_awaited_version, make_editor, make_round
from tests.html import Page

pytestmark = pytest.mark.django_db

# The text of a link ends with a space (tests.html).
AWAITED = "Not known yet: the list of Trade occupations , announced on 3 November 2026, is not published yet."


@pytest.fixture(autouse=True)
def awaited(db):
    return make_awaited_version()


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.text).text


@pytest.mark.parametrize("url", ["/occupations/{}/"], ids=["occupation"])
@pytest.mark.parametrize(
    ("code", "standing"),
    [
        ("31301", "On a list today: Healthcare"),
        ("72310", "On no published list today; it was on one until 2 November 2026: Trades"),
        ("73300", "On no published list today; it was on one until 26 February 2025: Transport"),
        ("00010", "On no published list today."),
    ],
)
def test_an_occupation_may_be_on_the_awaited_list(client, url, code, standing):
    assert f"{standing} {AWAITED}" in read(client, url.format(code))


def test_an_occupation_of_a_list_to_come_may_be_on_the_awaited_list(client):
    version = CategoryVersion.objects.create(
        category_id=CategoryVersion.objects.get(category__slug="agriculture", number=2).category_id,
        number=3,
        name_en="Synthetic",
        valid_from=date(2099, 1, 1),
        has_list=True,
    )
    Listing.objects.create(version=version, occupation=Occupation.objects.get(code="00010"))
    text = read(client, "/occupations/00010/")
    assert (
        f"On no published list today; it will be on one from 1 January 2099: Agriculture and agri-food {AWAITED}"
        in text
    )


def test_once_the_list_is_published_nothing_is_awaited(client, awaited):
    awaited.list_awaited = False
    awaited.save()
    for url in ("/occupations/00010/",):
        text = read(client, url)
        assert "Never on a list" in text
        assert "known yet" not in text


def test_a_draw_under_the_awaited_list_counts_no_occupations(client, awaited):
    make_round("448", "trades", day=date(2026, 11, 10))
    text = read(client, "/draws/448/")
    assert "The list in force on 10 November 2026: not known yet, since it is not published yet" in text
    assert "0 occupations" not in text


@pytest.mark.parametrize("job", ["72310", "73300", "00010"])
def test_the_checker_does_not_know_whether_a_job_is_on_the_awaited_list(client, job):
    make_round("448", "trades", day=date(2026, 11, 10), programs=["CEC"], crs_cutoff=476)
    asked = "score=500&submitted=2026-01-01&program=CEC&since=2026-11-10&until=2026-11-10"
    text = read(client, f"/would-i-have-been-invited/?{asked}&job={job}&months=24")
    assert "Of 1 draw it is not fully known what it asked for" in text
    reason = "Whether your job is on its list is not known yet: its list is not published yet."
    assert f"Criteria not known: {reason}" in text
    assert "not on its list" not in text
    assert "you gave no job" in read(client, f"/would-i-have-been-invited/?{asked}")


@pytest.mark.parametrize("code", ["72310", "73300", "00010"])
def test_what_is_found_may_be_on_the_awaited_list(client, code):
    found = read(client, f"/occupations/?q={code}")
    assert "On no published list today" in found
    assert AWAITED in found
    assert (
        "not known yet: a list is not published yet" in client.get(f"/occupations/?q={code}&suggest=1").text
    )


@pytest.mark.parametrize(
    "url",
    [
        "/occupations/", "/categories/trades/", "/categories/trades/v4/", "/categories/trades/v3-to-v4/",
        "/categories/lists/?on=2026-11-22", "/categories/changes/", "/",
    ],
)  # fmt: skip
def test_a_page_that_counts_or_compares_lists_does_not_know_this_one(client, url):
    text = read(client, url)
    assert "known yet" in text or "not published yet" in text
    assert "None occupation" not in text
    assert " 0 occupations" not in text


def test_editors_see_that_the_size_of_the_list_is_not_known(client, awaited):
    client.force_login(make_editor())
    html = client.get("/admin/occupations/categoryversion/?q=trade").text
    assert re.search(r'class="field-listed[^"]*">not known yet<', html)
