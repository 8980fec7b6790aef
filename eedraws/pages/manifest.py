"""What a phone needs to keep the site among its apps, and the icon that browsers ask for unbidden."""

from django.http import HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

PAPER = "#fbf9f4"


def manifest(request):
    """Return the web app manifest (W3C)."""
    icons = [
        {"src": static("icons/icon.svg"), "sizes": "any", "type": "image/svg+xml"},
        {"src": static("icons/icon-192.png"), "sizes": "192x192", "type": "image/png"},
        {"src": static("icons/icon-512.png"), "sizes": "512x512", "type": "image/png"},
        {
            "src": static("icons/icon-maskable-512.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
    ]
    about = {
        "name": _("eedraws: Express Entry draws"),
        "short_name": "eedraws",
        "description": _(
            "Canada's Express Entry draws: the record since 2015, the news, and what they mean for you."
        ),
        "lang": get_language(),
        "start_url": reverse("home"),
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    return JsonResponse(about, content_type="application/manifest+json")


def favicon(request):
    return HttpResponseRedirect(static("icons/favicon.ico"))
