"""Changing what a public round says: every changed figure stands as a dated correction beside it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.writing import write
from draws.figures import as_text
from draws.models import Round, RoundCorrection


def changed_figures(round: Round) -> dict[str, str]:
    """Return the old text of each figure that `round`, not saved yet, would change before readers' eyes."""
    before = Round.objects.published().filter(pk=round.pk).select_related("version__category").first()
    if before is None:
        return {}
    return {name: as_text(getattr(before, name)) for name in round.figures_changed_from(before)}


@transaction.atomic
def save_corrected(round: Round, *, kind: str = "", reason: str = "", by=None) -> list[RoundCorrection]:
    """Save `round`, and with it a correction of each changed figure. Nothing is saved where one has no reason.

    Raises ValidationError.
    """
    changes = changed_figures(round)
    if changes and not (kind and reason):
        raise ValidationError(_("Say what happened and why: readers have seen the old figure."))
    if reason:
        # The history keeps so much of it.
        round._change_reason = reason[:100]
    write(round)
    return [
        write(
            RoundCorrection(
                round=round,
                name=name,
                old=old,
                new=as_text(getattr(round, name)),
                kind=kind,
                reason=reason,
                made_by=by,
            )
        )
        for name, old in changes.items()
    ]
