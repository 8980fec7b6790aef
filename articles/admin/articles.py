from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.revisions import newest_state
from articles.saving import save_article
from core.admin import RecordAdmin

from .flash import FlashMixin
from .forms import ArticleForm
from .growing import GrowMixin
from .previewing import PreviewMixin
from .questions import QuestionInline
from .roundups import RoundupMixin
from .states import StateFilter, state


@admin.register(Article)
class ArticleAdmin(FlashMixin, RoundupMixin, GrowMixin, PreviewMixin, RecordAdmin):
    """Where news and guides are written, in the order of the work."""

    form = ArticleForm
    inlines = [QuestionInline]
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
        (None, {"fields": ["state", "kind", "topic", "week_start", "title", "seen"]}),
        (_("Words"), {"fields": ["standfirst", "body"]}),
        (_("Author, tags and address"), {"fields": ["author", "tags", "slug", "description"]}),
        (
            _("Publication"),
            {
                "fields": ["status", "published_at", "updated_at", "withdrawn_reason", "review_by", "owner"],
                "description": _(
                    "Draft and In review are seen in the newsroom only. Ready appears by itself at its time; what "
                    "has appeared is withdrawn, with a reason, and not taken back."
                ),
            },
        ),
        (_("History"), {"fields": ["note"]}),
    ]

    def get_object(self, request, object_id, from_field=None):
        """Return the article as the newsroom last left it."""
        found = super().get_object(request, object_id, from_field)
        if found is not None:
            found.in_hand = newest_state(found)
        return found

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.has_been_public() else None

    def has_delete_permission(self, request, obj=None):
        """What readers have seen is withdrawn, with a reason, and not deleted."""
        return (obj is None or not obj.has_been_public()) and super().has_delete_permission(request, obj)

    def save_model(self, request, obj, form, change):
        """Left to save_related: an article, its questions and its tags are saved as one."""

    def save_related(self, request, form, formsets, change):
        for formset in formsets:
            formset.save()
        save_article(
            form.instance,
            entries=[entry for formset in formsets for entry in formset.entries],
            tags=form.cleaned_data["tags"],
            live="_publish" in request.POST,
            seen=form.cleaned_data["seen"] if change else None,
            by=request.user,
            note=form.cleaned_data["note"],
        )

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["preview_url"] = reverse("admin:articles_article_preview", args=[obj.pk])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=_("state"), ordering="published_at")
    def state(self, obj):
        return state(obj)
