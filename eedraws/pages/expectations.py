"""The ledger of what was expected of draws, beside what came and the naive forecast."""

from collections.abc import Sequence

from django.shortcuts import render

from articles.expectations.baseline import SINCE
from articles.expectations.ledger import Line, baselines, lines, record_of
from articles.expectations.scoring import tally
from articles.models import Expectation
from core import params
from occupations.models import Category

PER_PAGE = 50


def expectation_list(request):
    """What was judged, page by page; what is open and what is never scored stands whole, apart."""
    record = record_of()
    everything = lines(Expectation.objects.public().newest_first().for_list(), record)
    types = types_of(everything)
    chosen = params.choice(request, "category", [category.slug for category in types])
    shown = [line for line in everything if chosen in ("", line.category.slug)]
    counted = [line for line in shown if not line.is_apart]
    judged = nominees_last(line for line in counted if not line.is_open)
    naive = baselines(record)
    context = {
        "page_obj": params.page(request, judged, PER_PAGE),
        "open": nominees_last(line for line in counted if line.is_open),
        "apart": [line for line in shown if line.is_apart],
        "types": types,
        "chosen": next((category for category in types if category.slug == chosen), None),
        "tallies": tallies(judged),
        "baselines": naive,
        "named": [*everything, *naive],
        "since": SINCE,
    }
    return render(request, "pages/expectations.html", context)


def types_of(found: Sequence[Line]) -> list[Category]:
    """Return the types of draw that forecasts are about, in their order."""
    types = {line.expectation.category_id: line.category for line in found}
    return sorted(types.values(), key=lambda category: (category.order, category.pk))


def nominees_last(found) -> list[Line]:
    return sorted(found, key=lambda line: line.category.includes_nomination)


def tallies(judged: Sequence[Line]) -> list[dict]:
    """Add up what was scored: nominees, whose cut-offs contain 600 points, apart from the others."""
    found = []
    for nominees in (False, True):
        scores = [line.score for line in judged if line.category.includes_nomination == nominees]
        if (added := tally(scores)).scored:
            found.append({"nominees": nominees, "tally": added})
    return found
