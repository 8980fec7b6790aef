"""Pages that change their address: the old one leads to the new one for ever."""

from django.db import transaction

from articles.models import Article, Author, Redirect, Tag
from articles.models.redirects import own_path
from core.writing import write


def lead(old_path: str, *, new_path: str = "", article: Article | None = None) -> Redirect:
    """Make an address lead to a path or an article, wherever it led before. Raises ValidationError for a circle and
    for what is no address of this site.
    """
    old_path = own_path(old_path)
    redirect = Redirect.objects.filter(old_path=old_path).first() or Redirect(old_path=old_path)
    redirect.new_path, redirect.article = new_path, article
    return write(redirect)


def take(path: str) -> None:
    """Let a page stand at an address: what led away from there is gone."""
    Redirect.objects.filter(old_path=path).delete()


def article_moved(before: Article | None, article: Article) -> None:
    """Leave a redirect where readers knew an article; `before` is what they had, if they had anything."""
    take(article.get_absolute_url())
    if before is not None and before.get_absolute_url() != article.get_absolute_url():
        lead(before.get_absolute_url(), article=article)


@transaction.atomic
def write_named[Named: (Author, Tag)](named: Named) -> Named:
    """Save an author or a tag by the one write path; a page that gets another address leaves a redirect."""
    before = type(named).objects.filter(pk=named.pk).first() if named.pk else None
    write(named)
    take(named.get_absolute_url())
    if before is not None and before.slug != named.slug:
        lead(before.get_absolute_url(), new_path=named.get_absolute_url())
    return named
