"""Would I have been invited? The rule of docs/invited.md over plain objects. Pure: no Django.

The rule never says that someone would have been invited: a draw has conditions that no record holds. It says
whether the draw was for a candidate, as far as is known, and where the score stood against the cut-off.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from draws.invited_draws import Draw, Place, Version
from occupations.standing import standing

TORONTO = ZoneInfo("America/Toronto")
NOMINEE = "PNP"
FRENCH = "french"


class Moments(NamedTuple):
    """A moment as far as it is known: between two aware moments to the second, both inclusive."""

    earliest: datetime
    latest: datetime

    @classmethod
    def of(cls, day: date, at: time | None, zone: ZoneInfo, *, to_the_second: bool = True) -> "Moments":
        """Return what a clock in `zone` says: a second, a minute, or without a time the whole day.

        An hour that the clock shows twice, in autumn, counts as both.
        """
        first, last = (at, at) if at else (time.min, time(23, 59, 59))
        if at and not to_the_second:
            first, last = at.replace(second=0), at.replace(second=59)
        return cls(
            min(_in_utc(datetime.combine(day, first, zone))),
            max(_in_utc(datetime.combine(day, last, zone))),
        )


def _in_utc(clock: datetime) -> list[datetime]:
    """Return the moments that a clock time may mean; in its own zone, two that read the same compare as equal."""
    return [clock.replace(fold=fold).astimezone(UTC) for fold in (0, 1)]


class Job(NamedTuple):
    """Experience in one occupation: its places on lists, and full-time months in the past three years.

    `unbroken` of the months are the longest stretch without a break; `in_canada` of them were in Canada.
    """

    places: Sequence[Place]
    months: int
    unbroken: int
    in_canada: int


class Candidate(NamedTuple):
    """What someone says of themselves. `score` is the account's, with 600 points for a nomination if there is one.

    `programs` are those that the person qualifies for; `nclc` is the lowest French level of the four abilities,
    0 without a result.
    """

    score: int
    submitted: Moments
    programs: frozenset[str]
    nominated: bool = False
    job: Job | None = None
    nclc: int = 0


class Why(Enum):
    """Why a draw was not for a candidate."""

    NO_NOMINATION = "no nomination"
    PROGRAM = "program"
    NO_JOB = "no job"
    NOT_LISTED = "not listed"
    MONTHS = "months"
    UNBROKEN = "unbroken"
    IN_CANADA = "in Canada"
    FRENCH = "French"


class Obstacle(NamedTuple):
    """Why a draw was not for a candidate, with what it asked for and what there is.

    Of a job that was not listed: `until` is the last day on which it had been, `since` the day on which it came.
    """

    why: Why
    asked: int | None = None
    have: int = 0
    until: date | None = None
    since: date | None = None


class Outcome(Enum):
    """Where a candidate stood in a draw."""

    ABOVE = "above"
    IN_TIME = "level and in time"
    TOO_LATE = "level and too late"
    TIE_DEPENDS = "level and depends on the hour"
    TIE_UNKNOWN = "level and tie-break unknown"
    BELOW = "below"
    NOT_FOR_YOU = "not for you"
    NOT_YET = "not in the pool yet"
    ENTRY_DEPENDS = "entry depends on the hour"
    CRITERIA_UNKNOWN = "criteria unknown"

    @property
    def is_reached(self) -> bool:
        """Whether the candidate stood above the cut-off, or on it and in time."""
        return self in (Outcome.ABOVE, Outcome.IN_TIME)

    @property
    def is_missed(self) -> bool:
        return self in (Outcome.BELOW, Outcome.TOO_LATE)

    @property
    def is_considered(self) -> bool:
        """Whether the draw was for the candidate, who was in the pool."""
        return self.is_reached or self.is_missed or self in (Outcome.TIE_DEPENDS, Outcome.TIE_UNKNOWN)


class Answer[D: Draw](NamedTuple):
    """Where a candidate stood in a draw, `points` above its cut-off (below it when negative), and why.

    `is_known`: everything that the draw asked for is known, so far as the record can tell.
    """

    draw: D
    outcome: Outcome
    points: int
    obstacles: tuple[Obstacle, ...] = ()
    is_known: bool = True

    @property
    def size(self) -> int:
        """The points without their sign."""
        return abs(self.points)


def judge_all[D: Draw](draws: Iterable[D], candidate: Candidate) -> list[Answer[D]]:
    """Answer for each draw; what was asked for is looked at once for all that asked the same."""
    known: dict[tuple[object, ...], tuple[tuple[Obstacle, ...], bool]] = {}
    answers = []
    for draw in draws:
        key = (draw.version.id, *draw.programs)
        if (conditions := known.get(key)) is None:
            conditions = known[key] = _conditions(draw, candidate)
        answers.append(_judge(draw, candidate, *conditions))
    return answers


def _conditions(draw: Draw, candidate: Candidate) -> tuple[tuple[Obstacle, ...], bool]:
    """Return what stood in the way, and whether all that was asked for is known.

    The same for every draw of a version and of the same programs: a draw is held while its version is in force.
    """
    version = draw.version
    return tuple(_obstacles(draw, version, candidate)), bool(draw.programs) and _is_known(version)


def _judge[D: Draw](
    draw: D, candidate: Candidate, obstacles: tuple[Obstacle, ...], is_known: bool
) -> Answer[D]:
    points = candidate.score - draw.crs_cutoff
    if obstacles:
        outcome = Outcome.NOT_FOR_YOU
    elif (waiting := _before_entry(draw, candidate.submitted)) is not None:
        outcome = waiting
    elif not is_known:
        outcome = Outcome.CRITERIA_UNKNOWN
    elif points:
        outcome = Outcome.ABOVE if points > 0 else Outcome.BELOW
    else:
        outcome = _tie(draw.tie_breaking_at, candidate.submitted)
    return Answer(draw, outcome, points, obstacles, is_known)


def _obstacles(draw: Draw, version: Version, candidate: Candidate) -> Iterator[Obstacle]:
    """Yield every reason that is certain why the draw was not for the candidate."""
    drawn = set(draw.programs)
    if drawn and drawn.isdisjoint(candidate.programs) and not (candidate.nominated and NOMINEE in drawn):
        yield Obstacle(Why.NO_NOMINATION if drawn == {NOMINEE} else Why.PROGRAM)
    if version.has_list:
        if candidate.job is None:
            yield Obstacle(Why.NO_JOB)
        else:
            yield from _obstacles_of_job(draw, version, candidate.job)
    if version.nclc_min is not None and candidate.nclc < version.nclc_min:
        yield Obstacle(Why.FRENCH, version.nclc_min, candidate.nclc)
    elif version.category.slug == FRENCH and not candidate.nclc:
        yield Obstacle(Why.FRENCH)


def _obstacles_of_job(draw: Draw, version: Version, job: Job) -> Iterator[Obstacle]:
    if not version.list_awaited and all(place.version.id != version.id for place in job.places):
        yield _not_listed(draw, job)
    asked = version.months_required
    if asked is None:
        return
    if job.months < asked:
        yield Obstacle(Why.MONTHS, asked, job.months)
    elif version.continuous and job.unbroken < asked:
        yield Obstacle(Why.UNBROKEN, asked, job.unbroken)
    if version.in_canada and job.in_canada < asked:
        yield Obstacle(Why.IN_CANADA, asked, job.in_canada)


def _not_listed(draw: Draw, job: Job) -> Obstacle:
    places = [place for place in job.places if place.version.category_id == draw.version.category_id]
    then = standing(places, draw.date)
    return Obstacle(
        Why.NOT_LISTED,
        until=then.ended.version.valid_to if then.ended else None,
        since=then.coming.version.valid_from if then.coming else None,
    )


def _is_known(version: Version) -> bool:
    """Whether all that a version asked for is known; draws that are not category-based ask for no more."""
    if not version.category.is_category_based:
        return True
    if version.has_list:
        return not version.list_awaited and None not in (
            version.months_required,
            version.continuous,
            version.in_canada,
        )
    return version.nclc_min is not None


def _before_entry(draw: Draw, submitted: Moments) -> Outcome | None:
    """Return the outcome for someone who was not, or perhaps not, in the pool yet; None for one who was."""
    held = _day_in_toronto(draw.date) if draw.held_at is None else Moments(draw.held_at, draw.held_at)
    if submitted.latest < held.earliest:
        return None
    return Outcome.NOT_YET if submitted.earliest >= held.latest else Outcome.ENTRY_DEPENDS


@lru_cache(maxsize=8192)
def _day_in_toronto(day: date) -> Moments:
    return Moments.of(day, None, TORONTO)


def _tie(moment: datetime | None, submitted: Moments) -> Outcome:
    """Compare to the second: by the tie-breaking moment is in time."""
    if moment is None:
        return Outcome.TIE_UNKNOWN
    if submitted.latest <= moment:
        return Outcome.IN_TIME
    return Outcome.TOO_LATE if submitted.earliest > moment else Outcome.TIE_DEPENDS
