"""What a page shows of what was found: the words marked, and where each occupation stands today."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.text import capfirst

from eedraws.search.answering import Found, Kind, Search
from eedraws.search.draws import Place, place_of, understood
from eedraws.search.highlighting import Marker, Piece
from eedraws.search.stories import stories
from occupations import finding
from occupations.finding import Result
from occupations.lists import all_lists
from occupations.models import Category, Occupation
from occupations.search import Match


class ShownType(NamedTuple):
    """A type of draw with its name and summary in pieces."""

    category: Category
    name: list[Piece]
    summary: list[Piece]


class ShownOccupation(NamedTuple):
    """An occupation, its title in pieces, and the job title that it was found by, if by none of its own."""

    result: Result
    title: list[Piece]
    job_title: list[Piece]


class Section(NamedTuple):
    """What was found of a kind, as it is shown. `place`: the page that is all of it, if there is one."""

    found: Found
    items: Sequence[Any]
    caption: str = ""
    place: Place | None = None

    @property
    def first_url(self) -> str:
        """The address of the first result."""
        if self.place:
            return self.place.url
        first = self.items[0]
        match self.found.kind:
            case Kind.ARTICLES:
                return first.article.get_absolute_url()
            case Kind.TYPES:
                return first.category.get_absolute_url()
            case Kind.OCCUPATIONS:
                return first.result.occupation.get_absolute_url()
        return first.get_absolute_url()


def section(found: Found, search: Search) -> Section:
    """Return how `found` is shown."""
    items = found.page.object_list
    match found.kind:
        case Kind.ARTICLES:
            return Section(found, stories(items, search.marker))
        case Kind.TYPES:
            return Section(found, [_type(category, search.marker) for category in items])
        case Kind.OCCUPATIONS:
            return Section(found, occupations(items, search))
    caption = capfirst(" · ".join(understood(search.question, search.categories)))
    return Section(found, items, caption, place_of(search.question) if not search.year else None)


def _type(category: Category, marker: Marker) -> ShownType:
    return ShownType(category, marker.pieces(category.name), marker.pieces(category.summary))


def occupations(matches: Iterable[Match], search: Search) -> list[ShownOccupation]:
    """Return each occupation with where it stands today. Two queries."""
    matches = list(matches)
    known = Occupation.objects.in_bulk([match.occupation_id for match in matches])
    found = [
        finding.Found(known[match.occupation_id], match) for match in matches if match.occupation_id in known
    ]
    results = finding.results(search.text, found, timezone.localdate(), all_lists().versions)
    return [_occupation(result, search.marker) for result in results]


def _occupation(result: Result, marker: Marker) -> ShownOccupation:
    title = result.reason.title.title if result.reason and result.reason.title else ""
    return ShownOccupation(result, marker.pieces(result.occupation.title), marker.pieces(title))
