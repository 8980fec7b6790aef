"""Filling the outbox with what became public. Doing it again adds nothing: no subscriber has two messages about the same."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import batched

from django.db import transaction
from django.utils import timezone

from alerts.links import CONFIRM_WITHIN
from alerts.matching import NEWS_LASTS, is_news, known, moves
from alerts.models import ListsSeen, Message, Subscriber
from draws.models import Round
from occupations.models import CategoryVersion, Listing

# Long enough to keep anybody from getting the same twice: what is older is no news.
KEPT = timedelta(days=30)
AT_ONCE = 500


def fill() -> None:
    """Put into the outbox what is due by now."""
    fill_draws(Subscriber.objects.all())
    fill_lists()


def news(now) -> Iterator[Round]:
    """Yield the public draws that are worth a message, oldest first."""
    today = timezone.localdate(now)
    rounds = Round.objects.public_record(now).filter(published_at__gt=now - NEWS_LASTS - timedelta(days=1))
    for round in rounds.select_related("version__category").order_by("published_at", "pk"):
        if is_news(round.date, timezone.localdate(round.published_at), today):
            yield round


@transaction.atomic
def fill_draws(subscribers) -> None:
    """Make a message for each of `subscribers` to each draw that they follow, where there is none."""
    for round in news(timezone.now()):
        about = f"draw:{round.pk}"
        missing = subscribers.following(round).exclude(messages__about=about)
        _add(missing.values_list("pk", flat=True), kind=Message.Kind.DRAW, about=about, round=round)


@transaction.atomic
def fill_lists() -> None:
    """Compare the lists in force with those seen last, and tell whose job moved. The first time there is nothing to tell."""
    seen, is_first = ListsSeen.objects.select_for_update().get_or_create(pk=ListsSeen.ONLY)
    before = {tuple(place) for place in seen.places}
    awaited = set(CategoryVersion.objects.awaited().values_list("category_id", flat=True))
    places = Listing.objects.in_force().values_list("version__category_id", "occupation_id")
    now = known(before, places, awaited)
    if now == before:
        return
    seen.places, seen.turn = sorted(now), seen.turn + 1
    seen.save()
    for occupation, moved in {} if is_first else moves(before, now).items():
        followers = Subscriber.objects.confirmed().filter(occupation=occupation)
        _add(
            followers.values_list("pk", flat=True),
            kind=Message.Kind.LISTS,
            about=f"lists:{seen.turn}",
            details={"occupation": occupation, **moved._asdict()},
        )


def _add(keys, **fields) -> None:
    for some in batched(keys, AT_ONCE):
        Message.objects.bulk_create(
            [Message(subscriber_id=pk, **fields) for pk in some], ignore_conflicts=True
        )


def tidy() -> None:
    """Delete addresses that nobody confirmed in time, what waits and is no news any more, and what is long done."""
    now = timezone.now()
    Subscriber.objects.unconfirmed_since(now - CONFIRM_WITHIN).delete()
    waiting = Message.objects.filter(state=Message.State.WAITING)
    waiting.filter(made_at__lte=now - NEWS_LASTS - timedelta(days=1)).delete()
    done = Message.objects.exclude(state__in=(Message.State.WAITING, Message.State.CLAIMED))
    done.filter(made_at__lte=now - KEPT).delete()
