"""The criteria of a version in short sentences, from its fields."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class Criterion(NamedTuple):
    """A criterion of two versions in words; None where it was not seen, and `changed` is then not known either."""

    label: str
    before: str | None
    after: str | None
    changed: bool | None


def criteria_in_short(version) -> list[str]:
    """Return a sentence for each criterion; one that was not seen is said to be not confirmed.

    Nothing at all when no criterion is known as a field: the version's prose then says what is known.
    """
    experience = (version.months_required, version.continuous, version.in_canada)
    sentences = []
    if any(value is not None for value in experience):
        sentences = [
            _months(version.months_required),
            _continuity(version.continuous),
            _place(version.in_canada),
        ]
    if version.nclc_min is not None:
        sentences.append(_french(version.nclc_min))
    return sentences


def experience_in_brief(version) -> str:
    """Return in a few words what is known of the experience that a version asks for: "6 months, continuous"."""
    known = []
    if version.months_required is not None:
        months = version.months_required
        known.append(ngettext("%(months)s month", "%(months)s months", months) % {"months": months})
    if version.continuous is not None:
        known.append(_("continuous") if version.continuous else _("need not be continuous"))
    if version.in_canada is not None:
        known.append(_("in Canada") if version.in_canada else _("in Canada or abroad"))
    return ", ".join(known)


def criteria_compared(before, after) -> list[Criterion]:
    """Set the criteria of two versions side by side; one that neither asks for, as far as is known, is left out."""
    rows = (
        (_("Work experience"), "months_required", _months),
        (_("Continuous or not"), "continuous", _continuity),
        (_("Where it was gained"), "in_canada", _place),
        (_("French"), "nclc_min", _french),
    )
    found = []
    for label, field, words in rows:
        old, new = getattr(before, field), getattr(after, field)
        known = old is not None and new is not None
        if old is not None or new is not None:
            found.append(
                Criterion(
                    label,
                    None if old is None else words(old),
                    None if new is None else words(new),
                    old != new if known else None,
                )
            )
    return found


def _months(months: int | None) -> str:
    if months is None:
        return _("Work experience in one occupation on the list; how much is not confirmed.")
    return ngettext(
        "At least %(months)s month of full-time work experience, or the same amount part-time, in one "
        "occupation on the list.",
        "At least %(months)s months of full-time work experience, or the same amount part-time, in one "
        "occupation on the list.",
        months,
    ) % {"months": months}


def _continuity(continuous: bool | None) -> str:
    if continuous is None:
        return _("Whether the experience must be continuous is not confirmed.")
    if continuous:
        return _("The experience must be continuous.")
    return _("The experience need not be continuous.")


def _place(in_canada: bool | None) -> str:
    if in_canada is None:
        return _("Whether the experience must have been gained in Canada is not confirmed.")
    if in_canada:
        return _("The experience must have been gained in Canada.")
    return _("The experience may have been gained in Canada or abroad.")


def _french(level: int) -> str:
    return _(
        "Level %(level)s or higher of the Niveaux de compétence linguistique canadiens (NCLC), the scale for "
        "French, in all four abilities: listening, speaking, reading and writing."
    ) % {"level": level}
