"""What there is to tell about a draw: the one before it of its type, and what is remarkable, as of that draw."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.drafting.records import Superlative, superlatives
from draws.models import Round
from occupations.models import CategoryVersion


@dataclass(frozen=True)
class Told:
    """A draw with the last one of its type before it, its superlatives, and whether it opens a year for its type."""

    round: Round
    previous: Round | None
    superlatives: list[Superlative[Round]]
    first_of_year: bool

    @property
    def version(self) -> CategoryVersion:
        return self.round.version

    @property
    def has_known_list(self) -> bool:
        """Whether its version has a list that was in force on the day of the draw, which a figure can count."""
        version = self.version
        return (
            version.list_is_known
            and version.is_in_force(self.round.date)
            and (version.list_published is None or version.list_published <= self.round.date)
        )


def tell(rounds: Iterable[Round]) -> list[Told]:
    """Return what there is to tell about public draws, oldest first. One query, whatever their number."""
    rounds = sorted(rounds, key=_place)
    if not rounds:
        return []
    record = Round.objects.public_record().filter(
        version__category__in={round.version.category_id for round in rounds}, date__lte=rounds[-1].date
    )
    earlier = list(record.newest_first().for_list())
    return [_told(round, earlier) for round in rounds]


def _told(round: Round, earlier: Iterable[Round]) -> Told:
    before = [
        other for other in earlier if other.category == round.category and _place(other) < _place(round)
    ]
    return Told(
        round,
        before[0] if before else None,
        superlatives(round, before),
        not before or before[0].date.year < round.date.year,
    )


def _place(round: Round) -> tuple:
    return round.date, round.sequence
