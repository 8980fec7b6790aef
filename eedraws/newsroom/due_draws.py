"""What is to be done about draws."""

from datetime import timedelta
from itertools import groupby

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.untold import untold
from draws.clock import Week
from draws.models import HeldRow, ProposedCorrection, Round
from draws.templatetags.spans import in_words
from eedraws.newsroom.lines import Action, Item, Line, first_few

# An older draw that nobody wrote about is no news any more.
TOLD_WITHIN = timedelta(days=28)


def _list(model, query=""):
    return reverse(f"admin:draws_{model}_changelist") + query


def _check(round):
    return reverse("admin:draws_round_confirm", args=[round.pk])


def _type_and_day(round):
    return _("%(type)s, %(date)s") % {"type": round.category.short_name, "date": date_format(round.date)}


def waiting(user):
    """Draws that were entered and that readers do not see yet."""
    if not user.has_perm("draws.change_round"):
        return None
    rounds, count = first_few(Round.objects.waiting().for_list().newest_first())
    items = [Item(str(round), _check(round), _type_and_day(round)) for round in rounds]
    title, nothing = _("Draws to check and publish"), _("No draw waits for its publication.")
    return Line(title, nothing, count, items, _list("round", "?standing=waiting"))


def without_a_story(user):
    """Public draws of the last weeks that no article tells of, week by week."""
    if not user.has_perm("articles.add_article"):
        return None
    since = timezone.localdate() - TOLD_WITHIN
    rounds = Round.objects.public_record().filter(date__gte=since)
    found, count = first_few(untold(rounds).for_list().newest_first())
    items = []
    for week, of_week in groupby(found, lambda round: Week.of(round.date)):
        heading = _("Week of %(days)s") % {"days": in_words(week.span)}
        roundup = Action(_("Write the roundup"), "admin:articles_article_roundup", week.slug.upper())
        for place, round in enumerate(of_week):
            flash = Action(_("Write a flash"), "admin:articles_article_flash", round.pk)
            of_heading = {} if place else {"heading": heading, "heading_actions": (roundup,)}
            items.append(Item(str(round), _check(round), _type_and_day(round), (flash,), **of_heading))
    title, nothing = _("Draws without a story"), _("Every draw of the last four weeks has a story.")
    everything = _list("round", f"?standing=public&date__gte={since.isoformat()}")
    return Line(title, nothing, count, items, everything)


def proposed(user):
    """Figures that are others in IRCC's feed than in the record."""
    if not user.has_perm("draws.change_proposedcorrection"):
        return None
    found, count = first_few(
        ProposedCorrection.objects.filter(decision="").select_related("round").order_by("pk")
    )
    items = [
        Item(
            str(proposal),
            reverse("admin:draws_proposedcorrection_change", args=[proposal.pk]),
            _("%(recorded)s in the record, %(fed)s in IRCC's feed")
            % {"recorded": proposal.recorded_shown, "fed": proposal.fed_shown},
        )
        for proposal in found
    ]
    title, nothing = _("Corrections proposed by IRCC's feed"), _("IRCC's feed proposes no correction.")
    return Line(title, nothing, count, items, _list("proposedcorrection", "?decision__exact="))


def held(user):
    """Rows of IRCC's feed of which nobody has said what they are."""
    if not user.has_perm("draws.change_heldrow"):
        return None
    found, count = first_few(HeldRow.objects.waiting().order_by("held_at", "pk"))
    items = [
        Item(str(row), reverse("admin:draws_heldrow_change", args=[row.pk]), row.get_reason_display())
        for row in found
    ]
    title, nothing = _("Rows of IRCC's feed that are held"), _("No row of IRCC's feed is held.")
    return Line(title, nothing, count, items, _list("heldrow", "?resolved_at__isempty=1"))


def unverified(user):
    """Public draws that nobody compared with IRCC's own page."""
    if not user.has_perm("draws.change_round"):
        return None
    rounds = Round.objects.public_record().filter(verified=False)
    found, count = first_few(rounds.for_list().newest_first())
    items = [
        Item(str(round), reverse("admin:draws_round_change", args=[round.pk]), _type_and_day(round))
        for round in found
    ]
    title = _("Draws not compared with IRCC's page")
    nothing = _("Every public draw was compared with IRCC's page.")
    return Line(title, nothing, count, items, _list("round", "?standing=public&verified__exact=0"))
