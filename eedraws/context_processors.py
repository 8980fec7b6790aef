from django.conf import settings
from django.utils.encoding import escape_uri_path
from django.utils.functional import SimpleLazyObject

from eedraws.age import age_of_record


def site(request):
    """What every template may use. `record` asks the database once, when it is first looked at."""
    return {
        "record": SimpleLazyObject(age_of_record),
        "site_url": settings.SITE_URL,
        "canonical_url": settings.SITE_URL + escape_uri_path(request.path),
    }
