"""A draw is published, and messages about it stand somewhere."""

from django.utils import timezone

from alerts.models import Message
from draws.publishing import publish
from tests.factories import make_round


def publish_now(number="448", category="french", **fields):
    """Publish a draw as the newsroom does. Synthetic."""
    values = {"day": timezone.localdate(), "crs_cutoff": 439, "invitations": 3800, "published_at": None}
    return publish(make_round(number, category, **values | fields).pk)


def states():
    return list(Message.objects.order_by("pk").values_list("state", flat=True))
