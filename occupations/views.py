"""Search of the occupations. The page of one occupation shows its draws too: eedraws/pages/occupations.py."""

from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone

from core import params
from core.kept import KeptQueries
from occupations.filters import OccupationFilter
from occupations.finding import find, results
from occupations.lists import all_lists
from occupations.models import CategoryVersion, Occupation
from occupations.search import near_titles

FOUND_PER_PAGE = 20
ALL_PER_PAGE = 50
SUGGESTIONS = 8
# So many queries are in hand, each with all that it finds. Who asked is in none of them.
IN_HAND = 4


def occupation_list(request):
    """Search box with its filter; what was found, or all that the filter leaves; without a question, the lists."""
    if "suggest" in request.GET:
        return suggestions(request, params.text(request, "q"))
    return render(request, "occupations/occupation_list.html", LISTS.of(request))


def list_for(request: HttpRequest) -> dict:
    """Return the context of the list for a query."""
    query = params.text(request, "q")
    versions = [version for version in all_lists().versions if version.has_list]
    filters = OccupationFilter(request.GET, versions=versions)
    context = {"query": query, "filter": filters, "is_asked": bool(query) or filters.is_used}
    if context["is_asked"]:
        context |= answer(request, query, filters)
    else:
        in_force = CategoryVersion.objects.in_force().filter(has_list=True)
        context["in_force"] = list(in_force.with_counts().select_related("category"))
    return context


LISTS = KeptQueries(list_for, IN_HAND)


def answer(request, query, filters):
    """Return what the page shows in answer to `query` and `filters`."""
    found = find(query, filters.qs)
    page = params.page(request, found, FOUND_PER_PAGE if query else ALL_PER_PAGE)
    shown = results(query, page.object_list, filters.day, filters.versions)
    return {
        "page_obj": page,
        "results": shown,
        "named": [place for result in shown for place in result.standing.named],
        "near": near_titles(query) if query and not found else [],
    }


def suggestions(request, query):
    """The best answers to what is being typed, a part of a page for static/js/job-suggestions.js."""
    # The last word may be half typed: then those before it count.
    begun = filter(None, (query, query.rpartition(" ")[0]))
    found = next(filter(None, (find(text, Occupation.objects.all()) for text in begun)), [])
    awaited = CategoryVersion.objects.awaited()
    shown = results(query, found[:SUGGESTIONS], timezone.localdate(), awaited)
    response = render(request, "occupations/suggestions.html", {"results": shown})
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
