"""What about a new draw should make an editor look twice. Pure: no Django.

The limits are set on the record to 1 October 2026, where about one draw in nine has a remark: often enough to
be read, seldom enough to be believed.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import NamedTuple, Protocol

from draws.numbers import sequence

# How many of its type's newest draws a draw is measured against.
RECENT = 10
# Points beyond the range of the recent cut-offs.
CUTOFF_MARGIN = 25
# Times the most, or part of the fewest, of the recent invitations.
INVITATIONS_FACTOR = 2
SOON = timedelta(days=2)
LATE = timedelta(days=180)
# A profile is valid for twelve months, so no one in the pool submitted one earlier.
PROFILE_LIFE = timedelta(days=365)
# Public holidays of a fixed date: no draw has been held on one.
HOLIDAYS = {(1, 1), (7, 1), (12, 25), (12, 26)}
SATURDAY = 5


class Kind(Enum):
    """What is unusual."""

    FIRST_OF_TYPE = auto()
    CUTOFF_LOW = auto()
    CUTOFF_HIGH = auto()
    INVITATIONS_FEW = auto()
    INVITATIONS_MANY = auto()
    FUTURE = auto()
    WEEKEND = auto()
    HOLIDAY = auto()
    SOON = auto()
    LATE = auto()
    OUT_OF_ORDER = auto()
    NUMBER_SKIPPED = auto()
    TIE_BREAK_OLD = auto()


# What a remark's sentence needs: numbers, days (date) and numbers of draws (text).
type Values = Mapping[str, int | str | date]


class Unusual(NamedTuple):
    """A remark about a draw."""

    kind: Kind
    values: Values


class Draw(Protocol):
    """A draw, as far as it is measured here."""

    @property
    def number(self) -> str: ...
    @property
    def date(self) -> date: ...
    @property
    def crs_cutoff(self) -> int: ...
    @property
    def invitations(self) -> int: ...
    @property
    def tie_breaking_at(self) -> datetime | None: ...


def unusual(draw: Draw, of_type: Sequence[Draw], before: Draw | None, today: date) -> list[Unusual]:
    """Return what is unusual about a draw.

    `of_type` are the draws of its type that came before it, newest first; `before` is the draw of any type
    that is numbered before it; `today` is the day in Toronto.
    """
    return [
        *_figures(draw, of_type[:RECENT]),
        *_day(draw, today),
        *_gap(draw, of_type[:1]),
        *_place(draw, before),
        *_tie_break(draw),
    ]


def _figures(draw: Draw, recent: Sequence[Draw]) -> list[Unusual]:
    if not recent:
        return [Unusual(Kind.FIRST_OF_TYPE, {})]
    found = []
    cutoffs = [other.crs_cutoff for other in recent]
    values: Values = {
        "value": draw.crs_cutoff,
        "low": min(cutoffs),
        "high": max(cutoffs),
        "draws": len(recent),
    }
    if draw.crs_cutoff < min(cutoffs) - CUTOFF_MARGIN:
        found.append(Unusual(Kind.CUTOFF_LOW, values))
    if draw.crs_cutoff > max(cutoffs) + CUTOFF_MARGIN:
        found.append(Unusual(Kind.CUTOFF_HIGH, values))
    sizes = [other.invitations for other in recent]
    values = {"value": draw.invitations, "low": min(sizes), "high": max(sizes), "draws": len(recent)}
    if draw.invitations * INVITATIONS_FACTOR < min(sizes):
        found.append(Unusual(Kind.INVITATIONS_FEW, values))
    if draw.invitations > max(sizes) * INVITATIONS_FACTOR:
        found.append(Unusual(Kind.INVITATIONS_MANY, values))
    return found


def _day(draw: Draw, today: date) -> list[Unusual]:
    values: Values = {"date": draw.date}
    if draw.date > today:
        return [Unusual(Kind.FUTURE, values)]
    if (draw.date.month, draw.date.day) in HOLIDAYS:
        return [Unusual(Kind.HOLIDAY, values)]
    if draw.date.weekday() >= SATURDAY:
        return [Unusual(Kind.WEEKEND, values)]
    return []


def _gap(draw: Draw, last: Sequence[Draw]) -> list[Unusual]:
    found = []
    for other in last:
        gap = draw.date - other.date
        values: Values = {"days": gap.days, "number": other.number, "date": other.date}
        if gap <= SOON:
            found.append(Unusual(Kind.SOON, values))
        if gap > LATE:
            found.append(Unusual(Kind.LATE, values))
    return found


def _place(draw: Draw, before: Draw | None) -> list[Unusual]:
    found = []
    if before is not None:
        values: Values = {"number": before.number, "date": before.date}
        if before.date > draw.date:
            found.append(Unusual(Kind.OUT_OF_ORDER, values))
        # A hundred places stand between two whole numbers; synthetic ones (s1) follow nothing.
        skipped = sequence(draw.number) // 100 - sequence(before.number) // 100 > 1
        if skipped and draw.number[0].isdigit():
            found.append(Unusual(Kind.NUMBER_SKIPPED, values))
    return found


def _tie_break(draw: Draw) -> list[Unusual]:
    moment = draw.tie_breaking_at
    if moment is not None and draw.date - moment.date() > PROFILE_LIFE:
        return [Unusual(Kind.TIE_BREAK_OLD, {"date": moment.date()})]
    return []
