"""A name for each request, by which its lines are found; and, where it is asked for, a line for each."""

import logging
import re
import secrets
from contextvars import ContextVar
from time import perf_counter

from django.conf import settings
from django.urls import Resolver404, resolve

from core.addresses import is_trusted
from eedraws.logs.queries import TALLY, Tally

logger = logging.getLogger("eedraws.requests")
# Of the request that this thread answers, until the next: Django logs refusals when the middleware is through.
REQUEST_ID: ContextVar[str] = ContextVar("request_id", default="-")
WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{8,64}")
HEADER = "X-Request-ID"


class RequestLogMiddleware:
    """Outermost: every answer bears the name of its request, the kept pages too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        name = id_of(request.META)
        REQUEST_ID.set(name)
        tally = Tally()
        TALLY.set(tally)
        begun = perf_counter()
        response = self.get_response(request)
        response.headers[HEADER] = name
        if settings.LOG_REQUESTS:
            log(request, response, 1000 * (perf_counter() - begun), tally.queries)
        return response


def id_of(environ: dict) -> str:
    """Return the name that the server before this one gave the request, where it is trusted to; else a new one."""
    given = environ.get("HTTP_X_REQUEST_ID", "") if is_trusted(environ.get("REMOTE_ADDR", "")) else ""
    return given if WELL_FORMED.fullmatch(given) else secrets.token_hex(8)


def log(request, response, milliseconds: float, queries: int) -> None:
    fields = {
        "method": method_of(request),
        "route": route_of(request),
        "status": response.status_code,
        "milliseconds": round(milliseconds, 1),
        "queries": queries,
    }
    logger.info(
        "%(method)s %(route)s %(status)s %(milliseconds)s ms %(queries)s queries",
        fields,
        extra={"fields": fields},
    )


def method_of(request) -> str:
    """Return the method of a request; a reader may call one what they like, and that is not repeated."""
    return request.method if request.method in ("GET", "HEAD", "POST") else "other"


def route_of(request) -> str:
    """Return the name of a request's address, which is the same for all that it may hold; "none" where nothing answers."""
    match = request.resolver_match
    if match is None:
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return "none"
    return match.view_name or match.route
