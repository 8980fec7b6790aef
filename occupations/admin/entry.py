"""The pages on which lists are entered: each shows what it found before anything is saved."""

from functools import partial

from django.contrib import messages
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from occupations.models import CategoryVersion

from .forms import CorrectListForm, NextVersionForm, PublishListForm

VERSION_SHEETS = [
    (_("In force"), ["announced", "valid_from"]),
    (_("List of occupations"), ["list_state", "classification", "rows", "list_published"]),
    (_("Name"), ["name_en", "name_fr"]),
    (_("Criteria"), ["months_required", "continuous", "in_canada", "nclc_min", "criteria_en", "criteria_fr"]),
    (_("Source"), ["source"]),
]
PUBLISH_SHEETS = [(None, ["classification", "rows", "list_published"])]
CORRECT_SHEETS = [(None, ["rows", "kind", "reason"])]


class ListEntryMixin:
    """Adds the pages for a new version, for the list of an announced one, and for a slip in a published one."""

    def get_urls(self):
        pages = [
            ("new-version", self.next_view, "next"),
            ("publish-list", self.publish_view, "publish"),
            ("correct-list", self.correct_view, "correct"),
        ]
        return [
            *(
                path(
                    f"<int:pk>/{address}/",
                    self.admin_site.admin_view(view),
                    name=f"occupations_categoryversion_{name}",
                )
                for address, view, name in pages
            ),
            *super().get_urls(),
        ]

    def version_to_change(self, request, pk):
        """Return a category-based version. Whoever may change versions may do all that is done to lists."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        versions = CategoryVersion.objects.category_based().select_related("category")
        return get_object_or_404(versions, pk=pk)

    def next_view(self, request, pk):
        version = self.version_to_change(request, pk)
        last = version.category.versions.select_related("category").latest("number")
        return self.enter(request, version, partial(NextVersionForm, version=last), VERSION_SHEETS)

    def publish_view(self, request, pk):
        version = self.version_to_change(request, pk)
        if not version.list_awaited:
            return self.lead_back(request, version, _("The list of this version is not awaited."))
        return self.enter(request, version, partial(PublishListForm, version=version), PUBLISH_SHEETS)

    def correct_view(self, request, pk):
        version = self.version_to_change(request, pk)
        if not version.list_is_known:
            return self.lead_back(request, version, _("This version has no published list to correct."))
        form_class = partial(CorrectListForm, version=version, by=request.user)
        return self.enter(request, version, form_class, CORRECT_SHEETS)

    def lead_back(self, request, version, words):
        messages.warning(request, words)
        return redirect("admin:occupations_categoryversion_change", version.pk)

    def enter(self, request, version, form_class, sheets):
        """Show the form, then what is in it, and save what was shown."""
        form = form_class(request.POST if request.method == "POST" else None)
        if form.is_confirmed and form.is_valid():
            return self.save_entered(request, version, form)
        fieldsets = [
            (name, {"fields": [field for field in fields if field in form.fields]}) for name, fields in sheets
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": form.title,
            "opts": self.opts,
            "version": version,
            "form": form,
            "adminform": AdminForm(form, fieldsets, {}),
            "ready": form.is_bound and form.is_valid(),
        }
        return TemplateResponse(request, "admin/occupations/categoryversion/list_entry.html", context)

    def save_entered(self, request, version, form):
        saved, words = form.write()
        log = self.log_change if saved.pk == version.pk else self.log_addition
        log(request, saved, str(words))
        messages.success(request, words)
        return redirect("admin:occupations_categoryversion_change", saved.pk)
