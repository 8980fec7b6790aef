"""The WSGI application that the server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eedraws.settings")

django_application = get_wsgi_application()


def application(environ, start_response):
    """Pass the request on. Django fails on an overlong Content-Type before any middleware can refuse it."""
    if len(environ.get("CONTENT_TYPE", "")) > 1000:
        environ["CONTENT_TYPE"] = "unreadable"
    return django_application(environ, start_response)
