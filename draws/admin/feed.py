"""IRCC's feed in the newsroom: its checks, what they proposed and what they held."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from core.admin import MadeByProgramAdmin, ReadOnlyAdmin
from core.loading import rehearsal
from draws.charts.job import render_after_commit
from draws.feed.deciding import accept, reject, set_aside, take_held
from draws.feed.running import sync
from draws.models import HeldRow, ProposedCorrection, Round, RoundCorrection, SyncRun
from occupations.models import CategoryVersion


@admin.register(SyncRun)
class SyncRunAdmin(ReadOnlyAdmin):
    list_display = ["started_at", "outcome", "added", "changed", "proposed", "held", "unreadable", "source"]
    list_filter = ["outcome", "is_official"]
    change_list_template = "admin/draws/syncrun/change_list.html"
    fields = [
        "started_at", "started_by", "source", "outcome", "words", "added", "changed", "proposed", "held",
        "unreadable", "added_rounds", "sha256",
    ]  # fmt: skip

    def get_urls(self):
        view = self.admin_site.admin_view(self.check_view)
        return [path("check/", view, name="draws_syncrun_check"), *super().get_urls()]

    def check_view(self, request):
        """Read IRCC's feed now, and say what came of it."""
        if not request.user.has_perm("draws.add_round"):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        added = Round.objects.none()
        if "check" in request.POST:
            runs = list(sync(by=request.user))
            for run in runs:
                level = messages.ERROR if run.changed_nothing else messages.SUCCESS
                text = run.words if run.changed_nothing else run.summary
                messages.add_message(request, level, f"{run.source}: {run.get_outcome_display()}. {text}")
            render_after_commit()
            added = Round.objects.filter(sync_runs__in=runs).distinct()
        return self.lead_on(added)

    def lead_on(self, added):
        """Lead to the check of the one draw that was added, to the list of those that wait, or else to the checks."""
        if not added:
            return redirect("admin:draws_syncrun_changelist")
        if len(added) == 1 and added[0].published_at is None:
            return redirect("admin:draws_round_confirm", added[0].pk)
        return redirect(f"{reverse('admin:draws_round_changelist')}?standing=waiting")


@admin.register(RoundCorrection)
class RoundCorrectionAdmin(ReadOnlyAdmin):
    list_display = ["made_at", "round", "figure", "old_shown", "new_shown", "kind", "made_by"]
    list_filter = ["kind"]
    list_select_related = ["round", "made_by"]
    fields = ["round", "figure", "old_shown", "new_shown", "kind", "reason", "made_at", "made_by"]


class ProposalForm(forms.ModelForm):
    """Accepts or rejects; what an acceptance would break is said before it happens."""

    choice = forms.ChoiceField(
        label=_("Decision"),
        choices=[("accept", _("Take IRCC's figure")), ("reject", _("Keep ours"))],
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(
        label=_("What happened"), choices=RoundCorrection.Kind.choices, initial=RoundCorrection.Kind.IRCC
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=300,
        help_text=_("One sentence for readers. Needed to take IRCC's figure."),
    )

    def clean(self):
        super().clean()
        if self.cleaned_data.get("choice") != "accept":
            return
        if not self.cleaned_data.get("reason"):
            self.add_error("reason", _("Say in a sentence why the figure is changed."))
            return
        try:
            with rehearsal(True):
                self.decide(None)
        except ValidationError as error:
            self.add_error(None, error.messages)
        self.instance.refresh_from_db()

    def decide(self, by):
        data = self.cleaned_data
        if data["choice"] == "accept":
            accept(self.instance, kind=data["kind"], reason=data["reason"], by=by)
        else:
            reject(self.instance, by=by)


@admin.register(ProposedCorrection)
class ProposedCorrectionAdmin(MadeByProgramAdmin):
    form = ProposalForm
    list_display = ["__str__", "recorded_shown", "fed_shown", "decision", "decided_by"]
    list_filter = ["decision"]
    list_select_related = ["round", "decided_by"]
    fieldsets = [(None, {"fields": ["choice", "kind", "reason"]})]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or not obj.decision)

    def get_fieldsets(self, request, obj=None):
        if self.has_change_permission(request, obj):
            return self.fieldsets
        return [(None, {"fields": ["decision", "decided_at", "decided_by"]})]

    def save_model(self, request, obj, form, change):
        form.decide(request.user)


class HeldRowForm(forms.ModelForm):
    """Says what a row is, or sets it aside."""

    version = forms.ModelChoiceField(
        label=_("It is a draw of"),
        required=False,
        queryset=CategoryVersion.objects.select_related("category"),
        help_text=_("From now on IRCC's label means this version. The draw then waits for its check."),
    )
    version_source = forms.URLField(
        label=_("IRCC's page naming the version"),
        required=False,
        assume_scheme="https",
        help_text=_("Only where the version is not in force on the draw's date."),
    )
    put_aside = forms.BooleanField(
        label=_("Set this row aside"),
        required=False,
        help_text=_("It is no draw for the record. It is held again when IRCC changes it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", self.instance.suggestion)

    def clean(self):
        super().clean()
        version, aside = (self.cleaned_data.get(name) for name in ("version", "put_aside"))
        if aside:
            return
        if not version:
            self.add_error("version", _("Choose what it is a draw of, or set the row aside."))
            return
        try:
            with rehearsal(True):
                self.decide()
        except ValidationError as error:
            self.add_error(None, error.messages)
        self.instance.refresh_from_db()

    def decide(self):
        """Return the round that was added, or None."""
        data = self.cleaned_data
        if data["put_aside"]:
            return set_aside(self.instance)
        return take_held(self.instance, data["version"], version_source=data.get("version_source", ""))


@admin.register(HeldRow)
class HeldRowAdmin(MadeByProgramAdmin):
    form = HeldRowForm
    list_display = ["__str__", "label", "reason", "suggestion", "held_at", "resolved_at"]
    list_filter = [("resolved_at", admin.EmptyFieldListFilter), "reason"]
    list_select_related = ["suggestion__category"]
    readonly_fields = ["label", "reason", "note", "suggestion", "row", "resolution"]

    def get_fieldsets(self, request, obj=None):
        found = (None, {"fields": ["label", "reason", "note", "suggestion", "row"]})
        if not self.has_change_permission(request, obj):
            return [found, (None, {"fields": ["resolution"]})]
        return [found, (_("Decision"), {"fields": ["version", "version_source", "put_aside"]})]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or not obj.resolved_at)

    def save_model(self, request, obj, form, change):
        form.decide()

    def response_post_save_change(self, request, obj):
        """Lead to the check of the draw that was added."""
        added = obj.run.added_rounds.filter(number=obj.number, published_at__isnull=True).first()
        if added is None:
            return super().response_post_save_change(request, obj)
        return redirect("admin:draws_round_confirm", added.pk)

    @admin.display(description=_("IRCC's row"))
    def row(self, obj):
        return render_to_string("admin/draws/heldrow/row.html", {"raw": obj.raw})
