"""Where an article stands: what readers see of it, read off its status and time."""

from datetime import UTC

from django.contrib import admin
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles.models import Article


def state(article: Article) -> str:
    """Say where an article stands: "Scheduled for 2 October 2026, 9:00 a.m. EDT (2 October, 1:00 p.m. UTC)"."""
    if article.pk is None:
        return _("Not saved yet")
    if article.status != Article.Status.READY:
        return article.get_status_display()
    utc = article.published_at.astimezone(UTC)
    moment = {
        "toronto": date_format(timezone.localtime(article.published_at), "DATETIME_FORMAT"),
        "utc": f"{date_format(utc, 'MONTH_DAY_FORMAT')}, {date_format(utc, 'TIME_FORMAT')}",
    }
    if article.is_scheduled():
        return _("Scheduled for %(toronto)s (%(utc)s UTC)") % moment
    return _("Published %(toronto)s (%(utc)s UTC)") % moment


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
            ("changed", _("Changed, not published again")),
            ("withdrawn", _("Withdrawn")),
            ("removed", _("Removed")),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "scheduled":
                return queryset.scheduled()
            case "published":
                return queryset.published()
            case "changed":
                return queryset.changed_unseen()
            case "draft" | "in-review" | "withdrawn" | "removed" as status:
                return queryset.filter(status=status)
            case _:
                return queryset
