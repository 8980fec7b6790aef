"""The WSGI application that the server loads."""

import os
import re
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eedraws.settings")

# What a browser sends with a form, and any type without parameters.
CONTENT_TYPE = re.compile(r'[^;]{0,200}(;\s{0,9}(charset="?utf-8"?|boundary=[^;]{1,200}))*', re.IGNORECASE)

django_application = get_wsgi_application()

# Models are there only now.
from occupations.search import prepare  # noqa: E402

Thread(target=prepare, name="search", daemon=True).start()


def application(environ, start_response):
    """Pass the request on, without a content type that Django cannot bear.

    Some character sets, and an overlong value, are errors of Django before any middleware can refuse them. The
    gate refuses a form without a type that it knows; for a request to read, the type means nothing.
    """
    if not CONTENT_TYPE.fullmatch(environ.get("CONTENT_TYPE", "")):
        environ["CONTENT_TYPE"] = "unreadable"
    return django_application(environ, start_response)
