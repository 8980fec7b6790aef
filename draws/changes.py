"""What happened to a public draw since it was published, read off its kept states. Pure: no Django.

A state is the draw as it stood from `history_date` on. Drafts before publication tell nothing; a label's
spelling is no change.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from enum import Enum
from itertools import pairwise
from typing import Any, NamedTuple, Protocol


class State(Protocol):
    """A kept state of a draw, with the fields that `FIELDS` names beside these."""

    @property
    def history_date(self) -> datetime: ...
    @property
    def published_at(self) -> datetime | None: ...


class Kind(Enum):
    """What can happen to a public draw."""

    PUBLISHED = "published"
    ADDED = "added"
    CHANGED = "changed"


class Event(NamedTuple):
    """Something that happened at `at`, to the fields named, in the order of `FIELDS`."""

    at: datetime
    kind: Kind
    fields: tuple[str, ...]


# What readers see of a draw; what was blank and is filled has been added, all else has been changed.
FIELDS = (
    "number", "version_id", "date", "held_at", "tie_breaking_at", "invitations", "crs_cutoff", "programs",
    "pool_id", "verified", "withdrawn_at",
)  # fmt: skip
# A French or English label can be added; the spelling of one that is there may follow IRCC's without a word.
LABELS = ("published_name_en", "published_name_fr")
BLANK: tuple[Any, ...] = (None, "", [], False)


def events(states: Iterable[State]) -> list[Event]:
    """Return what happened, oldest first, from the states of a draw in the order of time."""
    public = [state for state in states if state.published_at is not None]
    if not public:
        return []
    published = public[0].published_at or public[0].history_date
    found = [Event(published, Kind.PUBLISHED, ())]
    for old, new in pairwise(public):
        for kind, fields in _differences(vars(old), vars(new)):
            found.append(Event(new.history_date, kind, fields))
    return found


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[Kind, tuple[str, ...]]]:
    added = tuple(name for name in FIELDS + LABELS if old[name] in BLANK and new[name] not in BLANK)
    changed = tuple(name for name in FIELDS if old[name] not in BLANK and old[name] != new[name])
    if added:
        yield Kind.ADDED, added
    if changed:
        yield Kind.CHANGED, changed
