"""What a change of the record changes: the texts that state the old value, and a correction of each in one step."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from alerts.models import Message
from articles.desk import impact
from articles.desk.mending import draft_correction
from articles.desk.rechecking import recheck_all
from articles.drafting.pins import moved_on
from articles.models import Article, ArticleCorrection, FactCheck
from articles.saving import SavedMeanwhile
from draws.models import Round
from eedraws.newsroom.pictures import demand
from occupations.models import CategoryVersion, Occupation

MAY_RECHECK = "articles.publish_article"


class NoteForm(forms.Form):
    """What readers are told of a correction beside the words: what happened, and why; and which claims it is about."""

    keys = forms.TypedMultipleChoiceField(coerce=int)
    kind = forms.ChoiceField(label=gettext_lazy("What happened"), choices=ArticleCorrection.Kind.choices)
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)

    def __init__(self, *args, claims=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keys"].choices = [(claim.pk, claim) for claim in claims]


class ImpactMixin:
    """Adds to the newsroom what a draw, a version and an occupation change, and all that is wrong by now."""

    def get_urls(self):
        def page(route, view, name):
            return path(
                route, self.admin_view(require_http_methods(["GET", "HEAD", "POST"])(view)), name=name
            )

        return [
            page("draws/round/<int:pk>/impact/", self.round_impact, "round_impact"),
            page("occupations/categoryversion/<int:pk>/impact/", self.version_impact, "version_impact"),
            page("occupations/occupation/<int:pk>/impact/", self.occupation_impact, "occupation_impact"),
            page("record-moves/", self.all_impact, "record_moves"),
            path("articles/article/<int:pk>/correct/", self.admin_view(self.correct), name="article_correct"),
            *super().get_urls(),
        ]

    def round_impact(self, request, pk):
        demand(request, "draws.view_round", "draws.change_round")
        round = get_object_or_404(Round.objects.select_related("version__category"), pk=pk)
        context = {
            "corrections": list(round.corrections.newest_first()),
            "sent": Message.objects.filter(round=round, sent_at__isnull=False).count(),
            "pictures_url": reverse("admin:draw_pictures", args=[pk]),
        }
        back = (str(round), reverse("admin:draws_round_confirm", args=[pk]))
        return self.impact(request, round, Round, back, context)

    def version_impact(self, request, pk):
        demand(request, "occupations.view_categoryversion", "occupations.change_categoryversion")
        version = get_object_or_404(CategoryVersion.objects.select_related("category"), pk=pk)
        context = {"list_corrections": list(version.corrections.for_list().newest_first())}
        back = (str(version), reverse("admin:occupations_categoryversion_change", args=[pk]))
        return self.impact(request, version, CategoryVersion, back, context)

    def occupation_impact(self, request, pk):
        demand(request, "occupations.view_occupation", "occupations.change_occupation")
        occupation = get_object_or_404(Occupation, pk=pk)
        back = (str(occupation), reverse("admin:occupations_occupation_change", args=[pk]))
        return self.impact(request, occupation, Occupation, back)

    def all_impact(self, request):
        demand(request, "articles.view_article", "articles.change_article")
        context = {"last_check": FactCheck.objects.first(), "pinned": moved_on()}
        return self.impact(request, None, Article, None, context)

    def impact(self, request, subject, model, back, context=None):
        """Show what rests on `subject` (None: all that is wrong); sent, hold it against the record again first."""
        if request.method == "POST":
            return self.recheck(request, subject)
        found = impact_of(subject)
        context = {
            **self.each_context(request),
            "title": _("What this changes") if subject else _("What the record contradicts"),
            "opts": model._meta,
            "subject": subject,
            "back": back,
            "impact": found,
            "texts": [(text, self.why_not(request, text)) for text in found.wrong],
            "may_recheck": request.user.has_perm(MAY_RECHECK),
            "form": NoteForm(initial=suggested(context or {}), auto_id=False),
            **(context or {}),
        }
        return TemplateResponse(request, "admin/impact.html", context)

    def recheck(self, request, subject):
        if not request.user.has_perm(MAY_RECHECK):
            raise PermissionDenied
        texts = recheck_all(rows_of(subject) if subject else None)
        failed = sum(bool(text.looked.failure) for text in texts)
        words = ngettext("%(count)s text was read again.", "%(count)s texts were read again.", len(texts))
        messages.success(request, words % {"count": len(texts)})
        if failed:
            messages.warning(request, _("Texts that could not be read: %(count)s.") % {"count": failed})
        return redirect(request.path)

    def correct(self, request, pk):
        """Draft a change of an article and a note for its readers; nothing of it is public before it is published."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = get_object_or_404(Article, pk=pk)
        if not self.get_model_admin(Article).has_change_permission(request, article):
            raise PermissionDenied
        form = NoteForm(request.POST, claims=article.stated_claims.wrong())
        if not form.is_valid():
            if "keys" in form.errors:
                words = _(
                    "Nothing is drafted: the record contradicts nothing of it, or it was read again meanwhile."
                )
            else:
                words = _("Nothing is drafted: say what happened, and why, in a sentence.")
            messages.error(request, words)
            return redirect("admin:articles_article_change", pk)
        try:
            drafted = draft_correction(article, **form.cleaned_data, by=request.user)
        except SavedMeanwhile:
            messages.warning(
                request, _("Somebody saved this article meanwhile. Look at it, and begin again.")
            )
        except ValidationError as error:
            words = _("Nothing is drafted: %(problems)s") % {"problems": " ".join(error.messages)}
            messages.error(request, words)
        else:
            self.get_model_admin(Article).log_change(request, article, _("Correction drafted."))
            say_what_was_drafted(request, drafted)
        return redirect("admin:articles_article_change", pk)

    def why_not(self, request, text):
        """Return why a change of a text cannot be drafted here by this person; blank where it can."""
        if not text.is_article:
            return _("Answers of the whole site speak of today, and are changed without a note.")
        if text.notes:
            return _("A correction is drafted. Readers get it when the changes are published.")
        if not self.get_model_admin(Article).has_change_permission(request, text.owner):
            return _("An editor changes this article.")
        return ""


def say_what_was_drafted(request, drafted):
    words = ngettext(
        "Drafted: %(count)s correction note. Look at the text and at the note, then publish the changes.",
        "Drafted: %(count)s correction notes. Look at the text and at the notes, then publish the changes.",
        len(drafted.notes),
    )
    if drafted.notes:
        messages.success(request, words % {"count": len(drafted.notes)})
    else:
        messages.success(request, _("Changed. Readers have not seen this article, so there is no note."))
    for claim in drafted.left:
        values = {"claim": claim.claim, "sentence": claim.sentence}
        messages.warning(request, _("Change this yourself: “%(claim)s”, in “%(sentence)s”") % values)


def rows_of(subject):
    match subject:
        case Round():
            return impact.rows_of_round(subject)
        case CategoryVersion():
            return impact.rows_of_version(subject)
        case _:
            return impact.rows_of_occupation(subject)


def impact_of(subject):
    match subject:
        case Round():
            return impact.impact_of_round(subject)
        case CategoryVersion():
            return impact.impact_of_version(subject)
        case Occupation():
            return impact.impact_of_occupation(subject)
        case _:
            return impact.all_wrong()


def impact_url(subject):
    """Return where the newsroom sees what a draw, a version or an occupation changes."""
    name = {Round: "round", CategoryVersion: "version", Occupation: "occupation"}[type(subject)]
    return reverse(f"admin:{name}_impact", args=[subject.pk])


def suggested(context):
    """Return what a note begins with: the kind and the reason of the newest correction of the record."""
    found = context.get("corrections") or context.get("list_corrections")
    return {"kind": found[0].kind, "reason": found[0].reason} if found else {}
