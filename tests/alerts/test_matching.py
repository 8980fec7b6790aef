"""What is news, what moved on the lists, and when to try again."""

from datetime import date, timedelta

import pytest

from alerts.matching import MOST_ATTEMPTS, Moves, is_news, known, moves, pause

HELD = date(2026, 10, 13)


@pytest.mark.parametrize(
    ("held", "published", "today", "expected"),
    [
        (HELD, HELD, HELD, True),
        # Entered on the next day, and the command was down for some.
        (HELD, HELD + timedelta(1), HELD + timedelta(4), True),
        (HELD, HELD, HELD + timedelta(7), True),
        (HELD, HELD, HELD + timedelta(8), False),
        # Loaded long after it was held: a gap of the record is filled.
        (HELD, HELD + timedelta(8), HELD + timedelta(8), False),
        # Published at a day to come.
        (HELD, HELD + timedelta(1), HELD, False),
        # IRCC's day begins before Toronto's ends.
        (HELD, HELD - timedelta(1), HELD, True),
    ],
)
def test_what_is_news(held, published, today, expected):
    assert is_news(held, published, today) == expected


TRADES, STEM = 1, 2
WELDER, COOK, ANALYST = 10, 11, 12


def test_what_moved_is_told_by_occupation():
    before = {(TRADES, WELDER), (TRADES, COOK), (STEM, ANALYST)}
    now = {(TRADES, WELDER), (STEM, ANALYST), (STEM, COOK)}
    assert moves(before, now) == {COOK: Moves([STEM], [TRADES])}
    assert moves(now, now) == {}


def test_a_list_that_is_awaited_says_nothing():
    before = {(TRADES, WELDER), (STEM, ANALYST)}
    assert known(before, {(STEM, ANALYST)}, {TRADES}) == before
    # Once it is published, it says who left.
    assert known(before, {(STEM, ANALYST)}, set()) == {(STEM, ANALYST)}


def test_pauses_grow_and_end():
    pauses = [pause(attempts) for attempts in range(1, MOST_ATTEMPTS)]
    assert pauses[:3] == [timedelta(minutes=15), timedelta(minutes=30), timedelta(hours=1)]
    assert pauses == sorted(pauses)
    assert sum(pauses, timedelta()) > timedelta(days=1)
    assert pause(MOST_ATTEMPTS) is None
