from urllib.parse import urlencode

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from core import params
from core.admin import HistoryAdmin
from draws.charts.job import render_after_commit
from draws.correcting import save_corrected
from draws.models import PoolDistribution, Round
from draws.numbers import following

from .confirmation import ConfirmationMixin
from .filters import StandingFilter
from .forms import RoundForm
from .week import WeekMixin

# In the order of IRCC's page.
PAGE = [
    "category", "version", "number", "date", "held_text", "held_at", "invitations", "crs_cutoff",
    "tie_breaking_text", "tie_breaking_at", "programs", "pool",
]  # fmt: skip
SOURCE = ["version_source", "published_name_en", "published_name_fr", "source", "verified"]
# What makes a draw: enough to publish it within minutes.
ENOUGH = ["category", "version", "number", "date", "invitations", "crs_cutoff"]
# A phone passes it over on the day of a draw.
LATER = [name for name in PAGE + SOURCE if name not in ENOUGH]


@admin.register(Round)
class RoundAdmin(WeekMixin, ConfirmationMixin, HistoryAdmin):
    """Where rounds are entered, in the order of IRCC's own page."""

    form = RoundForm
    list_display = ["number", "standing", "type", "date", "cutoff", "size"]
    list_filter = [StandingFilter, "version__category", "version__category__kind", "verified"]
    list_select_related = ["version__category"]
    list_per_page = 50
    date_hierarchy = "date"
    search_fields = ["=number", "version__category__name_en", "version__category__short_name_en"]
    search_help_text = _("A number, such as 255, or a type of draw.")
    actions = ["check_and_publish"]
    readonly_fields = ["standing"]

    class Media:
        js = ["js/admin-round.js"]

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return [
                (_("IRCC's page"), {"fields": ENOUGH}),
                (_("What can follow later"), {"fields": LATER, "classes": ["collapse"]}),
            ]
        sheets = [(_("IRCC's page"), {"fields": PAGE}), (_("Label and source"), {"fields": SOURCE})]
        reads_only = not self.has_change_permission(request, obj)
        withdrawal = {
            "fields": ["withdrawn_reason"] if reads_only else ["withdrawn", "withdrawn_reason"],
            "classes": ["collapse"],
        }
        correction = {
            "fields": ["correction_kind", "correction_reason"],
            "description": _(
                "Only where a figure that readers have seen becomes another. What was blank and is added is none."
            ),
        }
        corrects = obj.published_at and self.may_correct(request) and not reads_only
        public = [(_("Correction"), correction)] if corrects else []
        return [(None, {"fields": ["standing"]}), *sheets, *public, (_("Withdrawal"), withdrawal)]

    def render_change_form(self, request, context, **kwargs):
        """Leave open what can follow later where it holds something, or what a version asks for."""
        form = context["adminform"].form
        if "version" in form.errors or any(form[name].value() for name in LATER if name in form.fields):
            for _name, options in context["adminform"].fieldsets:
                if options["fields"] is LATER:
                    options["classes"] = []
        return super().render_change_form(request, context, **kwargs)

    def may_correct(self, request):
        return request.user.has_perm("draws.add_roundcorrection")

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.may_correct = self.may_correct(request)
        return form

    def get_changeform_initial_data(self, request):
        """Propose the number after the newest and today; keep the date and the count of the draw entered before."""
        newest = Round.objects.last_numbered()
        pool = params.integer(request, "pool", low=0, high=2**31, default=0)
        return {
            "number": following(newest.number) if newest else "1",
            "date": params.day(request, "date") or timezone.localdate(),
            "pool": PoolDistribution.objects.filter(pk=pool).first(),
        }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Beside the count of the pool, offer to add one; changing one belongs on its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "pool":
            widget = field.widget
            widget.can_change_related = widget.can_delete_related = widget.can_view_related = False
        return field

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.is_public else None

    def has_delete_permission(self, request, obj=None):
        """What has been public is withdrawn, with a reason, and not deleted."""
        return (obj is None or obj.published_at is None) and super().has_delete_permission(request, obj)

    def save_model(self, request, obj, form, change):
        kind, reason = (form.cleaned_data.get(f"correction_{name}", "") for name in ("kind", "reason"))
        save_corrected(obj, kind=kind, reason=reason, by=request.user)
        if obj.published_at:
            render_after_commit()
        for level, text in form.notes:
            messages.add_message(request, level, text)

    def response_add(self, request, obj, post_url_continue=None):
        return self.with_kept_values(request, obj, super().response_add(request, obj, post_url_continue))

    def response_change(self, request, obj):
        return self.with_kept_values(request, obj, super().response_change(request, obj))

    def with_kept_values(self, request, obj, response):
        """Lead "Save and add another" to a form with the same date and count."""
        if "_addanother" not in request.POST:
            return response
        kept = {"date": obj.date.isoformat()} | ({"pool": obj.pool_id} if obj.pool_id else {})
        return HttpResponseRedirect(f"{reverse('admin:draws_round_add')}?{urlencode(kept)}")

    def response_post_save_add(self, request, obj):
        return redirect(self.confirmation_url(obj))

    def response_post_save_change(self, request, obj):
        return redirect(self.confirmation_url(obj))

    @admin.action(description=_("Check and publish one draw"), permissions=["change"])
    def check_and_publish(self, request, queryset):
        if queryset.count() == 1:
            return redirect(self.confirmation_url(queryset.get()))
        messages.error(
            request,
            _("Choose one draw: each is checked beside the last of its type before it is published."),
        )
        return None

    @admin.display(description=_("type of draw"), ordering="version__category__order")
    def type(self, obj):
        return obj.category.short_name

    @admin.display(description=_("cut-off"), ordering="crs_cutoff")
    def cutoff(self, obj):
        return obj.crs_cutoff

    @admin.display(description=_("invitations"), ordering="invitations")
    def size(self, obj):
        return number_format(obj.invitations, force_grouping=True)

    @admin.display(description=_("on the site"), ordering="published_at")
    def standing(self, obj):
        if obj.withdrawn_at:
            return _("Withdrawn on %(date)s") % {"date": date_format(timezone.localtime(obj.withdrawn_at))}
        if obj.published_at:
            return _("Public")
        return format_html(
            '<strong class="badge">{}</strong> <a href="{}">{}</a>',
            _("Not public yet"),
            self.confirmation_url(obj),
            _("Check and publish"),
        )
