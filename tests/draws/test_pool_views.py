"""The pages of the pool: all counts, and one with its bands, its note and its draws."""

from datetime import date

import pytest
from django.utils import timezone

from draws.models import PoolDistribution, Round
from tests.factories import make_round
from tests.html import Page

pytestmark = pytest.mark.django_db


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response, Page(response.text)


def test_the_list_opens_with_the_newest_count_and_all_over_time(client):
    response, page = read(client, "/pool/")
    assert response.context["newest"].as_of.isoformat() == "2026-09-27"
    assert (
        "In the counts from 17 January 2022 to 27 September 2026, the pool was smallest on 28 February 2022"
        in page.text
    )
    assert "with 195,895 candidates, and largest on 11 June 2025, with 257,557" in page.text
    assert "Counts 1 to 50 of 126, newest first" in page.text
    assert "27 September 2026 229,904 728 21,070 73,131 62,611 72,364" in page.text


def test_groups_of_scores_are_sums_of_the_smallest_bands(client):
    counts = read(client, "/pool/?page=3")[0].context["page_obj"]
    first = next(count for count in counts if count.as_of.isoformat() == "2022-01-17")
    bands = {(band.crs_min, band.crs_max): band.candidates for band in first.bands.all()}
    assert first.above_500 == bands[501, 600] == 5106
    assert first.above_450 == first.published_subtotals["451-500"] == 47202


def test_a_count_has_its_bands_its_subtotals_apart_and_its_draws(client):
    response, page = read(client, "/pool/2023-07-04/")
    assert len(response.context["bars"].bands) == 15
    assert page.text.count("from 451 to 500") == 1
    assert "Subtotal as published, from 451 to 500: 54,732. It repeats the bands inside it." in page.text
    assert "Total as published 214,529" in page.text
    assert [round.number for round in response.context["rounds"]] == ["256", "255", "254", "253"]
    hrefs = [link.get("href") for link in page.all("a")]
    assert {"/pool/2023-06-28/", "/pool/2023-07-11/"} <= set(hrefs)


def test_the_known_discrepancy_is_told(client):
    text = read(client, "/pool/2023-04-26/")[1].text
    assert "IRCC prints 55,867 for the scores from 451 to 500; the five bands inside give 55,687" in text


@pytest.mark.parametrize("day", ["2023-07-05", "2023-02-30", "2023-7-4", "0000-00-00"])
def test_other_days_are_no_pages(client, day):
    assert client.get(f"/pool/{day}/").status_code == 404


@pytest.mark.parametrize(
    "hidden", [{"published_at": None}, {"withdrawn_at": timezone.now(), "withdrawn_reason": "Split"}]
)
def test_a_count_is_public_with_a_public_draw(client, hidden):
    pool = PoolDistribution.objects.create(as_of=date(2026, 10, 11), published_total=230000)
    draw = make_round(pool=pool, **hidden)
    assert client.get(pool.get_absolute_url()).status_code == 404
    Round.objects.filter(pk=draw.pk).update(
        published_at=timezone.now(), withdrawn_at=None, withdrawn_reason=""
    )
    assert client.get(pool.get_absolute_url()).status_code == 200


@pytest.mark.usefixtures("empty_record")
def test_an_empty_record_says_so(client):
    assert "The record holds no count of the pool yet." in read(client, "/pool/")[1].text


@pytest.mark.parametrize(("url", "limit"), [("/pool/", 6), ("/pool/2023-07-04/", 8)])
def test_queries_stay_within_the_budget(record_in_hand, client, django_assert_max_num_queries, url, limit):
    with django_assert_max_num_queries(limit):
        client.get(url)
