import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from readers.models import CountedLog, MissedAddress, MissedSearch, ReadCount, ReaderMessage
from tests.factories import make_counts, make_message

pytestmark = pytest.mark.django_db


def ago(days):
    return timezone.now() - timedelta(days=days)


def test_messages_go_after_90_days_unless_they_are_kept_open():
    for state in ReaderMessage.State:
        make_message(f"old {state}", state=state, sent_at=ago(91))
        make_message(f"new {state}", state=state, sent_at=ago(89))
    call_command("forget_messages", stdout=io.StringIO())
    left = set(ReaderMessage.objects.values_list("message", flat=True))
    assert left == {"new new", "new answered", "new kept", "new spam", "old kept"}


def test_sums_go_when_their_time_is_over():
    today = timezone.localdate()
    for days in (89, 91, 395, 397):
        make_counts(day=today - timedelta(days=days))
    out = io.StringIO()
    call_command("forget_messages", stdout=out)
    kept = [
        set(model.objects.values_list("day", flat=True)) for model in (MissedSearch, MissedAddress, ReadCount)
    ]
    days = [today - timedelta(days=days) for days in (89, 91, 395)]
    assert kept == [{days[0]}, {days[0]}, set(days)]
    # Two of reading, three of each kind of misses.
    assert out.getvalue() == "deleted: 0 messages, 8 sums\n"


def test_marks_of_logs_go_when_no_log_is_as_old():
    for number, days in enumerate((395, 397)):
        CountedLog.objects.create(beginning=str(number), bytes=1, digest="d", counted_at=ago(days))
    call_command("forget_messages", verbosity=0)
    assert CountedLog.objects.get().beginning == "0"
