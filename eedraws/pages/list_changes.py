"""Every change of the lists, the newest first: on a page and as a feed."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core import params
from core.api import absolute, start_of
from core.feeds import ReadableFeed
from occupations.change_words import correction_in_words, heading, sentences
from occupations.changes import Kind, ListChange, list_changes
from occupations.models import CategoryVersion, ListCorrection
from occupations.versions import Comparison, comparison, lists_of

DAYS_PER_PAGE = 20
ENTRIES = 50


class Entry(NamedTuple):
    """Something that happened to a list: what it is called, what it says, where to read more."""

    day: date
    anchor: str
    version: CategoryVersion
    title: str
    sentences: list[str]
    published: datetime
    updated: datetime
    comparison: Comparison | None = None
    correction: ListCorrection | None = None

    @property
    def added(self):
        return self.comparison.difference.added if self.comparison and self.comparison.difference else []

    @property
    def removed(self):
        return self.comparison.difference.removed if self.comparison and self.comparison.difference else []

    def get_absolute_url(self) -> str:
        return (self.correction or self.comparison or self.version).get_absolute_url()


def entries(today: date) -> list[Entry]:
    """Return everything that happened up to a day, the newest day first, with three queries."""
    versions = list(CategoryVersion.objects.category_based().with_counts().select_related("category"))
    corrections = list(ListCorrection.objects.newest_first().for_list())
    lists = lists_of(versions)
    corrected = {correction.version_id: correction.made_at for correction in reversed(corrections)}
    found = [entry_of(change, lists, corrected) for change in list_changes(versions, until=today)]
    found += map(entry_of_correction, corrections)
    return sorted(found, key=lambda entry: entry.day, reverse=True)


def entry_of(change: ListChange[CategoryVersion], lists, corrected: dict[int, datetime]) -> Entry:
    """Tell a change; a later correction of the list moves its time, since it counts anew."""
    version = change.version
    compared = None
    if change.before and change.kind is not Kind.ENDED:
        compared = comparison(change.before, version, lists)
    published = start_of(change.day)
    return Entry(
        change.day,
        f"{version.category.slug}-v{version.number}-{change.stage}",
        version,
        heading(change),
        sentences(change, compared),
        published,
        max(published, corrected.get(version.pk, published)),
        compared,
    )


def entry_of_correction(correction: ListCorrection) -> Entry:
    version = correction.version
    return Entry(
        timezone.localtime(correction.made_at).date(),
        f"correction-{correction.pk}",
        version,
        _("%(name)s: list of version %(number)s corrected")
        % {"name": version.name, "number": version.number},
        [correction_in_words(correction)],
        correction.made_at,
        correction.made_at,
        correction=correction,
    )


def by_day(found: list[Entry]) -> Iterator[tuple[date, list[Entry]]]:
    for day, group in groupby(found, key=lambda entry: entry.day):
        yield day, list(group)


def list_change_list(request):
    """The days on which a list changed, the newest first, with what happened to which."""
    days = list(by_day(entries(timezone.localdate())))
    page = params.page(request, days, DAYS_PER_PAGE)
    return render(request, "occupations/list_changes.html", {"page_obj": page})


class ListChangeFeed(ReadableFeed):
    """The newest changes. Its addresses are the site's own, whatever the request calls it."""

    author_name = "eedraws"
    author_link = settings.SITE_URL

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        # A change that an editor takes back makes the newest one older: only the ETag tells.
        del response["Last-Modified"]
        return response

    def title(self):
        return _("Changes of the Express Entry lists of occupations")

    def subtitle(self):
        return _("Types of draw that came, changed or ended, their lists, and corrections of these.")

    def link(self):
        return settings.SITE_URL + reverse("list-changes")

    def feed_url(self):
        return settings.SITE_URL + reverse("list-changes-feed")

    def feed_guid(self):
        return self.feed_url()

    def items(self):
        return entries(timezone.localdate())[:ENTRIES]

    def item_title(self, entry):
        return entry.title

    def item_description(self, entry):
        parts = [*entry.sentences]
        for words, listings in ((_("Added: %s."), entry.added), (_("Removed: %s."), entry.removed)):
            if listings:
                named = (f"{listing.occupation.code} {listing.title_as_published}" for listing in listings)
                parts.append(words % "; ".join(named))
        return " ".join(parts)

    def item_link(self, entry):
        return absolute(entry)

    def item_guid(self, entry):
        return f"{self.link()}#{entry.anchor}"

    def item_pubdate(self, entry):
        return entry.published

    def item_updateddate(self, entry):
        return entry.updated

    def item_categories(self, entry):
        return [entry.version.category.slug]
