"""The states in which an article was saved: listed, seen as readers would, compared, brought back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.comparison import changes
from articles.models import Article
from articles.revisions import state_of
from articles.saving import SavedMeanwhile, save_article
from articles.views import article_page
from core import params

PER_PAGE = 50


class RevisionMixin:
    """History of an article as its revisions: nothing is overwritten, and bringing one back makes a new one."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/revisions/compare/", view(self.compare_view), name="articles_article_compare"),
            path(
                "<int:pk>/revisions/<int:number>/", view(self.revision_view), name="articles_article_revision"
            ),
            path(
                "<int:pk>/revisions/<int:number>/restore/",
                view(self.restore_view),
                name="articles_article_restore",
            ),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """List the revisions, the newest first."""
        article = self.get_object(request, object_id)
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        self._may_see(request, article)
        page = params.page(request, article.revisions.select_related("made_by").defer("content"), PER_PAGE)
        context = {"title": _("History: %(title)s") % {"title": article}, "page_obj": page}
        return self._shown(request, "revisions", article, context | (extra_context or {}))

    def compare_view(self, request, pk):
        """Two revisions side by side, the older one first; without a question, the last two."""
        article = self._article(request, pk)
        asked = sorted(
            params.integer(request, name, low=1, high=2**31, default=default)
            for name, default in (("from", max(article.version - 1, 1)), ("to", max(article.version, 1)))
        )
        old, new = (get_object_or_404(article.revisions, number=number) for number in asked)
        context = {
            "title": _("Compare: %(title)s") % {"title": article},
            "old": old,
            "new": new,
            "changes": changes(old.content, new.content),
            "numbers": article.revisions.values_list("number", flat=True),
        }
        return self._shown(request, "compare", article, context)

    def revision_view(self, request, pk, number):
        """Show the article's page as it was saved then."""
        article = self._article(request, pk)
        revision = get_object_or_404(article.revisions, number=number)
        words = _("Revision %(number)s, saved %(moment)s. Not the page that readers get.") % {
            "number": number,
            "moment": date_format(localtime(revision.made_at), "DATETIME_FORMAT"),
        }
        unsaved = state_of(revision, article)
        return article_page(request, article, unsaved=unsaved, preview=words, canonical_url="")

    def restore_view(self, request, pk, number):
        """Save the content of an old revision as the newest; what readers have stays until it is published."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._article(request, pk)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        revision = get_object_or_404(article.revisions, number=number)
        seen = params.integer(request, "seen", low=0, high=2**31, default=-1, sent=True)
        try:
            self._restore(article, revision, seen, request.user)
        except SavedMeanwhile:
            text = _("The article was saved again meanwhile. Look at the newest state, then decide.")
            messages.error(request, text)
        except ValidationError as error:
            text = _("This state cannot be brought back as it is: %(problems)s")
            messages.error(request, text % {"problems": " ".join(error.messages)})
        else:
            self.log_change(request, article, _("Brought back revision %(number)s.") % {"number": number})
            messages.success(
                request, _("Revision %(number)s is the newest state again.") % {"number": number}
            )
        return redirect("admin:articles_article_history", pk)

    @transaction.atomic
    def _restore(self, article, revision, seen, by):
        address, kind = article.slug, article.kind
        state = state_of(revision, article)
        if article.has_been_public():
            # Readers have the address: it stays as it is.
            article.slug = address
            article.kind = kind if Article.Kind.GUIDE in (kind, article.kind) else article.kind
        save_article(
            article,
            entries=state.entries,
            tags=state.tags,
            live=False,
            seen=seen,
            by=by,
            restored_from=revision.number,
        )

    def _article(self, request, pk):
        article = get_object_or_404(Article.objects.select_related("author", "image"), pk=pk)
        self._may_see(request, article)
        return article

    def _may_see(self, request, article):
        if not self.has_view_permission(request, article):
            raise PermissionDenied

    def _shown(self, request, name, article, context):
        frame = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "object": article,
            "original": article,
        }
        may_restore = self.has_change_permission(request, article)
        context = {**frame, "article": article, "may_restore": may_restore, **context}
        return TemplateResponse(request, f"admin/articles/article/{name}.html", context)
