"""What is counted about reading, to be looked at."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import ReadOnlyAdmin
from readers.fewer import told
from readers.models import MissedAddress, MissedSearch, ReadCount


class CountAdmin(ReadOnlyAdmin):
    date_hierarchy = "day"
    # Counting beside the filters would tell small counts.
    show_facets = admin.ShowFacets.NEVER

    @admin.display(description=_("times"), ordering="times")
    def counted(self, obj):
        return told(obj.times)


@admin.register(ReadCount)
class ReadCountAdmin(CountAdmin):
    list_display = ["path", "day", "status", "site", "counted"]
    list_filter = ["status"]
    search_fields = ["path", "site"]
    fields = list_display


@admin.register(MissedAddress)
class MissedAddressAdmin(CountAdmin):
    list_display = ["path", "day", "site", "counted"]
    search_fields = ["path", "site"]
    fields = list_display


@admin.register(MissedSearch)
class MissedSearchAdmin(CountAdmin):
    list_display = ["words", "day", "counted"]
    search_fields = ["words"]
    fields = list_display
