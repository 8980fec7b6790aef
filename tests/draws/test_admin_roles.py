"""What each role may do with draws: an editor a whole draw day, a data keeper what readers have seen."""

import pytest

from draws.models import HeldRow, PoolDistribution, ProposedCorrection, Round, RoundCorrection
from occupations.models import CategoryVersion
from tests.draws.entering import ADD, change, typed
from tests.factories import make_held_row, make_person, make_proposal, make_round

pytestmark = pytest.mark.django_db

CORRECTION = {"correction_kind": "ircc", "correction_reason": "IRCC gave another figure at first."}


@pytest.fixture
def log_in(client):
    return lambda role: client.force_login(make_person(role))


def public_round():
    return Round.objects.get(number="255")


def test_a_draw_day_is_one_editors_work(client, log_in):
    log_in("Editor")
    response = client.post(ADD, typed())
    added = Round.objects.get(number="448")
    assert response["Location"] == f"/admin/draws/round/{added.pk}/confirm/"
    assert client.post(response["Location"]).status_code == 302
    added.refresh_from_db()
    assert added.is_public
    held = make_held_row()
    version = CategoryVersion.objects.get(category__slug="cec")
    sent = {"version": version.pk}
    HeldRow.objects.filter(pk=held.pk).update(number="449", raw=held.raw | {"drawnumber": "449"})
    assert client.post(f"/admin/draws/heldrow/{held.pk}/change/", sent).status_code == 302
    assert Round.objects.filter(number="449").exists()


def test_an_editor_adds_to_a_public_draw_and_corrects_nothing(client, log_in):
    log_in("Editor")
    draw = make_round()
    pool = PoolDistribution.objects.first()
    added = change(client, draw, pool=pool.pk, tie_breaking_text="October 12, 2026 at 06:41:05 UTC")
    assert added.status_code == 302
    draw.refresh_from_db()
    assert (draw.pool, draw.tie_breaking_at.isoformat()) == (pool, "2026-10-12T06:41:05+00:00")
    assert "correction_kind" not in client.get(f"/admin/draws/round/{draw.pk}/change/").text
    response = change(client, draw, crs_cutoff="518", **CORRECTION)
    assert response.status_code == 200
    assert "Readers have seen another value of: CRS cut-off." in response.text
    assert "which a data keeper makes" in response.text
    assert 'value="518"' in response.text
    draw.refresh_from_db()
    assert draw.crs_cutoff == 517
    assert not RoundCorrection.objects.exists()


def test_a_data_keeper_corrects(client, log_in):
    log_in("Data keeper")
    assert change(client, public_round(), crs_cutoff="464", **CORRECTION).status_code == 302
    assert public_round().crs_cutoff == 464
    assert RoundCorrection.objects.get().new == "464"


@pytest.mark.parametrize(("role", "code"), [("Editor", 403), ("Data keeper", 302)])
def test_what_the_feed_proposes_is_decided_by_a_data_keeper(client, log_in, role, code):
    log_in(role)
    proposal = make_proposal()
    sent = {"choice": "accept", "kind": "ircc", "reason": "IRCC's feed gives 464."}
    assert client.post(f"/admin/draws/proposedcorrection/{proposal.pk}/change/", sent).status_code == code
    proposal.refresh_from_db()
    assert (proposal.decision == ProposedCorrection.Decision.OPEN) == (code == 403)


def test_a_writer_reads_draws_and_changes_none(client, log_in):
    log_in("Writer")
    waiting = make_round(published_at=None)
    for draw in (waiting, public_round()):
        page = client.get(f"/admin/draws/round/{draw.pk}/change/").text
        assert 'name="crs_cutoff"' not in page
        assert str(draw.crs_cutoff) in page
        assert client.post(f"/admin/draws/round/{draw.pk}/change/", typed()).status_code == 403
    check = client.get(f"/admin/draws/round/{waiting.pk}/confirm/").text
    assert "Publish draw" not in check
    assert "Change something" not in check
    assert client.post(f"/admin/draws/round/{waiting.pk}/confirm/").status_code == 403
    assert client.post(ADD, typed()).status_code == 403
    assert "Check IRCC now" not in client.get("/admin/draws/syncrun/").text
    waiting.refresh_from_db()
    assert waiting.published_at is None
    assert Round.objects.filter(number="448").count() == 1


def test_who_reads_a_count_of_the_pool_sees_its_subtotals(client, log_in):
    log_in("Writer")
    pool = PoolDistribution.objects.exclude(published_subtotals={}).first()
    page = client.get(f"/admin/draws/pooldistribution/{pool.pk}/change/").text
    assert f">{pool.published_subtotals['451-500']}<" in page
    assert 'name="published_total"' not in page
