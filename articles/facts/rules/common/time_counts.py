"""Counts of days, weeks and fortnights in words, and how near a count has to be. Pure: no Django."""

from articles.facts.reading.counting import SMALL

from .patterns import compiled

_COUNTS = {"a": 1, "one": 1, **{word: value for word, value in SMALL.items() if value > 1}}
# The days of a unit.
UNITS = {"day": 1, "week": 7, "fortnight": 14}
# The words of a count, for an expression.
COUNT = rf"(?P<count>{'|'.join(_COUNTS)}|[0-9]{{1,2}})"
# Before a count that is not meant to the day.
HEDGED = compiled(
    r"\b(?:about|around|some|almost|nearly|over|more than|less than|just under|roughly|barely|not quite|good|or so|within|only|every|last|next|first) $"
)
# "Two weeks before" is said of a few days more or less.
NEAR_WEEKS = 3


def value_of(words: str) -> int:
    """Return what COUNT found."""
    return _COUNTS.get(words) or int(words)


def in_words(count: int, unit: str) -> str:
    """Say how many days or weeks: "1 day", "2 weeks"."""
    return f"{count} {unit}{'s' if count != 1 else ''}"
