from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from occupations.models import CategoryVersion


class YesOrNoFilter(admin.SimpleListFilter):
    def lookups(self, request, model_admin):
        return [("yes", _("Yes")), ("no", _("No"))]


class InForceFilter(YesOrNoFilter):
    """Whether a version is in force today, in Toronto."""

    title = _("in force today")
    parameter_name = "in_force"
    version = "pk"

    def queryset(self, request, queryset):
        in_force = {f"{self.version}__in": CategoryVersion.objects.in_force().values("pk")}
        match self.value():
            case "yes":
                return queryset.filter(**in_force)
            case "no":
                return queryset.exclude(**in_force)
            case _:
                return queryset


class ListInForceFilter(InForceFilter):
    """The same of the version on whose list a row stands."""

    version = "version"


class VerifiedFilter(YesOrNoFilter):
    """Whether somebody compared a row with the official page."""

    title = _("verified")
    parameter_name = "verified"

    def queryset(self, request, queryset):
        match self.value():
            case "yes":
                return queryset.filter(verified_on__isnull=False)
            case "no":
                return queryset.filter(verified_on=None)
            case _:
                return queryset
