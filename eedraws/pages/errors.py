"""Answers to what cannot be answered, in the site's own words and look. None repeats what was sent."""

import logging
import sys

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from core.problems import problem
from eedraws.database import Fault, fault_of
from eedraws.pages.again import to_send_again

logger = logging.getLogger(__name__)

# Seconds.
RETRY_AFTER = "30"

# By status: the heading and what to do about it.
WORDS = {
    400: (
        _("This request cannot be read"),
        _("Check the address for a mistake, or start from the home page."),
    ),
    403: (
        _("You may not do this"),
        _("Your account does not have the permission. Ask whoever runs the site."),
    ),
    405: (
        _("This cannot be done here"),
        _("Pages of this site can be read, and nothing else can be done to them."),
    ),
    413: (_("This is too much to send"), _("Send less at a time: the text or the file is too large.")),
    414: (_("This address is too long"), _("Use fewer filters, or start from the home page.")),
    415: (_("This form was sent in a way we cannot read"), _("Send it again from the page, in a browser.")),
    500: (
        _("Something went wrong on our side"),
        _("The error has been noted. Try again in a few minutes; other pages may well work."),
    ),
    503: (
        _("The site cannot do this at the moment"),
        _(
            "Its database does not answer. Try again in half a minute. Nothing was saved: what you typed is still in "
            "the form when you go back."
        ),
    ),
    507: (
        _("There is no room to save this"),
        _(
            "The site's disk is full. Nothing was saved, and what readers see is whole. Tell whoever runs the site: when "
            "there is room again, send it again."
        ),
    ),
}
READ_ONLY_WORDS = (
    _("Nothing can be saved at the moment"),
    _(
        "The site's database can only be read. Nothing was saved, and what readers see is whole. Tell whoever runs the "
        "site, and send it again later."
    ),
)


def refusal(status, headers=None, words=None, sent=()) -> HttpResponse:
    """Return a small complete page. It needs no database, no session and no request.

    `sent` are the names and values of a form, which the page offers to send again.
    """
    heading, text = words or WORDS[status]
    html = render_to_string("error.html", {"heading": heading, "text": text, "sent": sent})
    return HttpResponse(html, status=status, headers=headers)


def is_api(request) -> bool:
    """Whether a program asks, which reads problems and not pages."""
    return request.path_info.startswith("/api/")


def refusal_of(request, status, headers=None) -> HttpResponse:
    """Return the refusal in the form that the one who asks can read."""
    return problem(status, headers=headers) if is_api(request) else refusal(status, headers)


def bad_request(request, exception):
    return refusal_of(request, 400)


def permission_denied(request, exception):
    return refusal_of(request, 403)


def csrf_failure(request, reason=""):
    return refusal(
        403,
        words=(
            _("This form could not be trusted"),
            _(
                "It was open for too long, came from another site, or your browser blocks this site's cookies. "
                "Go back, reload the page and send it again: what you typed is still in the form."
            ),
        ),
    )


def page_not_found(request, exception):
    return render(request, "404.html", {"canonical_url": ""}, status=404)


def server_error(request):
    """The page of last resort: when even the template fails, plain words are left.

    A database that does not answer in time, has no room or takes no writes is no fault of the page: it is asked again
    later, and what was typed is kept until then.
    """
    try:
        fault = fault_of(sys.exception())
        return refusal_of(request, 500) if fault is None else unsaved(request, fault)
    except Exception:
        logger.exception("The error page itself failed")
        heading, text = WORDS[500]
        return HttpResponse(
            f'<!doctype html><html lang="en"><title>{heading}</title><h1>{heading}</h1><p>{text}</p></html>',
            status=500,
        )


def unsaved(request, fault: Fault) -> HttpResponse:
    """Say what the database lacks, to whom asked or sent something."""
    status = 507 if fault is Fault.FULL else 503
    headers = {"Retry-After": RETRY_AFTER}
    if is_api(request):
        return problem(status, headers=headers)
    words = READ_ONLY_WORDS if fault is Fault.READ_ONLY else WORDS[status]
    return refusal(status, headers, words, to_send_again(request))
