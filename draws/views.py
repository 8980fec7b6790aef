"""The record of draws: the list with its filter, a year, a month. The page of one draw: eedraws/pages/rounds.py."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from django.http import Http404, HttpRequest
from django.shortcuts import redirect, render
from django.utils import timezone

from core import params
from core.kept import KeptQueries
from draws.charts.figures import invitation_figures
from draws.clock import FIRST_YEAR, Span, month_span, year_span
from draws.filters import RoundFilter
from draws.models import Round
from draws.record import public_draws
from draws.trends import Totals, totals

PER_PAGE = 50
# So many queries are in hand.
IN_HAND = 20


def round_list(request):
    """The record, filtered and sorted, 50 a page, with the totals of all that is filtered."""
    return render(request, "draws/round_list.html", LISTS.of(request))


def list_for(request: HttpRequest) -> dict:
    """Return the context of the list for a query."""
    filters = RoundFilter(request.GET, Round.objects.public_record().newest_first())
    rounds = found_by(filters)
    page = params.page(request, rounds, PER_PAGE)
    years = range(timezone.localdate().year, FIRST_YEAR - 1, -1)
    return {"filter": filters, "page_obj": page, "totals": totals(rounds), "years": years}


LISTS = KeptQueries(list_for, IN_HAND)


def found_by(filters: RoundFilter) -> Sequence[Round]:
    """Return the draws that a filter leaves, in its order: which they are is all that is asked of the database."""
    found = filters.qs
    draws = public_draws()
    if not filters.query:
        return draws.newest_first
    return [draws.by_pk[pk] for pk in found.values_list("pk", flat=True) if pk in draws.by_pk]


def latest_round(request):
    """Lead to the newest draw of the record."""
    newest = Round.objects.public_record().newest_first().first()
    if newest is None:
        raise Http404
    return redirect(newest)


def draw_year(request, year):
    """All draws of a year with its totals and months."""
    span = year_span(year)
    rounds = rounds_of(span)
    context = {
        "year": year,
        "span": span,
        "rounds": rounds,
        "totals": totals(rounds),
        "months": months_of(rounds),
        "figures": invitation_figures(rounds),
        "previous": year - 1 if year > FIRST_YEAR else None,
        "next": year + 1 if year < timezone.localdate().year else None,
    }
    return render(request, "draws/draw_year.html", context)


def draw_month(request, year, month):
    """All draws of a month with its totals."""
    span = month_span(year, month)
    rounds = rounds_of(span)
    before = date(year - (month == 1), month - 1 or 12, 1)
    after = date(year + (month == 12), month % 12 + 1, 1)
    context = {
        "span": span,
        "rounds": rounds,
        "totals": totals(rounds),
        "previous": before if before.year >= FIRST_YEAR else None,
        "next": after if after <= timezone.localdate() else None,
    }
    return render(request, "draws/draw_month.html", context)


def rounds_of(span: Span) -> Sequence[Round]:
    """Return the draws of a span of days, newest first. Days to come are no page: 404."""
    if span.start > timezone.localdate():
        raise Http404
    return public_draws().between(*span)[::-1]


def months_of(rounds: Sequence[Round]) -> list[tuple[date, Totals]]:
    """Return the first day and the totals of each month that has draws, in the order of `rounds`."""
    by_month = groupby(rounds, key=lambda round: round.date.replace(day=1))
    return [(first, totals(group)) for first, group in by_month]
