from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from articles.live import fill_answers, fill_standfirsts
from articles.models import Article, FaqEntry
from articles.reading import page_of
from articles.revisions import newest_state
from articles.sharing import shared
from core import params

PER_PAGE = 10


def news_list(request):
    page = list_page(request, Article.objects.published().news())
    return render(request, "articles/news_list.html", {"page_obj": page})


def news_tag(request, slug):
    articles = Article.objects.published().filter(tags__slug=slug).annotate(tag_name=F("tags__name_en"))
    page = some_page(request, articles)
    return render(request, "articles/news_tag.html", {"page_obj": page, "tag": page[0].tag_name})


def news_author(request, slug):
    page = some_page(request, Article.objects.published().filter(author__slug=slug))
    return render(request, "articles/news_author.html", {"page_obj": page, "author": page[0].author})


def guide_list(request):
    page = list_page(request, Article.objects.published().guides())
    return render(request, "articles/guide_list.html", {"page_obj": page})


def article(request, year, month, slug):
    news = Article.objects.with_an_address().news().select_related("author")
    return article_page(request, get_object_or_404(news, year=year, month=month, slug=slug))


def guide(request, slug):
    guides = Article.objects.with_an_address().guides().select_related("author")
    return article_page(request, get_object_or_404(guides, slug=slug))


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


def list_page(request, articles):
    """Return the page of articles that is asked for, newest first, with their standfirsts filled in."""
    page = params.page(request, articles.for_list().newest_first(), PER_PAGE)
    page.object_list = fill_standfirsts(page.object_list)
    return page


def some_page(request, articles):
    """As list_page; without a published article there is no such page, so drafts give nothing away."""
    page = list_page(request, articles)
    if not page.object_list:
        raise Http404
    return page


def article_page(request, article, *, unsaved=None, **context):
    """Show an article, as its rows have it or in an `unsaved` state; `context` is for previews."""
    if article.status == Article.Status.REMOVED:
        return render(request, "articles/article_removed.html", status=410)
    if article.status == Article.Status.WITHDRAWN:
        return render(request, "articles/article_withdrawn.html", {"article": article, **context})
    return render(request, "articles/article_detail.html", {**page_of(article, unsaved=unsaved), **context})
