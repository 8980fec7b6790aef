"""The pool of candidates: all counts of it, and one."""

from django.shortcuts import get_object_or_404, render

from core import params
from draws.charts.figures import counts_of, pool_figure, pool_over_time_figure
from draws.charts.pools import GROUPS
from draws.models import PoolDistribution, Round

PER_PAGE = 50


def pool_list(request):
    """The newest count by score, all counts over time, and their table."""
    counts = list(PoolDistribution.objects.public().with_candidates(GROUPS).order_by("-as_of"))
    context = {
        "page_obj": params.page(request, counts, PER_PAGE),
        "newest": counts[0] if counts else None,
        "bars": pool_figure(counts[0].bands.all()) if counts else None,
        "over_time": pool_over_time_figure(counts_of(counts)),
    }
    return render(request, "draws/pool_list.html", context)


def pool(request, day):
    """One count by score, with the draws that it came with."""
    public = PoolDistribution.objects.public()
    found = get_object_or_404(public, as_of=day)
    context = {
        "pool": found,
        "bars": pool_figure(found.bands.all()),
        "rounds": Round.objects.public_record().filter(pool=found).newest_first().for_list(),
        "previous": public.filter(as_of__lt=day).order_by("-as_of").first(),
        "next": public.filter(as_of__gt=day).order_by("as_of").first(),
    }
    return render(request, "draws/pool_detail.html", context)
