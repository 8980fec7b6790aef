"""Pictures for where a link is shared. An address of one says what is in it, so it never changes."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from eedraws.cards.finding import find, path_of
from eedraws.cards.store import Busy, kept


def card(request, kind, key, digest, size):
    """A picture; from the address of one that says something else by now, lead to the present one."""
    found = find(kind, key)
    if found is None:
        raise Http404
    if digest != found.digest:
        return redirect(path_of(found, size))
    try:
        return png(kept(found, size), "public, max-age=31536000, immutable")
    except Busy:
        return HttpResponse(
            status=503, headers={"Retry-After": "5"}, content_type="text/plain; charset=utf-8"
        )


def png(picture: bytes, caching: str) -> HttpResponse:
    """Answer with a picture, which other sites may show."""
    headers = {"Cache-Control": caching, "Cross-Origin-Resource-Policy": "cross-origin"}
    return HttpResponse(picture, content_type="image/png", headers=headers)
