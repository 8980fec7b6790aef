"""Sessions in the database that know whose they are (the setting SESSION_ENGINE), and how they end."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from eedraws.signin.browsers import browser_of

# What a session knows of its beginning, and when its owner last gave the password.
BEGUN, CONFIRMED = "signin-begun", "signin-confirmed"
# Between the password and the second factor.
HALF_WAY = timedelta(minutes=10)
# So long after a password its owner may change how they sign in.
CONFIRMED_FOR = timedelta(minutes=15)


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls):
        from eedraws.signin.models import Session

        return Session

    def create_model_instance(self, data):
        session = super().create_model_instance(data)
        account = data.get(SESSION_KEY)
        session.account_id = int(account) if account else None
        begun = data.get(BEGUN)
        if begun:
            session.begun_at, session.browser = datetime.fromisoformat(begun["at"]), begun["browser"]
        return session


def begin(request, lasts: timedelta | None = None) -> None:
    """Say in the session when and in what it began; it ends after `lasts`, however much it is used.

    Without `lasts` it has settings.SESSION_COOKIE_AGE.
    """
    now = timezone.now()
    lasts = lasts or timedelta(seconds=settings.SESSION_COOKIE_AGE)
    request.session[BEGUN] = {"at": now.isoformat(), "browser": browser_of(request)}
    request.session.set_expiry(now + lasts)


def confirm(request) -> None:
    """Keep in the session that its owner has just given the password."""
    request.session[CONFIRMED] = timezone.now().isoformat()


def is_confirmed(request) -> bool:
    """Whether the owner of the session gave the password a short while ago."""
    given = request.session.get(CONFIRMED)
    return bool(given) and timezone.now() - datetime.fromisoformat(given) < CONFIRMED_FOR


def open_sessions(account) -> list:
    """Return the sessions in which somebody is signed in, the newest first; a new password has ended the older ones."""
    from eedraws.signin.models import Session

    rows = Session.objects.filter(account=account, expire_date__gt=timezone.now())
    known = account.get_session_auth_hash()
    return [
        row
        for row in rows.order_by("-begun_at", "session_key")
        if constant_time_compare(row.get_decoded().get(HASH_SESSION_KEY, ""), known)
    ]


def end_sessions(account, but: str | None = None) -> None:
    """End every session of somebody at once, on every device; `but` is the key of one that goes on."""
    from eedraws.signin.models import Session

    Session.objects.filter(account=account).exclude(session_key=but or "").delete()
