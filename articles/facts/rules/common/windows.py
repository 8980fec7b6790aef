"""Days up to a draw, counted back from it: "the third draw in as many days", "the second in three weeks". Pure: no Django."""

from datetime import date, timedelta

from draws.clock import Span

from .patterns import compiled
from .period_forms import NUMBER_WORDS
from .periods import count

_IN = compiled(
    rf"(?: (?!in\b|within\b)[\w-]+){{0,3}}? (?:in|within|over|inside) (?:only |just |less than |the space of |the last |the past )?(?P<n>as many|an?|{NUMBER_WORDS}|[0-9]{{1,2}}) (?P<unit>day|week)s?\b"
)
_UNITS = {"day": 1, "week": 7}
_FOR_LONG = compiled(
    r"(?: (?!in\b|within\b)[\w-]+){0,7}? in (?:(?:over|more than|just over|well over|almost|nearly|about|around|some|a little|roughly) )*(?:an?|[a-z]+(?:-[a-z]+)?|[0-9]{1,3}) (?:day|week|month|year)s?\b"
)


def is_for_long(text: str, place: int) -> bool:
    """Whether the words behind a place say how long there had been none: "the first in more than 18 months"."""
    return _FOR_LONG.match(text, place) is not None


def days(text: str, place: int, claimed: int) -> int:
    """Return how many days the words behind a place count back from a draw, "as many" being as many as are claimed; 0 without such words."""
    match = _IN.match(text, place)
    if match is None:
        return 0
    number = claimed if match["n"] == "as many" else 1 if match["n"] in ("a", "an") else count(match["n"])
    return number * _UNITS[match["unit"]]


def readings(last: date, length: int) -> tuple[Span, Span]:
    """Return so many days that end with one, and a day more: from Monday to Wednesday three days go by, or two."""
    return Span(last - timedelta(days=length - 1), last), Span(last - timedelta(days=length), last)
