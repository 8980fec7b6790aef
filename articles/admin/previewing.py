"""The page as readers will get it, for the newsroom's eyes: as last saved, or from a form that is not saved."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path
from django.utils.csp import CSP
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override

from articles.desk.parts import day_of
from articles.desk.running import look, look_at
from articles.models import Article
from articles.revisions import newest_state
from articles.views import article_page

from .states import state
from .unsaved import read_unsaved

# A preview may stand in a frame of the form; no other answer may stand in any.
FRAMED = {**settings.SECURE_CSP, "frame-ancestors": [CSP.SELF]}
PROBLEMS_SHOWN = 3


class PreviewMixin:
    def get_urls(self):
        view = xframe_options_sameorigin(csp_override(FRAMED)(self.admin_site.admin_view(self.preview)))
        return [
            path("preview/", view, name="articles_article_add_preview"),
            path("<int:pk>/preview/", view, name="articles_article_preview"),
            *super().get_urls(),
        ]

    def preview(self, request, pk=None):
        """Show an article through the page's own template, as last saved or as posted; nothing is saved."""
        article = self.get_object(request, str(pk)) if pk else Article()
        if article is None:
            raise Http404
        if not self.may_preview(request, article):
            raise PermissionDenied
        if request.method == "POST" or not pk:
            unsaved, problems, parts = read_unsaved(self, request, article)
            looked = look(parts, day_of(unsaved.article), unsaved.article)
            words = _words_of(unsaved.article, problems if request.method == "POST" else [])
        else:
            unsaved = newest_state(article)
            looked = look_at(unsaved.article, unsaved.entries)
            words = _("Preview. %(state)s") % {"state": state(article)}
        context = {"preview": words, "canonical_url": "", **self.facts_context(request, article, looked)}
        response = article_page(request, unsaved.article, unsaved=unsaved, **context)
        # What readers get of a removed article says so by its status; the preview of it is an answer like others.
        response.status_code = 200
        return response

    def may_preview(self, request, article):
        if article.pk is None:
            return self.has_add_permission(request)
        if request.method == "POST":
            return self.has_change_permission(request, article)
        return self.has_view_permission(request, article)


def _words_of(article: Article, problems: list[str]) -> str:
    """Say that this is not saved, and what keeps it from being saved, in a line."""
    words = [_("Preview of what is not saved yet.")]
    if problems:
        words += [_("Before it can be saved:"), *problems[:PROBLEMS_SHOWN]]
    if more := len(problems[PROBLEMS_SHOWN:]):
        text = ngettext("And %(count)s thing more.", "And %(count)s things more.", more)
        words.append(text % {"count": more})
    return " ".join(words)
