"""Every correction of a public figure, of a published list and of an article, on a page and as a feed."""

from collections.abc import Sequence

from django.conf import settings
from django.db.models import QuerySet, Value
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.correcting import note_in_words
from articles.models import ArticleCorrection
from core import params
from core.corrections import Correction
from core.feeds import ReadableFeed
from core.outside import without_controls
from draws.models import RoundCorrection
from occupations.change_words import correction_in_words
from occupations.models import ListCorrection

PER_PAGE = 50


def public() -> dict[str, QuerySet]:
    """Return the corrections that readers may see, by what they correct."""
    return {
        "round": RoundCorrection.objects.public(),
        "list": ListCorrection.objects.all(),
        "article": ArticleCorrection.objects.public(),
    }


def places() -> QuerySet:
    """Return what is corrected and the primary key of every public correction, the newest first."""
    rows = [
        found.order_by().annotate(corrects=Value(name)).values_list("made_at", "corrects", "pk")
        for name, found in public().items()
    ]
    return rows[0].union(*rows[1:], all=True).order_by("-made_at", "corrects", "-pk")


def filled(rows: Sequence[tuple]) -> list[tuple[str, Correction]]:
    """Return the corrections that rows of `places` name, each with what it corrects, with a query for each kind."""
    found = {
        name: corrections.for_list().in_bulk(wanted)
        for name, corrections in public().items()
        if (wanted := [pk for _made_at, corrects, pk in rows if corrects == name])
    }
    return [(corrects, found[corrects][pk]) for _made_at, corrects, pk in rows]


def correction_list(request):
    page = params.page(request, places(), PER_PAGE)
    context = {"page_obj": page, "corrections": filled(page.object_list)}
    return render(request, "pages/corrections.html", context)


class CorrectionFeed(ReadableFeed):
    """The newest corrections as Atom. Its addresses are the site's own, whatever the request calls it."""

    author_name = "eedraws"

    def title(self):
        return _("Corrections of Express Entry draws, lists and articles")

    def subtitle(self):
        return _("What was changed after it had been published here, with what it was.")

    def link(self):
        return settings.SITE_URL + reverse("correction-list")

    def feed_url(self):
        return settings.SITE_URL + reverse("correction-feed")

    def feed_guid(self):
        return self.feed_url()

    def items(self):
        return [correction for _corrects, correction in filled(places()[:PER_PAGE])]

    def item_title(self, item):
        if isinstance(item, ListCorrection):
            values = {"name": item.version.name, "number": item.version.number}
            return _("%(name)s: list of version %(number)s corrected") % values
        if isinstance(item, ArticleCorrection):
            return _("Article corrected: %(title)s") % {"title": without_controls(item.article.title)}
        return _("Draw %(number)s: %(figure)s corrected") % {
            "number": item.round.number,
            "figure": item.figure,
        }

    def item_description(self, item):
        if isinstance(item, ListCorrection):
            return correction_in_words(item)
        if isinstance(item, ArticleCorrection):
            return without_controls(note_in_words(item))
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
