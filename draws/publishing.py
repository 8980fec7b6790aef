"""Making a round public."""

from django.db import transaction
from django.utils import timezone

from core.writing import write
from draws.charts.job import render_after_commit
from draws.models import Round


@transaction.atomic
def publish(pk, at=None, *, draw_charts=True):
    """Make a round public, everywhere at once, and return it. One that is public keeps its moment.

    Whoever publishes several in one transaction has the charts drawn once, in the end. Raises Round.DoesNotExist
    for one that is not there or is withdrawn, and ValidationError for one that breaks a rule by now.
    """
    round = Round.objects.counted().select_for_update().get(pk=pk)
    if round.published_at is None:
        round.published_at = at or timezone.now()
        round._change_reason = "Published"
        write(round)
        if draw_charts:
            render_after_commit()
    return round
