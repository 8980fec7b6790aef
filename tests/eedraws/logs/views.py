"""Views that break and quote what a reader sent: a test's own addresses beside those of the site."""

from django.db import IntegrityError, OperationalError
from django.urls import path

from core.posting import accepts_post
from eedraws import urls as site

handler400, handler403 = site.handler400, site.handler403
handler404, handler500 = site.handler404, site.handler500


@accepts_post
def quoting(request, word):
    int(request.POST.get("name") or request.GET.get("q") or word)


def quoting_later(request, word):
    try:
        int(word)
    except ValueError:
        raise IntegrityError(f"Key (email)=({word}) already exists.") from None


def leading_to(request, word):
    try:
        int(word)
    except ValueError as error:
        raise OperationalError("database is locked") from error


urlpatterns = [
    path("quoting/<str:word>/", quoting, name="quoting"),
    path("quoting-later/<str:word>/", quoting_later, name="quoting-later"),
    path("leading-to/<str:word>/", leading_to, name="leading-to"),
    *site.urlpatterns,
]
