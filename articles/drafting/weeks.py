"""Weeks that have draws and no roundup."""

from typing import NamedTuple

from articles.models import Article
from draws.clock import Span, Week
from draws.models import Round
from draws.templatetags.spans import in_words


class Waiting(NamedTuple):
    """A week without a roundup, and how many draws it has."""

    week: Week
    draws: int

    @property
    def span(self) -> Span:
        return self.week.span

    def __str__(self) -> str:
        return in_words(self.span)


def weeks_without_a_roundup() -> list[Waiting]:
    """Return them, the newest first. Two queries."""
    counts: dict[Week, int] = {}
    for day in Round.objects.public_record().newest_first().values_list("date", flat=True):
        week = Week.of(day)
        counts[week] = counts.get(week, 0) + 1
    roundups = Article.objects.roundups().exclude(status=Article.Status.REMOVED)
    written = {Week.of(monday) for monday in roundups.values_list("week_start", flat=True) if monday}
    return [Waiting(week, count) for week, count in counts.items() if week not in written]
