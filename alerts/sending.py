"""Sending what is in the outbox: claim one message, hand it over, write down what became of it.

The claim is committed before the server is spoken to, and only whoever made it sends. Who is stopped in between leaves
one message claimed: it counts as of unknown fate, is reported, and is sent again only when somebody says so.
docs/decisions/0018 tells why.
"""

import logging
from collections import Counter
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from alerts.delivery import Down, Fate, Outcome, Post
from alerts.mails import compose
from alerts.matching import pause
from alerts.models import Message

# Longer than a server may take to answer.
CLAIM_LASTS = timedelta(minutes=15)
AT_ONCE = 50

State = Message.State
logger = logging.getLogger(__name__)


def send_due() -> Counter[str]:
    """Send every message that is due; return how many had which fate. Raises Down, and leaves the rest as it is."""
    counts: Counter[str] = Counter()
    with Post() as post:
        while keys := list(Message.objects.due().values_list("pk", flat=True)[:AT_ONCE]):
            for pk in keys:
                if claim(pk):
                    counts[_send(post, pk)] += 1
    return counts


def claim(pk: int) -> bool:
    """Take a waiting message for oneself; False when another process was quicker."""
    waiting = Message.objects.filter(pk=pk, state=State.WAITING)
    return bool(waiting.update(state=State.CLAIMED, claimed_at=timezone.now()))


def _send(post: Post, pk: int) -> str:
    of_kind = Message.objects.select_related("subscriber__occupation", "round__version__category")
    message = of_kind.filter(pk=pk).first()
    try:
        mail = compose(message) if message else None
    except Exception:
        # A fault of this site: it holds up no other message, and may be mended in the meantime.
        logger.exception("Message %s cannot be written", pk)
        return note(message, Outcome(Fate.LATER))
    if mail is None:
        # The address was deleted meanwhile, or there is nothing to say any more: the draw was withdrawn.
        Message.objects.filter(pk=pk).delete()
        return "dropped"
    try:
        outcome = post.send(mail)
    except Down:
        # Nothing was sent, so nothing is lost by offering it again.
        Message.objects.filter(pk=pk).update(state=State.WAITING, claimed_at=None)
        raise
    return note(message, outcome)


def note(message: Message, outcome: Outcome) -> str:
    """Write down what became of a message that was claimed; return it in a word."""
    fields = {"attempts": F("attempts") + 1, "last_code": outcome.code, "claimed_at": None}
    match outcome.fate:
        case Fate.GONE:
            message.subscriber.delete()
            return "gone"
        case Fate.SENT:
            fields |= {"state": State.SENT, "sent_at": timezone.now()}
        case Fate.UNKNOWN:
            fields["state"] = State.UNKNOWN
        case Fate.LATER if wait := pause(message.attempts + 1):
            fields |= {"state": State.WAITING, "due_at": timezone.now() + wait}
        case _:
            fields["state"] = State.FAILED
    Message.objects.filter(pk=message.pk).update(**fields)
    return fields["state"].value


def give_up_claims() -> int:
    """Say of claims that are too old to be at work that the fate of their messages is unknown; return how many."""
    old = Message.objects.filter(state=State.CLAIMED, claimed_at__lte=timezone.now() - CLAIM_LASTS)
    return old.update(state=State.UNKNOWN)


def resend_unknown() -> int:
    """Offer the messages of unknown fate again, under the Message-ID that they had; return how many."""
    return Message.objects.unknown().update(state=State.WAITING, due_at=timezone.now(), claimed_at=None)
