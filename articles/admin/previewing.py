"""The page as readers will get it, for the newsroom's eyes."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.revisions import newest_state
from articles.views import article_page

from .states import state


class PreviewMixin:
    def get_urls(self):
        preview = path(
            "<int:pk>/preview/", self.admin_site.admin_view(self.preview), name="articles_article_preview"
        )
        return [preview, *super().get_urls()]

    def preview(self, request, pk):
        """Show the article as last saved through the page's own template; admin_view lets in staff and no cache."""
        article = get_object_or_404(Article.objects.select_related("author"), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        words = _("Preview. %(state)s") % {"state": state(article)}
        unsaved = newest_state(article)
        return article_page(request, article, unsaved=unsaved, preview=words, canonical_url="")
