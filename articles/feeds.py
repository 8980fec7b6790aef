"""Feeds of articles in full: all news or those about a type of draw, of a tag, of an author; as Atom and as JSON Feed."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Prefetch
from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.live import Filled, fill_articles
from articles.models import Article, ArticleCorrection, Author, FaqEntry, Tag
from core.api import absolute
from core.feeds import JSONFeed, ReadableFeed
from core.outside import for_outside, without_controls, words_of
from core.problems import problem
from occupations.models import Category

ENTRIES = 20
# The year from which on the site gives such names.
NAMED_SINCE = 2026


class ArticleFeed(ReadableFeed):
    """The newest of some articles, in full; the object says of which, None for all."""

    url_name: str
    author_name = "eedraws"
    author_link = settings.SITE_URL

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        # An article that was withdrawn makes the newest change older: only the ETag tells.
        response.headers.pop("Last-Modified", None)
        return response

    def articles(self, of):
        """Return the published articles that the feed is about."""
        return Article.objects.published()

    def items(self, of) -> list[tuple[Article, Filled]]:
        questions = Prefetch("faq_entries", FaqEntry.objects.in_order())
        notes = Prefetch("corrections", ArticleCorrection.objects.public().newest_first(), "notes")
        found = self.articles(of).select_related("author").prefetch_related("tags", questions, notes)
        articles = list(found.newest_first()[:ENTRIES])
        return list(
            zip(articles, fill_articles([(each, each.faq_entries.all()) for each in articles]), strict=True)
        )

    def feed_url(self, of):
        return settings.SITE_URL + reverse(self.url_name, args=[of.slug] if of else [])

    def feed_guid(self, of):
        return self.feed_url(of)

    def subtitle(self, of):
        return _("Each article in full, with its figures as of its date.")

    def item_title(self, item):
        article, _filled = item
        label = article.funding_label
        title = f"{label}: {article.title}" if label else article.title
        return without_controls(title)

    def item_description(self, item):
        _article, filled = item
        return without_controls(words_of(filled.standfirst))

    def item_extra_kwargs(self, item):
        article, filled = item
        context = {"article": article, "filled": filled, "corrections": article.notes}
        html = render_to_string("articles/feed_entry.html", context)
        return {"content_html": for_outside(html, absolute(article))}

    def item_link(self, item):
        return absolute(item[0])

    def item_guid(self, item):
        """A name that stays when the address changes (RFC 4151): else readers would meet the article a second time."""
        article, _filled = item
        return f"tag:{urlsplit(settings.SITE_URL).hostname},{NAMED_SINCE}:article-{article.pk}"

    def item_pubdate(self, item):
        return localtime(item[0].published_at)

    def item_updateddate(self, item):
        article, filled = item
        return localtime(filled.updated_at or article.published_at)

    def item_author_name(self, item):
        return item[0].author.name

    def item_author_link(self, item):
        return absolute(item[0].author)

    def item_categories(self, item):
        article, _filled = item
        return [str(article.get_topic_display()), *(tag.name_en for tag in article.tags.all())]


class NewsFeed(ArticleFeed):
    """All news; with ?category= the news and guides about that type of draw."""

    url_name = "news-feed-atom"

    def __call__(self, request, *args, **kwargs):
        slug = request.GET.get("category", "")
        found = Category.objects.filter(slug=slug.replace("\0", "")).first() if slug else None
        if slug and found is None:
            types = settings.SITE_URL + reverse("category-list")
            return problem(404, _("No type of draw has this name. The types of draw: %s") % types)
        return super().__call__(request, category=found)

    def get_object(self, request, category):
        return category

    def articles(self, category):
        public = super().articles(category)
        return public.about_type(category) if category else public.news()

    def title(self, category):
        if category:
            return _("News about Express Entry draws: %s") % category.name
        return _("News of Express Entry draws")

    def link(self, category):
        return absolute(category) if category else settings.SITE_URL + reverse("news-list")

    def feed_url(self, category):
        query = f"?category={category.slug}" if category else ""
        return super().feed_url(None) + query


class NewsJSONFeed(NewsFeed):
    feed_type = JSONFeed
    url_name = "news-feed-json"


class FeedOfOne(ArticleFeed):
    """The articles of a tag or an author. Without a published one there is no such feed, as there is no such page."""

    model: type[Tag | Author]
    # Of the article, by which it is known whose it is.
    field: str

    def get_object(self, request, slug):
        found = self.model.objects.filter(slug=slug).first()
        if found is None or not self.articles(found).exists():
            raise Http404
        return found

    def articles(self, of):
        return super().articles(of).filter(**{self.field: of})

    def link(self, of):
        return absolute(of)


class TagFeed(FeedOfOne):
    url_name = "news-tag-feed-atom"
    model, field = Tag, "tags"

    def title(self, tag):
        return _("%s: news and guides") % tag.name_en


class TagJSONFeed(TagFeed):
    feed_type = JSONFeed
    url_name = "news-tag-feed-json"


class AuthorFeed(FeedOfOne):
    url_name = "news-author-feed-atom"
    model, field = Author, "author"

    def title(self, author):
        return _("Articles by %s") % author.name


class AuthorJSONFeed(AuthorFeed):
    feed_type = JSONFeed
    url_name = "news-author-feed-json"
