"""Where readers are led whose address nothing answers at: one look into the table, and only then.

The home page answers every query, so old addresses such as /?p=123 are looked for before it, and only with a
parameter of WordPress's own: a page that is there costs nothing more.
"""

from django.http import HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve, reverse

from articles.models import Redirect
from articles.old_addresses import NUMBERS, OWN, asked
from eedraws.middleware import is_admin
from eedraws.pages.errors import is_api

AT_HOME = {*NUMBERS, "feed"}


class RedirectMiddleware:
    """Answers 301 in place of 404 where a redirect is known."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        if request.META.get("QUERY_STRING") and request.path_info == "/" and AT_HOME & request.GET.keys():
            return self.lead(request) or self.get_response(request)
        response = self.get_response(request)
        if response.status_code != 404 or is_admin(request) or is_api(request):
            return response
        return self.lead(request) or response

    def lead(self, request):
        """Return the redirect, if there is one; what the query has beside WordPress's own goes along."""
        location = location_of(request.path_info, request.GET)
        if location is None:
            return None
        kept = request.GET.copy()
        for name in OWN & kept.keys():
            del kept[name]
        if kept:
            location += ("&" if "?" in location else "?") + kept.urlencode()
        return HttpResponsePermanentRedirect(location)


def location_of(path, query):
    """Return where an old address leads, quoted, or None. One query to the database, or none."""
    names, feed, of_everything = asked(path, query)
    if of_everything:
        return reverse("news-feed-atom")
    found = {
        row.old_path: row for row in Redirect.objects.filter(old_path__in=names).select_related("article")
    }
    row = next((found[name] for name in names if name in found and found[name].is_open), None)
    if row is None or row.target == path:
        return None
    return feed_of(row.location, feed) if feed else row.location


def feed_of(location, name):
    """Return the feed of a page, if it has one: an article is read where it stands."""
    try:
        resolve(location + name)
    except Resolver404:
        return location
    return location + name
