"""How often somebody may write, known for an hour and by nothing that names a computer."""

import secrets
from datetime import timedelta
from hashlib import blake2b

from django.core.cache import cache
from django.utils import timezone

from core.addresses import network_of
from core.sharing import failures
from readers.models import ReaderMessage

HOUR = timedelta(hours=1)
OF_ONE = 5
OF_ALL = 60


def too_many(request) -> bool:
    """Count a message that is about to be kept; whether this computer, or all together, sent too many this hour."""
    if ReaderMessage.objects.filter(sent_at__gt=timezone.now() - HOUR).count() >= OF_ALL:
        return True
    # Where the cache keeps nothing, or does not answer, the limit of all together is left.
    try:
        name = f"readers:sent:{_mark(request)}"
        cache.add(name, 0, HOUR.total_seconds())
        return cache.incr(name) > OF_ONE
    except (ValueError, *failures()):
        return False


def _mark(request) -> str:
    """Return what stands for a computer today: its address, hashed with a key that is forgotten with the day."""
    day = timezone.localdate()
    made = secrets.token_bytes(32)
    key = cache.get_or_set(f"readers:key:{day.isoformat()}", made, timedelta(days=1).total_seconds()) or made
    return blake2b(network_of(request).encode(), key=key, digest_size=16).hexdigest()
