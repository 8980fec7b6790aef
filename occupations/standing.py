"""Is an occupation on a list? Pure: no Django."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol


class Version(Protocol):
    """A list with its dates, both inclusive; null is open."""

    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...
    def is_in_force(self, on: date) -> bool: ...


class Listed(Protocol):
    """A place on a list."""

    @property
    def version(self) -> Version: ...


class Standing[L](NamedTuple):
    """The places on lists in force on a day; without any, the last that ended, or the first to come.

    All three empty: never on a list.
    """

    now: list[L]
    ended: L | None = None
    coming: L | None = None

    @property
    def named(self) -> list[L]:
        """The places that tell where the occupation stands."""
        return [*self.now, *(listing for listing in (self.ended, self.coming) if listing)]


def standing[L: Listed](listings: Iterable[L], on: date) -> Standing[L]:
    """Judge one occupation's places on lists, in any order, on the day `on`."""
    listings = list(listings)
    if now := [listing for listing in listings if listing.version.is_in_force(on)]:
        return Standing(now)
    ended = [(end, listing) for listing in listings if (end := listing.version.valid_to) and end < on]
    coming = [
        (start, listing) for listing in listings if (start := listing.version.valid_from) and start > on
    ]
    return Standing(
        [],
        max(ended, key=lambda pair: pair[0])[1] if ended else None,
        min(coming, key=lambda pair: pair[0])[1] if coming else None,
    )
