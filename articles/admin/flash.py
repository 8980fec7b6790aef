"""A flash about a draw: shown as readers would get it, published or kept as a draft by one button."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.compiling import compile_unsaved
from articles.drafting.making import CannotTell, draft_flash, flash_of, make_flash
from articles.live import fill_article
from articles.views import article_page
from draws.models import Round

from .states import state

MAY_PUBLISH = "articles.publish_article"


class FlashMixin:
    """Adds the page of a draw's flash."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.flash)
        return [path("flash/<int:round_pk>/", view, name="articles_article_flash"), *super().get_urls()]

    def flash(self, request, round_pk):
        if not self.has_add_permission(request):
            raise PermissionDenied
        round = get_object_or_404(Round.objects.select_related("version__category"), pk=round_pk)
        if request.method == "POST" and {"_publish", "_draft"} & request.POST.keys():
            return self.make_flash(request, round)
        return self.show_flash(request, round)

    def show_flash(self, request, round):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Flash about draw %(number)s") % {"number": round.number},
            "opts": self.opts,
            "round": round,
            "may_publish": request.user.has_perm(MAY_PUBLISH),
        }
        if found := flash_of(round):
            context |= {"found": found, "found_state": state(found)}
        else:
            try:
                drafted = draft_flash(round, request.user)
            except CannotTell as reason:
                context["reason"] = reason
            else:
                if "preview" in request.GET:
                    words = _("Preview of a flash that is not saved")
                    return article_page(
                        request, drafted.article, unsaved=drafted, preview=words, canonical_url=""
                    )
                written = compile_unsaved(drafted.article, drafted.entries)
                filled = fill_article(drafted.article, drafted.entries, timezone.now(), written)
                context |= {"story": drafted.article, "filled": filled}
        return TemplateResponse(request, "admin/articles/article/flash.html", context)

    def make_flash(self, request, round):
        """Make the flash, or find it made, and lead to its form."""
        publish = "_publish" in request.POST
        if publish and not request.user.has_perm(MAY_PUBLISH):
            raise PermissionDenied
        try:
            article, made = make_flash(round, request.user, publish=publish)
        except CannotTell as reason:
            messages.error(request, str(reason))
            return self.show_flash(request, round)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return self.show_flash(request, round)
        self.say_what_was_made(request, article, made)
        return redirect(reverse("admin:articles_article_change", args=[article.pk]))

    def say_what_was_made(self, request, article, made):
        """Log an article that was made from the record, and say whether readers see it."""
        if not made:
            messages.info(request, _("This story is there already: nothing was made twice."))
            return
        self.log_addition(request, article, gettext("Made from the record."))
        if article.has_been_public():
            text = _("Published: “%(title)s”.") % {"title": article.title}
            link = format_html('<a href="{}">{}</a>', article.get_absolute_url(), _("See it on the site"))
            messages.success(request, format_html("{} {}", text, link))
        else:
            messages.success(
                request,
                _("Saved as a draft: “%(title)s”. Readers see nothing yet.") % {"title": article.title},
            )
