"""The clock of live references: what had been held, and which list was in force, at a moment."""

from datetime import date, datetime

from django.utils import timezone

from draws.models import Round
from occupations.models import CategoryVersion


def was_held(round: Round, moment: datetime) -> bool:
    """As Round.objects.held_by(), for a draw in hand: one without a time counts from the start of its day."""
    if round.held_at is not None:
        return round.held_at <= moment
    return round.date <= timezone.localdate(moment)


def was_published(version: CategoryVersion, day: date) -> bool:
    """Whether the list of a version was out on a day; one whose day of publication was not seen came out at once."""
    return version.list_is_known and (version.list_published is None or version.list_published <= day)
