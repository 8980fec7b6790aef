"""The lists in force on a day, and the occupations on them: every total is counted from the listings."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from occupations.models import CategoryVersion, Listing, Occupation


class Listed(NamedTuple):
    """An occupation with its places on the lists of a day, in reading order."""

    occupation: Occupation
    listings: list[Listing]

    @property
    def lists(self) -> list[str]:
        """The lists as their addresses name them, such as "trades/v3"."""
        return [f"{place.version.category.slug}/v{place.version.number}" for place in self.listings]


class ListsOnDay(NamedTuple):
    """What was in force on `day`; `published` have `listed`, how many occupations are on them."""

    day: date
    published: list[CategoryVersion]
    awaited: list[CategoryVersion]
    without_list: list[CategoryVersion]
    occupations: list[Listed]

    @property
    def listings(self) -> int:
        """How many places there are: an occupation on two lists has two."""
        return sum(len(listed.listings) for listed in self.occupations)

    @property
    def versions(self) -> list[CategoryVersion]:
        """All lists, published or not."""
        return [*self.published, *self.awaited]


def lists_on(day: date) -> ListsOnDay:
    """Return the lists in force on a day and the occupations on them by code, with two queries."""
    found = CategoryVersion.objects.category_based().in_force(day).with_counts().select_related("category")
    versions = list(found)
    return ListsOnDay(
        day,
        published=[version for version in versions if version.list_is_known],
        awaited=[version for version in versions if version.list_awaited],
        without_list=[version for version in versions if not version.has_list],
        occupations=occupations_on(day),
    )


def occupations_on(day: date) -> list[Listed]:
    """Return the occupations on the lists in force on a day, by code."""
    places = defaultdict(list)
    listings = Listing.objects.in_force(day).for_list()
    for listing in listings.order_by("occupation__code", "occupation", "version__category__order", "pk"):
        places[listing.occupation].append(listing)
    return [Listed(occupation, listings) for occupation, listings in places.items()]


def first_day() -> date | None:
    """Return the day of the first list of all, None without lists."""
    lists = CategoryVersion.objects.category_based().filter(has_list=True)
    return lists.order_by("valid_from").values_list("valid_from", flat=True).first()
