"""The second factors of a person: authenticator apps and passkeys; and the recovery codes for when those are lost."""

import secrets
from base64 import b32encode
from binascii import unhexlify
from math import ceil

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django_otp import verify_token
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex
from django_otp_webauthn.models import WebAuthnCredential

from eedraws.signin.limits import TooManyTries
from eedraws.signin.models import SignIn, mark

# By the name that stands in addresses.
KINDS = {"app": TOTPDevice, "passkey": WebAuthnCredential}
HOW = {
    TOTPDevice: SignIn.How.APP,
    WebAuthnCredential: SignIn.How.PASSKEY,
    StaticDevice: SignIn.How.RECOVERY,
}
RECOVERY_CODES, RECOVERY_LENGTH = 10, 10
# Without what is taken for something else: about 49 bits in a code.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
STEP, DIGITS = 30, 6


def factors(account) -> list[Device]:
    """Return what somebody can sign in with beside the password; recovery codes are none of it."""
    found = [device for model in KINDS.values() for device in model.objects.devices_for_user(account, True)]
    for device in found:
        # For templates.
        device.kind = kind_of(device)
    return found


def kind_of(device: Device) -> str:
    return next(kind for kind, model in KINDS.items() if isinstance(device, model))


def has_factor(account) -> bool:
    return bool(factors(account))


def new_key() -> str:
    """Return a new secret of an authenticator app, in hexadecimal."""
    return random_hex(20)


def secret_of(key: str) -> str:
    """Return a secret as it is typed into an app: four letters at a time."""
    text = b32encode(unhexlify(key)).decode()
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def address_of_secret(account, key: str) -> str:
    """Return the otpauth:// address that a QR code holds."""
    return TOTPDevice(user=account, key=key).config_url


def add_app(account, key: str, code: str, name: str) -> TOTPDevice | None:
    """Keep an app that shows the right code; None for a wrong one. That code works no second time."""
    totp = TOTP(unhexlify(key), STEP, digits=DIGITS)
    if not (
        code.isascii() and code.isdigit() and len(code) == DIGITS and totp.verify(int(code), tolerance=1)
    ):
        return None
    return TOTPDevice.objects.create(user=account, key=key, name=name, last_t=totp.t(), drift=totp.drift)


class LastFactor(Exception):
    """It is the last second factor of somebody who needs one."""


@transaction.atomic
def remove(account, device: Device) -> None:
    """Take a second factor away, with the recovery codes if it was the last. Raises LastFactor where one is needed."""
    get_user_model().objects.select_for_update().get(pk=account.pk)
    is_last = len(factors(account)) == 1
    if is_last and settings.SECOND_FACTOR:
        raise LastFactor
    device.delete()
    if is_last:
        StaticDevice.objects.filter(user=account).delete()


@transaction.atomic
def remove_all(account) -> None:
    """Take every second factor away: at the next sign-in they set up a new one."""
    for model in (*KINDS.values(), StaticDevice):
        model.objects.filter(user=account).delete()


@transaction.atomic
def new_recovery_codes(account) -> list[str]:
    """Return ten new codes, which end the old ones; they are kept as marks and cannot be shown again."""
    device, _is_new = StaticDevice.objects.get_or_create(user=account, name="recovery")
    device.token_set.all().delete()
    codes = ["".join(secrets.choice(LETTERS) for _ in range(RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=_token(device, code)) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def recovery_codes_left(account) -> int:
    return StaticToken.objects.filter(device__user=account).count()


def check_code(account, code: str) -> Device | None:
    """Return what accepts a code, of an app or a recovery code, which then works no second time; None for a wrong one.

    Raises TooManyTries while wrong codes make it wait.
    """
    code = "".join(code.split()).replace("-", "").lower()
    is_of_app = len(code) == DIGITS and code.isascii() and code.isdigit()
    asked = list((TOTPDevice if is_of_app else StaticDevice).objects.devices_for_user(account, True))
    waits = [_wait(device) for device in asked]
    if waits and min(waits) > 0:
        raise TooManyTries(ceil(min(waits)))
    for device in asked:
        token = code if is_of_app else _token(device, code)
        if found := verify_token(account, device.persistent_id, token):
            _forgive(asked, found)
            return found
    return None


def _token(device: StaticDevice, code: str) -> str:
    return mark("recovery", f"{device.pk}:{code}")[:16]


def _wait(device: Device) -> float:
    """Return how many seconds a device takes no code."""
    allowed, why = device.verify_is_allowed()
    return 0 if allowed else max(1, (why["locked_until"] - timezone.now()).total_seconds())


def _forgive(asked: list[Device], right: Device) -> None:
    """A code of one app is a wrong one for the others: it does not make them wait."""
    for device in asked:
        if device.pk != right.pk:
            device.refresh_from_db()
            device.throttle_reset()
