"""Whether forecasts of cut-offs held, and by how many points they missed. Pure: no Django.

A forecast is judged by the first draw of its type that was held after it was made and in its window, with the figures
of the record as they are now: a corrected cut-off scores anew. Beside it stands the naive forecast, "same as last
time": the cut-off of the type's last draw before the forecast was made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from statistics import mean, median
from typing import NamedTuple, Protocol


class Kind(StrEnum):
    """What a forecast says: between two cut-offs, at least or at most one, or below or above another type's."""

    RANGE = "range"
    BOUND = "bound"
    COMPARISON = "comparison"


class Outcome(StrEnum):
    """What became of a forecast."""

    # Its draw, or the end of its window, is still to come.
    OPEN = "open"
    HELD = "held"
    MISSED = "missed"
    # The window has passed without a draw of the type.
    NO_DRAW = "no draw"
    # Nothing shows that it was made before its draw was held: never scored.
    CLAIMED = "claimed afterwards"


class Draw(Protocol):
    """A round of invitations. `held_at` is aware, or None where IRCC's time is not known."""

    @property
    def date(self) -> date: ...
    @property
    def held_at(self) -> datetime | None: ...
    @property
    def crs_cutoff(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Forecast:
    """What was said about the next draw of a type. Moments are aware, in Toronto.

    It says that it was made at `made_at`, and is known to have been there at `known_at`. The window runs from
    `first_day` to `last_day`, both inclusive; None is the next draw, whenever it comes. A range has `low` and `high`
    (inclusive), a bound one of them, a comparison neither: it expects a cut-off below that of the other type, or
    above it where `above` is set.
    """

    kind: Kind
    made_at: datetime
    known_at: datetime
    first_day: date
    last_day: date | None = None
    low: int | None = None
    high: int | None = None
    above: bool = False


class Score[D](NamedTuple):
    """How a forecast did.

    `draw` judges it; `against` is the other type's draw of a comparison. `off` is by how many points the cut-off lay
    outside what was expected, 0 where it held. `naive` is the type's last draw before the forecast, and `naive_off`
    how many points the cut-off lay from that draw's. Without a judgement there is neither `off` nor `naive_off`.
    """

    outcome: Outcome
    draw: D | None = None
    against: D | None = None
    off: int | None = None
    naive: D | None = None
    naive_off: int | None = None

    @property
    def is_scored(self) -> bool:
        return self.outcome in (Outcome.HELD, Outcome.MISSED)


def score[D: Draw](
    forecast: Forecast, draws: Sequence[D], others: Sequence[D], complete_to: date | None
) -> Score[D]:
    """Judge a forecast by the draws of its type and, for a comparison, of the other type, each oldest first.

    `complete_to` is the day up to which the record holds every draw: before the window has ended by then, its
    silence says nothing.
    """
    earlier = [draw for draw in draws if not _is_after(draw, forecast.made_at)]
    naive = earlier[-1] if earlier else None
    draw = _judge(forecast, draws)
    is_comparison = forecast.kind is Kind.COMPARISON
    against = _judge(forecast, others) if is_comparison else None
    landed = [each for each in (draw, against) if each is not None]
    if any(not _is_after(each, forecast.known_at) for each in landed):
        return Score(Outcome.CLAIMED, draw, against)
    if draw is None or (is_comparison and against is None):
        return Score(_without_a_draw(forecast, complete_to), draw, against, naive=naive)
    off = _points_off(draw.crs_cutoff, *_limits(forecast, against))
    return Score(
        Outcome.MISSED if off else Outcome.HELD,
        draw,
        against,
        off,
        naive,
        None if naive is None else abs(draw.crs_cutoff - naive.crs_cutoff),
    )


class Tally(NamedTuple):
    """How forecasts did together, those that were scored.

    `missed_by` is the median of the points by which those that missed were off, None where all held; `off` and
    `naive_off` are means over the `compared` ones: those with a draw of their type before them.
    """

    scored: int
    held: int
    missed_by: float | None
    compared: int
    off: float | None
    naive_off: float | None


def tally[D](scores: Iterable[Score[D]]) -> Tally:
    """Add up what was scored among `scores`."""
    scored = [each for each in scores if each.is_scored]
    missed = [each.off for each in scored if each.off]
    pairs = [
        (each.off, each.naive_off) for each in scored if each.off is not None and each.naive_off is not None
    ]
    return Tally(
        scored=len(scored),
        held=sum(each.outcome is Outcome.HELD for each in scored),
        missed_by=median(missed) if missed else None,
        compared=len(pairs),
        off=mean(off for off, _naive in pairs) if pairs else None,
        naive_off=mean(naive for _off, naive in pairs) if pairs else None,
    )


def _is_after(draw: Draw, moment: datetime) -> bool:
    """Whether a draw was held after a moment; one without a time, whether on a later day."""
    return draw.date > moment.date() if draw.held_at is None else draw.held_at > moment


def _judge[D: Draw](forecast: Forecast, draws: Sequence[D]) -> D | None:
    for draw in draws:
        in_window = forecast.first_day <= draw.date and (
            forecast.last_day is None or draw.date <= forecast.last_day
        )
        if in_window and _is_after(draw, forecast.made_at):
            return draw
    return None


def _without_a_draw(forecast: Forecast, complete_to: date | None) -> Outcome:
    """Return what there is to say as long as a draw that would judge is missing."""
    if forecast.last_day is None or complete_to is None or complete_to <= forecast.last_day:
        return Outcome.OPEN
    return Outcome.CLAIMED if forecast.known_at.date() > forecast.last_day else Outcome.NO_DRAW


def _limits(forecast: Forecast, against: Draw | None) -> tuple[int | None, int | None]:
    """Return the lowest and the highest cut-off that a forecast expects; None is no limit."""
    if against is None:
        return forecast.low, forecast.high
    return (against.crs_cutoff + 1, None) if forecast.above else (None, against.crs_cutoff - 1)


def _points_off(cutoff: int, low: int | None, high: int | None) -> int:
    below = 0 if low is None else low - cutoff
    above = 0 if high is None else cutoff - high
    return max(0, below, above)
