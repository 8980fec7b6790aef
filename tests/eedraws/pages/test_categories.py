"""Types of draw, one type, one version of one."""

from datetime import date

import pytest

from draws.models import Round
from occupations.models import Category
from tests.factories import make_round
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, path=""):
    response = client.get(f"/categories/{path}")
    assert response.status_code == 200
    return response, Page(response.text)


def links(page):
    return [attributes.get("href") for attributes in page.all("a")]


def test_types_stand_by_kind_and_dormant_ones_apart(client):
    context = read(client)[0].context
    assert {str(kind): [row.category.slug for row in rows] for kind, rows in context["active"].items()} == {
        "One program": ["cec", "pnp"],
        "Category-based": [
            "french", "healthcare", "trades", "transport", "physicians", "senior-managers", "military"
        ],
    }  # fmt: skip
    assert [row.category.slug for row in context["dormant"]] == [
        "general", "fsw", "fst", "stem", "agriculture", "education", "researchers"
    ]  # fmt: skip


def test_each_type_has_its_last_draw_change_and_usual_gap(client):
    response, page = read(client)
    rows = {row.category.slug: row for rows in response.context["active"].values() for row in rows}
    french = rows["french"]
    assert (french.newest.number, french.newest.crs_cutoff, french.change.points) == ("437", 382, -9)
    assert (french.gap.usual, rows["transport"].gap, rows["military"].change) == (23, None, None)
    assert (
        "cut-off 382 9 points lower than draw 433 5,000 invitations 19 August 2026 usual gap 23 days from 379 to 481"
        in page.text
    )
    assert "300 invitations 7 August 2026 one draw in a year" in page.text
    assert "Researchers No draw in the record yet" in page.text
    assert "in the year to 1 October 2026" in page.text


def test_a_gap_is_the_median_of_the_last_year_of_the_record(client):
    response, _ = read(client, "cec/")
    days = sorted(
        Round.objects.filter(version__category__slug="cec", date__gte=date(2025, 10, 1)).values_list(
            "date", flat=True
        )
    )
    gaps = sorted((later - earlier).days for earlier, later in zip(days, days[1:], strict=False))
    gap = response.context["series"].gap
    assert gap.usual == int((gaps[(len(gaps) - 1) // 2] + gaps[len(gaps) // 2]) / 2 + 0.5)
    assert (gap.shortest, gap.longest) == (gaps[0], gaps[-1])


def test_a_type_shows_its_numbers(client):
    response, page = read(client, "healthcare/")
    assert "draws 16 invitations 41,850" in page.text
    assert "Lowest cut-off 422, on 14 February 2024: draw 284" in page.text
    assert "Highest cut-off 510, on 2 May 2025: draw 345" in page.text
    assert "The last cut-off is unchanged from draw 422" in page.text
    assert len(response.context["page_obj"].object_list) == 16


def test_who_qualifies_now_comes_from_the_version_in_force(client):
    page = read(client, "healthcare/")[1]
    assert "At least 12 months of full-time work experience, or the same amount part-time" in page.text
    assert "The experience need not be continuous." in page.text
    assert "The list in force today: 37 occupations" in page.text
    assert "/categories/healthcare/v3/" in links(page)


def test_a_type_that_ended_says_when(client):
    page = read(client, "agriculture/")[1]
    assert "Nobody through this type today: it ended on 17 February 2026." in page.text


def test_what_is_not_confirmed_is_not_guessed(client):
    page = read(client, "french/")[1]
    assert "has not been confirmed" in page.text
    assert "Level 7 or higher" not in page.text
    assert "Level 7 or higher" in read(client, "french/v1/")[1].text
    assert "have not been checked against the instructions" in read(client, "military/")[1].text


def test_versions_stand_newest_first_with_dates_and_sizes(client):
    page = read(client, "trades/")[1]
    assert "Version 3 : In force from 18 February 2026, and when last seen (25 occupations)" in page.text
    assert "Version 1 : In force from 31 May 2023 to 26 February 2025 (10 occupations)" in page.text
    assert page.text.index("Version 3") < page.text.index("Version 1")


@pytest.mark.parametrize("slug", ["general", "cec", "pnp", "fsw", "fst"])
def test_general_and_program_series_have_no_versions(client, slug):
    response, page = read(client, f"{slug}/")
    assert "versions" not in response.context
    assert "Who qualifies now" not in response.text
    assert client.get(f"/categories/{slug}/v1/").status_code == 404


def test_cutoffs_of_nominees_say_what_they_include(client):
    page = read(client, "pnp/")[1]
    assert "includes 600 points for the nomination 725" in page.text
    assert "600 points" not in read(client, "cec/")[1].text


def test_a_type_without_a_draw_says_so(client):
    page = read(client, "researchers/")[1]
    assert "The record has no draw of this type yet." in page.text
    assert "The list in force today: 2 occupations" in page.text


def test_draws_of_a_type_have_pages_of_fifty(client):
    response, page = read(client, "general/?page=4")
    assert "Draws 151 to 178 of 178, newest first" in page.text
    assert response.context["page_obj"].object_list[-1].number == "1"
    assert read(client, "general/?page=junk")[0].context["page_obj"].number == 1


def test_every_type_has_a_page(client):
    for slug in Category.objects.values_list("slug", flat=True):
        response, page = read(client, f"{slug}/")
        count = Round.objects.filter(version__category__slug=slug).count()
        assert response.context["page_obj"].paginator.count == count


def test_an_ended_list_shows_which_of_its_occupations_are_on_a_list_today(client):
    response, page = read(client, "healthcare/v1/")
    assert "In force from 31 May 2023 to 26 February 2025" in page.text
    assert len(response.context["rows"]) == 35
    assert "NOC code Title as listed TEER On a list today?" in page.text
    assert "31102 General practitioners and family physicians 1 Healthcare Physicians" in page.text
    assert "32200 Traditional Chinese medicine practitioners and acupuncturists 2 No" in page.text
    assert "Who qualified" in response.text


def test_a_list_in_force_shows_what_is_also_on_another(client):
    page = read(client, "physicians/v1/")[1]
    assert "TEER Also on 31100" in page.text
    assert "Specialists in clinical and laboratory medicine 1 Healthcare 31101" in page.text
    assert "Also on" not in read(client, "trades/v3/")[1].text


def test_a_number_that_was_assigned_here_says_so(client):
    note = "its number is assigned here"
    assert note in read(client, "stem/v3/")[1].text
    assert note not in read(client, "healthcare/v1/")[1].text


def test_a_transcribed_list_says_so_and_leads_to_the_official_page(client):
    page = read(client, "healthcare/v1/")[1]
    assert "read through transcriptions of the official table" in page.text
    assert any("canada.ca" in (link or "") and "category-based" in link for link in links(page))


def test_drafts_and_withdrawn_draws_count_nowhere(client):
    make_round("448", "healthcare", published_at=None)
    make_round("449", "healthcare", withdrawn_at="2026-10-15T12:00Z", withdrawn_reason="Not held.")
    rows = read(client)[0].context["active"].values()
    assert "441" in {row.newest.number for kind in rows for row in kind}
    assert read(client, "healthcare/")[0].context["page_obj"].paginator.count == 16
    assert read(client, "healthcare/v3/")[0].context["rounds"][0].number == "441"


def test_a_version_shows_the_draws_held_under_it_and_its_siblings(client):
    response, page = read(client, "healthcare/v1/")
    assert [round.number for round in response.context["rounds"]] == [
        "327",
        "301",
        "284",
        "271",
        "255",
        "252",
    ]
    assert {"/categories/healthcare/v2/", "/categories/healthcare/v3/"} <= set(links(page))
    assert "The record has no draw held under this version." in read(client, "stem/v3/")[1].text


@pytest.mark.parametrize(
    "path", ["plumbers/", "healthcare/v4/", "healthcare/v0/", "healthcare/v01/", "plumbers/v1/"]
)
def test_a_type_or_version_that_does_not_exist_has_no_page(client, path):
    assert client.get(f"/categories/{path}").status_code == 404


def test_an_empty_record_has_types_without_draws(client, empty_record):
    assert "Types of draw" in read(client)[0].text


@pytest.mark.parametrize(
    ("path", "limit"), [("", 6), ("cec/", 8), ("healthcare/", 8), ("healthcare/v3/", 8), ("french/v2/", 8)]
)
def test_queries_do_not_grow_with_rows(record_in_hand, client, django_assert_max_num_queries, path, limit):
    with django_assert_max_num_queries(limit) as few:
        read(client, path)
    for number in range(448, 454):
        make_round(str(number), "cec")
        make_round(str(number + 10), "healthcare")
        make_round(str(number + 20), "french")
    with django_assert_max_num_queries(len(few)):
        read(client, path)
