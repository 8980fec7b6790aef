"""The one write path: what the admin's forms do, done by loaders and feeds too."""

from django.db.models import Model


def write[M: Model](instance: M) -> M:
    """Validate everything that the model knows, then save. Raises ValidationError and saves nothing."""
    instance.full_clean()
    instance.save()
    return instance
