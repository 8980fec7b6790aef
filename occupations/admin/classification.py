from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.admin import RecordAdmin
from occupations.models import Occupation


@admin.register(Occupation)
class OccupationAdmin(RecordAdmin):
    list_display = ["code", "classification", "title_en", "title_fr", "teer"]
    list_filter = ["classification", "teer", "broad_category"]
    search_fields = ["^code", "title_en", "title_fr"]
    search_help_text = _("A code, or the beginning of one, or words of the title.")
