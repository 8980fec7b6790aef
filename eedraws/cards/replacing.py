"""What is posted after a correction: the old picture has been shared, and nothing calls it back."""

from typing import NamedTuple

from django.conf import settings
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from draws.models import Round, RoundCorrection
from eedraws.cards.finding import path_of
from eedraws.cards.saying import LINK
from eedraws.cards.words import round_card


class Replacement(NamedTuple):
    """The path of the picture that takes the place of a wrong one, what it says, and the words to post with it."""

    picture: str
    alt: str
    text: str


def replacement(round: Round) -> Replacement | None:
    """Return what replaces the picture of a draw; nothing for one that was not corrected or has no picture."""
    card = round_card(round)
    if card is None or round.figures_changed_at is None:
        return None
    corrections = newest_of_each_figure(round)
    return Replacement(path_of(card, LINK), card.alt, text_of(round, corrections)) if corrections else None


def newest_of_each_figure(round: Round) -> list[RoundCorrection]:
    """Return what each figure of the draw was before it became what it is, in the order in which they were corrected."""
    found = {}
    for correction in round.corrections.order_by("made_at", "pk"):
        found[correction.name] = correction
    return list(found.values())


def text_of(round: Round, corrections: list[RoundCorrection]) -> str:
    """Return the correction in words: what was given, what it is, and where it stands."""
    values = {"number": round.number, "day": date_format(round.date)}
    words = [_("Correction, draw %(number)s of %(day)s:") % values]
    words += [in_words(correction) for correction in corrections]
    if round.category.includes_nomination:
        words.append(_("The cut-off includes 600 points for the nomination."))
    return " ".join([*words, settings.SITE_URL + round.get_absolute_url()])


def in_words(correction: RoundCorrection) -> str:
    values = {
        "figure": capfirst(correction.figure),
        "old": correction.old_shown,
        "new": correction.new_shown,
    }
    if correction.kind == RoundCorrection.Kind.IRCC:
        return _("IRCC first gave “%(figure)s: %(old)s” and has changed it. It is %(new)s.") % values
    return _("we gave “%(figure)s: %(old)s”. It is %(new)s.") % values
