"""Which public views take forms that are sent, and from where: the gate of eedraws/middleware.py refuses POST everywhere else."""

from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest
from django.urls import get_callable
from django.views.decorators.csrf import csrf_exempt

# Django's name, by which other programs know a form that is protected.
TOKEN = "csrfmiddlewaretoken"
SIGNER = TimestampSigner(salt="core.posting")
# In seconds: a form that was open for longer is to be loaded anew.
TOKEN_LASTS = 24 * 60 * 60


def new_token() -> str:
    """Return what a form bears that is shown now: proof, without a cookie, that a page of ours was loaded for it."""
    return SIGNER.sign("form")


def accepts_post(view):
    """Mark a public view as one that takes what pages of this site send: a browser says so, and the form has our token.

    What readers send acts for nobody who is signed in, so no cookie has to prove it theirs: docs/decisions/0030.
    """

    @csrf_exempt
    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.method == "POST":
            is_ours = is_from_here(request) and has_token(request)
            if not (is_ours or getattr(request, "_dont_enforce_csrf_checks", False)):
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


def has_token(request: HttpRequest) -> bool:
    """Whether a form bears a token that was given out within a day."""
    try:
        SIGNER.unsign(request.POST.get(TOKEN, ""), max_age=TOKEN_LASTS)
    except BadSignature:
        return False
    return True
