"""Feeds of draws, all or of one type, for readers that ask again by themselves."""

from datetime import datetime, time

from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.api import absolute
from core.feeds import JSONFeed, ReadableFeed
from core.problems import problem
from draws.models import Round
from eedraws.age import age_of_record
from occupations.models import Category

ENTRIES = 50


class DrawFeed(ReadableFeed):
    """The newest draws as Atom; the object is the type of draw, None for all."""

    url_name = "draw-feed-atom"
    author_name = "eedraws"
    author_link = settings.SITE_URL

    def __call__(self, request, *args, **kwargs):
        slug = request.GET.get("category", "")
        self_of = Category.objects.filter(slug=slug.replace("\0", "")).first() if slug else None
        if slug and self_of is None:
            types = settings.SITE_URL + reverse("category-list")
            return problem(404, _("No type of draw has this name. The types of draw: %s") % types)
        response = super().__call__(request, category=self_of)
        # A withdrawn draw makes the newest change older: only the ETag tells.
        del response["Last-Modified"]
        return response

    def get_object(self, request, category):
        return category

    def title(self, category):
        return _("Express Entry draws: %s") % category.name if category else _("Express Entry draws")

    def link(self, category):
        return absolute(category) if category else settings.SITE_URL + reverse("round-list")

    def feed_url(self, category):
        query = f"?category={category.slug}" if category else ""
        return settings.SITE_URL + reverse(self.url_name) + query

    def feed_guid(self, category):
        return self.feed_url(category)

    def subtitle(self, category):
        record = age_of_record()
        if record.stale and record.complete_to:
            day = date_format(record.complete_to)
            return _("Record complete to %s; later draws may be missing.") % day
        return _("Cut-offs and invitations of each draw, as IRCC publishes them.")

    def items(self, category):
        rounds = Round.objects.public_record().newest_first().for_list()
        return (rounds.of(category) if category else rounds)[:ENTRIES]

    def item_title(self, round):
        return _("Draw %(number)s: %(type)s, cut-off %(cutoff)s") % {
            "number": round.number,
            "type": round.category.name,
            "cutoff": round.crs_cutoff,
        }

    def item_description(self, round):
        text = _("%(date)s: %(invitations)s invitations, cut-off %(cutoff)s points.") % {
            "date": date_format(round.date),
            "invitations": intcomma(round.invitations),
            "cutoff": intcomma(round.crs_cutoff),
        }
        if round.category.includes_nomination:
            text += " " + _("The cut-off includes 600 points for the nomination.")
        return text

    def item_link(self, round):
        return absolute(round)

    def item_guid(self, round):
        return absolute(round)

    def item_pubdate(self, round):
        """Return when the draw was held, from the start of its day where no time is known."""
        return round.held_at or datetime.combine(round.date, time.min, timezone.get_default_timezone())

    def item_updateddate(self, round):
        return round.figures_changed_at or round.published_at

    def item_categories(self, round):
        return [round.category.slug]


class DrawJSONFeed(DrawFeed):
    """The same as JSON Feed."""

    feed_type = JSONFeed
    url_name = "draw-feed-json"
