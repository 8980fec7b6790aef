"""The clock of live references: what had been held, and which list was in force, at a moment."""

from datetime import datetime

from django.utils import timezone

from draws.models import Round


def was_held(round: Round, moment: datetime) -> bool:
    """As Round.objects.held_by(), for a draw in hand: one without a time counts from the start of its day."""
    if round.held_at is not None:
        return round.held_at <= moment
    return round.date <= timezone.localdate(moment)
