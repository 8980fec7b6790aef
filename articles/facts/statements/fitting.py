"""Whether what is said is true of a draw, and how much of it."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from articles.facts.model import Draw
from articles.facts.reading import (
    CategoryMention,
    DateMention,
    DrawMention,
    LiveMention,
    Mention,
    NumberMention,
)
from articles.references import RoundFigure

from .model import What
from .record import is_of_type

_WEIGHTS = {
    What.NUMBER: 3.0,
    What.DATE: 2.2,
    What.PERIOD: 1.0,
    What.TYPE: 2.0,
    What.INVITATIONS: 2.0,
    What.CUTOFF: 2.0,
    What.TIE: 2.0,
}


def fits(number: NumberMention, actual: float) -> bool:
    """Whether a number, as it is written, is true of an actual one."""
    value = number.value
    if number.bound == "about" or (number.form == "short" and value != actual):
        return (
            abs(value - actual) <= max(0.06 * actual, 5)
            if number.bound
            else abs(value - actual) < _rounding(value)
        )
    if number.bound in ("over", "at least"):
        return actual >= value
    if number.bound in ("under", "at most"):
        return actual <= value
    return value == actual


def _rounding(value: float) -> float:
    """Half of the last place of "2.3K" or "5 thousand"."""
    for place in (1000.0, 100.0, 10.0):
        if value % place == 0:
            return place / 2
    return 1.0


def says(what: What, mention: Mention, draw: Draw) -> bool:
    """Whether what is said is true of a draw."""
    if what is What.NUMBER and isinstance(mention, NumberMention):
        return True
    if isinstance(mention, DateMention):
        if what is What.TIE:
            return _is_tie(mention, draw)
        return mention.may_hold(draw.date)
    if isinstance(mention, DrawMention):
        return draw.number in mention.numbers
    if isinstance(mention, LiveMention):
        return isinstance(mention.reference, RoundFigure) and mention.reference.number == draw.number
    if isinstance(mention, CategoryMention):
        return is_of_type(draw, mention.slug)
    if isinstance(mention, NumberMention):
        if what is What.CUTOFF and mention.bound in ("at least", "at most"):
            # "They needed at least 463" gives the cut-off itself.
            return mention.value == draw.crs_cutoff
        return fits(mention, draw.invitations if what is What.INVITATIONS else draw.crs_cutoff)
    return True


def _is_tie(mention: DateMention, draw: Draw) -> bool:
    if draw.tie_breaking_at is None:
        # Profiles cannot be from after the draw.
        return mention.first <= draw.date
    moment = draw.tie_breaking_at.astimezone(UTC)
    if not _is_time(mention.time, moment):
        return False
    # Toronto is four or five hours behind UTC: late in the day it is still the day before.
    return any(mention.may_hold((moment - timedelta(hours=hours)).date()) for hours in (0, 4, 5))


_CLOCK = re.compile(r"(\d{1,2})[:h](\d\d)(?::(\d\d))?\s*([ap])?", re.IGNORECASE)


def _is_time(written: str, moment: datetime) -> bool:
    """Whether a time of day, if one is written, is that of a moment, in UTC or in Toronto."""
    match = _CLOCK.match(written)
    if match is None:
        return True
    hour = int(match[1]) % 12 + (12 if match[4].lower() == "p" else 0) if match[4] else int(match[1])
    zones = (0,) if re.search("UTC|GMT", written) else (0, 4, 5)
    told = [(moment - timedelta(hours=hours)) for hours in zones]
    return any(
        (hour, int(match[2]), int(match[3] or time.second)) == (time.hour, time.minute, time.second)
        for time in told
    )


Said = Sequence[tuple[What, Mention]]


def score(said: Said, draw: Draw) -> float:
    return sum(_WEIGHTS[what] for what, mention in said if says(what, mention, draw))


def nearness(said: Said, draw: Draw) -> float:
    """How many figures are a draw's but for digits that changed places: 3,030 for 3,300."""
    return float(
        sum(
            sorted(str(int(mention.value))) == sorted(str(actual(what, draw)))
            for what, mention in said
            if isinstance(mention, NumberMention) and mention.value >= 50 and not says(what, mention, draw)
        )
    )


def actual(what: What, draw: Draw) -> int:
    return draw.invitations if what is What.INVITATIONS else draw.crs_cutoff


def all_true(said: Said, draw: Draw) -> bool:
    return all(says(what, mention, draw) for what, mention in said)


# A cut-off that is wrong by no more points than this is likely that of the draw spoken of.
_CLOSE_BY = 10


def is_near_miss(said: Said, draw: Draw) -> bool:
    """Whether all that is said are figures, and each is wrong of a draw by little or by digits that changed places."""
    return bool(said) and all(
        isinstance(mention, NumberMention)
        and not mention.bound
        and not says(what, mention, draw)
        and (
            nearness([(what, mention)], draw) > 0
            or (what is What.CUTOFF and abs(mention.value - draw.crs_cutoff) <= _CLOSE_BY)
        )
        for what, mention in said
    )
