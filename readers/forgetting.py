"""What readers sent and did is deleted when its time is over: /privacy/ says when that is."""

from datetime import timedelta

from django.utils import timezone

from readers.models import CountedLog, MissedAddress, MissedSearch, ReadCount, ReaderMessage

# What could be wrong is mended by then.
MISSES_KEPT_FOR = timedelta(days=90)
# A month can be compared with the same one of the year before.
COUNTS_KEPT_FOR = timedelta(days=396)


def forget(now=None) -> dict[str, int]:
    """Delete what is old enough at the moment `now`; return how many messages and how many sums were deleted."""
    now = timezone.localtime(now)
    messages, _ = ReaderMessage.objects.to_forget(now).delete()
    misses, counts = now.date() - MISSES_KEPT_FOR, now.date() - COUNTS_KEPT_FOR
    old = [
        MissedSearch.objects.filter(day__lt=misses),
        MissedAddress.objects.filter(day__lt=misses),
        ReadCount.objects.filter(day__lt=counts),
    ]
    sums = sum(rows.delete()[0] for rows in old)
    # No log is rotated for so long.
    CountedLog.objects.filter(counted_at__lt=now - COUNTS_KEPT_FOR).delete()
    return {"messages": messages, "sums": sums}
