"""Types of draw, their versions with the lists, IRCC's labels."""

from django import forms
from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core.admin import HistoryAdmin, RecordAdmin
from occupations.models import Category, CategoryVersion, SeriesLabel
from occupations.revising import list_problem

from .entry import ListEntryMixin
from .filters import InForceFilter
from .verifying import VerifyListMixin


@admin.register(Category)
class CategoryAdmin(RecordAdmin):
    list_display = ["name_en", "short_name_en", "abbreviation", "kind", "order"]
    list_filter = ["kind"]
    search_fields = ["name_en", "name_fr", "short_name_en", "=abbreviation"]


class VersionForm(forms.ModelForm):
    def clean(self):
        """What the form says of the list agrees with the rows that are there."""
        super().clean()
        if set(self.errors) & {"has_list", "list_awaited"} or "has_list" not in self.cleaned_data:
            return
        said = CategoryVersion(**{name: self.cleaned_data[name] for name in ("has_list", "list_awaited")})
        listed = self.instance.listings.count() if self.instance.pk else 0
        if not (problem := list_problem(said, listed)):
            return
        if said.list_is_known:
            self.add_error(
                "list_awaited",
                _("No occupation is on the list yet. Leave this ticked, save, and publish the list then."),
            )
        elif not said.has_list:
            self.add_error("has_list", problem)


@admin.register(CategoryVersion)
class CategoryVersionAdmin(ListEntryMixin, VerifyListMixin, HistoryAdmin):
    form = VersionForm
    list_display = ["__str__", "next_step", "valid_from", "valid_to", "months_required", "listed", "verified"]
    list_filter = [InForceFilter, "category", "has_list", "list_awaited", "verified"]
    list_select_related = ["category"]
    ordering = ["category__order", "number", "pk"]
    search_fields = ["category__name_en", "category__short_name_en", "=category__abbreviation", "name_en"]
    fieldsets = [
        (None, {"fields": ["category", "number", "name_en", "name_fr"]}),
        (_("In force"), {"fields": ["announced", "valid_from", "valid_to"]}),
        (
            _("Criteria"),
            {
                "fields": [
                    "months_required", "continuous", "in_canada", "nclc_min", "criteria_en", "criteria_fr",
                ]
            },
        ),
        (_("List of occupations"), {"fields": ["has_list", "list_awaited", "list_published"]}),
        (_("Source"), {"fields": ["source", "verified"]}),
    ]  # fmt: skip

    def get_queryset(self, request):
        """With its type for every label, in the list and in the autocompletion of other forms."""
        versions = super().get_queryset(request).select_related("category").with_counts()
        later = CategoryVersion.objects.filter(category=OuterRef("category"), number__gt=OuterRef("number"))
        return versions.annotate(is_followed=Exists(later))

    def get_list_display(self, request):
        display = super().get_list_display(request)
        may = self.has_change_permission(request)
        return [name for name in display if may or name != "next_step"]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """With the list, to be read: it is changed as a whole, where every change is checked and told to readers."""
        if obj is not None:
            rows = obj.listings.select_related("occupation").order_by("occupation__code")
            context["rows"] = list(rows)
            context["unverified"] = sum(not row.verified for row in context["rows"])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    @admin.display(description=_("occupations listed"), ordering="listed")
    def listed(self, obj):
        return _("not known yet") if obj.list_awaited else obj.listed

    @admin.display(description=_("next"))
    def next_step(self, obj):
        """Lead to what an editor does next with the newest version of a type."""
        if obj.list_awaited:
            name, words = "publish", _("Publish the list")
        elif obj.category.is_category_based and not obj.is_followed:
            name, words = "next", _("New version")
        else:
            return ""
        return format_html(
            '<a href="{}">{}</a>', reverse(f"admin:occupations_categoryversion_{name}", args=[obj.pk]), words
        )


@admin.register(SeriesLabel)
class SeriesLabelAdmin(RecordAdmin):
    list_display = ["label", "version"]
    list_filter = ["version__category"]
    list_select_related = ["version__category"]
    autocomplete_fields = ["version"]
    search_fields = ["label"]
