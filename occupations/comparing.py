"""What is different between two lists of occupations. Pure: no Django."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Occupation(Protocol):
    """What the classification calls an occupation."""

    @property
    def code(self) -> str: ...


class Listed(Protocol):
    """A place on a list, with the title as it was published there."""

    @property
    def occupation_id(self) -> int: ...
    @property
    def occupation(self) -> Occupation: ...
    @property
    def title_as_published(self) -> str: ...


class Difference[L](NamedTuple):
    """Two lists beside each other, each part in the order of the codes.

    `kept` pairs the place on the earlier list with that on the later one; `retitled` are those of them whose
    published title became another.
    """

    added: list[L]
    removed: list[L]
    kept: list[tuple[L, L]]
    retitled: list[tuple[L, L]]

    @property
    def changed(self) -> bool:
        """Whether the two lists differ in anything."""
        return bool(self.added or self.removed or self.retitled)


def compare[L: Listed](before: Iterable[L], after: Iterable[L]) -> Difference[L]:
    """Set two lists side by side by occupation; each names an occupation once, in any order.

    A title that differs in white space or in capitals only is the same title.
    """
    earlier = {listing.occupation_id: listing for listing in sorted(before, key=_place)}
    later = {listing.occupation_id: listing for listing in sorted(after, key=_place)}
    kept = [(earlier[key], listing) for key, listing in later.items() if key in earlier]
    return Difference(
        added=[listing for key, listing in later.items() if key not in earlier],
        removed=[listing for key, listing in earlier.items() if key not in later],
        kept=kept,
        retitled=[(old, new) for old, new in kept if _title(old) != _title(new)],
    )


def _place(listing: Listed) -> tuple[str, int]:
    return listing.occupation.code, listing.occupation_id


def _title(listing: Listed) -> str:
    return " ".join(listing.title_as_published.split()).casefold()
