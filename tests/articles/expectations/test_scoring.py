"""Cases worked by hand: a type of draw with cut-offs 500, 510 and 505, another with 470 and 480."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from articles.expectations.scoring import Forecast, Kind, Outcome, Score, score, tally

TORONTO = ZoneInfo("America/Toronto")


@dataclass(frozen=True)
class Draw:
    date: date
    crs_cutoff: int
    held_at: datetime | None = None


FIRST = Draw(date(2024, 1, 10), 500, datetime(2024, 1, 10, 15, tzinfo=UTC))
SECOND = Draw(date(2024, 2, 7), 510, datetime(2024, 2, 7, 15, tzinfo=UTC))
THIRD = Draw(date(2024, 3, 6), 505)
DRAWS = [FIRST, SECOND, THIRD]
EARLY = Draw(date(2024, 1, 11), 470, datetime(2024, 1, 11, 15, tzinfo=UTC))
LATE = Draw(date(2024, 2, 20), 480, datetime(2024, 2, 20, 15, tzinfo=UTC))
OTHERS = [EARLY, LATE]
MADE = datetime(2024, 1, 20, 9, tzinfo=TORONTO)
END = date(2024, 4, 1)


def forecast(kind=Kind.RANGE, made=MADE, **fields):
    values = {"known_at": made, "first_day": made.date(), "last_day": None} | fields
    return Forecast(kind=kind, made_at=made, **values)


def judged(kind=Kind.RANGE, made=MADE, *, draws=DRAWS, others=OTHERS, end=END, **fields):
    return score(forecast(kind, made, **fields), draws, others, end)


@pytest.mark.parametrize(
    ("low", "high", "outcome", "off"),
    [
        (505, 515, Outcome.HELD, 0),
        (510, 510, Outcome.HELD, 0),
        (510, 520, Outcome.HELD, 0),
        (500, 510, Outcome.HELD, 0),
        (495, 509, Outcome.MISSED, 1),
        (512, 520, Outcome.MISSED, 2),
        (443, 443, Outcome.MISSED, 67),
    ],
)
def test_a_range_takes_in_its_ends_and_misses_by_the_points_to_the_nearer_one(low, high, outcome, off):
    assert judged(low=low, high=high) == Score(outcome, SECOND, None, off, FIRST, 10)


@pytest.mark.parametrize(
    ("bounds", "off"), [({"high": 509}, 1), ({"high": 510}, 0), ({"low": 510}, 0), ({"low": 515}, 5)]
)
def test_a_bound_is_open_on_its_other_side(bounds, off):
    found = judged(Kind.BOUND, **bounds)
    assert (found.off, found.outcome) == (off, Outcome.MISSED if off else Outcome.HELD)


@pytest.mark.parametrize(
    ("above", "cutoff", "off"),
    [(True, 510, 0), (False, 510, 31), (False, 479, 0), (False, 480, 1), (True, 480, 1), (True, 481, 0)],
)
def test_a_comparison_takes_the_next_draw_of_either_type_and_a_tie_misses(above, cutoff, off):
    found = judged(Kind.COMPARISON, above=above, draws=[FIRST, Draw(SECOND.date, cutoff, SECOND.held_at)])
    assert (found.draw.crs_cutoff, found.against, found.off) == (cutoff, LATE, off)
    assert found.outcome is (Outcome.MISSED if off else Outcome.HELD)


def test_a_comparison_waits_for_both_draws():
    found = judged(Kind.COMPARISON, others=[EARLY])
    assert (found.outcome, found.draw, found.off, found.naive_off) == (Outcome.OPEN, SECOND, None, None)


def test_the_first_draw_after_it_was_made_judges_also_on_the_same_day():
    before, after = datetime(2024, 2, 7, 9, tzinfo=TORONTO), datetime(2024, 2, 7, 11, tzinfo=TORONTO)
    assert judged(made=before, low=1, high=600).draw == SECOND
    assert judged(made=after, low=1, high=600).draw == THIRD


def test_a_draw_without_a_time_judges_what_was_made_on_an_earlier_day():
    assert judged(made=datetime(2024, 3, 5, 23, tzinfo=TORONTO), low=1, high=600).draw == THIRD
    assert judged(made=datetime(2024, 3, 6, 0, tzinfo=TORONTO), low=1, high=600).outcome is Outcome.OPEN


def test_a_window_may_begin_later_and_takes_in_both_its_days():
    assert judged(first_day=date(2024, 2, 8), low=1, high=600).draw == THIRD
    assert judged(first_day=SECOND.date, last_day=SECOND.date, low=1, high=600).draw == SECOND


def test_the_naive_forecast_is_the_last_cut_off_before_it_was_made():
    found = judged(first_day=date(2024, 3, 1), low=500, high=510)
    assert (found.draw, found.naive, found.naive_off) == (THIRD, FIRST, 5)


def test_the_first_draw_of_a_type_has_no_naive_forecast():
    found = judged(made=datetime(2024, 1, 1, tzinfo=TORONTO), low=500, high=510)
    assert (found.outcome, found.naive, found.naive_off) == (Outcome.HELD, None, None)


def test_a_window_is_over_only_when_the_record_reaches_beyond_it():
    window = {"first_day": date(2024, 1, 25), "last_day": date(2024, 1, 31), "low": 1, "high": 600}
    assert judged(**window, end=date(2024, 1, 31)).outcome is Outcome.OPEN
    assert judged(**window, end=None).outcome is Outcome.OPEN
    over = judged(**window, end=date(2024, 2, 1))
    assert over == Score(Outcome.NO_DRAW, naive=FIRST)
    assert not over.is_scored


def test_what_is_not_known_before_the_draw_is_never_scored():
    held = SECOND.held_at
    assert judged(known_at=held, low=510, high=510) == Score(Outcome.CLAIMED, SECOND)
    assert judged(known_at=held.replace(minute=0, hour=14), low=510, high=510).is_scored
    assert judged(Kind.COMPARISON, known_at=held).outcome is Outcome.CLAIMED
    late = datetime(2024, 2, 2, tzinfo=TORONTO)
    window = {"first_day": date(2024, 1, 25), "last_day": date(2024, 1, 31)}
    assert judged(**window, known_at=late, low=1, high=600).outcome is Outcome.CLAIMED


def test_a_corrected_cut_off_scores_anew():
    corrected = [FIRST, Draw(SECOND.date, 520, SECOND.held_at), THIRD]
    assert judged(low=505, high=515).off == 0
    assert judged(low=505, high=515, draws=corrected).off == 5


def test_a_tally_counts_what_was_scored():
    scores = [
        judged(low=505, high=515),
        judged(low=512, high=520),
        judged(low=500, high=504),
        judged(made=datetime(2024, 1, 1, tzinfo=TORONTO), low=501, high=510),
        judged(made=datetime(2024, 3, 30, tzinfo=TORONTO), low=1, high=2),
        judged(known_at=SECOND.held_at, low=1, high=2),
    ]
    # Off by 0, 2, 6 and 1 (without a draw before it), naive by 10 each.
    added = tally(scores)
    assert (added.scored, added.held, added.missed_by, added.compared) == (4, 1, 2, 3)
    assert added.off == pytest.approx(8 / 3)
    assert added.naive_off == 10
    assert tally([]) == (0, 0, None, 0, None, None)
