"""Which public views take forms that are sent, and from where: the gate of eedraws/middleware.py refuses POST everywhere else."""

from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_callable
from django.views.decorators.csrf import csrf_exempt


def accepts_post(view):
    """Mark a public view as one that takes what pages of this site send.

    What readers send acts for nobody who is signed in, so no cookie has to prove it theirs: docs/decisions/0030.
    """

    @csrf_exempt
    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.method == "POST":
            if not (is_from_here(request) or getattr(request, "_dont_enforce_csrf_checks", False)):
                return get_callable(settings.CSRF_FAILURE_VIEW)(request)
            # As Django's own check leaves it: the form was proved to be one of ours.
            request.csrf_processing_done = True
        return view(request, *args, **kwargs)

    return accepts_post_from_anywhere(checked)


def accepts_post_from_anywhere(view):
    """Mark a public view as one that takes POST whoever sends it: the address is the proof that they may."""
    view.accepts_post = True
    return view


def is_from_here(request: HttpRequest) -> bool:
    """Whether a browser says that a page of this very host sent the request; whoever says nothing is not believed."""
    if (site := request.headers.get("Sec-Fetch-Site")) is not None:
        return site == "same-origin"
    # Browsers of before 2023, and sites without HTTPS.
    try:
        sender = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", ""))
    except ValueError:
        return False
    return (sender.scheme, sender.netloc) == (request.scheme, request.get_host())
