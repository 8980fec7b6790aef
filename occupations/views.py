"""Search of the occupations. The page of one occupation shows its draws too: eedraws/pages/occupations.py."""

from collections import defaultdict
from typing import NamedTuple

from django.shortcuts import render
from django.utils import timezone

from core import params
from occupations.models import CategoryVersion, Listing, Occupation
from occupations.search import JobTitle, Match, search
from occupations.standing import Standing, standing

PER_PAGE = 20


class Result(NamedTuple):
    """An occupation found, where it stands today, and the everyday title that it was found by, if any."""

    occupation: Occupation
    standing: Standing[Listing]
    job_title: JobTitle | None


def occupation_list(request):
    """Search box; what was found; without a question, the lists in force."""
    query = params.text(request, "q")
    page = params.page(request, search(query), PER_PAGE)
    found = results(page.object_list)
    named = [listing for result in found for listing in result.standing.named]
    context = {"query": query, "page_obj": page, "results": found, "named": named}
    if not page.object_list:
        lists = CategoryVersion.objects.in_force().filter(has_list=True)
        context["versions"] = lists.with_counts().select_related("category")
    return render(request, "occupations/occupation_list.html", context)


def results(matches: list[Match]) -> list[Result]:
    """Return what a page shows of `matches`, with two queries."""
    if not matches:
        return []
    found = Occupation.objects.in_bulk([match.occupation_id for match in matches])
    listings = defaultdict(list)
    for listing in Listing.objects.filter(occupation__in=found).for_list():
        listings[listing.occupation_id].append(listing)
    today = timezone.localdate()
    return [
        Result(found[match.occupation_id], standing(listings[match.occupation_id], today), match.job_title)
        for match in matches
    ]
