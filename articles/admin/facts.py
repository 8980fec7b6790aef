"""What the fact desk keeps, to be read and tidied up: phrases, judgements, publications despite it."""

from django import forms
from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from articles.models import Judgement, Override, StopPhrase
from core.admin import MadeByProgramAdmin, ReadOnlyAdmin, RecordAdmin

WIDE = {"class": "vLargeTextField"}


class FactsFilter(admin.SimpleListFilter):
    """What the fact desk said of an article when it was last saved."""

    title = _("facts")
    parameter_name = "facts"

    def lookups(self, request, model_admin):
        return [("contradicted", _("contradict the record")), ("failed", _("could not be checked"))]

    def queryset(self, request, queryset):
        match self.value():
            case "contradicted":
                return queryset.filter(fact_check__counts__contradicted__gt=0)
            case "failed":
                return queryset.filter(fact_check__isnull=False).exclude(fact_check__failure="")
            case _:
                return queryset


class StopPhraseForm(forms.ModelForm):
    class Meta:
        widgets = {name: forms.TextInput(attrs=WIDE) for name in ("pattern", "reason", "instead")}


@admin.register(StopPhrase)
class StopPhraseAdmin(RecordAdmin):
    form = StopPhraseForm
    fields = ["pattern", "reason", "instead", "active"]
    list_display = ["pattern", "reason", "instead", "active"]
    list_filter = ["active"]
    list_per_page = 50
    search_fields = ["pattern", "reason", "instead"]


@admin.register(Judgement)
class JudgementAdmin(MadeByProgramAdmin):
    """Made beside the text; here they are found again, and taken back by editors."""

    fields = ["claim", "sentence", "rule", "article", "reason", "made_by_name", "made_at"]
    list_display = ["claim", "reason", "rule", "article", "made_by_name", "made_at"]
    list_select_related = ["article"]
    list_filter = ["rule", "made_at"]
    list_per_page = 50
    search_fields = ["claim", "sentence", "reason"]

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return admin.ModelAdmin.has_delete_permission(self, request, obj)


@admin.register(Override)
class OverrideAdmin(ReadOnlyAdmin):
    """Who published what although the desk was against it, and why."""

    fields = ["article", "faq_entry", "version", "reason", "made_by_name", "made_at", "said"]
    readonly_fields = ["said"]
    list_display = ["of", "version", "reason", "made_by_name", "made_at"]
    list_select_related = ["article", "faq_entry"]
    list_filter = ["made_at"]
    list_per_page = 50
    search_fields = ["reason", "article__title", "made_by_name"]

    @admin.display(description=_("of"))
    def of(self, obj):
        return obj.article or obj.faq_entry

    @admin.display(description=_("what the desk had said"))
    def said(self, obj):
        lines = ((one["claim"], one["message"], one["sentence"]) for one in obj.findings)
        return format_html_join("", "<p>{}: {} <q>{}</q></p>", lines)
