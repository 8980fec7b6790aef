"""Types of draw: all of them, and one with its draws. Its versions: eedraws/pages/versions.py."""

from collections import defaultdict
from typing import NamedTuple

from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from core import params
from draws.charts.figures import cutoff_figure, sparklines
from draws.clock import RecordAge
from draws.models import Round
from draws.record import public_draws
from draws.trends import Change, Gap, changes, recent_gaps
from eedraws.age import age_of_record
from eedraws.pages.home import DORMANT_AFTER
from occupations.criteria import criteria_in_short
from occupations.models import Category
from occupations.versions import elsewhere_today, lists_of, since_the_last, who_left

PER_PAGE = 50


class Series(NamedTuple):
    """A type of draw with its newest draw, the change of the cut-off in it, and its gaps of the last year."""

    category: Category
    newest: Round | None
    change: Change[Round] | None
    gap: Gap | None
    draws_in_a_year: int


def category_list(request):
    """The types by kind; those without a draw in the record's last year apart."""
    record = age_of_record()
    active, dormant = defaultdict(list), []
    for series in all_series(record):
        if series.draws_in_a_year:
            active[series.category.get_kind_display()].append(series)
        else:
            dormant.append(series)
    context = {
        "record": record,
        "active": dict(active),
        "dormant": dormant,
        "sparklines": sparklines(record.complete_to),
    }
    return render(request, "occupations/category_list.html", context)


def all_series(record: RecordAge) -> list[Series]:
    """Return every type in reading order, with one query."""
    draws = public_draws()
    return [
        series_of(category, draws.of(category)[::-1], record)
        for category in Category.objects.in_reading_order()
    ]


def series_of(category: Category, rounds: list[Round], record: RecordAge) -> Series:
    """Sum up a type from its draws, given newest first and reaching back a year at least."""
    if not rounds or record.complete_to is None:
        return Series(category, None, None, None, 0)
    newest, change = changes(rounds)[0]
    dates = [round.date for round in rounds]
    recent = [day for day in dates if day >= record.complete_to - DORMANT_AFTER]
    return Series(category, newest, change, recent_gaps(dates, record.complete_to), len(recent))


def category(request, slug):
    """A type: what it is, who qualifies now, its figures, its draws, its versions."""
    found = get_object_or_404(Category, slug=slug)
    rounds = public_draws().of(found)[::-1]
    context = {
        "category": found,
        "page_obj": params.page(request, rounds, PER_PAGE),
        **figures_of(found, rounds),
        **versions_of(found),
    }
    return render(request, "occupations/category_detail.html", context)


def figures_of(category: Category, rounds: list[Round]) -> dict:
    """Return the record's age and the figures of a type, from all of its draws, given newest first."""
    record = age_of_record()
    return {
        "record": record,
        "series": series_of(category, rounds, record),
        "invitations": sum(round.invitations for round in rounds),
        "lowest": min(rounds, key=lambda round: round.crs_cutoff, default=None),
        "highest": max(rounds, key=lambda round: round.crs_cutoff, default=None),
        "figure": cutoff_figure(category, rounds[::-1]),
    }


def versions_of(category: Category) -> dict:
    """Return the versions of a category-based type, newest first, the one in force today, and who left its list."""
    if not category.is_category_based:
        return {}
    versions = list(category.versions.with_counts().select_related("category").order_by("-number"))
    lists = lists_of(versions)
    today = timezone.localdate()
    current = next((version for version in versions if version.is_in_force(today)), None)
    return {
        "versions": versions,
        "steps": [step for version in versions if (step := since_the_last(version, versions, lists))],
        "current": current,
        "criteria": criteria_in_short(current) if current else [],
        "left": who_left(since_the_last(current, versions, lists), elsewhere_today(current))
        if current
        else None,
    }
