"""What references mean at a moment, out of draws and listings in hand. No queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from articles.clock import was_held, was_published
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
from draws.trends import Gap, gaps
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
    """Draws (public and standing, the newest among them), listings and lists that references need, oldest first."""

    def __init__(
        self,
        rounds: Iterable[Round],
        now: datetime,
        listings: Iterable[Listing] = (),
        versions: Iterable[CategoryVersion] = (),
    ):
        self.rounds = list(rounds)
        self.listings = list(listings)
        self.versions = list(versions)
        self.now = now
        self.today = timezone.localdate(now)

    def clock(self, reference: Reference, clock: Clock) -> Clock:
        return Clock(self.now) if reference.now else clock

    def rounds_of(self, reference: Reference, clock: Clock) -> list[Round]:
        """Return the draws that a reference shows or counts, oldest first. Raises Unresolved."""
        held = [round for round in self.rounds if was_held(round, self.clock(reference, clock).moment)]
        match reference:
            case RoundFigure(number=number):
                return _one(round for round in held if round.number == number)
            case DrawsTable(selection=selection):
                return [round for round in held if _is_selected(round, selection)]
            case DrawsFigure(selection=selection):
                return [
                    round
                    for round in held
                    if _is_selected(round, selection)
                    and (selection.nominees_alone or round.category.slug != NOMINEES)
                ]
            case CategoryFigure(category=slug, figure="gap"):
                return [
                    round
                    for round in self._of_the_last_year(held, reference, clock)
                    if round.category.slug == slug
                ]
            case CategoryFigure(category=slug):
                return _one(round for round in reversed(held) if round.category.slug == slug)
            case LatestTable():
                newest = {round.category.pk: round for round in held}
                return sorted(newest.values(), key=lambda round: (round.category.order, round.category.pk))
            case GapsTable():
                return self._of_the_last_year(held, reference, clock)
        return []

    def previous(self, round: Round) -> Round | None:
        """Return the draw of the same type before `round`."""
        before = [
            other
            for other in self.rounds
            if other.category == round.category
            and (other.date, other.sequence) < (round.date, round.sequence)
        ]
        return before[-1] if before else None

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
        if self.rounds:
            end = min(end, self.rounds[-1].date)
        return end - GAPS_OVER, end

    def lists_of(self, reference: OccupationsCount, clock: Clock) -> list[ListThen]:
        """Return the list in force of each type asked for. Raises Unresolved."""
        day = timezone.localdate(self.clock(reference, clock).moment)
        return [self._list_of(slug, reference.on or day, day) for slug in dict.fromkeys(reference.categories)]

    def _list_of(self, slug: str, on: date, day: date) -> ListThen:
        in_force = (version for version in self.versions if version.is_in_force(on))
        version = next((version for version in in_force if version.category.slug == slug), None)
        if version is None:
            raise Unresolved
        if not was_published(version, day):
            return ListThen(version, on, day, None)
        listings = [listing for listing in self.listings if listing.version_id == version.pk]
        if not listings:
            raise Unresolved
        return ListThen(version, on, day, listings)

    def _of_the_last_year(self, held: list[Round], reference: Reference, clock: Clock) -> list[Round]:
        start, end = self.year_to(reference, clock)
        return [round for round in held if start <= round.date <= end]


def _one(rounds: Iterable[Round]) -> list[Round]:
    for round in rounds:
        return [round]
    raise Unresolved


def _is_selected(round: Round, selection: Selection) -> bool:
    if selection.categories and round.category.slug not in selection.categories:
        return False
    return round.number in selection.numbers if selection.span is None else round.date in selection.span
