"""The roundup of a week: headlines to choose from, a draft at the press of a button, and the weeks that have none."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from articles.drafting.making import CannotTell, draft_roundup, draws_of, make_roundup, roundup_of
from articles.drafting.roundup import Selected, headlines
from articles.drafting.weeks import weeks_without_a_roundup
from articles.views import article_page
from core import params
from draws.clock import Week
from draws.templatetags.spans import in_words

from .states import state

# As many draws as a week has had, and room.
LONGEST_CHOICE = 200


class RoundupMixin:
    """Adds the pages on which a roundup begins."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("roundup/", view(self.roundups), name="articles_article_roundups"),
            path("roundup/<str:week>/", view(self.roundup), name="articles_article_roundup"),
            *super().get_urls(),
        ]

    def roundups(self, request):
        """List the newest weeks that have draws and no roundup."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Weeks without a roundup"),
            "opts": self.opts,
            "page_obj": params.page(request, weeks_without_a_roundup(), 20),
        }
        return TemplateResponse(request, "admin/articles/article/roundups.html", context)

    def roundup(self, request, week):
        if not self.has_add_permission(request):
            raise PermissionDenied
        selected = selected_by(request, week)
        if request.method == "POST" and "title" in request.POST:
            return self.make_roundup(request, selected)
        return self.show_roundup(request, selected)

    def show_roundup(self, request, selected):
        days = in_words(selected.week.span)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Roundup of the week of %(days)s") % {"days": days},
            "opts": self.opts,
        }
        try:
            told = draws_of(selected)
            options = headlines(told, selected)
            if found := roundup_of(selected.week):
                context |= {"found": found, "found_state": state(found)}
            elif "preview" in request.GET:
                drafted = draft_roundup(selected, options[0], request.user)
                words = _("Preview of a roundup that is not saved")
                return article_page(
                    request, drafted.article, unsaved=drafted, preview=words, canonical_url=""
                )
            context |= {"told": told, "options": options, "chosen": options[0]}
        except CannotTell as reason:
            context["reason"] = reason
        return TemplateResponse(request, "admin/articles/article/roundup.html", context)

    def make_roundup(self, request, selected):
        """Make the draft, or find the week's roundup made, and lead to its form."""
        title = " ".join(request.POST["title"].split())
        try:
            if title not in headlines(draws_of(selected), selected) and not roundup_of(selected.week):
                messages.error(
                    request, _("The draws of the week have changed meanwhile. Choose a headline again.")
                )
                return self.show_roundup(request, selected)
            article, made = make_roundup(selected, title, request.user)
        except CannotTell as reason:
            messages.error(request, str(reason))
            return self.show_roundup(request, selected)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return self.show_roundup(request, selected)
        self.say_what_was_made(request, article, made)
        return redirect(reverse("admin:articles_article_change", args=[article.pk]))


def selected_by(request, text: str) -> Selected:
    """Read which draws are asked for: those of a week, or some of them by ?draws=253,254. Raises Http404."""
    try:
        week = Week.parse(text)
    except ValueError:
        raise Http404 from None
    chosen = params.text(request, "draws", max_length=LONGEST_CHOICE)
    return Selected(week, tuple(filter(None, dict.fromkeys(chosen.replace(" ", "").split(",")))))
