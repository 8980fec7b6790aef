"""What is said of each of many lines on a day, with four queries however many there are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from occupations.bulk import Line, Meaning, Reading, reading, said_once
from occupations.models import CategoryVersion, Listing, Occupation
from occupations.models.classification import NOC_2021
from occupations.search import JobTitle, search_all
from occupations.standing import Standing, standing


class Row(NamedTuple):
    """A line with the occupation understood and where it stood; without one, with those that may be meant."""

    line: Line
    meaning: Meaning
    occupation: Occupation | None
    job_title: JobTitle | None
    standing: Standing[Listing] | None
    offers: Sequence[Occupation]


class Tally(NamedTuple):
    """How many of the occupations that are asked for were on a list."""

    version: CategoryVersion
    count: int


class Answer(NamedTuple):
    """What is said of all lines; `first` is the day of the first lists on record, None without any."""

    on: date
    rows: Sequence[Row]
    first: date | None
    awaited: Sequence[CategoryVersion]

    @property
    def lines(self) -> int:
        return sum(row.line.count for row in self.rows)

    @property
    def understood(self) -> int:
        return sum(row.line.count for row in self.rows if row.occupation)

    @property
    def is_before_lists(self) -> bool:
        return self.first is None or self.on < self.first

    @property
    def is_to_come(self) -> bool:
        return self.on > timezone.localdate()

    @property
    def listings(self) -> list[Listing]:
        """The places on lists that the page names."""
        return [listing for row in self.rows if row.standing for listing in row.standing.named]

    @property
    def tallies(self) -> list[Tally]:
        """The lists of the day with how many of the occupations stood on each, each occupation once."""
        found = {
            (listing.occupation_id, listing.version)
            for row in self.rows
            if row.standing
            for listing in row.standing.now
        }
        counts = Counter(version for _occupation, version in found)
        return [
            Tally(version, counts[version])
            for version in sorted(counts, key=lambda v: (v.category.order, v.pk))
        ]

    @property
    def unlisted(self) -> int:
        """How many of the occupations stood on no list, as far as lists are published."""
        return len({row.occupation for row in self.rows if row.standing and not row.standing.now})

    @property
    def open(self) -> int:
        """How many lines have no answer."""
        return self.lines - self.understood


def answer(lines: Iterable[Line], on: date) -> Answer:
    """Look every line up, those that say the same once."""
    asked = said_once(lines)
    found = search_all(line.query for line in asked)
    # A code is one of NOC 2021: another classification may use the same digits for other work.
    occupations = Occupation.objects.filter(classification=NOC_2021)
    occupations = occupations.in_bulk({match.occupation_id for matches in found for match in matches})
    fitting = ([match for match in matches if match.occupation_id in occupations] for matches in found)
    readings = [reading(line, matches) for line, matches in zip(asked, fitting, strict=True)]
    versions = list(CategoryVersion.objects.filter(has_list=True).select_related("category"))
    starts = [version.valid_from for version in versions if version.valid_from]
    listings = places(read.matches[0].occupation_id for read in readings if read.meaning is Meaning.ONE)
    return Answer(
        on,
        [row(read, occupations, listings, on, versions) for read in readings],
        min(starts, default=None),
        [version for version in versions if version.list_awaited and version.is_in_force(on)],
    )


def places(occupations: Iterable[int]) -> dict[int, list[Listing]]:
    """Return all places on lists of each occupation."""
    found = defaultdict(list)
    for listing in Listing.objects.filter(occupation__in=set(occupations)).for_list():
        found[listing.occupation_id].append(listing)
    return found


def row(
    read: Reading,
    occupations: dict[int, Occupation],
    listings: dict[int, list[Listing]],
    on: date,
    versions: Iterable[CategoryVersion],
) -> Row:
    offers = [occupations[match.occupation_id] for match in read.matches]
    if read.meaning is not Meaning.ONE:
        return Row(read.line, read.meaning, None, None, None, offers)
    match = read.matches[0]
    stood = standing(listings.get(match.occupation_id, ()), on, versions)
    return Row(read.line, read.meaning, offers[0], match.job_title, stood, ())
