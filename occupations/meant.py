"""The job that a reader writes into a form: the occupation that is meant, or those among which to choose."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.kept import Kept
from occupations.models import Occupation
from occupations.models.classification import NOC_2021
from occupations.search import Fit, search

MOST_OFFERED = 10
# A code is one of NOC 2021: another classification may use the same digits for other work.
OCCUPATIONS = Kept(lambda: Occupation.objects.filter(classification=NOC_2021).in_bulk())


class Meant(NamedTuple):
    """What a reader's words mean: one occupation, or some to choose from, or none; and what to say of it, if anything."""

    occupation: Occupation | None = None
    offered: tuple[Occupation, ...] = ()
    problem: str = ""


def meant_by(text: str) -> Meant:
    """Return what a title or a code means; a part of a title means one occupation only where no other has it."""
    occupations = OCCUPATIONS.get()
    matches = [match for match in search(text) if match.occupation_id in occupations]
    named = [match for match in matches if match.fit <= Fit.JOB_TITLE] or matches
    if not named:
        return Meant(
            problem=_("No occupation has this title or code. Try another name for the work, or fewer words.")
        )
    # What was found by correcting the spelling is a guess, even if it is the only one.
    is_guess = named[0].fit is Fit.NEARLY
    if len(named) == 1 and not is_guess:
        return Meant(occupations[named[0].occupation_id])
    offered = tuple(occupations[match.occupation_id] for match in matches[:MOST_OFFERED])
    if not is_guess:
        return Meant(
            offered=offered,
            problem=_("This may mean several occupations. Choose yours below, or write more of it."),
        )
    return Meant(
        offered=offered,
        problem=ngettext(
            "Did you mean the occupation below? Choose it, or correct the spelling.",
            "Did you mean one of the occupations below? Choose it, or correct the spelling.",
            len(offered),
        ),
    )
