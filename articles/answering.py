"""Whether an address of this site answers: asked of its view, as a reader would ask and without a server."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, QueryDict
from django.urls import Resolver404, resolve


def status_of(address: str) -> int:
    """Return the status with which a path of this site, decoded, with or without a query, answers readers."""
    try:
        match = resolve(address.partition("?")[0])
        return match.func(_request(address), *match.args, **match.kwargs).status_code
    except (Resolver404, Http404, SuspiciousOperation):
        return 404
    except PermissionDenied:
        return 403


def _request(address: str) -> HttpRequest:
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = address.partition("?")[0]
    request.GET = QueryDict(address.partition("?")[2])
    request.META = {"SERVER_NAME": urlsplit(settings.SITE_URL).hostname, "SERVER_PORT": "443"}
    request.user = AnonymousUser()
    return request
