"""A link to an article that is not public, for somebody without an account."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article
from articles.sharing import LASTS, end_sharing, share


class SharingMixin:
    def get_urls(self):
        view = self.admin_site.admin_view(self.share_view)
        return [path("<int:pk>/share/", view, name="articles_article_share"), *super().get_urls()]

    def share_view(self, request, pk):
        """Make a link, or end those that there are; the change form shows what came of it."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = get_object_or_404(Article, pk=pk)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        if "end" in request.POST:
            end_sharing(article)
            messages.success(request, _("Every link to this draft has ended."))
        else:
            address = settings.SITE_URL + share(article)
            days = ngettext("%(days)s day", "%(days)s days", LASTS.days) % {"days": LASTS.days}
            text = _("Whoever has this link can read the draft for %(days)s:") % {"days": days}
            messages.success(request, format_html('{} <a href="{}">{}</a>', text, address, address))
        return redirect("admin:articles_article_change", pk)
