"""The versions of a type beside each other: what came, what left, and who was on the list until lately."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone

from occupations.comparing import Difference, compare
from occupations.lists import all_lists
from occupations.models import CategoryVersion, Listing

type Lists = dict[int, list[Listing]]


class Comparison(NamedTuple):
    """Two versions of a type, the earlier first; without a difference where a list is missing or not known."""

    before: CategoryVersion
    after: CategoryVersion
    difference: Difference[Listing] | None

    def get_absolute_url(self) -> str:
        return reverse(
            "category-difference", args=[self.after.category.slug, self.before.number, self.after.number]
        )

    @property
    def awaited(self) -> list[CategoryVersion]:
        """Those of the two whose list is not published yet."""
        return [version for version in (self.before, self.after) if version.list_awaited]


class Left(NamedTuple):
    """Who was on the list of `before` and is not on that of `version`, with their places on other lists today."""

    before: CategoryVersion
    version: CategoryVersion
    occupations: list[tuple[Listing, list[Listing]]]


def lists_of(versions: Iterable[CategoryVersion]) -> Lists:
    """Return the listings of each of these versions by its primary key, in the order in which they were entered."""
    places = all_lists().of_version
    return {version.pk: sorted(places.get(version.pk, ()), key=attrgetter("pk")) for version in versions}


def comparison(one: CategoryVersion, other: CategoryVersion, lists: Lists) -> Comparison:
    """Set two versions of a type side by side, in whichever order they are given."""
    before, after = sorted((one, other), key=lambda version: version.number)
    known = before.list_is_known and after.list_is_known
    return Comparison(before, after, compare(lists[before.pk], lists[after.pk]) if known else None)


def since_the_last(
    version: CategoryVersion, versions: Sequence[CategoryVersion], lists: Lists
) -> Comparison | None:
    """Compare a version with the one before it; None for the first of its type."""
    earlier = [other for other in versions if other.number < version.number]
    before = max(earlier, key=lambda other: other.number, default=None)
    return comparison(before, version, lists) if before else None


def elsewhere_today(version: CategoryVersion) -> Lists:
    """Return the places of occupations on the other lists in force today, by the occupation's primary key."""
    today, found = timezone.localdate(), defaultdict(list)
    for place in all_lists().places:
        if place.version_id != version.pk and place.version.is_in_force(today):
            found[place.occupation_id].append(place)
    return found


def who_left(last_change: Comparison | None, elsewhere: Lists) -> Left | None:
    """Return who left with the last change of a type; None where there was none, or where it is not known."""
    if last_change is None or last_change.difference is None:
        return None
    removed = last_change.difference.removed
    pairs = [(listing, elsewhere.get(listing.occupation_id, [])) for listing in removed]
    return Left(last_change.before, last_change.after, pairs)
