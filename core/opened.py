"""How long a form was open before it was sent: the time at which it was shown stands in it, signed.

A person takes longer over a form than a program that fills in every form it meets; one that is a day old was left open.
"""

from django.core import signing
from django.utils import timezone

SECONDS_AT_LEAST, SECONDS_AT_MOST = 3, 24 * 60 * 60


def stamp(salt: str) -> str:
    """Return what a form that is shown now bears in a hidden field; each form has a salt of its own."""
    return signing.dumps(int(timezone.now().timestamp()), salt=salt)


def seconds_open(stamped: str, salt: str) -> float | None:
    """Return for how long a form with this stamp was open; None for a stamp that was not made here for it."""
    try:
        shown_at: int = signing.loads(stamped, salt=salt)
    except signing.BadSignature:
        return None
    return timezone.now().timestamp() - shown_at
