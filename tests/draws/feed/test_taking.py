"""What a feed does to the record: adds, fills, proposes, holds; and nothing twice."""

import csv
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from draws.feed import fetching
from draws.models import (
    HeldRow,
    PoolBand,
    PoolDistribution,
    ProposedCorrection,
    Round,
    RoundCorrection,
    SyncRun,
)
from draws.numbers import sequence
from tests.draws.feed.samples import MARCH_2025, ROW, feed, state
from tests.factories import make_round

pytestmark = pytest.mark.django_db
Reason = HeldRow.Reason


def test_the_copy_of_march_2025_is_older_than_the_record(sync):
    before = state()
    line, run = sync(MARCH_2025.read_bytes())
    assert line == "0 added, 0 changed, 0 held, 1 unreadable"
    assert run.outcome == SyncRun.Outcome.OLD
    assert "newest draw is 339, the record's is 447" in run.words
    assert "October 7 at 16:38:21 UTC" in run.words
    assert len(run.sha256) == 64
    assert state() == before


@pytest.mark.thorough
def test_an_empty_record_takes_in_every_round_of_the_copy_as_the_record_has_it(empty_record, sync):
    call_command("load_occupations", verbosity=0)
    line, _ = sync(MARCH_2025.read_bytes())
    assert line == "340 added, 0 changed, 0 held, 1 unreadable"
    with (settings.BASE_DIR / "draws/data/rounds.csv").open(newline="") as file:
        shipped = {row["number"]: row for row in csv.DictReader(file)}
    for round in Round.objects.select_related("version__category", "pool"):
        expected = shipped[round.number] | {"published_name_fr": ""}
        assert {name: as_column(round, name) for name in expected} == expected
    assert Round.objects.published().count() == 0
    assert Round.objects.waiting().count() == 340
    line, run = sync(MARCH_2025.read_bytes())
    assert line == "0 added, 0 changed, 0 held, 1 unreadable"
    assert run.outcome == SyncRun.Outcome.TAKEN


@pytest.mark.thorough
def test_counts_of_the_pool_come_as_the_record_has_them(empty_record, sync):
    call_command("load_occupations", verbosity=0)
    sync(MARCH_2025.read_bytes())
    with (settings.BASE_DIR / "draws/data/pool_bands.csv").open(newline="") as file:
        shipped = {tuple(row.values()) for row in csv.DictReader(file) if row["as_of"] <= "2025-03-03"}
    bands = PoolBand.objects.select_related("distribution")
    assert {
        (str(b.distribution.as_of), str(b.crs_min), str(b.crs_max), str(b.candidates)) for b in bands
    } == shipped
    (known,) = PoolDistribution.objects.exclude(discrepancy_note="")
    assert known.rounds.get().number == "247"
    assert known.discrepancy_note.startswith(
        "IRCC prints 55,867 for 451-500; the bands inside it add up to 55,687."
    )


def as_column(round, name):
    match name:
        case "category":
            return round.category.slug
        case "version":
            return str(round.version.number)
        case "pool_as_of":
            return str(round.pool) and round.pool.as_of.isoformat() if round.pool else ""
        case "programs":
            return " ".join(round.programs)
        case "held_at" | "tie_breaking_at":
            return f"{getattr(round, name):%Y-%m-%dT%H:%M:%SZ}" if getattr(round, name) else ""
        case "verified":
            return "yes" if round.verified else "no"
        case "published_name_fr":
            return ""
        case _:
            return str(getattr(round, name))


def test_a_feed_that_says_what_the_record_says_changes_nothing_but_confirms(sync, rows):
    line, _ = sync(rows)
    # 445 and 446 rest on one secondary source until IRCC's feed has them.
    assert line == "0 added, 2 changed, 0 held, 0 unreadable"
    assert not Round.objects.filter(verified=False).exists()
    assert RoundCorrection.objects.count() == 0
    before = state()
    assert sync(rows)[0] == "0 added, 0 changed, 0 held, 0 unreadable"
    assert state() == before


def test_a_new_round_waits_for_confirmation(sync, rows, client):
    rows["448"] = ROW
    line, run = sync(rows)
    assert line == "1 added, 2 changed, 0 held, 0 unreadable"
    added = Round.objects.get(number="448")
    assert list(run.added_rounds.all()) == [added]
    assert (added.crs_cutoff, added.invitations, added.pool.published_total) == (515, 2500, 230_000)
    assert added.history.get().history_change_reason == "Added from IRCC's feed"
    assert added.published_at is None
    assert client.get("/draws/448/").status_code == 404
    assert sync(rows)[0] == "0 added, 0 changed, 0 held, 0 unreadable"


def test_a_new_round_is_public_at_once_only_when_asked(sync, rows, client):
    rows["448"] = ROW
    sync(rows, "--publish")
    assert client.get("/draws/448/").status_code == 200


def test_a_rehearsal_leaves_nothing_behind(sync, rows):
    rows["448"] = ROW
    before = state()
    line, run = sync(rows, "--dry-run")
    assert line == "1 added, 2 changed, 0 held, 0 unreadable"
    assert run is None
    assert state() == before


def test_rows_in_any_order_give_the_same(sync, rows):
    rows = dict(reversed(rows.items())) | {
        "449": ROW | {"drawNumber": "449"},
        "448": ROW | {"drawCRS": "516"},
    }
    assert sync(rows)[0].startswith("2 added")


def test_what_was_blank_is_added_and_is_no_correction(sync, rows):
    Round.objects.filter(number="255").update(tie_breaking_at=None, tie_breaking_text="", programs=[])
    sync(rows | {"255": rows["255"] | {"drawText2": "Canadian Experience Class"}})
    round = Round.objects.get(number="255")
    assert round.tie_breaking_text == "June 19, 2023 at 06:41:05 UTC"
    assert round.programs == ["CEC"]
    assert round.figures_changed_at is None
    assert round.history.first().history_change_reason == "Added later from IRCC's feed"
    assert not RoundCorrection.objects.exists()
    assert not ProposedCorrection.objects.exists()


def test_a_blank_in_the_feed_takes_nothing_away(sync, rows):
    sync(rows | {"255": rows["255"] | {"drawCutOff": "", "drawSize": "?", "drawDateTime": ""}})
    round = Round.objects.get(number="255")
    assert (round.invitations, round.tie_breaking_at is not None) == (1500, True)
    assert not ProposedCorrection.objects.exists()


@pytest.mark.parametrize(
    ("key", "value", "name", "recorded", "fed"),
    [
        ("drawCRS", "464", "crs_cutoff", "463", "464"),
        ("drawSize", "1,600", "invitations", "1500", "1600"),
        ("drawName", "STEM occupations (Version 1)", "version", "Healthcare", "Science"),
        ("drawCutOff", "June 20, 2023 at 06:41:05 UTC", "tie_breaking_at", "2023-06-19T", "2023-06-20T"),
    ],
)
def test_a_changed_figure_is_proposed_once_and_changes_nothing(sync, rows, key, value, name, recorded, fed):
    before = Round.objects.filter(number="255").values().get()
    rows["255"][key] = value
    line, run = sync(rows)
    assert line == "0 added, 3 changed, 0 held, 0 unreadable"
    assert run.proposed == 1
    proposal = ProposedCorrection.objects.get()
    assert (proposal.round.number, proposal.name) == ("255", name)
    assert proposal.recorded.startswith(recorded)
    assert proposal.fed.startswith(fed)
    assert Round.objects.filter(number="255").values().get() == before
    assert sync(rows)[0] == "0 added, 0 changed, 0 held, 0 unreadable"


def test_a_rejected_value_is_not_proposed_again_but_another_is(sync, rows):
    rows["255"]["drawCRS"] = "464"
    sync(rows)
    ProposedCorrection.objects.update(decision=ProposedCorrection.Decision.REJECTED)
    sync(rows)
    assert ProposedCorrection.objects.count() == 1
    rows["255"]["drawCRS"] = "465"
    sync(rows)
    assert ProposedCorrection.objects.get(decision="").fed == "465"


def test_a_proposal_lapses_when_the_feed_turns_back(sync, rows):
    rows["255"]["drawCRS"] = "464"
    sync(rows)
    rows["255"]["drawCRS"] = "463"
    sync(rows)
    assert ProposedCorrection.objects.get().decision == ProposedCorrection.Decision.LAPSED


def test_a_label_spelt_anew_on_a_known_round_changes_nothing(sync, rows):
    rows["255"]["drawName"] = "Healthcare occupations (2023-1)"
    line, run = sync(rows)
    assert line == "0 added, 2 changed, 0 held, 0 unreadable"
    assert "“Healthcare occupations (2023-1)” is not known; the draw keeps its type" in run.words


def test_a_withdrawn_round_stays_as_it_is_and_may_be_gone_from_the_feed(sync, rows):
    Round.objects.filter(number="300").update(withdrawn_at="2026-11-01T12:00Z", withdrawn_reason="Void.")
    rows["300"]["drawCRS"] = "1"
    assert sync(rows)[0] == "0 added, 2 changed, 0 held, 0 unreadable"
    del rows["300"]
    assert sync(rows)[1].outcome == SyncRun.Outcome.TAKEN


def test_a_feed_that_lost_rounds_changes_nothing_and_says_so(sync, rows):
    before = state()
    del rows["300"]
    rows["448"] = ROW
    with pytest.raises(CommandError, match="lost draws that come before its newest, 448: 300"):
        sync(rows)
    assert state() == before
    assert SyncRun.objects.get().outcome == SyncRun.Outcome.REFUSED


def test_an_editors_draft_ahead_of_the_feed_does_not_make_it_old(sync, rows):
    make_round("4480", published_at=None)
    assert sync(rows)[1].outcome == SyncRun.Outcome.TAKEN


def test_the_french_feed_gives_names_and_nothing_else(sync, rows):
    Round.objects.filter(number__in=["255", "256"]).update(published_name_fr="")
    french = {
        number: row | {"drawDateFull": "6 juillet 2023", "drawDate": "", "drawCRS": "1", "drawName": "?"}
        for number, row in rows.items()
    }
    french["255"]["drawName"] = "Professions de la santé (Version 1)"
    french["448"] = ROW | {"drawDateFull": "14 octobre 2026"}
    line, run = sync(french)
    assert line.startswith("0 added, 1 changed, 0 held")
    assert Round.objects.get(number="255").published_name_fr == "Professions de la santé (Version 1)"
    assert Round.objects.get(number="256").published_name_fr == ""
    assert not ProposedCorrection.objects.exists()


def test_without_a_source_both_of_irccs_feeds_are_read(monkeypatch, capsys, rows):
    answers = {fetching.ENGLISH: feed(*(rows | {"448": ROW}).values()), fetching.FRENCH: b"<html>"}
    monkeypatch.setattr(fetching, "fetch", answers.__getitem__)
    with pytest.raises(CommandError, match="ee_rounds_123_fr.json: The answer is a web page"):
        call_command("sync_rounds")
    assert "1 added, 2 changed, 0 held, 0 unreadable" in capsys.readouterr().out
    french, english = SyncRun.objects.all()
    assert (english.is_official, english.outcome, english.added) == (True, SyncRun.Outcome.TAKEN, 1)
    assert french.outcome == SyncRun.Outcome.REFUSED


def test_a_missing_file_says_so(tmp_path: Path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("sync_rounds", file=tmp_path / "none.json")


def test_numbers_of_the_record_keep_their_order(rows):
    assert list(rows) == sorted(rows, key=sequence)
