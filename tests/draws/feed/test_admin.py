"""Checks, proposed corrections and held rows in the newsroom."""

import pytest

from draws.feed import fetching
from draws.models import HeldRow, ProposedCorrection, Round, RoundCorrection, SyncRun
from occupations.models import CategoryVersion, SeriesLabel
from tests.draws.feed.samples import MARCH_2025
from tests.factories import make_editor, make_held_row, make_proposal, make_round, make_sync_run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("editor")]
Decision = ProposedCorrection.Decision


def proposal_url(proposal):
    return f"/admin/draws/proposedcorrection/{proposal.pk}/change/"


def held_url(held):
    return f"/admin/draws/heldrow/{held.pk}/change/"


def test_a_button_checks_irccs_feed_now(client, editor, monkeypatch):
    answers = {fetching.ENGLISH: MARCH_2025.read_bytes(), fetching.FRENCH: b""}
    monkeypatch.setattr(fetching, "fetch", answers.__getitem__)
    assert "Check IRCC now" in client.get("/admin/draws/syncrun/").text
    page = client.post("/admin/draws/syncrun/check/", {"check": ""}, follow=True).text
    assert "Older than the record: nothing taken. 0 added, 0 changed, 0 held, 1 unreadable" in page
    assert "Not a whole feed: nothing taken. The answer is empty." in page
    assert [run.started_by for run in SyncRun.objects.all()] == [editor, editor]


def test_the_button_is_for_those_who_may_add_draws(client):
    reader = make_editor("reader", "articles")
    client.force_login(reader)
    assert client.post("/admin/draws/syncrun/check/", {"check": ""}).status_code == 403
    assert not SyncRun.objects.exists()


def test_a_run_shows_what_it_found(client):
    run = make_sync_run(words="Draw 448 held.", sha256="a" * 64)
    page = client.get(f"/admin/draws/syncrun/{run.pk}/change/").text
    assert "Draw 448 held." in page
    assert "a" * 64 in page


def test_both_values_stand_side_by_side(client):
    page = client.get(proposal_url(make_proposal())).text
    assert page.index("In the record") < page.index("<dd>463</dd>") < page.index("In IRCC")
    assert "<dd>464</dd>" in page
    assert "style=" not in page


def test_an_accepted_figure_becomes_a_dated_correction(client, editor):
    proposal = make_proposal()
    sent = {"choice": "accept", "kind": "ircc", "reason": "IRCC's feed gives 464."}
    assert client.post(proposal_url(proposal), sent).status_code == 302
    proposal.refresh_from_db()
    assert (proposal.decision, proposal.decided_by) == (Decision.ACCEPTED, editor)
    assert Round.objects.get(number="255").crs_cutoff == 464
    correction = RoundCorrection.objects.get()
    assert (correction.old, correction.new, correction.made_by) == ("463", "464", editor)
    assert 'name="choice"' not in client.get(proposal_url(proposal)).text
    assert client.post(proposal_url(proposal), sent).status_code == 403


def test_an_accepted_moment_brings_irccs_words_along(client):
    moment, words = "2023-06-20T06:41:05+00:00", "June 20, 2023 at 06:41:05 UTC"
    proposal = make_proposal(
        name="tie_breaking_at", recorded="2023-06-19T06:41:05+00:00", fed=moment, fed_words=words
    )
    client.post(proposal_url(proposal), {"choice": "accept", "kind": "ircc", "reason": "It moved."})
    round = Round.objects.get(number="255")
    assert (round.tie_breaking_at.isoformat(), round.tie_breaking_text) == (moment, words)


def test_an_accepted_version_is_taken_whole(client):
    stem = CategoryVersion.objects.get(category__slug="stem", number=1)
    recorded = str(Round.objects.get(number="255").version)
    proposal = make_proposal(name="version", recorded=recorded, fed=str(stem), fed_version=stem)
    client.post(proposal_url(proposal), {"choice": "accept", "kind": "ours", "reason": "Misread."})
    assert Round.objects.get(number="255").version == stem


def test_a_rejected_figure_leaves_the_record(client):
    proposal = make_proposal()
    client.post(proposal_url(proposal), {"choice": "reject", "kind": "ircc"})
    proposal.refresh_from_db()
    assert proposal.decision == Decision.REJECTED
    assert Round.objects.get(number="255").crs_cutoff == 463
    assert not RoundCorrection.objects.exists()


@pytest.mark.parametrize(
    ("fields", "sent", "words"),
    [
        ({}, {"choice": "accept", "kind": "ircc"}, "Say in a sentence why"),
        ({"fed": "1300"}, {"choice": "accept", "kind": "ircc", "reason": "x"}, "between 1 and 1,200"),
        ({"recorded": "400"}, {"choice": "accept", "kind": "ircc", "reason": "x"}, "has changed since"),
        ({}, {"kind": "ircc"}, "This field is required"),
    ],
    ids=["no reason", "rule", "changed", "no decision"],
)
def test_what_cannot_be_accepted_says_why_and_changes_nothing(client, fields, sent, words):
    proposal = make_proposal(**fields)
    response = client.post(proposal_url(proposal), sent)
    assert response.status_code == 200
    assert words in response.text
    proposal.refresh_from_db()
    assert proposal.decision == Decision.OPEN
    assert Round.objects.get(number="255").crs_cutoff == 463
    assert not RoundCorrection.objects.exists()


def test_a_held_row_is_taken_as_what_an_editor_says_and_waits_for_its_check(client):
    held = make_held_row()
    assert "Tech talent, 2026-Version 1" in client.get(held_url(held)).text
    version = CategoryVersion.objects.get(category__slug="cec")
    response = client.post(held_url(held), {"version": version.pk})
    added = Round.objects.get(number="448")
    assert response["Location"] == f"/admin/draws/round/{added.pk}/confirm/"
    assert (added.version, added.crs_cutoff, added.published_at) == (version, 515, None)
    assert SeriesLabel.objects.get(label="Tech talent, 2026-Version 1").version == version
    held.refresh_from_db()
    assert held.resolved_at
    assert client.post(held_url(held), {"version": version.pk}).status_code == 403


def test_a_held_row_is_set_aside(client):
    held = make_held_row()
    client.post(held_url(held), {"put_aside": "on"})
    held.refresh_from_db()
    assert held.resolution == "Set aside."
    assert not Round.objects.filter(number="448").exists()


@pytest.mark.parametrize(
    ("values", "slug", "words"),
    [
        ({}, None, "or set the row aside"),
        ({"drawsize": "?"}, "cec", "enter the draw by hand"),
        ({}, "agriculture", "was not in force on 14 October 2026"),
        ({"drawname": "General"}, "cec", "This label means All programs"),
    ],
    ids=["nothing chosen", "incomplete", "not in force", "other label"],
)
def test_a_held_row_that_cannot_be_taken_says_why(client, values, slug, words):
    held = make_held_row(**values)
    version = CategoryVersion.objects.filter(category__slug=slug).first()
    response = client.post(held_url(held), {"version": version.pk if version else ""})
    assert response.status_code == 200
    assert words in response.text
    assert not Round.objects.filter(number="448").exists()
    assert HeldRow.objects.waiting().count() == 1
    assert not SeriesLabel.objects.filter(label=held.label).exists()


def check_now(client, monkeypatch, *added):
    """Press the button, with an answer from which these draws are added; return where it leads."""

    def sync(*, by):
        yield make_sync_run(outcome=SyncRun.Outcome.FAILED, words="No answer.")
        run = make_sync_run(started_by=by)
        run.added_rounds.set(added)
        yield run

    monkeypatch.setattr("draws.admin.feed.sync", sync)
    return client.post("/admin/draws/syncrun/check/", {"check": ""}).headers["Location"]


def test_a_check_that_added_a_draw_leads_to_its_publication(client, monkeypatch):
    added, other = make_round(published_at=None), make_round("449", published_at=None)
    where = check_now(client, monkeypatch, added)
    assert where == f"/admin/draws/round/{added.pk}/confirm/"
    assert "Publish draw" in client.get(where).text
    assert other.published_at is None


def test_a_check_that_added_several_leads_to_those_that_wait(client, monkeypatch):
    added = make_round(published_at=None), make_round("449", published_at=None)
    assert check_now(client, monkeypatch, *added) == "/admin/draws/round/?standing=waiting"


def test_a_check_that_added_what_is_public_by_now_leads_to_the_list(client, monkeypatch):
    assert check_now(client, monkeypatch, make_round()) == "/admin/draws/round/?standing=waiting"


def test_a_check_that_added_nothing_leads_to_the_checks(client, monkeypatch):
    make_round(published_at=None)
    assert check_now(client, monkeypatch) == "/admin/draws/syncrun/"
