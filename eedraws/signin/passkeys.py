"""Passkeys as a second factor: what the browser is asked for, and whether its answer is right.

django-otp-webauthn keeps and checks them. The answer comes in a form like any other, not as JSON to addresses of its own.
"""

import json

from django.conf import settings
from django_otp_webauthn.exceptions import OTPWebAuthnApiError
from django_otp_webauthn.helpers import WebAuthnHelper
from django_otp_webauthn.models import WebAuthnCredential
from webauthn.helpers.exceptions import WebAuthnException

# What was asked, in the session, until an answer comes.
ASKED = "signin-passkey"


class Refused(Exception):
    """The browser's answer is no right one."""


def are_offered() -> bool:
    """Whether browsers let this site have passkeys: over HTTPS, at a name."""
    return bool(settings.OTP_WEBAUTHN_ALLOWED_ORIGINS)


def ask_for_new(request, account) -> dict:
    """Return what a browser needs for making a passkey."""
    options, request.session[ASKED] = WebAuthnHelper(request).register_begin(account)
    return options


def keep_new(request, account, answer: str, name: str) -> WebAuthnCredential:
    """Return the passkey that a browser has made for somebody, kept. Raises Refused."""
    passkey = _checked(request, answer, WebAuthnHelper(request).register_complete, account)
    passkey.name = name
    passkey.save(update_fields=["name"])
    return passkey


def ask(request, account) -> dict:
    """Return what a browser needs for using a passkey of somebody."""
    helper = WebAuthnHelper(request)
    options, request.session[ASKED] = helper.authenticate_begin(account, require_user_verification=False)
    return options


def check(request, account, answer: str) -> WebAuthnCredential:
    """Return the passkey of somebody that a browser has used. Raises Refused."""
    return _checked(request, answer, WebAuthnHelper(request).authenticate_complete, account)


def _checked(request, answer: str, complete, account):
    """Return what the library says to an answer; what was asked is asked no second time."""
    asked = request.session.pop(ASKED, None)
    try:
        data = json.loads(answer)
        if not asked or not isinstance(data, dict):
            raise Refused
        # What the browser says beside it is not signed, and is not used.
        return complete(account, asked, data | {"clientExtensionResults": {}})
    except (WebAuthnException, OTPWebAuthnApiError, ValueError, TypeError, KeyError) as error:
        raise Refused from error
