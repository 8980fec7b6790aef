"""What is news, what moved on the lists, and when to try again. Pure: no Django."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

# A draw that became public longer ago, or that was old when it did, is the record's affair and nobody's news.
NEWS_LASTS = timedelta(days=7)
FIRST_PAUSE = timedelta(minutes=15)
LONGEST_PAUSE = timedelta(hours=6)
MOST_ATTEMPTS = 10

# A type of draw and an occupation on its list in force, by their keys.
type Place = tuple[int, int]


def is_news(held: date, published: date, today: date) -> bool:
    """Whether a draw of the day `held` that became public on the day `published` is worth a message `today`."""
    return published - held <= NEWS_LASTS and timedelta(0) <= today - published <= NEWS_LASTS


class Moves(NamedTuple):
    """The types of draw whose lists an occupation entered and left, by their keys, in order."""

    entered: list[int]
    left: list[int]


def known(before: Iterable[Place], now: Iterable[Place], awaited: set[int]) -> set[Place]:
    """Return the places of today. Of a type whose list is not published yet, those before still stand."""
    return {place for place in now if place[0] not in awaited} | {
        place for place in before if place[0] in awaited
    }


def moves(before: set[Place], now: set[Place]) -> dict[int, Moves]:
    """Return what changed for each occupation that moved, by its key."""
    found: defaultdict[int, Moves] = defaultdict(lambda: Moves([], []))
    for category, occupation in sorted(now - before):
        found[occupation].entered.append(category)
    for category, occupation in sorted(before - now):
        found[occupation].left.append(category)
    return dict(found)


def pause(attempts: int) -> timedelta | None:
    """Return how long to wait after so many attempts that a server put off; None when it is time to give up."""
    if attempts >= MOST_ATTEMPTS:
        return None
    return min(FIRST_PAUSE * (1 << (attempts - 1)), LONGEST_PAUSE)
