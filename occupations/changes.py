"""What changed in the lists, read off the dates of the versions. Pure: no Django."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import groupby
from typing import NamedTuple, Protocol

DAY = timedelta(days=1)


class Version(Protocol):
    """One definition of a category; `valid_to` is its last day, None while it is in force."""

    @property
    def category_id(self) -> int: ...
    @property
    def number(self) -> int: ...
    @property
    def announced(self) -> date | None: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...


class Kind(Enum):
    """What happened to a category."""

    NEW = "new"
    CHANGED = "changed"
    RETURNED = "returned"
    ENDED = "ended"


class ListChange[V](NamedTuple):
    """What happened on `day` to the category of `version`. An end falls on the first day without it."""

    day: date
    kind: Kind
    version: V


def list_changes[V: Version](versions: Iterable[V]) -> list[ListChange[V]]:
    """Return every change of category-based versions, newest day first; within a day in the given order.

    A version that nobody announced is one of which it is not known that anything changed: it counts as none.
    """
    versions = list(versions)
    place = {id(version): number for number, version in enumerate(versions)}
    ordered = sorted(versions, key=lambda version: (version.category_id, version.number))
    found: list[ListChange[V]] = []
    for _, group in groupby(ordered, key=lambda version: version.category_id):
        found += _of_category(list(group))
    return sorted(found, key=lambda change: (-change.day.toordinal(), place[id(change.version)]))


def _of_category[V: Version](versions: Sequence[V]) -> list[ListChange[V]]:
    """Return the changes of one category, whose versions are given from the first on."""
    found = []
    for before, version, after in zip([None, *versions], versions, [*versions[1:], None], strict=False):
        if version.announced and version.valid_from:
            found.append(ListChange(version.valid_from, _beginning(before, version), version))
        if version.valid_to and (after is None or after.valid_from != version.valid_to + DAY):
            found.append(ListChange(version.valid_to + DAY, Kind.ENDED, version))
    return found


def _beginning(before: Version | None, version: Version) -> Kind:
    if before is None:
        return Kind.NEW
    follows = before.valid_to is not None and version.valid_from == before.valid_to + DAY
    return Kind.CHANGED if follows else Kind.RETURNED
