"""Every correction of a public figure, on a page and as a feed."""

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import params
from core.feeds import ReadableFeed
from draws.models import RoundCorrection

PER_PAGE = 50


def corrections():
    return RoundCorrection.objects.public().newest_first().for_list()


def correction_list(request):
    page = params.page(request, corrections(), PER_PAGE)
    return render(request, "pages/corrections.html", {"page_obj": page})


class CorrectionFeed(ReadableFeed):
    """The newest corrections as Atom. Its addresses are the site's own, whatever the request calls it."""

    author_name = "eedraws"

    def title(self):
        return _("Corrections of Express Entry draws")

    def subtitle(self):
        return _("Figures that were changed after they had been published here, with what they were.")

    def link(self):
        return settings.SITE_URL + reverse("correction-list")

    def feed_url(self):
        return settings.SITE_URL + reverse("correction-feed")

    def feed_guid(self):
        return self.feed_url()

    def items(self):
        return corrections()[:PER_PAGE]

    def item_title(self, item):
        return _("Draw %(number)s: %(figure)s corrected") % {
            "number": item.round.number,
            "figure": item.figure,
        }

    def item_description(self, item):
        return _("%(figure)s: %(new)s; until then %(old)s. %(kind)s: %(reason)s") % {
            "figure": item.figure,
            "new": item.new_shown,
            "old": item.old_shown,
            "kind": item.get_kind_display(),
            "reason": item.reason,
        }

    def item_link(self, item):
        return settings.SITE_URL + item.get_absolute_url()

    def item_guid(self, item):
        return self.item_link(item)

    def item_pubdate(self, item):
        return item.made_at

    def item_updateddate(self, item):
        return item.made_at
