"""Links that are sent to an address: signed, so that nobody else can make one, and ended by deleting the address."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from alerts.models import Message, Subscriber

# How long an address that was not confirmed is kept, and its link works.
CONFIRM_WITHIN = timedelta(days=7)


def path_of(name: str, subscriber: Subscriber) -> str:
    """Return the path of the page "alerts-confirm", "alerts-change" or "alerts-stop" for a subscriber."""
    return reverse(name, args=[signing.dumps([subscriber.pk, subscriber.key], salt=name)])


def link(name: str, subscriber: Subscriber) -> str:
    """Return the same as an absolute address, for a mail."""
    return settings.SITE_URL + path_of(name, subscriber)


def is_ours(name: str, token: str) -> bool:
    """Whether this site made the token, whether or not its subscriber is still there."""
    return _read(name, token) is not None


def subscriber_of(name: str, token: str, *, lasts: timedelta | None = None) -> Subscriber | None:
    """Return the subscriber that a link was made for; None for one that is deleted, too old or made by others."""
    held = _read(name, token, lasts)
    return Subscriber.objects.filter(pk=held[0], key=held[1]).first() if held else None


def _read(name: str, token: str, lasts: timedelta | None = None) -> tuple[int, str] | None:
    try:
        pk, key = signing.loads(token, salt=name, max_age=lasts)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return pk, key


def message_id(message: Message) -> str:
    """Return the Message-ID of a message, the same however often it is sent, which nobody else can make up."""
    return f"<alert.{message.pk}.{_mark(message)}@{host()}>"


def message_of(local_part: str) -> Message | None:
    """Return the message whose Message-ID has this part before the @, or None."""
    word, _, rest = local_part.partition(".")
    number, _, mark = rest.partition(".")
    if word != "alert" or not (number.isascii() and number.isdigit()) or len(number) > 18:
        return None
    message = Message.objects.select_related("subscriber").filter(pk=int(number)).first()
    return message if message and constant_time_compare(mark, _mark(message)) else None


def _mark(message: Message) -> str:
    text = f"{message.pk} {message.subscriber.key}"
    return salted_hmac("alerts.message", text, algorithm="sha256").hexdigest()[:24]


def host() -> str:
    """Return the name of the site without scheme and port."""
    return settings.SITE_URL.partition("://")[2].partition("/")[0].partition(":")[0]
