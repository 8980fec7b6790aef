"""The one write path: what the admin's forms do, done by loaders and feeds too."""

from django.db import transaction
from django.db.models import Model


def write[M: Model](instance: M) -> M:
    """Validate everything that the model knows, then save. Raises ValidationError and saves nothing.

    What is kept of its history is saved with it, or neither is.
    """
    instance.full_clean()
    with transaction.atomic():
        instance.save()
    return instance
