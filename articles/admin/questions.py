"""Questions and answers: those of the whole site, and those that stand with an article."""

from django import forms
from django.contrib import admin
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.desk.overriding import stopped
from articles.desk.running import look_at_entry
from articles.drafting.offering import choices
from articles.models import Article, FaqEntry
from articles.saving import save_entry
from core.admin import RecordAdmin

from .asking import ASKED_FIELDS, AskedForm
from .desk import MAY_OVERRIDE
from .forms import WholeForm


class SiteWideForm(AskedForm, WholeForm):
    """An entry of no article, which readers get at once."""

    may_override = False

    despite = forms.CharField(
        label=_("Why it is published all the same"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
        help_text=_("Only where the fact desk stops it: kept with your name and with what the desk said."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Whoever may only look gets no fields.
        if "question" in self.fields:
            self.prepare()

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"article"}

    def _post_clean(self):
        """Read against the record what is otherwise fit to be saved."""
        super()._post_clean()
        if self.errors or self.given_reason:
            return
        looked = look_at_entry(self.instance)
        if looked.contradictions:
            self.add_error(None, stopped(looked))

    @property
    def given_reason(self) -> str:
        """Why it is published all the same, by somebody who may say so."""
        return self.cleaned_data.get("despite", "") if self.may_override else ""


@admin.register(FaqEntry)
class FaqEntryAdmin(RecordAdmin):
    """The questions of /faq/. Those of an article stand with it."""

    form = SiteWideForm
    fields = [*ASKED_FIELDS, "despite"]
    list_display = ["question", "template", "order"]
    ordering = ["order", "pk"]
    search_fields = ["question", "answer"]

    def get_queryset(self, request):
        return super().get_queryset(request).site_wide()

    def view_on_site(self, obj):
        return reverse("faq")

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.may_override = request.user.has_perm(MAY_OVERRIDE)
        return form

    def save_model(self, request, obj, form, change):
        save_entry(obj, despite=form.given_reason, by=request.user)


class QuestionForm(AskedForm):
    """A question of an article, which is saved with it: rows that readers have are none of its business."""

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() | {"article"}


class QuestionFormSet(forms.BaseInlineFormSet):
    """The questions of the state of an article that its form shows, in their order, and one more."""

    def __init__(self, *args, instance=None, queryset=None, gate=None, **kwargs):
        self.gate = gate
        self.shown = instance.in_hand.entries if hasattr(instance, "in_hand") else []
        super().__init__(*args, instance=instance, queryset=FaqEntry.objects.none(), **kwargs)

    def get_queryset(self):
        return [FaqEntry() for _place in range(self.initial_form_count())] if self.is_bound else self.shown

    def _construct_form(self, i, **kwargs):
        if not self.is_bound and i < self.initial_form_count():
            kwargs["instance"] = self.shown[i]
        form = forms.BaseFormSet._construct_form(self, i, **kwargs)
        return self._prepared(form)

    @property
    def empty_form(self):
        return self._prepared(super().empty_form)

    def _prepared(self, form):
        form.instance.article = self.instance
        if "question" in form.fields:
            form.offered = self.offered
            form.prepare()
        return form

    @cached_property
    def offered(self):
        """The questions from the record that can be chosen, read once for all forms."""
        return choices(self.instance)

    def clean(self):
        super().clean()
        asked = set()
        for form in self.forms:
            question = form.cleaned_data.get("question") if form not in self.deleted_forms else None
            if question in asked:
                form.add_error("question", _("This question is asked already."))
            elif question:
                asked.add(question)
        if self.gate and not any(form.errors for form in self.forms):
            self.gate.check(self.entries)

    def validate_unique(self):
        """Left to clean: the rows that readers have do not count."""

    def save(self, commit=True):
        """Say what changed, for the log of the newsroom; articles/saving.py saves."""
        self.new_objects = [form.instance for form in self.extra_forms if form in self.kept_forms]
        self.changed_objects = [
            (form.instance, form.changed_data)
            for form in self.initial_forms
            if form in self.kept_forms and form.has_changed()
        ]
        self.deleted_objects = [form.instance for form in self.deleted_forms]
        return self.entries

    @property
    def kept_forms(self):
        return [
            form
            for form in self.forms
            if form not in self.deleted_forms and (form in self.initial_forms or form.has_changed())
        ]

    @property
    def entries(self):
        """The questions as typed, without those that are to go."""
        return [form.instance for form in self.kept_forms]


class QuestionInline(admin.StackedInline):
    model = FaqEntry
    form = QuestionForm
    formset = QuestionFormSet
    fields = [*ASKED_FIELDS[:3], "facts", *ASKED_FIELDS[3:]]
    readonly_fields = ["facts"]
    extra = 1
    verbose_name = _("question and answer")
    verbose_name_plural = _("questions and answers, in order of their place")

    def get_queryset(self, request):
        return super().get_queryset(request).none()

    @admin.display(description=_("Facts"))
    def facts(self, obj):
        """What the fact desk says of a question and its answer, which the form of the article has looked up."""
        return render_to_string(
            "admin/articles/article/facts_margin.html", {"facts": getattr(obj, "facts", ())}
        )

    def has_view_permission(self, request, obj=None):
        return self.admin_site.get_model_admin(Article).has_view_permission(request, obj)

    def has_add_permission(self, request, obj):
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        """Whoever may change an article may change its questions, and begin one with some."""
        articles = self.admin_site.get_model_admin(Article)
        return articles.has_change_permission(request, obj) if obj else articles.has_add_permission(request)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)
