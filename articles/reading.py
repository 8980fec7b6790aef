"""An article's page: what the reader, and the editor who previews it, is shown."""

from datetime import datetime

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone

from articles.compiling import compile_unsaved
from articles.correcting import notes_of
from articles.links import links_of
from articles.live import fill_article
from articles.models import Article, Tag
from articles.models.article_queries import ArticleQuerySet
from articles.revisions import State
from draws.trends import totals

RELATED_ARTICLES = 4
# Among so many of the newest: with thousands of articles, most of those of a tag are of no use any more.
RECENT_ARTICLES = 200


def page_of(article: Article, now: datetime | None = None, unsaved: State | None = None) -> dict:
    """Return the context of an article's page: five queries, six for a roundup, whatever the article holds.

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
        "corrections": notes_of(article, now, with_drafts=unsaved is not None),
        "tags": tags,
        **_around(article, tags, now),
    }


def _around(article: Article, tags: list[Tag], now: datetime) -> dict:
    """Find the roundups before and after a roundup, and the newest articles that share most tags with this one."""
    public, moment = Article.objects.published(now), article.published_at or now
    recent = public.exclude(pk=article.pk).newest_first().values("pk")[:RECENT_ARTICLES]
    related = (
        Article.objects.filter(pk__in=recent, tags__in=tags)
        .annotate(shared=Count("tags"))
        .for_list()
        .order_by("-shared", "-published_at", "-pk")
    )
    near = _neighbours(public, moment) if article.kind == Article.Kind.ROUNDUP else []
    shown = [other for other in related[: RELATED_ARTICLES + len(near)] if other not in near]
    return {
        "previous": next((other for other in near if other.published_at < moment), None),
        "next": next((other for other in near if other.published_at > moment), None),
        "related": shown[:RELATED_ARTICLES],
    }


def _neighbours(public: ArticleQuerySet, moment: datetime) -> list[Article]:
    """Return the roundups published last before and first after a moment."""
    roundups = public.roundups()
    before = roundups.filter(published_at__lt=moment).newest_first()
    after = roundups.filter(published_at__gt=moment).order_by("published_at", "pk")
    found = Article.objects.filter(Q(pk__in=before.values("pk")[:1]) | Q(pk__in=after.values("pk")[:1]))
    return list(found.for_list())
