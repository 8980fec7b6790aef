from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class StandingFilter(admin.SimpleListFilter):
    """Whether readers see a round."""

    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [
            ("waiting", _("Not public yet")),
            ("public", _("Public")),
            ("withdrawn", _("Withdrawn")),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "waiting":
                return queryset.waiting()
            case "public":
                return queryset.public_record()
            case "withdrawn":
                return queryset.filter(withdrawn_at__isnull=False)
            case _:
                return queryset
