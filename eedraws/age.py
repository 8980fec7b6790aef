"""How old the record is, judged from its newest public draw."""

from datetime import datetime

from django.utils import timezone

from draws.clock import RecordAge, record_age
from draws.models import Round


def age_of_record(now: datetime | None = None) -> RecordAge:
    """Judge the record at `now` (aware). One query. Without a feed, nothing has been checked against IRCC."""
    now = timezone.localtime(now)
    newest = Round.objects.public_record(now).newest_first().values_list("date", flat=True).first()
    return record_age(newest, None, now)
