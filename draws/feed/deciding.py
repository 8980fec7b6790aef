"""What an editor decides about proposed corrections and held rows."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.writing import write
from draws.charts.job import render_after_commit
from draws.correcting import save_corrected
from draws.feed.comparing import WORDS
from draws.feed.parsing import read_row
from draws.feed.pools import Pools
from draws.feed.taking import add_round
from draws.figures import as_text, value_of
from draws.models import HeldRow, ProposedCorrection, Round
from occupations.models import CategoryVersion, SeriesLabel

Decision = ProposedCorrection.Decision


def _decide(proposal: ProposedCorrection, decision: Decision, by):
    proposal.decision, proposal.decided_at, proposal.decided_by = decision, timezone.now(), by
    write(proposal)


@transaction.atomic
def accept(proposal: ProposedCorrection, *, kind: str, reason: str, by=None):
    """Put the feed's figure into the record, as a dated correction where readers had seen the old one.

    Raises ValidationError where a rule forbids it, or the record has changed since.
    """
    round = Round.objects.select_for_update().get(pk=proposal.round_id)
    if as_text(getattr(round, proposal.name)) != proposal.recorded:
        raise ValidationError(_("The record has changed since this was proposed. Check IRCC's feed again."))
    setattr(round, proposal.name, proposal.fed_version or value_of(proposal.name, proposal.fed))
    if proposal.name in WORDS:
        setattr(round, WORDS[proposal.name], proposal.fed_words)
    save_corrected(round, kind=kind, reason=reason, by=by)
    _decide(proposal, Decision.ACCEPTED, by)
    render_after_commit()


def reject(proposal: ProposedCorrection, *, by=None):
    """Leave the record as it is. The same value is not proposed again."""
    _decide(proposal, Decision.REJECTED, by)


@transaction.atomic
def take_held(held: HeldRow, version: CategoryVersion, *, version_source: str = "") -> Round:
    """Add the round of a held row, and remember what its label means. Raises ValidationError."""
    row = read_row(held.raw)
    if not row.is_complete:
        raise ValidationError(
            _("Something that makes a draw is missing in this row: enter the draw by hand.")
        )
    label, _new = SeriesLabel.objects.get_or_create(label=row.name, defaults={"version": version})
    if label.version != version:
        raise ValidationError(_("This label means %(version)s.") % {"version": label.version})
    round = add_round(row, version, held.run, Pools(lambda words: None), version_source=version_source)
    held.run.added_rounds.add(round)
    _resolve(held, _("Taken as %(version)s.") % {"version": version})
    return round


def set_aside(held: HeldRow):
    """Close a held row without a round. It is held again only when IRCC changes it."""
    _resolve(held, _("Set aside."))


def _resolve(held: HeldRow, words: str):
    held.resolved_at, held.resolution = timezone.now(), words[:200]
    write(held)
