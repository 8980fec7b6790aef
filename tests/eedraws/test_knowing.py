"""What may be said of today: nothing from silence."""

from datetime import timedelta

import pytest

from eedraws.newsroom.knowing import Known, attempt_failed, known_of_today
from tests.factories import toronto

NOW = toronto(2026, 11, 27, 14, 30)
THIS_MORNING = toronto(2026, 11, 27, 0, 1)
YESTERDAY = toronto(2026, 11, 26, 23, 59)


@pytest.mark.parametrize(
    ("new", "held", "checked_at", "known"),
    [
        (1, 0, None, Known.NEW),
        (2, 1, THIS_MORNING, Known.NEW),
        (0, 1, THIS_MORNING, Known.HELD),
        (0, 0, THIS_MORNING, Known.NOTHING_NEW),
        (0, 0, YESTERDAY, Known.CHECKED_BEFORE),
        (0, 0, NOW - timedelta(days=400), Known.CHECKED_BEFORE),
        (0, 0, None, Known.NEVER_CHECKED),
    ],
)
def test_what_is_known_of_today(new, held, checked_at, known):
    assert known_of_today(new=new, held=held, checked_at=checked_at, now=NOW) == known


@pytest.mark.parametrize(
    ("tried_at", "checked_at", "failed"),
    [
        (None, None, False),
        (THIS_MORNING, THIS_MORNING, False),
        (THIS_MORNING, YESTERDAY, True),
        (THIS_MORNING, None, True),
        (YESTERDAY, THIS_MORNING, False),
    ],
)
def test_whether_the_last_attempt_came_to_nothing(tried_at, checked_at, failed):
    assert attempt_failed(tried_at=tried_at, checked_at=checked_at) == failed
