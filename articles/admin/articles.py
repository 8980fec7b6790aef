from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.revisions import newest_state
from core.admin import RecordAdmin
from core.people import name_of

from .conflicts import ConflictMixin
from .desk import DeskMixin
from .facts import FactsFilter
from .flash import FlashMixin
from .forms import ArticleForm
from .growing import GrowMixin
from .owning import HandsFilter, OwningMixin
from .previewing import PreviewMixin
from .publishing import PublishingMixin
from .questions import QuestionInline
from .revising import RevisionMixin
from .roundups import RoundupMixin
from .sharing import SharingMixin
from .states import StateFilter, state
from .writing import WritingMixin


@admin.register(Article)
class ArticleAdmin(
    OwningMixin,
    FlashMixin,
    RoundupMixin,
    GrowMixin,
    ConflictMixin,
    DeskMixin,
    RevisionMixin,
    SharingMixin,
    WritingMixin,
    PreviewMixin,
    PublishingMixin,
    RecordAdmin,
):
    """Where news and guides are written, in the order of the work."""

    form = ArticleForm
    inlines = [QuestionInline]
    raw_id_fields = ["image"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["state", "updated_at"]
    list_display = ["title", "state", "kind", "author", "in_hands"]
    list_filter = [StateFilter, HandsFilter, FactsFilter, "kind", "topic", "author", "tags"]
    list_select_related = ["author", "owner"]
    list_per_page = 50
    date_hierarchy = "published_at"
    search_fields = ["title", "standfirst", "body", "author__name"]
    search_help_text = _("Words of the headline, the standfirst or the text, or an author.")
    change_form_template = "admin/articles/article/change_form.html"
    fieldsets = [
        (None, {"fields": ["state", "kind", "topic", "week_start", "title"]}),
        (_("Words"), {"fields": ["standfirst", "image", "body"]}),
        (_("Author, tags and address"), {"fields": ["author", "tags", "slug", "description"]}),
        (
            _("Paid for"),
            {
                "fields": ["funding", "sponsor"],
                "description": _("A link that somebody pays for is written [words](address){sponsored}."),
            },
        ),
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

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["preview_url"] = reverse("admin:articles_article_preview", args=[obj.pk])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=_("state"), ordering="published_at")
    def state(self, obj):
        return state(obj)

    @admin.display(description=_("in the hands of"), ordering="owner__username", empty_value=_("nobody"))
    def in_hands(self, obj):
        return obj.owner and name_of(obj.owner)
