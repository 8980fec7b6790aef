"""What a search of the occupations shows: who was found, why, and where each stands on a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from occupations.lists import all_lists
from occupations.models import Category, CategoryVersion, Listing, Occupation
from occupations.reasons import Reason, reason
from occupations.search import Match, search
from occupations.standing import Standing, standing
from occupations.timeline import timeline


class Found(NamedTuple):
    """An occupation, and how it was found; None where nothing was searched for."""

    occupation: Occupation
    match: Match | None = None


class Place(NamedTuple):
    """A place on a list, and since when the occupation was on lists of this type without a break."""

    version: CategoryVersion
    since: date | None

    @property
    def category(self) -> Category:
        return self.version.category


class Result(NamedTuple):
    """What a page shows of an occupation that was found."""

    occupation: Occupation
    reason: Reason | None
    standing: Standing[Place]


def find(query: str, occupations: QuerySet[Occupation]) -> list[Found]:
    """Return those of `occupations` that `query` may mean, best first; without a query all, in their order."""
    if not query:
        return [Found(occupation) for occupation in occupations]
    matches = search(query)
    known = occupations.in_bulk([match.occupation_id for match in matches]) if matches else {}
    return [Found(known[match.occupation_id], match) for match in matches if match.occupation_id in known]


def results(
    query: str, found: Sequence[Found], day: date, versions: Iterable[CategoryVersion]
) -> list[Result]:
    """Return why `query` found each and where it stands on `day`.

    Of `versions` those count of which the list is awaited.
    """
    versions = list(versions)
    listings = all_lists().of_occupation if found else {}
    return [
        Result(
            occupation,
            reason(occupation, match, query) if match else None,
            standing(places(listings.get(occupation.pk, []), day), day, versions),
        )
        for occupation, match in found
    ]


def places(listings: list[Listing], day: date) -> list[Place]:
    """Return the places of one occupation as they are on `day`."""
    drawn = timeline(listings, day)
    since = {row.category: row.spells[-1].start for row in drawn.rows} if drawn else {}
    return [Place(listing.version, since.get(listing.category)) for listing in listings]
