"""A whole week on one page: rows with its dates, checked together, saved and published together."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core import params
from draws.charts.job import render_after_commit
from draws.clock import FIRST_YEAR, LAST_YEAR, Week
from draws.models import Round

from .week_form import WeekFormSet


class WeekMixin:
    """Adds the grid of a week to the admin of draws."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.week_view)
        return [path("week/", view, name="draws_round_week"), *super().get_urls()]

    def week_view(self, request):
        """Show the grid, then what is in it, and save what was shown."""
        may_publish = self.has_change_permission(request)
        if not self.has_add_permission(request) or ("publish" in request.POST and not may_publish):
            raise PermissionDenied
        week = self.week_asked_for(request)
        rows = WeekFormSet(request.POST if request.method == "POST" else None, week=week)
        if rows.wants_saving and rows.is_valid() and rows.is_confirmed:
            if saved := self.save_week(request, rows):
                return self.lead_on(request, week, saved)
            rows = WeekFormSet(request.POST, week=week)
        return TemplateResponse(
            request, "admin/draws/round/week.html", self.week_context(request, week, rows)
        )

    def week_asked_for(self, request):
        """Return ?week=2026-W41, or the week of a day; without one, or with nonsense, the present one."""
        asked = params.text(request, "week")
        day = params.day(request, "week")
        try:
            week = Week.of(day) if day else Week.parse(asked)
        except ValueError:
            week = None
        if week is None or not FIRST_YEAR <= week.year <= LAST_YEAR:
            if asked:
                words = _("“%(asked)s” is no week from %(first)s to %(last)s. This is the present one.")
                values = {"asked": asked, "first": FIRST_YEAR, "last": LAST_YEAR}
                messages.warning(request, words % values)
            return Week.of(timezone.localdate())
        return week

    def week_context(self, request, week, rows):
        known = Round.objects.between(*week.span).select_related("version__category").oldest_first()
        return {
            **self.admin_site.each_context(request),
            # The grid takes the width of the page.
            "is_nav_sidebar_enabled": False,
            "title": _("Enter a week of draws"),
            "opts": self.opts,
            "week": week,
            "neighbours": [week.moved(-1), week.moved(1)],
            "known": known,
            "has_public": any(round.is_public and not round.withdrawn_at for round in known),
            "rows": rows,
            "ready": rows.is_bound and rows.is_valid(),
            "may_publish": self.has_change_permission(request),
        }

    def save_week(self, request, rows):
        """Save all rows, and publish them where that was asked; return the draws, or nothing where one was refused."""
        publish = "publish" in request.POST
        try:
            with transaction.atomic():
                saved = [item.round for item in rows.enter(publish=publish)]
                if publish:
                    render_after_commit()
                for round in saved:
                    self.log_addition(request, round, [{"added": {}}])
                    if publish:
                        self.log_change(request, round, gettext("Published."))
        except (ValidationError, IntegrityError):
            # Someone else saved one of them between the check and this moment.
            return []
        return saved

    def lead_on(self, request, week, saved):
        """Say what was done, and show the week with it, or the draws that wait."""
        values = {"count": len(saved), "numbers": ", ".join(round.number for round in saved)}
        if "publish" in request.POST:
            words = ngettext(
                "Draw %(numbers)s is public, everywhere on the site.",
                "%(count)s draws are public, everywhere on the site: %(numbers)s.",
                len(saved),
            )
            messages.success(request, words % values)
            return redirect(f"{reverse('admin:draws_round_week')}?week={week.slug.upper()}")
        words = ngettext(
            "Draw %(numbers)s is saved, and not public yet.",
            "%(count)s draws are saved, and not public yet: %(numbers)s.",
            len(saved),
        )
        messages.success(request, words % values)
        return redirect(f"{reverse('admin:draws_round_changelist')}?standing=waiting")
