"""The first thing that the newsroom says: whether there is a new draw, or when IRCC's page was last read."""

from django.utils import timezone

from draws.models import HeldRow, Round, SyncRun
from eedraws.newsroom.knowing import attempt_failed, known_of_today


def banner(user, now=None):
    """Return what the banner shows, for its template. Four queries, however much there is."""
    now = timezone.localtime(now)
    rounds = Round.objects.counted().filter(date=now.date()).for_list().oldest_first()
    new = list(rounds)
    held = HeldRow.objects.waiting().count()
    check = SyncRun.objects.checks().filter(started_at__lte=now).first()
    attempt = SyncRun.objects.filter(is_official=True, started_at__lte=now).first()
    checked_at = timezone.localtime(check.started_at) if check else None
    failed = attempt_failed(tried_at=attempt and attempt.started_at, checked_at=checked_at)
    return {
        "known": known_of_today(new=len(new), held=held, checked_at=checked_at, now=now),
        "rounds": new,
        "held": held,
        "checked_at": checked_at,
        "failed": attempt if failed else None,
        "may_check": user.has_perm("draws.add_round"),
        "may_publish": user.has_perm("draws.change_round"),
    }
