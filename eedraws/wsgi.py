"""The WSGI application that the server loads."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

from eedraws.content_types import make_bearable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eedraws.settings")

django_application = get_wsgi_application()

# Models are there only now.
from articles.desk import snapshot  # noqa: E402
from eedraws.database import hold_open  # noqa: E402
from occupations import search  # noqa: E402

hold_open()
Thread(target=search.prepare, name="search", daemon=True).start()
Thread(target=snapshot.prepare, name="facts", daemon=True).start()


def application(environ, start_response):
    """Pass the request on, without a content type that Django cannot bear."""
    make_bearable(environ)
    return django_application(environ, start_response)
