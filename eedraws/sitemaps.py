"""Which pages there are for search engines, part by part, each with the day on which it last said something else.

Addresses are those of SITE_URL, whatever the request calls the site. A page whose last change is not on record has none.
"""

from collections import defaultdict
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Author, Tag
from articles.models.article_queries import ArticleQuerySet
from core.api import last_change
from draws.clock import Week
from draws.models import PoolDistribution, Round
from occupations.models import Category, CategoryVersion, Occupation
from occupations.models.classification import NOC_2021

# How long news is news for the search engine that asks for a map of its own.
NEWS_LASTS = timedelta(days=2)
PAGES = (
    *(
        "home",
        "news-list",
        "guide-list",
        "faq",
        "round-list",
        "category-list",
        "list-changes",
        "lists-on-day",
    ),
    *(
        "occupation-list",
        "bulk-check",
        "pool-list",
        "would-i-have-been-invited",
        "expectation-list",
        "correction-list",
    ),
    *("data", "api:openapi-view", "glossary", "about", "funding", "privacy", "accessibility", "contact"),
)

# What the address of an article is made of.
ADDRESS = ("kind", "slug", "year", "month")
CHANGED = Greatest("published_at", Coalesce("figures_changed_at", "published_at"))


def latest(*moments: datetime | None) -> datetime | None:
    return max((moment for moment in moments if moment), default=None)


class Section(Sitemap):
    """A part of the map; items are pairs of an address on the site and when its page last changed, or None."""

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc

    def location(self, item):
        return item[0]

    def lastmod(self, item):
        return item[1]


class Articles(Section):
    """News; a correction of a draw that an article tells of is a change of the article."""

    def articles(self):
        return Article.objects.published().news()

    def items(self):
        articles = self.articles()
        corrected = corrections_in(articles)
        return [
            (each.get_absolute_url(), latest(each.published_at, each.updated_at, corrected[each.pk]))
            for each in articles.newest_first().only(*ADDRESS, "published_at", "updated_at")
        ]


class Guides(Articles):
    def articles(self):
        return Article.objects.published().guides()


def corrections_in(articles: ArticleQuerySet) -> defaultdict[int, datetime | None]:
    """Return when figures that an article refers to were last corrected, by its key. A query for each corrected draw."""
    found: defaultdict[int, datetime | None] = defaultdict(lambda: None)
    changed = Round.objects.public_record().exclude(figures_changed_at=None).select_related("version")
    for round in changed:
        for pk in articles.order_by().about(round).values_list("pk", flat=True):
            found[pk] = latest(found[pk], round.figures_changed_at)
    return found


class Draws(Section):
    def items(self):
        rounds = Round.objects.public_record().newest_first().annotate(changed=CHANGED)
        return [
            (reverse("round", args=[number]), changed)
            for number, changed in rounds.values_list("number", "changed")
        ]


class Weeks(Section):
    """The years, months and weeks that have a draw."""

    def items(self):
        changes: dict[str, datetime] = {}
        rounds = Round.objects.public_record().newest_first().annotate(changed=CHANGED)
        for day, changed in rounds.values_list("date", "changed"):
            for address in spans_of(day):
                changes[address] = max(changes.get(address, changed), changed)
        told = Article.objects.published().roundups().exclude(week_start=None)
        for day, published in told.values_list("week_start", "published_at"):
            address = reverse("week", args=[Week.of(day)])
            if address in changes:
                changes[address] = max(changes[address], published)
        return sorted(changes.items())


def spans_of(day: date) -> list[str]:
    """Return the addresses of the year, the month and the week of a day."""
    return [
        reverse("draw-year", args=[day.year]),
        reverse("draw-month", args=[day.year, day.month]),
        reverse("week", args=[Week.of(day)]),
    ]


class Types(Section):
    """The types of draw, their versions, and what changed from each version to the next."""

    def items(self):
        found = []
        newest = Round.objects.public_record().filter(version__category=OuterRef("pk")).order_by()
        newest = newest.values("version__category").values(newest=Max(CHANGED))
        for category in Category.objects.in_reading_order().annotate(newest=Subquery(newest)):
            found.append((category.get_absolute_url(), category.newest))
        versions = CategoryVersion.objects.category_based().select_related("category")
        before = None
        for version in versions.annotate(changed=last_change(CategoryVersion)).order_by("category", "number"):
            found.append((version.get_absolute_url(), version.changed))
            if before and before.category_id == version.category_id:
                slug = version.category.slug
                address = reverse("category-difference", args=[slug, before.number, version.number])
                found.append((address, latest(before.changed, version.changed)))
            before = version
        return found


class Occupations(Section):
    """Every occupation; what changes on its page is the draws of the lists that it is or was on."""

    def items(self):
        rounds = Round.objects.public_record().filter(version__listings__occupation=OuterRef("pk")).order_by()
        newest = rounds.values("version__listings__occupation").values(newest=Max(CHANGED))
        occupations = Occupation.objects.filter(classification=NOC_2021).order_by("code")
        occupations = occupations.only("code", "classification").annotate(newest=Subquery(newest))
        return [(each.get_absolute_url(), each.newest) for each in occupations]


class Pool(Section):
    def items(self):
        counts = PoolDistribution.objects.public().order_by("-as_of")
        return [
            (each.get_absolute_url(), each.changed)
            for each in counts.annotate(changed=last_change(PoolDistribution))
        ]


class Pages(Section):
    """Pages that are one of their kind, and those of tags and authors with something published."""

    def items(self):
        public = Article.objects.published()
        found = [(reverse(name), None) for name in PAGES]
        for model, name in ((Tag, "tags"), (Author, "author")):
            newest = public.filter(**{name: OuterRef("pk")}).order_by("-published_at")
            rows = model.objects.annotate(newest=Subquery(newest.values("published_at")[:1]))
            found += [(row.get_absolute_url(), row.newest) for row in rows.exclude(newest=None)]
        return found


SECTIONS = {
    "articles": Articles,
    "guides": Guides,
    "draws": Draws,
    "weeks": Weeks,
    "types": Types,
    "occupations": Occupations,
    "pool": Pool,
    "pages": Pages,
}


def recent_news(now: datetime | None = None) -> list[Article]:
    """Return the news of the last two days."""
    now = now or timezone.now()
    news = Article.objects.published(now).news().filter(published_at__gt=now - NEWS_LASTS)
    return list(news.newest_first().only(*ADDRESS, "title", "language", "published_at"))
