"""An article with the picture by which it is shared and the ways to pass it on."""

from articles import views
from eedraws.sharing import shared_article


def article(request, year, month, slug):
    return views.article(request, year, month, slug, also=shared_article)


def guide(request, slug):
    return views.guide(request, slug, also=shared_article)
