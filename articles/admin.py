from datetime import UTC

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles.compiling import save_article, save_entry
from articles.models import Article, Author, FaqEntry, Tag
from articles.views import article_page
from core.admin import RecordAdmin
from draws.admin.fields import DayInput, MomentInput


class AuthorSelect(AutocompleteSelect):
    """Completes what is typed where scripts run; without them it is a plain list of every author."""

    optgroups = forms.Select.optgroups


WIDE = {"class": "vLargeTextField"}


class WholeForm(forms.ModelForm):
    """Checks the constraints that need the language, which has no field yet."""

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"language"}


class ArticleForm(WholeForm):
    class Meta:
        field_classes = {"published_at": forms.DateTimeField}
        widgets = {
            "author": AuthorSelect(Article._meta.get_field("author"), admin.site),
            "body": forms.Textarea(attrs={"rows": 30, **WIDE}),
            "published_at": MomentInput(),
            "standfirst": forms.Textarea(attrs={"rows": 4, **WIDE}),
            **dict.fromkeys(
                ["title", "slug", "description", "withdrawn_reason"], forms.TextInput(attrs=WIDE)
            ),
            "tags": forms.CheckboxSelectMultiple,
            "week_start": DayInput(),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Made from the headline when left blank. Fixed once published.")

    def clean_slug(self):
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("title", ""))[:100].strip("-")
        if not slug:
            raise ValidationError(_("Write an address in small letters and hyphens."))
        return slug


class StateFilter(admin.SimpleListFilter):
    """What readers see of an article, read off its status and time."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("draft", _("Draft")),
            ("in-review", _("In review")),
            ("scheduled", _("Scheduled")),
            ("published", _("Published")),
            ("withdrawn", _("Withdrawn")),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "scheduled":
                return queryset.filter(status=Article.Status.READY, published_at__gt=timezone.now())
            case "published":
                return queryset.published()
            case "draft" | "in-review" | "withdrawn" as status:
                return queryset.filter(status=status)
            case _:
                return queryset


class SiteWideForm(WholeForm):
    """An entry of no article."""

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"article"}


class FaqEntryFormSet(forms.BaseInlineFormSet):
    def clean(self):
        super().clean()
        asked = set()
        for form in self.forms:
            question = form.cleaned_data.get("question") if form not in self.deleted_forms else None
            if question in asked:
                form.add_error("question", _("This question is asked already."))
            elif question:
                asked.add(question)


class FaqEntryInline(admin.StackedInline):
    model = FaqEntry
    formset = FaqEntryFormSet
    fields = ["question", "answer", "order"]
    extra = 1
    verbose_name = _("question and answer")
    verbose_name_plural = _("questions and answers, in order of their place")


@admin.register(Article)
class ArticleAdmin(RecordAdmin):
    """Where news and guides are written, in the order of the work."""

    form = ArticleForm
    inlines = [FaqEntryInline]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["state", "updated_at"]
    list_display = ["title", "state", "kind", "author"]
    list_filter = [StateFilter, "kind", "topic", "author", "tags"]
    list_select_related = ["author"]
    list_per_page = 50
    date_hierarchy = "published_at"
    search_fields = ["title", "standfirst", "body", "author__name"]
    search_help_text = _("Words of the headline, the standfirst or the text, or an author.")
    change_form_template = "admin/articles/article/change_form.html"
    fieldsets = [
        (None, {"fields": ["state", "kind", "topic", "week_start", "title"]}),
        (_("Words"), {"fields": ["standfirst", "body"]}),
        (_("Author, tags and address"), {"fields": ["author", "tags", "slug", "description"]}),
        (
            _("Publication"),
            {
                "fields": ["status", "published_at", "updated_at", "withdrawn_reason"],
                "description": _(
                    "Draft and In review are seen in the newsroom only. Ready appears by itself at its time; what "
                    "has appeared is withdrawn, with a reason, and not taken back."
                ),
            },
        ),
    ]

    def get_urls(self):
        preview = path(
            "<int:pk>/preview/", self.admin_site.admin_view(self.preview), name="articles_article_preview"
        )
        return [preview, *super().get_urls()]

    def preview(self, request, pk):
        """Show the article as saved through the page's own template; admin_view lets in staff and no cache."""
        article = get_object_or_404(Article.objects.select_related("author"), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        words = _("Preview. %(state)s") % {"state": self.state(article)}
        return article_page(request, article, preview=words, canonical_url="")

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.has_been_public() else None

    def has_delete_permission(self, request, obj=None):
        """What readers have seen is withdrawn, with a reason, and not deleted."""
        return (obj is None or not obj.has_been_public()) and super().has_delete_permission(request, obj)

    def save_model(self, request, obj, form, change):
        """Left to save_related: an article, its questions and its tags are saved as one."""

    def save_related(self, request, form, formsets, change):
        for formset in formsets:
            formset.save(commit=False)
        entries = [
            entry.instance
            for formset in formsets
            for entry in formset.forms
            if entry not in formset.deleted_forms and (entry.instance.pk or entry.has_changed())
        ]
        save_article(form.instance, entries=entries, tags=form.cleaned_data["tags"])

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["preview_url"] = reverse("admin:articles_article_preview", args=[obj.pk])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=_("state"), ordering="published_at")
    def state(self, obj):
        if obj.pk is None:
            return _("Not saved yet")
        if obj.status != Article.Status.READY:
            return obj.get_status_display()
        utc = obj.published_at.astimezone(UTC)
        moment = {
            "toronto": date_format(timezone.localtime(obj.published_at), "DATETIME_FORMAT"),
            "utc": f"{date_format(utc, 'MONTH_DAY_FORMAT')}, {date_format(utc, 'TIME_FORMAT')}",
        }
        if obj.is_scheduled():
            return _("Scheduled for %(toronto)s (%(utc)s UTC)") % moment
        return _("Published %(toronto)s (%(utc)s UTC)") % moment


@admin.register(Author)
class AuthorAdmin(RecordAdmin):
    list_display = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]


@admin.register(Tag)
class TagAdmin(RecordAdmin):
    list_display = ["name_en", "slug"]
    prepopulated_fields = {"slug": ["name_en"]}
    search_fields = ["name_en"]


@admin.register(FaqEntry)
class FaqEntryAdmin(RecordAdmin):
    """The questions of /faq/. Those of an article stand with it."""

    form = SiteWideForm
    fields = ["question", "answer", "order"]
    list_display = ["question", "order"]
    ordering = ["order", "pk"]
    search_fields = ["question", "answer"]

    def get_queryset(self, request):
        return super().get_queryset(request).site_wide()

    def view_on_site(self, obj):
        return reverse("faq")

    def save_model(self, request, obj, form, change):
        save_entry(obj)
