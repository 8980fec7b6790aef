from datetime import UTC, datetime
from types import SimpleNamespace

from draws.changes import FIELDS, LABELS, Event, Kind, events

PUBLISHED = datetime(2026, 10, 1, 17, tzinfo=UTC)
LATER = datetime(2026, 10, 2, 9, tzinfo=UTC)
BASE = (
    dict.fromkeys(FIELDS) | dict.fromkeys(LABELS, "") | {"programs": [], "verified": False, "crs_cutoff": 470}
)


def state(at=LATER, published_at=PUBLISHED, **fields):
    return SimpleNamespace(history_date=at, published_at=published_at, **(BASE | fields))


def test_a_draft_has_no_history():
    assert events([state(published_at=None), state(published_at=None, crs_cutoff=471)]) == []


def test_what_was_written_before_publication_is_not_told():
    assert events([state(published_at=None, crs_cutoff=1), state(PUBLISHED)]) == [
        Event(PUBLISHED, Kind.PUBLISHED, ())
    ]


def test_what_was_blank_is_added_and_what_was_not_is_changed():
    tie = datetime(2026, 9, 1, tzinfo=UTC)
    assert events([state(PUBLISHED), state(tie_breaking_at=tie, pool_id=3, crs_cutoff=471)])[1:] == [
        Event(LATER, Kind.ADDED, ("tie_breaking_at", "pool_id")),
        Event(LATER, Kind.CHANGED, ("crs_cutoff",)),
    ]


def test_a_label_is_added_once_and_its_spelling_is_no_change():
    french = state(PUBLISHED, published_name_fr="Métiers")
    assert events([state(PUBLISHED), french])[1:] == [Event(PUBLISHED, Kind.ADDED, ("published_name_fr",))]
    assert events([french, state(published_name_fr="Métiers spécialisés")])[1:] == []


def test_a_withdrawal_and_its_end_are_told():
    withdrawn = state(withdrawn_at=LATER)
    assert [event.kind for event in events([state(PUBLISHED), withdrawn, state(LATER)])] == [
        Kind.PUBLISHED,
        Kind.ADDED,
        Kind.CHANGED,
    ]


def test_a_save_that_changes_nothing_is_no_event():
    assert len(events([state(PUBLISHED), state(), state()])) == 1
