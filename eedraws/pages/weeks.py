"""A week of the record with its draws and its roundups."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from articles.models import Article
from draws.clock import Week
from draws.record import public_draws
from draws.trends import totals
from eedraws.sharing import shared_week


def week(request, week):
    """The week's draws in the order in which they were held. A week to come is no page."""
    span = week.span
    if span.start > timezone.localdate():
        raise Http404
    draws = public_draws()
    rounds = draws.between(*span)
    context = {
        "week": week,
        "span": span,
        "rounds": rounds,
        "totals": totals(rounds),
        "roundups": Article.objects.published()
        .roundups()
        .filter(week_start=span.start)
        .newest_first()
        .for_list(),
        "previous": week_of_first(round for round in draws.newest_first if round.date < span.start),
        "next": week_of_first(round for round in draws.rounds if round.date > span.end),
        **shared_week(week, rounds, request.path),
    }
    return render(request, "draws/week.html", context)


def week_of_first(rounds) -> Week | None:
    """Return the week of the first of `rounds`: the nearest week that has a draw."""
    first = next(iter(rounds), None)
    return first and Week.of(first.date)
