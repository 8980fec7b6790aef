"""The roundup that grows through its week: another draw is compared in, part by part."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.drafting.growing import growth, take, untold
from articles.drafting.words import list_of
from articles.saving import SavedMeanwhile, save_article


class GrowMixin:
    """Adds the comparison, and the word on the form that there is something to compare."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.grow)
        return [path("<int:pk>/grow/", view, name="articles_article_grow"), *super().get_urls()]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and hasattr(obj, "in_hand") and self.has_change_permission(request, obj):
            context["untold"] = untold(obj.in_hand)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def grow(self, request, pk):
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        if request.method == "POST" and "digest" in request.POST:
            return self.take_over(request, article)
        return self.show_growth(request, article)

    def show_growth(self, request, article, ticked=None):
        found = growth(article.in_hand)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Add to this week's story"),
            "opts": self.opts,
            "article": article,
            "found": found,
            "changes": [
                (change, change.ticked if ticked is None else change.key in ticked)
                for change in found.changes
            ],
            "is_public": article.has_been_public(),
        }
        return TemplateResponse(request, "admin/articles/article/grow.html", context)

    def take_over(self, request, article):
        """Save a revision with what is ticked, if nothing has changed since it was offered."""
        found, keys = growth(article.in_hand), set(request.POST.getlist("take"))
        change_form = reverse("admin:articles_article_change", args=[article.pk])
        if not found.changes:
            messages.info(
                request, _("The story tells of every public draw of its week. Nothing was changed.")
            )
            return redirect(change_form)
        if request.POST["digest"] != found.digest or request.POST.get("seen") != str(article.version):
            messages.warning(
                request,
                _(
                    "The draws or the story have changed since this was offered. Nothing is saved; look again."
                ),
            )
            return self.show_growth(request, article)
        if not keys & {change.key for change in found.changes}:
            messages.error(request, _("Tick what is to be taken over. Nothing is saved yet."))
            return self.show_growth(request, article, ticked=set())
        try:
            self.save_growth(request, article, found, keys)
        except SavedMeanwhile:
            messages.warning(request, _("Somebody saved this story meanwhile. Nothing is lost; look again."))
            return redirect(request.path)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(request.path)
        return redirect(change_form)

    def save_growth(self, request, article, found, keys):
        numbers = list_of(round.number for round in found.rounds)
        seen = article.version
        _article, entries, tags = take(article.in_hand, found, keys)
        save_article(
            article,
            entries=entries,
            tags=tags,
            live=False,
            seen=seen,
            by=request.user,
            note=gettext("Added from the record: draw %(numbers)s") % {"numbers": numbers},
        )
        self.log_change(request, article, gettext("Draws added from the record."))
        messages.success(
            request,
            _("Saved. Readers see it when you publish the changes.")
            if article.has_been_public()
            else _("Saved as a new revision."),
        )
