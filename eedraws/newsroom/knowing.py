"""What can be said of today's draws from what was seen. Pure: no Django.

Silence of the record is no news: "no new draw" is said only of a day on which IRCC's page was read.
"""

from datetime import datetime
from enum import StrEnum


class Known(StrEnum):
    """What is known of today."""

    NEW = "new"
    # A row of IRCC's feed waits, and may be a draw of today.
    HELD = "held"
    NOTHING_NEW = "nothing new"
    # IRCC's page was read on an earlier day: a draw since then would not be known.
    CHECKED_BEFORE = "checked before"
    NEVER_CHECKED = "never checked"


def known_of_today(*, new: int, held: int, checked_at: datetime | None, now: datetime) -> Known:
    """Judge at `now` (aware, in Toronto, as `checked_at` is).

    `new` counts the draws of today, public or waiting, `held` the rows that are no draws yet; `checked_at` is when
    IRCC's page was last read and compared with the record.
    """
    if new:
        return Known.NEW
    if held:
        return Known.HELD
    if checked_at is None:
        return Known.NEVER_CHECKED
    if checked_at.date() == now.date():
        return Known.NOTHING_NEW
    return Known.CHECKED_BEFORE


def attempt_failed(*, tried_at: datetime | None, checked_at: datetime | None) -> bool:
    """Say whether the last attempt to read IRCC's page came to nothing."""
    return tried_at is not None and (checked_at is None or tried_at > checked_at)
