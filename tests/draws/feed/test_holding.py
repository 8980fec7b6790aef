"""Rows of a feed that are held: what cannot be a round as it stands, and when it is taken or held again."""

import json

import pytest

from draws.models import HeldRow, Round
from occupations.models import SeriesLabel
from tests.draws.feed.samples import ROW, feed

pytestmark = pytest.mark.django_db
Reason = HeldRow.Reason


@pytest.mark.parametrize(
    ("label", "suggested"),
    [
        ("Trade Occupations, 2026-Version 3", "trades 3"),
        ("Trades Occupations, 2027-Version 4", None),
        ("STEM Occupations, 2026-Version 2", None),
        ("Tech talent", None),
        ("Canadian experience class", "cec 1"),
    ],
)
def test_a_row_of_unknown_label_is_held_and_never_guessed(sync, rows, label, suggested):
    rows["448"] = ROW | {"drawName": label}
    assert sync(rows)[0] == "0 added, 2 changed, 1 held, 0 unreadable"
    assert not Round.objects.filter(number="448").exists()
    held = HeldRow.objects.get()
    assert (held.number, held.label, held.reason, held.resolved_at) == (
        "448",
        label,
        Reason.UNKNOWN_LABEL,
        None,
    )
    assert held.raw["drawcrs"] == "515"
    version = held.suggestion
    assert (f"{version.category.slug} {version.number}" if version else None) == suggested
    assert sync(rows)[0] == "0 added, 0 changed, 0 held, 0 unreadable"
    assert HeldRow.objects.count() == 1


def test_a_held_row_is_taken_once_its_label_is_known(sync, rows):
    rows["448"] = ROW | {"drawName": "Experience"}
    sync(rows)
    SeriesLabel.objects.create(label="Experience", version=Round.objects.get(number="446").version)
    assert sync(rows)[0] == "1 added, 0 changed, 0 held, 0 unreadable"
    assert HeldRow.objects.get().resolved_at


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"drawSize": "many"}, Reason.INCOMPLETE),
        ({"drawDate": "2026-10-41", "drawDateFull": ""}, Reason.INCOMPLETE),
        ({"drawNumber": "300a"}, Reason.SPLIT),
        ({"drawDate": "2024-01-03", "drawDateFull": "", "drawDateTime": "", "drawCutOff": "",
          "drawName": "Trades Occupations, 2026-Version 3"}, Reason.REFUSED),
    ],
    ids=["size", "date", "split", "rule"],
)  # fmt: skip
def test_what_cannot_be_a_round_as_it_stands_is_held(sync, rows, changes, reason):
    rows["448"] = ROW | changes
    assert ", 1 held, " in sync(rows)[0]
    assert HeldRow.objects.get().reason == reason
    assert Round.objects.count() == 448


def test_a_split_round_is_taken_once_the_whole_is_withdrawn(sync, rows):
    whole = rows.pop("300")
    rows |= {"300a": whole | {"drawNumber": "300a"}, "300b": whole | {"drawNumber": "300b", "drawCRS": "700"}}
    assert ", 2 held, " in sync(rows)[0]
    Round.objects.filter(number="300").update(withdrawn_at="2026-11-01T12:00Z", withdrawn_reason="Split.")
    assert sync(rows)[0].startswith("2 added")


def test_a_number_given_twice_counts_when_it_says_the_same_and_is_held_when_not(sync, rows):
    double = json.loads(feed(*rows.values()))
    double["rounds"].append(ROW)
    double["rounds"].append(ROW)
    double["rounds"].append(ROW | {"drawNumber": "449", "drawCRS": "500"})
    double["rounds"].append(ROW | {"drawNumber": "449", "drawCRS": "501"})
    assert sync(json.dumps(double).encode())[0].startswith("1 added, 2 changed, 1 held")
    assert HeldRow.objects.get().reason == Reason.TWICE


def test_a_row_set_aside_is_held_again_only_when_it_changes(sync, rows):
    rows["448"] = ROW | {"drawName": "Tech talent"}
    sync(rows)
    HeldRow.objects.update(resolved_at="2026-11-01T12:00Z")
    assert ", 0 held, " in sync(rows)[0]
    rows["448"]["drawCRS"] = "514"
    assert ", 1 held, " in sync(rows)[0]
