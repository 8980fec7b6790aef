"""Forecasts and how they did, in words: the same in the ledger, beside a draw and in the newsroom."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.expectations.scoring import Kind, Outcome, Score
from articles.models import Expectation


def expected(expectation: Expectation) -> str:
    """Say which cut-off would fit: "490 to 510", "at most 477", "below the cut-off of All programs"."""
    low, high = expectation.low, expectation.high
    if expectation.kind == Kind.COMPARISON:
        words = (
            _("above the cut-off of %(type)s")
            if expectation.position == Expectation.Position.ABOVE
            else _("below the cut-off of %(type)s")
        )
        return words % {"type": expectation.other_category.short_name}
    if low == high:
        return str(low)
    if high is None:
        return _("at least %(low)d") % {"low": low}
    if low is None:
        return _("at most %(high)d") % {"high": high}
    return _("%(low)d to %(high)d") % {"low": low, "high": high}


def result(score: Score) -> str:
    """Say what became of a forecast."""
    match score.outcome:
        case Outcome.HELD:
            return _("held")
        case Outcome.MISSED:
            return ngettext("missed by %(points)d point", "missed by %(points)d points", score.off) % {
                "points": score.off
            }
        case Outcome.NO_DRAW:
            return _("no draw in the window")
        case Outcome.CLAIMED:
            return _("claimed afterwards")
        case _open:
            return _("still open")
