"""A round as it will stand before readers, large, beside the last of its type."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from draws.clock import Week
from draws.models import Round
from draws.publishing import publish
from draws.trends import change
from draws.unusual import RECENT, unusual

from .words import remark


def comparison(round):
    """Return the last public round of its type, the change from it, and remarks on what is unusual."""
    rounds = Round.objects.public_record().select_related("version__category")
    of_type = list(rounds.of(round.category).before(round).newest_first()[:RECENT])
    before = Round.objects.counted().filter(sequence__lt=round.sequence).order_by("-sequence").first()
    last = of_type[0] if of_type else None
    return {
        "last": last,
        "change": change(round, last),
        "remarks": [remark(item) for item in unusual(round, of_type, before, timezone.localdate())],
    }


class ConfirmationMixin:
    """Adds the page that stands between saving a round and its publication."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.confirmation_view)
        return [path("<int:pk>/confirm/", view, name="draws_round_confirm"), *super().get_urls()]

    def confirmation_url(self, round):
        return reverse("admin:draws_round_confirm", args=[round.pk])

    def confirmation_view(self, request, pk):
        round = get_object_or_404(Round.objects.select_related("version__category", "pool"), pk=pk)
        if request.method == "POST":
            return self.publish(request, round)
        if not self.has_view_permission(request, round):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            **comparison(round),
            "title": _("Check draw %(number)s") % {"number": round.number},
            "opts": self.opts,
            "round": round,
            "may_publish": self.has_change_permission(request, round),
            "week": Week.of(round.date).slug.upper(),
            "waiting": Round.objects.waiting().exclude(pk=pk).select_related("version__category"),
        }
        return TemplateResponse(request, "admin/draws/round/confirmation.html", context)

    def publish(self, request, round):
        """Publish, say so, and show the page again."""
        if not self.has_change_permission(request, round):
            raise PermissionDenied
        try:
            publish(round.pk)
        except Round.DoesNotExist:
            raise Http404 from None
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            self.log_change(request, round, gettext("Published."))
            messages.success(
                request, _("Draw %(number)s is public, everywhere on the site.") % {"number": round.number}
            )
        return redirect(self.confirmation_url(round))
