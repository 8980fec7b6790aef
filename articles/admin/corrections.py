from django.contrib import admin

from articles.models import ArticleCorrection
from core.admin import RecordAdmin

from .owning import may_change


@admin.register(ArticleCorrection)
class ArticleCorrectionAdmin(RecordAdmin):
    """Correction notes: their words are the newsroom's until they are published, and stay as they are from then on."""

    list_display = ["made_at", "article", "said", "right", "kind", "is_published"]
    list_filter = ["is_published", "kind"]
    list_select_related = ["article"]
    search_fields = ["article__title", "said", "right", "reason"]
    fields = ["article", "said", "right", "kind", "reason", "is_published"]
    readonly_fields = ["article", "is_published"]

    def has_add_permission(self, request):
        """They are drafted beside a change of an article."""
        return False

    def has_change_permission(self, request, obj=None):
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or (not obj.is_published and may_change(request.user, obj.article))

    def has_delete_permission(self, request, obj=None):
        """What readers have read stays."""
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or (not obj.is_published and may_change(request.user, obj.article))

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.is_published else None
