"""How old the record is, judged from its newest public draw and from the last check against IRCC's feed."""

from datetime import datetime

from django.db.models import BooleanField, Exists, ExpressionWrapper, Subquery
from django.utils import timezone

from draws.clock import RecordAge, record_age
from draws.models import HeldRow, Round, SyncRun


def age_of_record(now: datetime | None = None) -> RecordAge:
    """Judge the record at `now` (aware). One query."""
    now = timezone.localtime(now)
    checks = SyncRun.objects.checks().filter(started_at__lte=now)
    is_behind = Exists(HeldRow.objects.waiting()) | Exists(Round.objects.waiting_from_feed())
    newest = (
        Round.objects.public_record(now)
        .newest_first()
        .annotate(
            checked_at=Subquery(checks.values("started_at")[:1]),
            is_behind=ExpressionWrapper(is_behind, BooleanField()),
        )
        .values("date", "checked_at", "is_behind")
        .first()
    )
    if newest is None:
        return RecordAge(None, True)
    return record_age(newest["date"], newest["checked_at"], now, is_behind=newest["is_behind"])
