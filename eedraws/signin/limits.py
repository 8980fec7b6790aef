"""How often passwords may be tried: counted in the database, which all processes share, and known by marks for a day.

Nobody is locked out: what grows is the time until the next try, and where somebody has come in before, only wrong
passwords from there make them wait.
"""

import unicodedata
from datetime import timedelta
from math import ceil
from typing import NamedTuple

from django.db.models import Count, Max, Q
from django.utils import timezone

from core.addresses import network_of
from eedraws.signin.models import SIGN_INS_KEPT_FOR, TRIES_KEPT_FOR, SignIn, Try, mark


class Limit(NamedTuple):
    """So many wrong passwords are free; then every further one doubles the wait, in seconds, up to the longest."""

    free: int
    first: int
    longest: int
    within: timedelta

    def wait(self, tries: int, last, now) -> float:
        """Return how many seconds must pass until the next try, after `tries` of which the last was at `last`."""
        if tries < self.free:
            return 0
        # 2**20 is beyond every longest wait.
        length = min(self.first * 2 ** min(tries - self.free, 20), self.longest)
        return length - (now - last).total_seconds()


# One account from one network, one network at all accounts, one account from all networks that it does not know.
HERE = Limit(free=5, first=60, longest=3600, within=TRIES_KEPT_FOR)
NETWORK = Limit(free=20, first=60, longest=3600, within=timedelta(hours=1))
ACCOUNT = Limit(free=10, first=10, longest=900, within=TRIES_KEPT_FOR)


class TooManyTries(Exception):
    """It is too early for another try; `seconds` says for how long."""

    def __init__(self, seconds: int):
        super().__init__(seconds)
        self.seconds = seconds


def network_mark(request) -> str:
    return mark("network", network_of(request))


def begin_try(request, username: str) -> Try:
    """Count a try before the password is looked at, so that tries at the same moment count each other.

    What is known of the account makes no difference, nor whether there is one. Raises TooManyTries.
    """
    now = timezone.now()
    Try.objects.filter(at__lt=now - TRIES_KEPT_FOR).delete()
    name = unicodedata.normalize("NFKC", username)
    one = Try.objects.create(account=mark("account", name.casefold()), network=network_mark(request), at=now)
    seconds = _wait(one, name, now)
    if seconds > 0:
        one.delete()
        raise TooManyTries(ceil(seconds))
    return one


def end_try(one: Try) -> None:
    """The password was right: what went wrong from there before counts no longer."""
    Try.objects.filter(account=one.account, network=one.network).delete()


def _wait(one: Try, name: str, now) -> float:
    """Return the longest of the waits of the limits. Four queries at most, the same whether there is such an account."""
    is_known = SignIn.objects.filter(
        account__username=name, network=one.network, at__gt=now - SIGN_INS_KEPT_FOR
    ).exists()
    limits = [
        (HERE, Q(account=one.account, network=one.network)),
        (NETWORK, Q(network=one.network)),
        # Strangers make nobody wait where they have come in before.
        *([] if is_known else [(ACCOUNT, Q(account=one.account))]),
    ]
    return max(limit.wait(*_counted(one, which, limit, now), now) for limit, which in limits)


def _counted(one: Try, which: Q, limit: Limit, now) -> tuple[int, object]:
    """Return how many other tries there were lately, and when the last of them was."""
    rows = Try.objects.filter(which, at__gt=now - limit.within).exclude(pk=one.pk)
    counted = rows.aggregate(tries=Count("pk"), last=Max("at"))
    return counted["tries"], counted["last"]
