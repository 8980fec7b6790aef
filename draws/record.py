"""The public record in hand: every draw that stands, with its version and type, read once for each version of the content."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cached_property

from django.utils import timezone

from core.kept import Kept
from draws.models import Round
from occupations.models import Category


class PublicDraws:
    """Draws, oldest first, found by what pages ask for. They are shared: nobody changes them."""

    def __init__(self, rounds: Iterable[Round]) -> None:
        self.rounds: Sequence[Round] = tuple(rounds)

    @cached_property
    def _days(self) -> list[date]:
        return [round.date for round in self.rounds]

    @cached_property
    def newest_first(self) -> Sequence[Round]:
        return self.rounds[::-1]

    @cached_property
    def by_pk(self) -> dict[int, Round]:
        return {round.pk: round for round in self.rounds}

    @cached_property
    def by_number(self) -> dict[str, Round]:
        return {round.number: round for round in self.rounds}

    @cached_property
    def by_type(self) -> dict[Category, list[Round]]:
        """The draws of each type that has any; the types in the order of their first draws."""
        found = defaultdict(list)
        for round in self.rounds:
            found[round.category].append(round)
        return dict(found)

    @cached_property
    def by_slug(self) -> dict[str, list[Round]]:
        return {category.slug: rounds for category, rounds in self.by_type.items()}

    @cached_property
    def last_appears_at(self) -> datetime | None:
        return max((round.published_at for round in self.rounds), default=None)

    @property
    def reach_to(self) -> date | None:
        return self.rounds[-1].date if self.rounds else None

    def of(self, category: Category) -> list[Round]:
        return self.by_type.get(category, [])

    def between(self, start: date, end: date) -> Sequence[Round]:
        """Return the draws of days, both inclusive."""
        return self.rounds[bisect_left(self._days, start) : bisect_right(self._days, end)]


def public_draws(now: datetime | None = None) -> PublicDraws:
    """Return what Round.objects.public_record(now) has. No query, but where the content has just changed."""
    now = now or timezone.now()
    kept = KEPT.get()
    if kept.last_appears_at is None or kept.last_appears_at <= now:
        return kept
    return PublicDraws(round for round in kept.rounds if round.published_at <= now)


def _read() -> PublicDraws:
    """Read the draws that stand, with those that are to appear by themselves; draws share their versions and types."""
    rounds = list(
        Round.objects.counted()
        .filter(published_at__isnull=False)
        .oldest_first()
        .for_list()
        .select_related("pool")
    )
    versions = {round.version_id: round.version for round in rounds}
    categories = {version.category_id: version.category for version in versions.values()}
    for version in versions.values():
        version.category = categories[version.category_id]
    for round in rounds:
        round.version = versions[round.version_id]
    return PublicDraws(rounds)


KEPT = Kept(_read)
