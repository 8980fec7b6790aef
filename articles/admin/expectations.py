"""The ledger of what was expected of draws: written down before they are held, withdrawn with a reason, never deleted."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.expectations import words
from articles.expectations.ledger import lines
from articles.models import Expectation
from core.admin import RecordAdmin


@admin.register(Expectation)
class ExpectationAdmin(RecordAdmin):
    autocomplete_fields = ["article"]
    list_display = ["who", "category", "said", "result", "made_at", "entered_at"]
    list_filter = ["category", "kind"]
    list_per_page = 50
    search_fields = ["source_name", "source_title", "text", "article__title"]
    search_help_text = _("Words of the forecast, who said it, or a headline.")
    fieldsets = [
        (
            _("Said in an article of ours"),
            {
                "fields": ["article"],
                "description": _(
                    "It counts from when you save it here. After the draw it is shown as claimed afterwards."
                ),
            },
        ),
        (
            _("Or said elsewhere"),
            {"fields": ["source_name", "source_title", "source_url", "source_date", "source_note"]},
        ),
        (
            _("What is expected"),
            {
                "fields": ["text", "category", "window_from", "window_to"]
                + ["kind", "low", "high", "position", "other_category"],
                "description": _("All of this stands once it is saved, but for the words."),
            },
        ),
        (_("A wrong entry"), {"fields": ["withdrawn_reason"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article", "category", "other_category")

    def get_changelist_instance(self, request):
        """Score the rows of the page together, by one reading of the record."""
        changelist = super().get_changelist_instance(request)
        changelist.result_list = list(changelist.result_list)
        for line in lines(changelist.result_list):
            line.expectation.score = line.score
        return changelist

    def get_changeform_initial_data(self, request):
        return {"window_from": timezone.localdate()} | super().get_changeform_initial_data(request)

    def get_readonly_fields(self, request, obj=None):
        return [*Expectation.FROZEN, "made_at", "entered_at"] if obj else []

    def get_fieldsets(self, request, obj=None):
        noted = [(_("When"), {"fields": ["made_at", "entered_at"]})] if obj else []
        return [*super().get_fieldsets(request, obj), *noted]

    def has_delete_permission(self, request, obj=None):
        return False

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    @admin.display(description=_("who"))
    def who(self, obj):
        return str(obj.article) if obj.article else obj.source_name

    @admin.display(description=_("expected cut-off"))
    def said(self, obj):
        return words.expected(obj)

    @admin.display(description=_("result"))
    def result(self, obj):
        return _("withdrawn") if obj.withdrawn_reason else words.result(obj.score)
