"""Is an occupation on a list? Pure: no Django."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol


class Version(Protocol):
    """A list with its dates, both inclusive; null is open. What is on it is not known while it is awaited."""

    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...
    @property
    def list_awaited(self) -> bool: ...
    def is_in_force(self, on: date) -> bool: ...


class Listed(Protocol):
    """A place on a list."""

    @property
    def version(self) -> Version: ...


class Standing[L](NamedTuple):
    """The places on lists in force on a day; without any, the last that ended, or the first to come.

    Those three empty: never on a list, as far as lists are published. `awaited` are the versions in force on the
    day whose lists are not: whether the occupation is on them is not known.
    """

    now: list[L]
    ended: L | None = None
    coming: L | None = None
    awaited: tuple[Version, ...] = ()

    @property
    def named(self) -> list[L]:
        """The places that tell where the occupation stands."""
        return [*self.now, *(listing for listing in (self.ended, self.coming) if listing)]


def standing[L: Listed](listings: Iterable[L], on: date, versions: Iterable[Version] = ()) -> Standing[L]:
    """Judge one occupation's places on lists, in any order, on the day `on`; awaited are some of `versions`."""
    listings = list(listings)
    awaited = tuple(version for version in versions if version.list_awaited and version.is_in_force(on))
    if now := [listing for listing in listings if listing.version.is_in_force(on)]:
        return Standing(now, awaited=awaited)
    ended = [(end, listing) for listing in listings if (end := listing.version.valid_to) and end < on]
    coming = [
        (start, listing) for listing in listings if (start := listing.version.valid_from) and start > on
    ]
    return Standing(
        [],
        max(ended, key=lambda pair: pair[0])[1] if ended else None,
        min(coming, key=lambda pair: pair[0])[1] if coming else None,
        awaited,
    )
