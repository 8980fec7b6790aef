"""Entering a count of the pool with its bands: prefilled, added up, explained."""

import pytest

from draws.admin.pool import SMALLEST_BANDS
from draws.models import PoolDistribution

pytestmark = pytest.mark.django_db

ADD = "/admin/draws/pooldistribution/add/"
# IRCC's count of 4 July 2023's week is in the record; these are round figures that add up.
CANDIDATES = dict.fromkeys(SMALLEST_BANDS, "1,000")


def typed(candidates=CANDIDATES, initial=0, **values):
    """What an editor types for a count of 15 bands of 1,000."""
    rows = {"bands-TOTAL_FORMS": len(candidates), "bands-INITIAL_FORMS": initial}
    for index, ((low, high), count) in enumerate(candidates.items()):
        rows |= {
            f"bands-{index}-crs_min": low,
            f"bands-{index}-crs_max": high,
            f"bands-{index}-candidates": count,
        }
    totals = {"published_total": "15,000", "subtotal_451_500": "5,000", "subtotal_401_450": "5,000"}
    return {"as_of": "2026-11-15"} | totals | rows | values


def problems(response):
    assert response.status_code == 200, "It was saved."
    return [
        str(message)
        for formset in response.context["inline_admin_formsets"]
        for message in formset.formset.non_form_errors()
    ]


def test_a_new_count_proposes_the_fifteen_smallest_bands(client, editor):
    formset = client.get(ADD).context["inline_admin_formsets"][0].formset
    rows = [(form["crs_min"].value(), form["crs_max"].value()) for form in formset.forms]
    assert rows == SMALLEST_BANDS
    assert len(rows) == 15
    assert {score for low, high in rows for score in range(low, high + 1)} == set(range(1201))


def test_a_count_is_saved_with_its_bands_and_subtotals(client, editor):
    client.post(ADD, typed())
    pool = PoolDistribution.objects.get(as_of="2026-11-15")
    assert (pool.published_total, pool.published_subtotals) == (15000, {"451-500": 5000, "401-450": 5000})
    assert [(band.crs_min, band.crs_max) for band in pool.bands.all()] == SMALLEST_BANDS
    assert {band.candidates for band in pool.bands.all()} == {1000}


def test_bands_left_blank_are_left_out(client, editor):
    coarse = {(601, 1200): "100", (501, 600): "200", (491, 500): "", (0, 300): "300"}
    candidates = dict.fromkeys(SMALLEST_BANDS, "") | coarse
    client.post(ADD, typed(candidates, published_total="600", subtotal_451_500="", subtotal_401_450=""))
    pool = PoolDistribution.objects.get(as_of="2026-11-15")
    assert [band.crs_min for band in pool.bands.all()] == [601, 501, 0]
    assert pool.published_subtotals == {}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"published_total": "15,001"}, "total: IRCC's figure is 15,001, and the bands add up to 15,000."),
        ({"subtotal_451_500": "4,999"}, "451-500: IRCC's figure is 4,999, and the bands add up to 5,000."),
        ({"subtotal_401_450": "5001"}, "401-450: IRCC's figure is 5,001, and the bands add up to 5,000."),
    ],
)
def test_sums_that_do_not_hold_are_refused_with_both_figures(client, editor, values, message):
    response = client.post(ADD, typed(**values))
    (problem,) = problems(response)
    assert problem.startswith(message)
    assert not PoolDistribution.objects.filter(as_of="2026-11-15").exists()
    assert 'value="1,000"' in response.content.decode()


def test_a_note_lets_a_known_discrepancy_of_irccs_pass(client, editor):
    client.post(ADD, typed(subtotal_451_500="5,005", discrepancy_note="IRCC prints 5,005 for 5,000."))
    assert PoolDistribution.objects.filter(as_of="2026-11-15").exists()


def test_a_subtotal_entered_as_a_band_is_refused(client, editor):
    response = client.post(ADD, typed(CANDIDATES | {(451, 500): "5,000"}))
    (problem,) = problems(response)
    assert problem.endswith("overlap. Leave out the subtotals: enter only the smallest bands.")


def test_a_count_that_cannot_be_read_is_kept_as_typed(client, editor):
    response = client.post(ADD, typed(CANDIDATES | {(0, 300): "1.000"}, published_total="15.000"))
    page = response.content.decode()
    assert "“1.000” is not a whole number, such as 1500 or 1,500." in page
    assert 'value="1.000"' in page
    assert 'value="15.000"' in page


def test_total_and_band_are_corrected_together(client, editor):
    pool = PoolDistribution.objects.get(as_of="2023-07-04")
    bands = list(pool.bands.all())
    url = f"/admin/draws/pooldistribution/{pool.pk}/change/"
    values = typed(
        {(band.crs_min, band.crs_max): band.candidates for band in bands},
        initial=len(bands),
        as_of="2023-07-04",
        published_total=pool.published_total + 1,
        subtotal_451_500=pool.published_subtotals["451-500"],
        subtotal_401_450=pool.published_subtotals["401-450"],
    )
    for index, band in enumerate(bands):
        values |= {f"bands-{index}-id": band.pk, f"bands-{index}-distribution": pool.pk}
    assert len(problems(client.post(url, values))) == 1
    top = bands[0]
    client.post(url, values | {"bands-0-candidates": top.candidates + 1})
    pool.refresh_from_db()
    top.refresh_from_db()
    assert pool.published_total == sum(band.candidates for band in pool.bands.all())
    assert top.candidates == bands[0].candidates
    pool.full_clean()


def test_the_form_of_a_count_shows_its_subtotals(client, editor):
    pool = PoolDistribution.objects.get(as_of="2023-07-04")
    form = client.get(f"/admin/draws/pooldistribution/{pool.pk}/change/").context["adminform"].form
    assert form["subtotal_451_500"].value() == pool.published_subtotals["451-500"]


def test_the_list_is_searched_by_day(client, editor):
    result = client.get("/admin/draws/pooldistribution/?q=2023-07-04").context["cl"].result_list
    assert [str(pool) for pool in result] == ["4 July 2023"]


def test_a_count_has_a_history(client, editor):
    client.post(ADD, typed())
    pool = PoolDistribution.objects.get(as_of="2026-11-15")
    page = client.get(f"/admin/draws/pooldistribution/{pool.pk}/history/").content.decode()
    assert "<td>editor</td>" in page
