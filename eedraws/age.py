"""How old the record is, judged from its newest public draw and from the last check against IRCC's feed."""

from datetime import date, datetime
from typing import NamedTuple

from django.db.models import BooleanField, Exists, ExpressionWrapper, Subquery
from django.utils import timezone

from core.kept import Kept
from draws.clock import RecordAge, record_age
from draws.models import HeldRow, Round, SyncRun


class Newest(NamedTuple):
    """The day of the newest public draw, the last check against IRCC's feed, and whether a draw of IRCC waits here."""

    date: date | None
    checked_at: datetime | None
    is_behind: bool


def age_of_record(now: datetime | None = None) -> RecordAge:
    """Judge the record at `now` (aware). One query, but none for the present while the content stays as it is."""
    newest = KEPT.get() if now is None else _newest(now)
    if newest.date is None:
        return RecordAge(None, True)
    now = timezone.localtime(now)
    return record_age(newest.date, newest.checked_at, now, is_behind=newest.is_behind)


def _newest(now: datetime) -> Newest:
    checks = SyncRun.objects.checks().filter(started_at__lte=now)
    is_behind = Exists(HeldRow.objects.waiting()) | Exists(Round.objects.waiting_from_feed())
    found = (
        Round.objects.public_record(now)
        .newest_first()
        .annotate(
            checked_at=Subquery(checks.values("started_at")[:1]),
            is_behind=ExpressionWrapper(is_behind, BooleanField()),
        )
        .values_list("date", "checked_at", "is_behind")
        .first()
    )
    return Newest(*found) if found else Newest(None, None, False)


KEPT = Kept(lambda: _newest(timezone.now()))
