"""A version of a type with its list, and the list as a file. Two versions beside each other: difference.py."""

from datetime import date
from typing import NamedTuple

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from core import params
from core.problems import problem
from core.tables import download
from draws.models import Round
from eedraws.age import age_of_record
from eedraws.pages.data import about
from occupations.api import ListingRow
from occupations.criteria import criteria_in_short
from occupations.models import CategoryVersion, Listing
from occupations.narrowing import BY_CODE, SORTS, columns, in_order, narrowed
from occupations.versions import (
    Lists,
    comparison,
    elsewhere_today,
    lists_of,
    since_the_last,
    who_left,
)


class Verification(NamedTuple):
    """How many rows of a list were compared with the official page, and when the last of them was."""

    rows: int
    total: int
    last: date | None


def versions_of(slug: str, *numbers: int) -> list[CategoryVersion]:
    """Return all versions of a category-based type, from the first on. Raises Http404 without these numbers."""
    found = CategoryVersion.objects.category_based().filter(category__slug=slug).with_counts()
    versions = list(found.select_related("category").order_by("number"))
    if not set(numbers) <= {version.number for version in versions}:
        raise Http404
    return versions


def category_version(request, slug, number):
    """A version: its dates, its criteria, its list, what changed since, the draws held under it."""
    versions = versions_of(slug, number)
    found = next(version for version in versions if version.number == number)
    lists = lists_of(versions)
    rounds = list(Round.objects.public_record().filter(version=found).newest_first().for_list())
    is_in_force = found.is_in_force(timezone.localdate())
    elsewhere = elsewhere_today(found)
    context = {
        "version": found,
        "category": found.category,
        "is_in_force": is_in_force,
        "awaited": [] if is_in_force else list(CategoryVersion.objects.awaited()),
        "criteria": criteria_in_short(found),
        "rounds": rounds,
        "first_draw": rounds[-1] if rounds else None,
        "others": [(other, comparison(found, other, lists)) for other in versions if other != found],
        "left": who_left(since_the_last(found, versions, lists), elsewhere) if is_in_force else None,
        "corrections": found.corrections.newest_first().for_list(),
        **shown_list(request, lists[found.pk], elsewhere),
    }
    return render(request, "occupations/category_version.html", context)


def shown_list(request, listings: list[Listing], elsewhere: Lists) -> dict:
    """Return the list as it is searched and sorted, each place with the occupation's places on other lists today."""
    query = params.text(request, "q")
    sort = params.choice(request, "sort", SORTS, BY_CODE)
    rows = in_order(narrowed(listings, query), sort)
    return {
        "query": query,
        "sort": sort,
        "columns": columns(query, sort, "list"),
        "rows": [(listing, elsewhere.get(listing.occupation_id, [])) for listing in rows],
        "shared": [other for listing in listings for other in elsewhere.get(listing.occupation_id, [])],
        "verification": verification(listings),
    }


def verification(listings: list[Listing]) -> Verification:
    days = [listing.verified_on for listing in listings if listing.verified_on]
    return Verification(len(days), len(listings), max(days, default=None))


def version_list(request, slug, number, format):
    """The list of a version as a file."""
    versions = versions_of(slug, number)
    found = next(version for version in versions if version.number == number)
    if not found.has_list:
        return problem(404, _("This type has no list of occupations."))
    if found.list_awaited:
        return problem(404, _("Not known yet: its list is not published yet."))
    rows = Listing.objects.filter(version=found).for_list().order_by("occupation__code", "pk")
    name = f"{slug}-v{number}"
    return download(name, format, ListingRow, rows, about(age_of_record().complete_to))
