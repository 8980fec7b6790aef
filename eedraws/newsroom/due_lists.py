"""What is to be done about lists of occupations."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eedraws.newsroom.lines import SHOWN, Item, Line, first_few
from occupations.models import CategoryVersion


def awaited(user):
    """Lists that were announced, and not published when somebody last looked."""
    if not user.has_perm("occupations.change_categoryversion"):
        return None
    versions = CategoryVersion.objects.filter(list_awaited=True).select_related("category")
    found, count = first_few(versions.order_by("announced", "pk"))
    items = [
        Item(
            str(version),
            reverse("admin:occupations_categoryversion_publish", args=[version.pk]),
            _("announced on %(day)s") % {"day": date_format(version.announced)} if version.announced else "",
        )
        for version in found
    ]
    title, nothing = _("Lists announced and not published"), _("No list is awaited.")
    everything = reverse("admin:occupations_categoryversion_changelist") + "?list_awaited__exact=1"
    return Line(title, nothing, count, items, everything)


def unverified(user):
    """Entries of lists that nobody compared with the official page, by version, those in force first."""
    if not user.has_perm("occupations.change_categoryversion"):
        return None
    versions = CategoryVersion.objects.select_related("category").annotate(
        unverified=Count("listings", filter=Q(listings__verified_on=None))
    )
    found = list(versions.filter(unverified__gt=0).order_by("category__order", "number", "pk"))
    found.sort(key=lambda version: version.valid_to is not None)
    items = [
        Item(
            str(version),
            reverse("admin:occupations_categoryversion_verify", args=[version.pk]),
            _entries(version.unverified),
        )
        for version in found[:SHOWN]
    ]
    title = _("Lists not compared with the official page")
    nothing = _("Every entry of every list was compared with the official page.")
    everything = reverse("admin:occupations_listing_changelist") + "?verified=no"
    return Line(title, nothing, len(found), items, everything)


def _entries(count):
    return ngettext("%(count)s entry", "%(count)s entries", count) % {
        "count": number_format(count, force_grouping=True)
    }
