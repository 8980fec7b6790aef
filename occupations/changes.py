"""What changed in the lists, read off the dates of the versions. Pure: no Django."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import groupby
from typing import NamedTuple, Protocol

DAY = timedelta(days=1)


class Version(Protocol):
    """One definition of a category; `valid_to` is its last day, None while it is in force.

    While its list is awaited, or was published at a later day, nobody knows what is on it.
    """

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
    @property
    def list_awaited(self) -> bool: ...
    @property
    def list_published(self) -> date | None: ...


class Kind(Enum):
    """What happened to a category."""

    NEW = "new"
    CHANGED = "changed"
    RETURNED = "returned"
    ENDED = "ended"
    # Before the day from which it is in force, or after it: then a day of its own.
    ANNOUNCED = "announced"
    PUBLISHED = "published"


BEGINNINGS = {Kind.NEW, Kind.CHANGED, Kind.RETURNED}


class ListChange[V](NamedTuple):
    """What happened on `day` to the category of `version`; `before` is the version that came before it.

    An end falls on the first day without it.
    """

    day: date
    kind: Kind
    version: V
    before: V | None = None
    list_to_come: bool = False

    @property
    def stage(self) -> str:
        """Where in the life of the version this stands; a version has each stage once at most."""
        return "begun" if self.kind in BEGINNINGS else self.kind.value


def list_changes[V: Version](versions: Iterable[V], until: date | None = None) -> list[ListChange[V]]:
    """Return every change of category-based versions up to a day, newest first; within a day in the given order.

    A version that nobody announced is one of which it is not known that anything changed: it counts as none.
    """
    versions = list(versions)
    place = {id(version): number for number, version in enumerate(versions)}
    ordered = sorted(versions, key=lambda version: (version.category_id, version.number))
    found: list[ListChange[V]] = []
    for _, group in groupby(ordered, key=lambda version: version.category_id):
        found += _of_category(list(group))
    found = [change for change in found if until is None or change.day <= until]
    return sorted(found, key=lambda change: (-change.day.toordinal(), place[id(change.version)]))


def _of_category[V: Version](versions: Sequence[V]) -> list[ListChange[V]]:
    """Return the changes of one category, whose versions are given from the first on."""
    found = []
    for before, version, after in zip([None, *versions], versions, [*versions[1:], None], strict=False):
        for day, kind in _days(before, version, after):
            to_come = kind is not Kind.ENDED and _is_to_come(version, day)
            found.append(ListChange(day, kind, version, before, to_come))
    return found


def _days[V: Version](before: V | None, version: V, after: V | None) -> list[tuple[date, Kind]]:
    """Return on which days what happened to a version."""
    days = []
    known = {version.announced, version.valid_from}
    if version.announced and version.valid_from:
        if version.announced < version.valid_from:
            days.append((version.announced, Kind.ANNOUNCED))
        days.append((version.valid_from, _beginning(before, version)))
        if version.list_published and version.list_published not in known:
            days.append((version.list_published, Kind.PUBLISHED))
    if version.valid_to and (after is None or after.valid_from != version.valid_to + DAY):
        days.append((version.valid_to + DAY, Kind.ENDED))
    return days


def _is_to_come(version: Version, day: date) -> bool:
    return version.list_awaited or (version.list_published is not None and version.list_published > day)


def _beginning(before: Version | None, version: Version) -> Kind:
    if before is None:
        return Kind.NEW
    follows = before.valid_to is not None and version.valid_from == before.valid_to + DAY
    return Kind.CHANGED if follows else Kind.RETURNED
