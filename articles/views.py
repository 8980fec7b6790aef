from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.live import fill_answers, fill_standfirsts
from articles.models import Article, FaqEntry, Tag
from articles.models.article_queries import ArticleQuerySet
from articles.reading import page_of
from articles.revisions import State, newest_state
from articles.sharing import shared
from core import params
from core.kept import KeptEach

PER_PAGE = 10
# So many articles are in hand: those that readers come for.
IN_HAND = 40


def news_list(request):
    page = list_page(request, "news")
    return render(request, "articles/news_list.html", {"page_obj": page})


def news_tag(request, slug):
    page = some_page(request, "tag", slug)
    tag = Tag(name_en=page[0].tag_name, slug=slug)
    return render(request, "articles/news_tag.html", {"page_obj": page, "tag": tag})


def news_author(request, slug):
    page = some_page(request, "author", slug)
    return render(request, "articles/news_author.html", {"page_obj": page, "author": page[0].author})


def guide_list(request):
    page = list_page(request, "guides")
    return render(request, "articles/guide_list.html", {"page_obj": page})


def article(request, year, month, slug, *, also=None):
    return shown(request, STORIES.get((also, False, slug, year, month)))


def guide(request, slug, *, also=None):
    return shown(request, STORIES.get((also, True, slug, None, None)))


def shared_draft(request, token):
    """A draft for whoever has the link: bare to machines that look at links, and kept by nobody."""
    article = shared(token)
    if article is not None and article.has_been_public() and not article.has_unseen_changes:
        return redirect(article)
    if article is None:
        response = render(request, "articles/shared_ended.html", status=404)
    else:
        words = _("A draft, shown to you by the newsroom. It is not published, and may be wrong.")
        unsaved = newest_state(article)
        response = article_page(
            request, article, unsaved=unsaved, preview=words, shared=True, canonical_url=""
        )
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def faq(request):
    entries = fill_answers(FaqEntry.objects.site_wide().in_order())
    return render(request, "articles/faq.html", {"entries": entries})


def articles_of(name: str, slug: str) -> ArticleQuerySet:
    """Return the published articles of a list: news, guides, those of a tag or an author."""
    published = Article.objects.published()
    match name:
        case "guides":
            return published.guides()
        case "tag":
            return published.filter(tags__slug=slug).annotate(tag_name=F("tags__name_en"))
        case "author":
            return published.filter(author__slug=slug)
    return published.news()


COUNTS = KeptEach(lambda key: articles_of(*key).count(), IN_HAND)


class ListPaginator(Paginator):
    """Pages of a list whose length is in hand: to count fifty thousand articles takes longer than to show ten."""

    def __init__(self, name: str, slug: str) -> None:
        super().__init__(articles_of(name, slug).for_list().newest_first(), PER_PAGE)
        self.key = (name, slug)

    @cached_property
    def count(self):
        return COUNTS.get(self.key)


def list_page(request, name, slug=""):
    """Return the page of a list that is asked for, newest first, with the standfirsts filled in."""
    number = params.integer(request, "page", low=1, high=10_000_000, default=1)
    page = ListPaginator(name, slug).get_page(number)
    page.object_list = fill_standfirsts(page.object_list)
    return page


def some_page(request, name, slug):
    """As list_page; without a published article there is no such page, so drafts give nothing away."""
    page = list_page(request, name, slug)
    if not page.object_list:
        raise Http404
    return page


def article_page(request, article, *, unsaved=None, also=None, **context):
    """Show an article, as its rows have it or in an `unsaved` state; `context` is for previews.

    `also` is a function of the article: what is shown around it by pages that know more than this app.
    """
    return shown(request, story_of(article, unsaved, also), **context)


class Story(NamedTuple):
    """What answers at the address of an article: a template with its context, and the status of the answer."""

    template: str
    context: dict[str, Any]
    status: int = 200


def shown(request, story: Story, **context):
    return render(request, story.template, {**story.context, **context}, status=story.status)


def story_of(article: Article, unsaved: State | None = None, also: Callable | None = None) -> Story:
    """Return the page of an article as article_page shows it, or the one that says why it is no more."""
    if article.status == Article.Status.REMOVED:
        return Story("articles/article_removed.html", {}, 410)
    if article.status == Article.Status.WITHDRAWN:
        return Story("articles/article_withdrawn.html", {"article": article})
    around = also(article) if also else {}
    return Story("articles/article_detail.html", {**page_of(article, unsaved=unsaved), **around})


def _story_at(address: tuple[Callable | None, bool, str, int | None, int | None]) -> Story:
    """Return the page at an address: `also`, whether it is a guide, its slug, year and month. Raises Http404."""
    also, is_guide, slug, year, month = address
    articles = Article.objects.with_an_address().select_related("author", "image")
    dated = articles.guides() if is_guide else articles.news().filter(year=year, month=month)
    return story_of(get_object_or_404(dated, slug=slug), also=also)


STORIES = KeptEach(_story_at, IN_HAND)
