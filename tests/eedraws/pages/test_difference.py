"""What changed between two versions of a type."""

import pytest

from occupations.models import CategoryVersion
from tests.factories import make_awaited_version, make_round
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, path):
    response = client.get(f"/categories/{path}")
    assert response.status_code == 200
    return response, Page(response.text)


def links(page):
    return [attributes.get("href") for attributes in page.all("a")]


@pytest.mark.parametrize(
    ("path", "added", "removed", "kept"),
    [
        ("healthcare/v1-to-v2/", 8, 6, 29),
        ("stem/v1-to-v2/", 6, 19, 5),
        ("trades/v1-to-v2/", 19, 4, 6),
        ("agriculture/v1-to-v2/", 0, 2, 1),
        ("trades/v2-to-v3/", 1, 1, 24),
        ("trades/v1-to-v3/", 19, 4, 6),
    ],
)
def test_counts_are_those_of_the_lists(client, path, added, removed, kept):
    response, page = read(client, path)
    assert f"added {added} removed {removed} kept {kept} on version" in page.text
    difference = response.context["comparison"].difference
    assert [len(part) for part in (difference.added, difference.removed, difference.kept)] == [
        added, removed, kept
    ]  # fmt: skip


def test_occupations_stand_with_codes_titles_and_links(client):
    page = read(client, "trades/v2-to-v3/")[1]
    assert "63201 Butchers - retail and wholesale" in page.text
    assert "63200 Cooks" in page.text
    assert {"/occupations/63201/", "/occupations/63200/", "/occupations/72310/"} <= set(links(page))
    assert page.text.index("63201") < page.text.index("63200") < page.text.index("72310")


def test_a_title_that_is_spelt_differently_is_neither_added_nor_removed(client):
    page = read(client, "healthcare/v1-to-v2/")[1]
    assert (
        "31300 Nursing co-ordinators and supervisors; before: Nursing coordinators and supervisors"
        in page.text
    )


def test_name_criteria_and_dates_stand_beside_each_other(client):
    page = read(client, "healthcare/v1-to-v2/")[1]
    assert (
        "Name changed Version 1 Healthcare occupations Version 2 Healthcare and social services" in page.text
    )
    assert "Announced Version 1 31 May 2023 Version 2 27 February 2025" in page.text
    assert "First draw under it Version 1 28 June 2023, draw 252 Version 2 2 May 2025, draw 345" in page.text
    page = read(client, "healthcare/v2-to-v3/")[1]
    assert "Work experience changed Version 2 At least 6 months" in page.text
    assert "Continuous or not changed Version 2 The experience must be continuous." in page.text
    assert "Where it was gained Version 2 The experience may" in page.text
    assert "Name Version 2" in page.text


def test_a_draft_is_no_first_draw(client):
    make_round("448", "stem", published_at=None)
    assert read(client, "stem/v2-to-v3/")[0].context["first_draws"][1] is None


def test_what_was_not_seen_is_not_known(client):
    page = read(client, "french/v1-to-v2/")[1]
    assert "This type has no list of occupations: only its criteria can change." in page.text
    assert "Announced Version 1 31 May 2023 Version 2 not known" in page.text
    assert "all four abilities: listening, speaking, reading and writing. Version 2 not known" in page.text
    assert "List published" not in page.text


def test_a_list_that_is_not_published_yet_is_no_removal_of_all(client):
    make_awaited_version("trades")
    response, page = read(client, "trades/v3-to-v4/")
    assert response.context["comparison"].difference is None
    assert "Not known yet: the list of version 4 is not published yet." in page.text
    assert "List published Version 3 the day was not seen Version 4 not yet" in page.text
    assert "removed" not in page.text
    assert "added 1 removed 1" in read(client, "trades/v2-to-v3/")[1].text


@pytest.mark.parametrize(
    ("one", "said"),
    [(1, "Version 1 had no list of occupations."), (2, "Version 2 has no list of occupations.")],
)
def test_a_version_without_a_list_is_not_compared_with_one_that_has(client, one, said):
    CategoryVersion.objects.filter(category__slug="trades", number=one).update(has_list=False)
    response, page = read(client, "trades/v1-to-v2/")
    assert response.context["comparison"].difference is None
    assert said in page.text


def test_the_other_way_round_leads_to_the_right_one(client):
    response = client.get("/categories/trades/v3-to-v1/")
    assert (response.status_code, response.headers["Location"]) == (301, "/categories/trades/v1-to-v3/")


@pytest.mark.parametrize(
    "path", ["trades/v1-to-v1/", "trades/v1-to-v9/", "trades/v9-to-v1/", "cec/v1-to-v2/", "none/v1-to-v2/"]
)
def test_versions_that_are_not_there_have_no_difference(client, path):
    assert client.get(f"/categories/{path}").status_code == 404


def test_a_difference_leads_to_the_others_of_its_type(client):
    page = read(client, "healthcare/v1-to-v2/")[1]
    assert {"/categories/healthcare/v2-to-v3/", "/categories/healthcare/v1-to-v3/"} <= set(links(page))
    assert "/categories/healthcare/v1-to-v2/" not in links(page)


@pytest.mark.parametrize("path", ["healthcare/v1-to-v2/", "french/v1-to-v2/"])
def test_queries_do_not_grow_with_rows(record_in_hand, client, django_assert_max_num_queries, path):
    with django_assert_max_num_queries(8) as few:
        read(client, path)
    for number in range(448, 454):
        make_round(str(number), path.split("/")[0])
    with django_assert_max_num_queries(len(few)):
        read(client, path)
