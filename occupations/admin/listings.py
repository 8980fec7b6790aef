"""Rows of lists and corrections of them: they are read and verified here, and changed with their list."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.admin import ReadOnlyAdmin
from occupations.models import ListCorrection, Listing
from occupations.revising import unverify, verify

from .filters import ListInForceFilter, VerifiedFilter


@admin.register(Listing)
class ListingAdmin(ReadOnlyAdmin):
    list_display = ["code", "title_as_published", "list", "verified_on", "verified_by"]
    list_display_links = ["title_as_published"]
    list_filter = [
        VerifiedFilter,
        ListInForceFilter,
        ("version__category", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["occupation", "version__category"]
    list_per_page = 50
    ordering = ["version__category__order", "-version__number", "occupation__code", "pk"]
    search_fields = ["^occupation__code", "title_as_published"]
    search_help_text = _("A code, or the beginning of one, or words of the title.")
    fields = ["version", "occupation", "title_as_published", "source", "verified_on", "verified_by"]
    actions = ["verify", "unverify"]

    def has_verify_permission(self, request):
        return request.user.has_perm("occupations.change_categoryversion")

    @admin.display(description=_("NOC code"), ordering="occupation__code")
    def code(self, obj):
        return obj.occupation.code

    @admin.display(description=_("list"), ordering="version")
    def list(self, obj):
        return _("%(type)s, version %(number)s") % {
            "type": obj.category.short_name,
            "number": obj.version.number,
        }

    @admin.action(description=_("Verified: compared with the official page"), permissions=["verify"])
    def verify(self, request, queryset):
        count = verify(queryset.select_related(*self.list_select_related), by=request.user)
        messages.success(request, verified_words(count))

    @admin.action(description=_("Not verified: take the mark off"), permissions=["verify"])
    def unverify(self, request, queryset):
        count = unverify(queryset.select_related(*self.list_select_related))
        messages.success(request, unverified_words(count))


def verified_words(count):
    return ngettext(
        "%(count)d row is marked as compared with the official page today.",
        "%(count)d rows are marked as compared with the official page today.",
        count,
    ) % {"count": count}


def unverified_words(count):
    return ngettext(
        "%(count)d row is a transcription again.", "%(count)d rows are transcriptions again.", count
    ) % {"count": count}


@admin.register(ListCorrection)
class ListCorrectionAdmin(ReadOnlyAdmin):
    list_display = ["made_at", "version", "occupation", "old", "new", "kind", "made_by"]
    list_filter = ["kind", ("version__category", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["version__category", "occupation", "made_by"]
    fields = ["version", "occupation", "old", "new", "kind", "reason", "made_at", "made_by"]
