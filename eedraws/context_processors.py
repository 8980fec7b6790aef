from django.conf import settings
from django.utils.encoding import escape_uri_path
from django.utils.functional import SimpleLazyObject

from eedraws.age import age_of_record


class Frame:
    """What pages have in common, once it is rendered: it changes with the code alone (core/templatetags/once.py)."""


FRAME = Frame()


def site(request):
    """What every template may use. `record` asks the database once, when it is first looked at."""
    return {
        "record": SimpleLazyObject(age_of_record),
        "frame": FRAME,
        "site_url": settings.SITE_URL,
        "read_only": settings.DATABASE_READ_ONLY,
        "canonical_url": settings.SITE_URL + escape_uri_path(request.path),
    }
