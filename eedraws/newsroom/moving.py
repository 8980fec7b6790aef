"""After a change of the record: what readers are told is held against it again, and what is wrong by now is shown.

The apps of the record know of no articles; here, where both are known, their pages in the newsroom lead on.
"""

from django.contrib import admin, messages
from django.dispatch import receiver
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from articles.admin.draws import ToldRoundAdmin
from articles.desk.rechecking import recheck_all
from draws.admin.feed import ProposedCorrectionAdmin
from draws.models import ProposedCorrection, Round
from draws.moved import rounds_moved
from eedraws.newsroom.impact import impact_url, rows_of
from occupations.admin.classification import OccupationAdmin
from occupations.admin.forms import NextVersionForm
from occupations.admin.versions import CategoryVersionAdmin
from occupations.models import CategoryVersion, Occupation

STAYS = {"_continue", "_addanother"}
STATED = gettext_lazy("Published texts state what the record no longer says.")
SEE = gettext_lazy("See what this changes")


@receiver(rounds_moved)
def reread(sender, rounds, **kwargs):
    """Nobody is at a form when the feed brings a late tie-break: Today names what is wrong since."""
    recheck_all(rows_of_all(rounds))


def rows_of_all(rounds):
    return [row for round in rounds for row in rows_of(round)]


class MovesMixin:
    """Reads again, after the transaction of the form, what rests on what it has changed."""

    def subject_of(self, obj):
        """Return the draw, version or occupation that a saved row is about; None where readers know nothing of it."""
        return obj

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change:
            request.moved = self.subject_of(obj)

    def changeform_view(self, request, *args, **kwargs):
        response = super().changeform_view(request, *args, **kwargs)
        subject = getattr(request, "moved", None)
        return lead_on(request, response, subject) if subject and response.status_code == 302 else response


def lead_on(request, response, subject):
    """Lead to what the change of `subject` changes, where something that readers have is wrong now."""
    texts = recheck_all(rows_of(subject))
    if not any(text.wrong for text in texts):
        return response
    url = impact_url(subject)
    if STAYS & request.POST.keys():
        messages.warning(request, format_html('{} <a href="{}">{}</a>', STATED, url, SEE))
        return response
    messages.warning(request, STATED)
    return redirect(url)


admin.site.unregister([Round, ProposedCorrection, CategoryVersion, Occupation])


@admin.register(Round)
class MovingRoundAdmin(MovesMixin, ToldRoundAdmin):
    def subject_of(self, obj):
        return obj if obj.is_public else None

    def publish(self, request, round):
        """What was said of the draw before it was in the record can be told from now on."""
        response = super().publish(request, round)
        return lead_on(request, response, round)

    def lead_on(self, request, week, saved):
        """A week that is published stays in view; what was said of its draws before is a link away."""
        if "publish" in request.POST and any(text.wrong for text in recheck_all(rows_of_all(saved))):
            url = reverse("admin:record_moves")
            messages.warning(request, format_html('{} <a href="{}">{}</a>', STATED, url, SEE))
        return super().lead_on(request, week, saved)


@admin.register(ProposedCorrection)
class MovingProposalAdmin(MovesMixin, ProposedCorrectionAdmin):
    def subject_of(self, obj):
        return obj.round


@admin.register(CategoryVersion)
class MovingVersionAdmin(MovesMixin, CategoryVersionAdmin):
    def save_entered(self, request, version, form):
        response = super().save_entered(request, version, form)
        subject = version.category.versions.latest("number") if isinstance(form, NextVersionForm) else version
        return lead_on(request, response, subject)


@admin.register(Occupation)
class MovingOccupationAdmin(MovesMixin, OccupationAdmin):
    """A title that is another now."""
