"""The front page: what the record and the newsroom have that is newest."""

from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.shortcuts import render
from django.utils import timezone

from articles.live import fill_standfirsts
from articles.models import Article
from draws.charts.figures import sparklines
from draws.clock import Week
from draws.models import Round
from draws.trends import Change, changes
from eedraws.age import age_of_record
from occupations.changes import list_changes
from occupations.models import CategoryVersion

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
    return render(request, "pages/home.html", front_page(timezone.localtime()))


def front_page(now):
    """Return everything that the page shows at `now` (aware, in Toronto)."""
    record = age_of_record(now)
    return {
        "record": record,
        **newest_draws(record, now),
        **newest_articles(now),
        "list_changes": newest_list_changes(now.date()),
        "sparklines": sparklines(record.complete_to),
    }


def newest_draws(record, now):
    """Return the draws of the record's last week, and where each type stands: pairs of draw and change.

    `is_this_week` is only true when that week is the present one and the record reaches into it.
    """
    if record.complete_to is None:
        return {"draws": [], "active": [], "dormant": [], "is_this_week": False}
    week = Week.of(record.complete_to)
    rounds = Round.objects.public_record(now).newest_of_each_type(since=week.monday).for_list().newest_first()
    by_type = sorted(rounds, key=lambda round: (round.category.order, round.category.pk))
    series = [changes(list(group)) for _, group in groupby(by_type, key=attrgetter("category.pk"))]
    draws = [pair for pairs in series for pair in pairs if pair[0].date >= week.monday]
    active_since = record.complete_to - DORMANT_AFTER
    newest = [Standing(*pairs[0]) for pairs in series]
    return {
        "draws": sorted(draws, key=lambda pair: (pair[0].date, pair[0].sequence), reverse=True),
        "active": [standing for standing in newest if standing.newest.date >= active_since],
        "dormant": [standing for standing in newest if standing.newest.date < active_since],
        "is_this_week": not record.stale and week == Week.of(now.date()),
    }


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
    versions = CategoryVersion.objects.category_based().select_related("category")
    days = groupby(list_changes(versions, until=today), key=attrgetter("day"))
    return [(day, list(group)) for day, group in days][:DAYS_OF_CHANGES]
