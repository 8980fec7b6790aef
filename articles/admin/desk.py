"""The fact desk on the form of an article: what it says of the text as typed, and the clicks that answer it.

Every click works without a script: it sends the whole form, which comes back with the words put in, or the judgement
kept, and nothing of the article saved.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.checking import LONGEST_TEXT
from articles.desk.judging import judge
from articles.desk.overriding import Contradicted, reaches_readers
from articles.desk.parts import FIELDS, QUESTION, captions, day_of, part
from articles.desk.running import look, look_at
from articles.desk.showing import counted, facts, failure_words
from articles.facts.model import Part, Status
from articles.models import Article, Judgement

# The questions of an article in its form.
QUESTIONS = "faq_entries"
# Buttons that send the form to be looked at, and not to be saved.
CHECK, PUT, LIVE, JUDGE, TAKE_BACK = "_check", "_put", "_live", "_judge", "_take_back"
LOOKS = {CHECK, PUT, LIVE, JUDGE, TAKE_BACK}
MAY_JUDGE, MAY_OVERRIDE = "articles.add_judgement", "articles.add_override"


def looks_only(request) -> bool:
    return request.method == "POST" and bool(LOOKS & request.POST.keys())


def field_of(part_name: str) -> str | None:
    """Return the id of the field that a part stands in; a caption stands in none."""
    name, _dash, number = part_name.partition("-")
    if name in FIELDS:
        return f"id_{name}"
    return f"id_{QUESTIONS}-{number}-{name}" if name in QUESTION else None


def form_parts(form, formsets) -> list[Part]:
    """Return the parts of a form as they are typed, so that places are those that a browser counts."""
    parts = [typed(form, name, name, written) for name, written in FIELDS.items()]
    for formset in formsets:
        for place, row in enumerate(formset.forms):
            is_gone = formset.can_delete and row["DELETE"].value()
            if is_gone or (row["template"].value() and not row["pinned"].value()):
                continue
            parts += [typed(row, name, f"{name}-{place}", written) for name, written in QUESTION.items()]
    return [*parts, *captions(str(form["body"].value() or ""), form.instance.image_id)]


def typed(form, field: str, name: str, written) -> Part:
    return part(name, str(form[field].value() or "").replace("\x00", "")[:LONGEST_TEXT], written)


class SentBack:
    """A form that is checked like any other, and comes back whatever it holds."""

    def is_valid(self):
        super().is_valid()
        return False


class Gate:
    """Asked by the form of an article's questions, the last that is checked before an article is saved."""

    def __init__(self, request):
        self.request = request
        self.form = None
        self.stopped = None
        self.before = None

    @property
    def despite(self) -> str:
        """Why the article is published all the same, by somebody who may say so."""
        given = self.form.cleaned_data.get("despite", "") if self.form else ""
        return given if self.request.user.has_perm(MAY_OVERRIDE) else ""

    def check(self, entries) -> None:
        """Raise ValidationError where claims stand in the way of a publication."""
        if self.form is None:
            return
        article = self.form.instance
        self.before = Article.objects.filter(pk=article.pk).first() if article.pk else None
        if self.despite or not reaches_readers(article, self.before, live=self.form.publishes):
            return
        looked = look_at(article, sorted(entries, key=lambda entry: entry.order))
        if looked.contradictions:
            self.stopped = looked
            raise ValidationError(_("Not published: see above what contradicts the record."), code="stopped")


class DeskMixin:
    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if looks_only(request):
            form = type(form.__name__, (SentBack, form), {})
        return form

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except Contradicted:
            # The record has moved since the gate was asked, and nothing is saved: it is asked again.
            del request.fact_gate
            return super().changeform_view(request, *args, **kwargs)

    def gate(self, request) -> Gate:
        """Return the one gate of a request."""
        if not hasattr(request, "fact_gate"):
            request.fact_gate = Gate(request)
        return request.fact_gate

    def save_form(self, request, form, change):
        self.gate(request).form = form
        return super().save_form(request, form, change)

    def get_formset_kwargs(self, request, obj, inline, prefix):
        return {**super().get_formset_kwargs(request, obj, inline, prefix), "gate": self.gate(request)}

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        form = context["adminform"].form
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        if "body" in form.fields:
            if looks_only(request):
                self.answer(request, form, formsets)
                context["unsaved"] = True
            looked = look(form_parts(form, formsets), day_of(form.instance), form.instance)
        else:
            looked = look_at(obj, obj.in_hand.entries)
        context |= self.facts_context(request, form.instance if obj is None else obj, looked)
        gate = self.gate(request)
        context["stopped"] = bool(gate.stopped)
        if gate.stopped and obj is not None:
            # The page says where the article stands, which is where it stood.
            obj.status, obj.published_at = gate.before.status, gate.before.published_at
        for row in (row for formset in formsets for row in formset.forms):
            number = row.prefix.rpartition("-")[2]
            row.instance.facts = context["facts"].of(f"question-{number}", f"answer-{number}")
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def facts_context(self, request, article, looked) -> dict:
        """Return what templates need to show a look at an article to this person."""
        user, is_saved = request.user, article.pk is not None
        may_write = self.has_change_permission(request, article) if is_saved else True
        places = field_of if may_write else lambda _name: None
        return {
            "facts": facts(looked, places, may_enter=user.has_perm("draws.add_round")),
            "may_write": may_write,
            "may_judge": may_write and is_saved and user.has_perm(MAY_JUDGE),
        }

    def answer(self, request, form, formsets) -> None:
        """Do what a button of the desk asks for, to the form or in the desk's memory."""
        if TAKE_BACK in request.POST:
            self.take_back(request, form.instance)
            return
        asked = next((name for name in (PUT, LIVE, JUDGE) if name in request.POST), None)
        if asked is None:
            return
        looked = look(form_parts(form, formsets), day_of(form.instance), form.instance)
        wanted = request.POST[asked]
        remark = next((remark for remark in looked.remarks if remark.digest == wanted), None)
        if remark is None:
            messages.warning(request, _("These words are not in the text any more. Nothing was changed."))
        elif asked == JUDGE:
            self.judge(request, form.instance, remark)
        else:
            self.put_in(request, form, formsets, remark, live=asked == LIVE)

    def put_in(self, request, form, formsets, remark, *, live) -> None:
        """Put the right words into the form in place of those that the remark is about."""
        finding = remark.finding
        words = finding.live if live else finding.replacement
        field = (field_of(finding.part) or "").removeprefix("id_")
        if words is None or not field:
            return
        data = form.data.copy()
        text = data.get(field, "").replace("\r\n", "\n").replace("\x00", "")
        was = text[finding.start : finding.end]
        data[field] = text[: finding.start] + words + text[finding.end :]
        form.data = data
        for row in (row for formset in formsets for row in formset.forms):
            row.data = data
        said = _("“%(words)s” stands in place of “%(was)s” now. Nothing is saved yet.")
        messages.success(request, said % {"words": words, "was": was})

    def judge(self, request, article, remark) -> None:
        if not (article.pk and request.user.has_perm(MAY_JUDGE)):
            return
        reason = request.POST.get(f"_reason-{remark.digest}", "")
        try:
            judge(remark, article, reason=reason, by=request.user)
        except ValidationError:
            messages.error(request, _("Say in up to 300 letters why it is right. Nothing is remembered yet."))
        else:
            messages.success(
                request, _("Remembered: “%(claim)s” is right.") % {"claim": remark.finding.claim}
            )

    def take_back(self, request, article) -> None:
        wanted = request.POST[TAKE_BACK]
        if article.pk and wanted.isdigit() and request.user.has_perm(MAY_JUDGE):
            Judgement.objects.filter(pk=int(wanted[:18]), article=article).delete()
            messages.success(request, _("Forgotten: the desk looks at it again."))

    def say_facts(self, request, article) -> None:
        """Say after a save what the desk found, where there is anything to look at."""
        check = article.fact_check
        if check.failure:
            messages.warning(request, failure_words(check.failure))
            return
        counts = {status: check.counts.get(status, 0) for status in Status}
        if any(count for status, count in counts.items() if status is not Status.AGREES):
            said = _("Facts: %(counts)s") % {"counts": counted(counts)}
            messages.add_message(
                request, messages.WARNING if counts[Status.CONTRADICTED] else messages.INFO, said
            )
