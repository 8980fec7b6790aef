"""Every version of every type and every place on its list, in hand: read once for each version of the content."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from core.kept import Kept
from occupations.models import CategoryVersion, Listing


class Lists:
    """Versions by type and number, and the places on their lists by code. They are shared: nobody changes them."""

    def __init__(self, versions: Iterable[CategoryVersion], places: Iterable[Listing]) -> None:
        self.versions: Sequence[CategoryVersion] = tuple(versions)
        self.places: Sequence[Listing] = tuple(places)

    @cached_property
    def of_version(self) -> dict[int, list[Listing]]:
        """The places on the list of each version that has any, by the version's primary key."""
        return _by("version_id", self.places)

    @cached_property
    def of_occupation(self) -> dict[int, list[Listing]]:
        """The places of each occupation that has any, past ones too, by the occupation's primary key."""
        return _by("occupation_id", self.places)


def _by(field: str, places: Iterable[Listing]) -> dict[int, list[Listing]]:
    found = defaultdict(list)
    for place in places:
        found[getattr(place, field)].append(place)
    return dict(found)


def all_lists() -> Lists:
    """Return what the tables of versions and of places have. No query, but where the content has just changed."""
    return KEPT.get()


def _read() -> Lists:
    """Read both tables: two queries, and each version is one object however many places its list has."""
    versions = CategoryVersion.objects.select_related("category").order_by(
        "category__order", "category", "number"
    )
    by_pk = {version.pk: version for version in versions}
    places = list(
        Listing.objects.select_related("occupation").order_by(
            "occupation__code", "occupation__classification", "version__category__order", "version__number"
        )
    )
    for place in places:
        place.version = by_pk[place.version_id]
    return Lists(by_pk.values(), places)


KEPT = Kept(_read)
