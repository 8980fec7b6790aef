"""The mail server as one address in the environment, read strictly. No Django models: the settings read it."""

from email.headerregistry import AddressHeader
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# By scheme: the port, and how the connection is made secure.
SCHEMES = {
    "smtp": (25, {}),
    "smtp+tls": (587, {"use_tls": True}),
    "smtps": (465, {"use_ssl": True}),
}
SECONDS = 30


def mailers(url: str) -> dict:
    """Return MAILERS for "smtp://", "smtp+tls://" (STARTTLS) or "smtps://", with user:password@host:port; none for "".

    "console:" writes mails to the console. Raises ImproperlyConfigured.
    """
    if not url:
        return {}
    if url == "console:":
        return {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    try:
        parts = urlsplit(url)
        port, security = SCHEMES[parts.scheme]
        options = {"host": parts.hostname, "port": parts.port or port, "timeout": SECONDS, **security}
    except (KeyError, ValueError):
        options = {"host": None}
    # The value itself is not repeated: it may hold a password.
    if not options["host"] or parts.path.strip("/") or parts.query:
        raise ImproperlyConfigured(
            "EMAIL_URL: expected smtp://host:port, smtp+tls://user:password@host:port or "
            "smtps://user:password@host:port, with special characters of the password written as %XX."
        )
    if parts.username:
        options |= {"username": unquote(parts.username), "password": unquote(parts.password or "")}
    return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}


def sender(address: str, mailers: dict) -> str:
    """Return the address that mail comes from, and that what cannot be delivered goes back to; needed for a server."""
    if not mailers and not address:
        return ""
    parsed = AddressHeader.value_parser(address)
    if len(parsed.all_mailboxes) != 1 or parsed.all_defects or "\n" in address or "@" not in address:
        raise ImproperlyConfigured(
            "EMAIL_FROM: expected one address, such as alerts@eedraws.example or "
            "eedraws <alerts@eedraws.example>. EMAIL_URL needs it."
        )
    return address
