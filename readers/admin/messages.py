"""What readers wrote, to be read, answered and put aside. The text itself stays as it came."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import MadeByProgramAdmin
from readers.models import ReaderMessage


@admin.register(ReaderMessage)
class ReaderMessageAdmin(MadeByProgramAdmin):
    list_display = ["__str__", "sent_at", "state", "page_title", "note"]
    list_filter = ["state", "about"]
    search_fields = ["message", "page_title", "note"]
    readonly_fields = ["sent_at", "about", "page_title", "path", "message", "reply_address"]
    fieldsets = [
        (None, {"fields": readonly_fields}),
        (
            _("What became of it"),
            {
                "fields": ["state", "note"],
                "description": _("A message is deleted 90 days after it was sent, unless it is kept open."),
            },
        ),
    ]
