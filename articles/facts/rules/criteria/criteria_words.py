"""What a condition is about, what the record has of it, and how it is worded. Pure: no Django."""

from dataclasses import dataclass
from enum import Enum, auto

from articles.facts.model import Version
from articles.references import gettext_noop

RULE = "criteria"

AGREES = gettext_noop("As in the record of %(category)s.")
MONTHS = gettext_noop(
    "%(category)s: at least %(expected)s months of work were asked for under the version of this day."
)
WITHIN = gettext_noop("%(category)s: the work counts within the past %(expected)s years.")
LEVEL = gettext_noop("%(category)s: NCLC %(expected)s is asked for.")
CONTINUOUS = gettext_noop("%(category)s: the work must be continuous under the version of this day.")
NOT_CONTINUOUS = gettext_noop("%(category)s: the work need not be continuous under the version of this day.")
IN_CANADA = gettext_noop("%(category)s: the work must have been done in Canada.")
ANYWHERE = gettext_noop("%(category)s: the work may have been done in Canada or abroad.")
ALL_ABILITIES = gettext_noop("%(category)s: the level is asked for in all four abilities.")
ONE = gettext_noop("%(category)s: the work must have been in one occupation on the list.")
YEARS_OF_SERVICE = gettext_noop("%(category)s: %(expected)s years of military service are asked for.")
YEARS_OF_OFFER = gettext_noop("%(category)s: a job for at least %(expected)s years has to be offered.")
NO_LIST = gettext_noop("%(category)s: there is no list of occupations.")
NO_WORK = gettext_noop("%(category)s: no work is asked for beyond the rules of the program.")
NOT_SEEN = gettext_noop("%(category)s: the record does not have this condition; look at IRCC's page.")

# Every category that asks for months of work asks for them within so many years.
YEARS = 3

# The category for military recruits asks for so many years of service.
SERVICE = 10
# And for a job in the Canadian Armed Forces for so many.
OFFER = 3


class Aspect(Enum):
    """What a condition is about; its value is a number for the first three, else yes or no."""

    MONTHS = auto()
    WITHIN = auto()  # the years within which the work was done
    LEVEL = auto()  # of the Niveaux de compétence linguistique canadiens
    CONTINUOUS = auto()
    IN_CANADA = auto()
    ALL_ABILITIES = auto()
    ONE = auto()  # whether all the work must be in one occupation
    SERVICE = auto()  # years of military service, a number too
    OFFER = auto()  # years that a military job is offered for
    LISTED = auto()  # whether it must be an occupation on a list
    HAS_LIST = auto()  # whether there is a list of occupations


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in a sentence; `start` and `end` bound its words there, or those of its `figure` where it has one.

    `linked`: whether its own words say that work or experience is meant.
    """

    aspect: Aspect
    value: int
    start: int
    end: int
    linked: bool = True


_WORDED = {
    (Aspect.ONE, 1): "in one occupation",
    (Aspect.CONTINUOUS, 1): "continuous",
    (Aspect.CONTINUOUS, 0): "not necessarily continuous",
    (Aspect.IN_CANADA, 1): "in Canada",
    (Aspect.IN_CANADA, 0): "in Canada or abroad",
    (Aspect.ALL_ABILITIES, 1): "in all four abilities",
}


def right_of(version: Version, aspect: Aspect) -> int | None:
    match aspect:
        case Aspect.MONTHS:
            return version.months_required
        case Aspect.WITHIN:
            return YEARS if version.months_required is not None else None
        case Aspect.LEVEL:
            return version.nclc_min
        case Aspect.ALL_ABILITIES:
            return 1 if version.nclc_min is not None else None
        case Aspect.ONE:
            return 1 if version.months_required is not None else None
        case Aspect.SERVICE:
            return SERVICE if version.category == "military" else None
        case Aspect.OFFER:
            return OFFER if version.category == "military" else None
        case Aspect.CONTINUOUS:
            return None if version.continuous is None else int(version.continuous)
        case Aspect.IN_CANADA:
            return None if version.in_canada is None else int(version.in_canada)
    return None


def message_of(aspect: Aspect, right: int) -> str:
    match aspect:
        case Aspect.MONTHS:
            return MONTHS
        case Aspect.WITHIN:
            return WITHIN
        case Aspect.LEVEL:
            return LEVEL
        case Aspect.CONTINUOUS:
            return CONTINUOUS if right else NOT_CONTINUOUS
        case Aspect.IN_CANADA:
            return IN_CANADA if right else ANYWHERE
        case Aspect.ONE:
            return ONE
        case Aspect.SERVICE:
            return YEARS_OF_SERVICE
        case Aspect.OFFER:
            return YEARS_OF_OFFER
    return ALL_ABILITIES


def worded(aspect: Aspect, right: int) -> str:
    """Return the right value as an editor reads it."""
    if aspect is Aspect.MONTHS:
        return f"{right} months"
    return _WORDED.get((aspect, right), str(right))
