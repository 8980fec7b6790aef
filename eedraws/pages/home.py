"""The front page: what the record and the newsroom have that is newest."""

from bisect import bisect_left
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.shortcuts import render
from django.utils import timezone

from articles.live import fill_standfirsts
from articles.models import Article
from core.kept import Context, KeptEach
from draws.charts.figures import sparklines
from draws.clock import Week
from draws.models import Round
from draws.record import public_draws
from draws.trends import Change, changes
from eedraws.age import age_of_record
from occupations.changes import list_changes
from occupations.lists import all_lists

# A type of draw without one for so long, counted back from the end of the record, stands apart.
DORMANT_AFTER = timedelta(days=365)
DAYS_OF_CHANGES = 2
ARTICLES_OF_A_KIND = 6
OTHER_NEWS = 5


class Standing(NamedTuple):
    """The newest draw of a type and its change."""

    newest: Round
    change: Change[Round] | None

    @property
    def category(self):
        return self.newest.category


def home(request):
    return render(request, "pages/home.html", FRONT_PAGE.get(None))


def front_page(now=None):
    """Return everything that the page shows at `now` (aware, in Toronto)."""
    record, now = age_of_record(now), now or timezone.localtime()
    return {
        "record": record,
        **newest_draws(record, now),
        **newest_articles(now),
        "list_changes": newest_list_changes(now.date()),
        "sparklines": sparklines(record.complete_to),
    }


# One in each language.
FRONT_PAGE = KeptEach(lambda _none: Context(front_page()), most=2)


def newest_draws(record, now):
    """Return the draws of the record's last week, and where each type stands: pairs of draw and change.

    `is_this_week` is only true when that week is the present one and the record reaches into it.
    """
    if record.complete_to is None:
        return {"draws": [], "active": [], "dormant": [], "is_this_week": False}
    week = Week.of(record.complete_to)
    by_type = sorted(public_draws(now).by_type.items(), key=lambda item: (item[0].order, item[0].pk))
    series = [newest_changes(rounds, week.monday) for _category, rounds in by_type]
    draws = [pair for pairs in series for pair in pairs if pair[0].date >= week.monday]
    active_since = record.complete_to - DORMANT_AFTER
    newest = [Standing(*pairs[0]) for pairs in series]
    return {
        "draws": sorted(draws, key=lambda pair: (pair[0].date, pair[0].sequence), reverse=True),
        "active": [standing for standing in newest if standing.newest.date >= active_since],
        "dormant": [standing for standing in newest if standing.newest.date < active_since],
        "is_this_week": not record.stale and week == Week.of(now.date()),
    }


def newest_changes(rounds, since):
    """Pair the draws of a type since a day, or its newest alone, with their changes; given oldest first, newest first."""
    recent = max(1, len(rounds) - bisect_left(rounds, since, key=attrgetter("date")))
    return changes(rounds[-recent - 1 :][::-1])[:recent]


def newest_articles(now):
    """Return the newest roundup, the other news, their standfirsts filled in, and the guides."""
    newest = Article.objects.published(now).newest_of_each_kind(ARTICLES_OF_A_KIND).for_list().newest_first()
    articles = fill_standfirsts(newest, now)
    lead = next((article for article in articles if article.kind == Article.Kind.ROUNDUP), None)
    return {
        "lead": lead,
        "news": [article for article in articles if not article.is_guide and article != lead][:OTHER_NEWS],
        "guides": [article for article in articles if article.is_guide],
    }


def newest_list_changes(today):
    """Return the newest days up to today on which a list changed, each with its changes."""
    versions = [version for version in all_lists().versions if version.category.is_category_based]
    days = groupby(list_changes(versions, until=today), key=attrgetter("day"))
    return [(day, list(group)) for day, group in days][:DAYS_OF_CHANGES]
