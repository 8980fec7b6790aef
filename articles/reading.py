"""An article's page: what the reader, and the editor who previews it, is shown."""

from datetime import datetime

from django.conf import settings
from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from django.utils import timezone

from articles.compiling import compile_unsaved
from articles.links import links_of
from articles.live import fill_article
from articles.models import Article, Tag
from articles.revisions import State
from draws.trends import totals

RELATED_ARTICLES = 4


def page_of(article: Article, now: datetime | None = None, unsaved: State | None = None) -> dict:
    """Return the context of an article's page: six queries, whatever the article holds.

    `unsaved` is the state that the article has in hand, where that is not what its rows have.
    """
    now = now or timezone.now()
    if unsaved:
        entries, tags = unsaved.entries, unsaved.tags
        written = compile_unsaved(article, entries)
    else:
        entries, tags, written = list(article.faq_entries.in_order()), list(article.tags.all()), None
    filled = fill_article(article, entries, now, written)
    html = article.standfirst_html + article.body_html + "".join(entry.answer_html for entry in entries)
    return {
        "article": article,
        "filled": filled,
        "in_brief": totals(filled.week) if filled.week else None,
        "is_old_news": article.is_old_news(now),
        "links": links_of(html, settings.SITE_URL),
        "tags": tags,
        **_around(article, tags, now),
    }


def _around(article: Article, tags: list[Tag], now: datetime) -> dict:
    """Find the roundups before and after a roundup, and the articles that share most tags with this one."""
    public, moment = Article.objects.published(now), article.published_at or now
    neighbours = Q(pk__in=[])
    if article.kind == Article.Kind.ROUNDUP:
        roundups = public.roundups()
        before = roundups.filter(published_at__lt=moment).newest_first()
        after = roundups.filter(published_at__gt=moment).order_by("published_at", "pk")
        neighbours = Q(pk__in=before.values("pk")[:1]) | Q(pk__in=after.values("pk")[:1])
    found = list(
        public.exclude(pk=article.pk)
        .annotate(
            is_neighbour=ExpressionWrapper(neighbours, output_field=BooleanField()),
            shared=Count("tags", filter=Q(tags__in=tags)),
        )
        .filter(Q(is_neighbour=True) | Q(shared__gt=0))
        .for_list()
        .order_by("-is_neighbour", "-shared", "-published_at", "-pk")[: RELATED_ARTICLES + 2]
    )
    near = sorted((other for other in found if other.is_neighbour), key=lambda other: other.published_at)
    return {
        "previous": next((other for other in near if other.published_at < moment), None),
        "next": next((other for other in near if other.published_at > moment), None),
        "related": [other for other in found if not other.is_neighbour][:RELATED_ARTICLES],
    }
