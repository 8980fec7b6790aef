"""What went wrong, for programs: application/problem+json (RFC 9457). None repeats what was sent."""

from collections.abc import Iterable
from http import HTTPStatus

from django.http import JsonResponse

MEDIA_TYPE = "application/problem+json"

# What to say where nothing more exact is known.
DETAILS = {
    400: "The request cannot be read: its host, its path or its query.",
    403: "This is not allowed.",
    404: "There is nothing at this address. What there is: /api/v1/docs",
    405: "This can be read with GET and HEAD, and nothing else can be done to it.",
    413: "The request is too large.",
    414: "The address is too long.",
    415: "Requests have no body here.",
    422: "A parameter cannot be used; `errors` says which and why.",
    500: "Something went wrong on our side. Try again in a few minutes.",
    503: "The database does not answer at the moment. Try again after the seconds that Retry-After gives.",
    507: "The disk is full. Try again later.",
}


def problem(
    status: int, detail: str = "", errors: Iterable[tuple[str, str]] = (), headers=None
) -> JsonResponse:
    """Return the answer with this status; `errors` are pairs of a parameter and what is wrong with it."""
    content = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": str(detail or DETAILS[status]),
    }
    if errors := [{"parameter": name, "detail": str(text)} for name, text in errors]:
        content["errors"] = errors
    return JsonResponse(content, status=status, content_type=MEDIA_TYPE, headers=headers)
