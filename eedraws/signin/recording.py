"""What happens at sign-in, written down: one line in the log for each event, a row for each sign-in that worked."""

import json
import logging
from datetime import datetime

from django.utils import timezone

from core.addresses import address_of
from eedraws.signin.browsers import browser_of
from eedraws.signin.limits import network_mark
from eedraws.signin.models import SIGN_INS_KEPT_FOR, TRIES_KEPT_FOR, Session, SignIn, Try

logger = logging.getLogger("eedraws.signin")


def log(request, event: str, account=None, **more) -> None:
    """Write an event as one line of JSON: event, account, address, and `more`.

    The account is null where there is none by that name, the address where a command did it. What was typed is never
    written, be it a name: somebody types a password there some day. JSON keeps a line a line.
    """
    facts = {
        "event": event,
        "account": account and account.get_username(),
        "address": request and address_of(request),
    }
    logger.info("%s", json.dumps(facts | more))


def record(request, account, how: str) -> None:
    """Keep that somebody has come in, for administrators to read."""
    SignIn.objects.create(
        account=account, how=how, browser=browser_of(request), network=network_mark(request)
    )
    log(request, "signed in", account, how=str(how))


def forget(now: datetime | None = None) -> dict[str, int]:
    """Delete what is old enough at `now`, sign-ins and tries, and sessions that are over; return how many of each."""
    now = now or timezone.now()
    return {
        "sign-ins": SignIn.objects.filter(at__lt=now - SIGN_INS_KEPT_FOR).delete()[0],
        "tries": Try.objects.filter(at__lt=now - TRIES_KEPT_FOR).delete()[0],
        "sessions": Session.objects.filter(expire_date__lt=now).delete()[0],
    }
