"""Asking for alerts: what may be sent to an address that nobody has confirmed, and how often."""

from datetime import timedelta
from urllib.parse import urlencode

from django.core.mail import mailers
from django.db import IntegrityError, transaction
from django.utils import timezone

from alerts.filling import fill_draws
from alerts.models import Choice, Message, Subscriber

HOUR, WEEK = timedelta(hours=1), timedelta(days=7)
# Questions to one address, and to all addresses together, whoever asks: the form needs no account.
AN_HOUR, A_WEEK = 1, 3
ALL_IN_AN_HOUR = 300


class TooMany(Exception):
    """This hour's messages to unconfirmed addresses are used up, whichever address is asked for."""


def offered() -> bool:
    """Whether this site sends mail."""
    return "default" in mailers


@transaction.atomic
def ask(address: str, choice: Choice) -> None:
    """Put a question to an address into the outbox; one that has alerts is told so and keeps its choice.

    Whatever is known of the address, the caller learns nothing of it. Raises TooMany.
    """
    now = timezone.now()
    if Message.objects.asking().filter(made_at__gt=now - HOUR).count() >= ALL_IN_AN_HOUR:
        raise TooMany
    subscriber = _locked(address)
    if subscriber.confirmed_at is None:
        subscriber.choose(choice)
    asked = subscriber.messages.asking()
    if (
        asked.filter(made_at__gt=now - HOUR).count() >= AN_HOUR
        or asked.filter(made_at__gt=now - WEEK).count() >= A_WEEK
    ):
        return
    kind = Message.Kind.KNOWN if subscriber.confirmed_at else Message.Kind.CONFIRM
    details = {"query": query_of(choice)} if subscriber.confirmed_at else {}
    Message.objects.create(
        subscriber=subscriber, kind=kind, about=f"{kind}:{now:%Y%m%d%H%M%S%f}", details=details
    )
    if subscriber.confirmed_at is None:
        subscriber.asked_at = now
        subscriber.save(update_fields=["asked_at"])


def _locked(address: str) -> Subscriber:
    """Return the subscriber of an address, made where there is none; nobody else changes it meanwhile."""
    found = Subscriber.objects.select_for_update().of_address(address)
    if (subscriber := found.first()) is None:
        try:
            with transaction.atomic():
                return Subscriber.objects.create(address=address)
        except IntegrityError:
            # Somebody asked for the same address at the same moment.
            subscriber = found.get()
    return subscriber


def query_of(choice: Choice) -> str:
    """Return a choice as the query that fills the form in."""
    fields: list[tuple[str, object]] = [("category", category.slug) for category in choice.categories]
    if choice.score:
        fields.append(("score", choice.score))
    if choice.occupation:
        fields.append(("occupation", choice.occupation.code))
    return urlencode(fields)


@transaction.atomic
def confirm(subscriber: Subscriber) -> None:
    """Begin to send: what becomes public from now on. One that is confirmed stays as it is."""
    now = timezone.now()
    Subscriber.objects.filter(pk=subscriber.pk, confirmed_at=None).update(confirmed_at=now, chosen_at=now)
    subscriber.refresh_from_db()


@transaction.atomic
def change(subscriber: Subscriber, choice: Choice) -> None:
    """Save another choice. What became public before is sent by the choice that held then."""
    fill_draws(Subscriber.objects.filter(pk=subscriber.pk))
    subscriber.choose(choice)


def forget(subscriber: Subscriber) -> None:
    """Delete everything about an address: the choice and every message to it."""
    subscriber.delete()
