from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import HistoryAdmin, RecordAdmin

from .models import Category, CategoryVersion, Listing, Occupation, SeriesLabel


class InForceFilter(admin.SimpleListFilter):
    """Whether a version is in force today, in Toronto."""

    title = _("in force today")
    parameter_name = "in_force"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request, queryset):
        in_force = CategoryVersion.objects.in_force().values("pk")
        match self.value():
            case "yes":
                return queryset.filter(pk__in=in_force)
            case "no":
                return queryset.exclude(pk__in=in_force)
            case _:
                return queryset


@admin.register(Category)
class CategoryAdmin(RecordAdmin):
    list_display = ["name_en", "short_name_en", "abbreviation", "kind", "order"]
    list_filter = ["kind"]
    search_fields = ["name_en", "name_fr", "short_name_en", "=abbreviation"]


class ListingInline(admin.TabularInline):
    model = Listing
    autocomplete_fields = ["occupation"]
    fields = ["occupation", "title_as_published", "source", "verified_on", "verified_by"]
    extra = 0


@admin.register(CategoryVersion)
class CategoryVersionAdmin(HistoryAdmin):
    inlines = [ListingInline]
    list_display = ["__str__", "valid_from", "valid_to", "months_required", "listed", "verified"]
    list_filter = [InForceFilter, "category", "has_list", "verified"]
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
        return super().get_queryset(request).select_related("category").with_counts()

    @admin.display(description=_("occupations listed"), ordering="listed")
    def listed(self, obj):
        return obj.listed


@admin.register(Occupation)
class OccupationAdmin(RecordAdmin):
    list_display = ["code", "title_en", "title_fr", "teer"]
    list_filter = ["teer", "broad_category"]
    search_fields = ["^code", "title_en", "title_fr"]
    search_help_text = _("A code, or the beginning of one, or words of the title.")


@admin.register(SeriesLabel)
class SeriesLabelAdmin(RecordAdmin):
    list_display = ["label", "version"]
    list_filter = ["version__category"]
    list_select_related = ["version__category"]
    autocomplete_fields = ["version"]
    search_fields = ["label"]
