"""What is posted when a picture that was shared turns out to be wrong."""

import pytest

from draws.correcting import save_corrected
from draws.models import Round
from eedraws.cards.finding import path_of
from eedraws.cards.replacing import replacement
from eedraws.cards.words import round_card
from tests.factories import make_corrected_round, make_round

pytestmark = pytest.mark.django_db

URL = "http://testserver/draws/448/"


def corrected(kind="ours", category="cec", **figures):
    found = make_round(category=category)
    for name, value in figures.items():
        setattr(found, name, value)
    save_corrected(found, kind=kind, reason="A slip.")
    return Round.objects.get(pk=found.pk)


def test_our_slip_is_ours():
    found = make_corrected_round()
    made = replacement(found)
    assert made.picture == path_of(round_card(found))
    assert made.alt == round_card(found).alt
    assert made.text == (
        f"Correction, draw 448 of 13 October 2026: we gave “CRS cut-off: 516”. It is 517. {URL}"
    )


def test_a_figure_that_ircc_changed_is_irccs():
    text = replacement(corrected("ircc", invitations=2100)).text
    assert text == (
        "Correction, draw 448 of 13 October 2026: "
        f"IRCC first gave “Invitations: 2,000” and has changed it. It is 2,100. {URL}"
    )


def test_several_figures_are_told_together_and_each_as_it_was_last():
    found = corrected(crs_cutoff=516, invitations=2100)
    found.crs_cutoff = 515
    save_corrected(found, kind="ours", reason="Another slip.")
    text = replacement(Round.objects.get(pk=found.pk)).text
    assert "“CRS cut-off: 516”. It is 515." in text
    assert "“Invitations: 2,000”. It is 2,100." in text
    assert "517" not in text


def test_of_nominees_it_says_what_the_cutoff_includes():
    text = replacement(corrected(category="pnp", crs_cutoff=700)).text
    assert "The cut-off includes 600 points for the nomination." in text


def test_nothing_is_replaced_without_a_correction_or_a_picture():
    assert replacement(make_round("449", crs_cutoff=500)) is None
    found = make_corrected_round()
    found.withdrawn_at, found.withdrawn_reason = found.figures_changed_at, "Never held."
    assert replacement(found) is None
