"""A week of the record with its draws and its roundups."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from articles.models import Article
from draws.clock import Week
from draws.models import Round
from draws.trends import totals


def week(request, week):
    """The week's draws in the order in which they were held. A week to come is no page."""
    span = week.span
    if span.start > timezone.localdate():
        raise Http404
    record = Round.objects.public_record()
    rounds = list(record.between(*span).oldest_first().for_list())
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
        "previous": week_of_first(record.filter(date__lt=span.start).newest_first()),
        "next": week_of_first(record.filter(date__gt=span.end).oldest_first()),
    }
    return render(request, "draws/week.html", context)


def week_of_first(rounds) -> Week | None:
    """Return the week of the first of `rounds`: the nearest week that has a draw."""
    day = rounds.values_list("date", flat=True).first()
    return day and Week.of(day)
