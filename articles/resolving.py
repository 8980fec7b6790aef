"""What references mean at a moment, out of draws and listings in hand. No queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from articles.clock import was_held, was_published
from articles.models import Image
from articles.references import (
    NOMINEES,
    CategoryFigure,
    DrawsFigure,
    DrawsTable,
    GapsTable,
    LatestTable,
    OccupationsCount,
    Reference,
    RoundFigure,
    Selection,
)
from draws.models import Round
from draws.record import PublicDraws
from draws.trends import Gap, gaps
from occupations.lists import Lists
from occupations.models import Category, CategoryVersion, Listing

# Gaps are counted over the draws of so long before the clock.
GAPS_OVER = timedelta(days=365)


class Unresolved(Exception):
    """The record has not, or no longer, what the reference names."""


@dataclass(frozen=True)
class Clock:
    """The moment as of which a text speaks, and when its words were last touched.

    A figure that was corrected after `told` says so. None: the text always speaks of today.
    """

    moment: datetime
    told: datetime | None = None


class ListThen(NamedTuple):
    """A list that was in force on `on`, as it was known on `day`: without `listings` it was not published yet."""

    version: CategoryVersion
    on: date
    day: date
    listings: list[Listing] | None

    @property
    def category(self) -> Category:
        return self.version.category


class Record:
    """The public draws, the lists and the pictures, by number, that references need."""

    def __init__(
        self,
        draws: PublicDraws,
        lists: Lists,
        now: datetime,
        images: Mapping[int, Image] | None = None,
    ):
        self.draws = draws
        self.lists = lists
        self._found: dict[tuple[Reference, Clock], list[Round]] = {}
        self.images = images or {}
        self.now = now
        self.today = timezone.localdate(now)

    def clock(self, reference: Reference, clock: Clock) -> Clock:
        return Clock(self.now) if reference.now else clock

    def rounds_of(self, reference: Reference, clock: Clock) -> list[Round]:
        """Return the draws that a reference shows or counts, oldest first. Raises Unresolved."""
        key = (reference, clock)
        if key not in self._found:
            self._found[key] = self._rounds_of(reference, clock)
        return self._found[key]

    def _rounds_of(self, reference: Reference, clock: Clock) -> list[Round]:
        moment = self.clock(reference, clock).moment
        held = [round for round in self._meant_by(reference, clock) if was_held(round, moment)]
        match reference:
            case RoundFigure():
                return _one(held)
            case CategoryFigure(figure=figure) if figure != "gap":
                return _one(held[::-1])
            case LatestTable():
                newest = {round.category.pk: round for round in held}
                return sorted(newest.values(), key=lambda round: (round.category.order, round.category.pk))
        return held

    def _meant_by(self, reference: Reference, clock: Clock) -> Iterable[Round]:
        """Return the draws that a reference means whatever its moment, oldest first."""
        match reference:
            case RoundFigure(number=number):
                return self._numbered([number])
            case DrawsTable(selection=selection):
                return self._selected(selection)
            case DrawsFigure(selection=selection):
                return (
                    round
                    for round in self._selected(selection)
                    if selection.nominees_alone or round.category.slug != NOMINEES
                )
            case CategoryFigure(category=slug, figure="gap"):
                return (
                    round
                    for round in self.draws.between(*self.year_to(reference, clock))
                    if round.category.slug == slug
                )
            case CategoryFigure(category=slug):
                return self.draws.by_slug.get(slug, ())
            case LatestTable():
                return self.draws.rounds
            case GapsTable():
                return self.draws.between(*self.year_to(reference, clock))
        return ()

    def _selected(self, selection: Selection) -> Iterable[Round]:
        if selection.span is None:
            rounds = self._numbered(selection.numbers)
        else:
            rounds = self.draws.between(*selection.span)
        if not selection.categories:
            return rounds
        return (round for round in rounds if round.category.slug in selection.categories)

    def _numbered(self, numbers: Iterable[str]) -> list[Round]:
        found = [self.draws.by_number[number] for number in numbers if number in self.draws.by_number]
        return sorted(found, key=lambda round: (round.date, round.sequence))

    def image(self, number: int) -> Image:
        """Return a picture. Raises Unresolved."""
        if number not in self.images:
            raise Unresolved
        return self.images[number]

    def previous(self, round: Round) -> Round | None:
        """Return the draw of the same type before `round`."""
        place = (round.date, round.sequence)
        others = reversed(self.draws.of(round.category))
        return next((other for other in others if (other.date, other.sequence) < place), None)

    def gaps(self, reference: Reference, clock: Clock) -> list[tuple[Category, int, Gap]]:
        """Return each type that had two draws or more in a year, with their number and the gaps between them."""
        dates: dict[Category, list[date]] = {}
        for round in self.rounds_of(reference, clock):
            dates.setdefault(round.category, []).append(round.date)
        ordered = sorted(dates.items(), key=lambda item: (item[0].order, item[0].pk))
        return [(category, len(days), gap) for category, days in ordered if (gap := gaps(days))]

    def year_to(self, reference: Reference, clock: Clock) -> tuple[date, date]:
        """Return the year of gaps: up to the clock's day, or to where the record ends if it ends before."""
        end = timezone.localdate(self.clock(reference, clock).moment)
        end = min(end, self.draws.reach_to or end)
        return end - GAPS_OVER, end

    def lists_of(self, reference: OccupationsCount, clock: Clock) -> list[ListThen]:
        """Return the list in force of each type asked for. Raises Unresolved."""
        day = timezone.localdate(self.clock(reference, clock).moment)
        return [self._list_of(slug, reference.on or day, day) for slug in dict.fromkeys(reference.categories)]

    def _list_of(self, slug: str, on: date, day: date) -> ListThen:
        in_force = (version for version in self.lists.versions if version.is_in_force(on))
        version = next((version for version in in_force if version.category.slug == slug), None)
        if version is None:
            raise Unresolved
        if not was_published(version, day):
            return ListThen(version, on, day, None)
        listings = self.lists.of_version.get(version.pk)
        if not listings:
            raise Unresolved
        return ListThen(version, on, day, listings)


def _one(rounds: Iterable[Round]) -> list[Round]:
    for round in rounds:
        return [round]
    raise Unresolved
