"""Sessions that know whose they are, sign-ins that worked, and tries that are counted for a day."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

# How long administrators can read who signed in, and a network counts as known to an account.
SIGN_INS_KEPT_FOR = timedelta(days=90)
# How long a try counts.
TRIES_KEPT_FOR = timedelta(days=1)


def mark(kind: str, text: str) -> str:
    """Return what stands for a name or a network: 32 characters that mean nothing without the site's key."""
    return salted_hmac(f"eedraws.signin.{kind}", text, algorithm="sha256").hexdigest()[:32]


class Session(AbstractBaseSession):
    """A session of Django's, with what tells its owner which it is."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    begun_at = models.DateTimeField(_("since"), null=True)
    browser = models.CharField(_("browser"), max_length=80, blank=True)

    @classmethod
    def get_session_store_class(cls):
        from eedraws.signin.sessions import SessionStore

        return SessionStore


class SignIn(models.Model):
    """Somebody came in. Where from is known by a mark alone: whether it is a network that they came from before."""

    class How(models.TextChoices):
        PASSWORD = "password", _("password alone")
        APP = "app", _("password and authenticator app")
        PASSKEY = "passkey", _("password and passkey")
        RECOVERY = "recovery", _("password and recovery code")

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("who")
    )
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    how = models.CharField(_("how"), max_length=10, choices=How)
    browser = models.CharField(_("browser"), max_length=80, blank=True)
    network = models.CharField(max_length=32, blank=True, editable=False)

    class Meta:
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["account", "network"], name="signin_account_network")]

    def __str__(self):
        return f"{self.account}, {timezone.localtime(self.at):%Y-%m-%d %H:%M}"


class Try(models.Model):
    """A password that was tried and was not right, or is being looked at. Name and network are marks."""

    account = models.CharField(max_length=32)
    network = models.CharField(max_length=32)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        indexes = [
            models.Index(fields=["account", "network"], name="try_account_network"),
            models.Index(fields=["network", "at"], name="try_network_at"),
        ]

    def __str__(self):
        return f"{timezone.localtime(self.at):%Y-%m-%d %H:%M:%S}"
