"""What machines ask for before pages: where they may go, what there is, and where a weakness is reported."""

from datetime import UTC, timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from eedraws.sitemaps import SECTIONS, recent_news

XML = "application/xml"
# The newsroom's: nothing for readers to find. A draft says itself that it is not to be found, which only who may read it learns.
CLOSED = ("/admin/", "/styleguide/")
# Whoever keeps a copy of the file asks again after this.
SECURITY_HOLDS = timedelta(days=180)


def robots(request):
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), ""]
    lines.append(f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def security(request):
    """Where to report a weakness (RFC 9116)."""
    expires = (
        timezone.now().astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + SECURITY_HOLDS
    )
    lines = [
        f"Contact: {settings.SITE_URL}{reverse('contact')}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {settings.SITE_URL}{reverse('security')}",
        "Preferred-Languages: en, fr",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def sitemap(request):
    """The parts of the map that have something in them: one without a page would not be valid."""
    parts = []
    for name, section in SECTIONS.items():
        items = section().items()
        if items:
            changes = [changed for _address, changed in items if changed]
            location = settings.SITE_URL + reverse("sitemap-section", args=[name])
            parts.append({"location": location, "last_mod": max(changes, default=None)})
    if news := recent_news():
        location = settings.SITE_URL + reverse("sitemap-news")
        parts.append({"location": location, "last_mod": news[0].published_at})
    return render(request, "sitemap_index.xml", {"sitemaps": parts}, content_type=XML)


def sitemap_section(request, name):
    section = SECTIONS.get(name)
    if section is None:
        raise Http404
    return render(request, "sitemap.xml", {"urlset": section().get_urls()}, content_type=XML)


def sitemap_news(request):
    """The newest news, in the form that Google asks for."""
    return render(request, "sitemap_news.xml", {"articles": recent_news()}, content_type=XML)
