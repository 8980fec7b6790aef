"""The page on which the rows of a list are ticked off against the official page."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from occupations.revising import unverify, verify

from .listings import unverified_words, verified_words


class VerifyListMixin:
    """Adds the page of a version's list, a tick a row."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.verify_view)
        return [
            path("<int:pk>/verify-list/", view, name="occupations_categoryversion_verify"),
            *super().get_urls(),
        ]

    def verify_view(self, request, pk):
        version = self.version_to_change(request, pk)
        if request.method == "POST":
            self.mark(request, version)
            return redirect("admin:occupations_categoryversion_verify", pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Verify the list of %(version)s") % {"version": version},
            "opts": self.opts,
            "version": version,
            "rows": list(version.listings.select_related("occupation").order_by("occupation__code")),
        }
        return TemplateResponse(request, "admin/occupations/categoryversion/verify_list.html", context)

    def mark(self, request, version):
        """Mark every row, or the ticked ones; or take the mark off these."""
        rows = version.listings.select_related("occupation", "version")
        if "all" not in request.POST:
            ticked = set(request.POST.getlist("row"))
            rows = [row for row in rows if str(row.pk) in ticked]
            if not rows:
                messages.warning(request, _("No row is ticked."))
                return
        if "unverify" in request.POST:
            words = unverified_words(unverify(rows))
        else:
            words = verified_words(verify(rows, by=request.user))
        self.log_change(request, version, words)
        messages.success(request, words)
