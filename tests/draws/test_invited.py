"""The rule of docs/invited.md: cases worked out by hand, over plain objects."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draws.invited import Candidate, Job, Moments, Obstacle, Outcome, Why, judge_all
from draws.invited_summary import summary
from tests.draws.plain import Draw, Place, Series, Version, listed

TORONTO = ZoneInfo("America/Toronto")
KOLKATA = ZoneInfo("Asia/Kolkata")


TRANSPORT_1 = listed("transport", 1, date(2023, 5, 31), date(2025, 2, 26))
TRANSPORT_2 = listed("transport", 2, date(2026, 2, 18), months=12, continuous=False)
TRADES_2 = listed("trades", 3, date(2025, 2, 27), date(2026, 2, 17))
TRADES_3 = listed("trades", 4, date(2026, 2, 18), months=12, continuous=False)
PHYSICIANS = listed("physicians", 5, date(2025, 12, 8), months=12, continuous=False, in_canada=True)
MILITARY = listed("military", 6, date(2026, 2, 18), months=None, continuous=None, in_canada=None)
AWAITED = replace(TRADES_3, id=9, valid_from=date(2026, 11, 3), list_awaited=True)
FRENCH_1 = Version(7, Series("french", True), date(2023, 5, 31), date(2026, 2, 5), nclc_min=7)
FRENCH_2 = Version(8, Series("french", True), date(2026, 2, 6))
GENERAL, CEC, FST, PNP = (
    Version(10 + place, Series(slug, False)) for place, slug in enumerate(("general", "cec", "fst", "pnp"))
)

# Draw 250, 264, 434, 91a and 91b as they were; the others stand for their kind.
D250 = Draw(
    GENERAL,
    486,
    date(2023, 6, 8),
    datetime(2023, 6, 8, 12, 8, 58, tzinfo=UTC),
    datetime(2023, 5, 19, 14, 4, 0, tzinfo=UTC),
    ("FSW", "CEC", "FST", "PNP"),
)
D264 = Draw(
    TRANSPORT_1,
    435,
    date(2023, 9, 20),
    datetime(2023, 9, 20, 14, 4, 14, tzinfo=UTC),
    datetime(2023, 6, 17, 6, 44, 1, tzinfo=UTC),
)
D434 = Draw(
    TRANSPORT_2,
    470,
    date(2026, 8, 7),
    datetime(2026, 8, 7, 10, 8, 20, tzinfo=UTC),
    datetime(2025, 10, 11, 14, 55, 49, tzinfo=UTC),
)
HELD_91 = datetime(2018, 5, 30, 14, 52, 6, tzinfo=UTC)
D91A = Draw(FST, 288, date(2018, 5, 30), HELD_91, datetime(2017, 6, 7, 20, 11, 13, tzinfo=UTC), ("FST",))
D91B = Draw(PNP, 902, date(2018, 5, 30), HELD_91, datetime(2018, 3, 23, 5, 38, 2, tzinfo=UTC), ("PNP",))
NO_TIE = Draw(CEC, 500, date(2016, 6, 1), datetime(2016, 6, 1, 12, tzinfo=UTC), None, ("CEC",))
NO_TIME = Draw(CEC, 518, date(2026, 9, 29), None, datetime(2026, 2, 13, 20, 48, 8, tzinfo=UTC), ("CEC",))
NO_PROGRAMS = Draw(CEC, 518, date(2026, 9, 29), programs=())
TRADES_2025 = Draw(TRADES_2, 505, date(2025, 9, 18), datetime(2025, 9, 18, 14, tzinfo=UTC))
TRADES_2026 = Draw(TRADES_3, 476, date(2026, 10, 1), datetime(2026, 10, 1, 12, tzinfo=UTC))
PHYSICIANS_2026 = Draw(PHYSICIANS, 169, date(2026, 2, 19), datetime(2026, 2, 19, 14, tzinfo=UTC))
AWAITED_2026 = Draw(AWAITED, 470, date(2026, 11, 10), datetime(2026, 11, 10, 14, tzinfo=UTC))
MILITARY_2026 = Draw(MILITARY, 400, date(2026, 6, 1), datetime(2026, 6, 1, 14, tzinfo=UTC))
FRENCH_2025 = Draw(FRENCH_1, 379, date(2025, 3, 21), datetime(2025, 3, 21, 14, tzinfo=UTC))
FRENCH_2026 = Draw(FRENCH_2, 400, date(2026, 3, 6), datetime(2026, 3, 6, 14, tzinfo=UTC))

DRIVER = Job([Place(TRANSPORT_1)], months=24, unbroken=24, in_canada=0)
COOK = Job([Place(TRADES_2)], months=24, unbroken=24, in_canada=0)
BUTCHER = Job([Place(TRADES_3)], months=24, unbroken=24, in_canada=0)
PLUMBER = Job([Place(TRADES_2), Place(TRADES_3)], months=24, unbroken=24, in_canada=0)
DOCTOR = Job([Place(PHYSICIANS)], months=24, unbroken=24, in_canada=24)
SOLDIER = Job([Place(MILITARY)], months=24, unbroken=24, in_canada=0)

EARLY = Moments.of(date(2016, 1, 1), None, TORONTO)


def second(*args):
    moment = datetime(*args, tzinfo=UTC)
    return Moments(moment, moment)


def judge(draw, candidate):
    [answer] = judge_all([draw], candidate)
    return answer


def someone(score, **fields):
    values = {"submitted": EARLY, "programs": frozenset({"CEC", "FSW"})} | fields
    return Candidate(score, **values)


def nominee(score, **fields):
    return someone(score, nominated=True, **fields)


TRADESPERSON = {"programs": frozenset({"FST"})}
NOT = Outcome.NOT_FOR_YOU

# What is asked, of whom: outcome, points against the cut-off, and each obstacle.
CASES = {
    # The score against the cut-off.
    "one above": (D250, someone(487), Outcome.ABOVE, 1),
    "far above": (D250, someone(600), Outcome.ABOVE, 114),
    "one below": (D250, someone(485), Outcome.BELOW, -1),
    "above, however late": (D250, someone(487, submitted=second(2023, 6, 8, 12, 8, 57)), Outcome.ABOVE, 1),
    # The tie-break of draw 250: 19 May 2023, 14:04:00 UTC, 10:04 a.m. in Toronto.
    "tie, a second before": (D250, someone(486, submitted=second(2023, 5, 19, 14, 3, 59)), Outcome.IN_TIME, 0),
    "tie, on the second": (D250, someone(486, submitted=second(2023, 5, 19, 14, 4, 0)), Outcome.IN_TIME, 0),
    "tie, a second after": (D250, someone(486, submitted=second(2023, 5, 19, 14, 4, 1)), Outcome.TOO_LATE, 0),
    "tie, the day before": (D250, someone(486, submitted=Moments.of(date(2023, 5, 18), None, TORONTO)), Outcome.IN_TIME, 0),
    "tie, the day itself": (D250, someone(486, submitted=Moments.of(date(2023, 5, 19), None, TORONTO)), Outcome.TIE_DEPENDS, 0),
    "tie, the day after": (D250, someone(486, submitted=Moments.of(date(2023, 5, 20), None, TORONTO)), Outcome.TOO_LATE, 0),
    "tie, by the clock of Toronto": (D250, someone(486, submitted=Moments.of(date(2023, 5, 19), time(10, 4), TORONTO)), Outcome.IN_TIME, 0),
    "tie, by the clock of Kolkata": (D250, someone(486, submitted=Moments.of(date(2023, 5, 19), time(19, 34, 1), KOLKATA)), Outcome.TOO_LATE, 0),
    "tie, the minute itself": (D250, someone(486, submitted=Moments.of(date(2023, 5, 19), time(10, 4), TORONTO, to_the_second=False)), Outcome.TIE_DEPENDS, 0),
    "tie, the minute before": (D250, someone(486, submitted=Moments.of(date(2023, 5, 19), time(10, 3), TORONTO, to_the_second=False)), Outcome.IN_TIME, 0),
    "tie, moment not published": (NO_TIE, someone(500, submitted=Moments.of(date(2016, 1, 1), None, TORONTO)), Outcome.TIE_UNKNOWN, 0),
    "no tie-break needed above": (NO_TIE, someone(501), Outcome.ABOVE, 1),
    # Draws 91a and 91b, on one day.
    "91a, trades": (D91A, someone(300, **TRADESPERSON), Outcome.ABOVE, 12),
    "91a, tie, in time": (D91A, someone(288, **TRADESPERSON, submitted=second(2017, 6, 7, 20, 11, 13)), Outcome.IN_TIME, 0),
    "91a, tie, too late": (D91A, someone(288, **TRADESPERSON, submitted=second(2017, 6, 7, 20, 11, 14)), Outcome.TOO_LATE, 0),
    "91a, not trades": (D91A, someone(450), NOT, 162, Obstacle(Why.PROGRAM)),
    "91b, no nomination": (D91B, someone(450, **TRADESPERSON), NOT, -452, Obstacle(Why.NO_NOMINATION)),
    "91b, nominee above": (D91B, nominee(950), Outcome.ABOVE, 48),
    "91b, nominee below": (D91B, nominee(901), Outcome.BELOW, -1),
    "91b, nominee, tie on the day": (D91B, nominee(902, submitted=Moments.of(date(2018, 3, 23), None, TORONTO)), Outcome.TIE_DEPENDS, 0),
    # By the clock of Toronto the moment falls on 23 March, 1:38 a.m.; by that of UTC on the same day, 5:38.
    "91b, nominee, the evening before": (D91B, nominee(902, submitted=Moments.of(date(2018, 3, 22), time(23, 59), TORONTO)), Outcome.IN_TIME, 0),
    "91a, nominee without trades": (D91A, nominee(950), NOT, 662, Obstacle(Why.PROGRAM)),
    "a nominee among all programs": (D250, nominee(1050), Outcome.ABOVE, 564),
    # Jobs and lists.
    "listed": (D264, someone(491, job=DRIVER), Outcome.ABOVE, 56),
    "listed, below": (D264, someone(430, job=DRIVER), Outcome.BELOW, -5),
    "no job": (D264, someone(491), NOT, 56, Obstacle(Why.NO_JOB)),
    "never listed": (D264, someone(491, job=PLUMBER), NOT, 56, Obstacle(Why.NOT_LISTED)),
    "listed in version 1 and not in 2": (D434, someone(491, job=DRIVER), NOT, 21, Obstacle(Why.NOT_LISTED, until=date(2025, 2, 26))),
    "listed later": (TRADES_2025, someone(510, job=BUTCHER), NOT, 5, Obstacle(Why.NOT_LISTED, since=date(2026, 2, 18))),
    "listed then": (TRADES_2025, someone(510, job=COOK), Outcome.ABOVE, 5),
    "no longer listed": (TRADES_2026, someone(510, job=COOK), NOT, 34, Obstacle(Why.NOT_LISTED, until=date(2026, 2, 17))),
    "listed in both": (TRADES_2026, someone(510, job=PLUMBER), Outcome.ABOVE, 34),
    # Six against twelve months; unbroken until 2026.
    "six months under six": (TRADES_2025, someone(510, job=PLUMBER._replace(months=6, unbroken=6)), Outcome.ABOVE, 5),
    "five months under six": (TRADES_2025, someone(510, job=PLUMBER._replace(months=5, unbroken=5)), NOT, 5, Obstacle(Why.MONTHS, 6, 5)),
    "six months under twelve": (TRADES_2026, someone(510, job=PLUMBER._replace(months=6, unbroken=6)), NOT, 34, Obstacle(Why.MONTHS, 12, 6)),
    "twelve months under twelve": (TRADES_2026, someone(510, job=PLUMBER._replace(months=12, unbroken=4)), Outcome.ABOVE, 34),
    "broken months while they had to be unbroken": (TRADES_2025, someone(510, job=PLUMBER._replace(months=12, unbroken=4)), NOT, 5, Obstacle(Why.UNBROKEN, 6, 4)),
    "two obstacles": (TRADES_2026, someone(510, job=COOK._replace(months=6)), NOT, 34, Obstacle(Why.NOT_LISTED, until=date(2026, 2, 17)), Obstacle(Why.MONTHS, 12, 6)),
    # Experience in Canada.
    "in Canada": (PHYSICIANS_2026, someone(300, job=DOCTOR), Outcome.ABOVE, 131),
    "too little of it in Canada": (PHYSICIANS_2026, someone(300, job=DOCTOR._replace(in_canada=11)), NOT, 131, Obstacle(Why.IN_CANADA, 12, 11)),
    "abroad where that counts": (TRADES_2026, someone(510, job=PLUMBER._replace(in_canada=0)), Outcome.ABOVE, 34),
    # French.
    "French 7": (FRENCH_2025, someone(400, nclc=7), Outcome.ABOVE, 21),
    "French 6": (FRENCH_2025, someone(400, nclc=6), NOT, 21, Obstacle(Why.FRENCH, 7, 6)),
    "no French": (FRENCH_2025, someone(400), NOT, 21, Obstacle(Why.FRENCH, 7, 0)),
    "French, version 2, level 7": (FRENCH_2026, someone(450, nclc=7), Outcome.CRITERIA_UNKNOWN, 50),
    "French, version 2, below": (FRENCH_2026, someone(399, nclc=9), Outcome.CRITERIA_UNKNOWN, -1),
    "French, version 2, no French": (FRENCH_2026, someone(450), NOT, 50, Obstacle(Why.FRENCH)),
    # What is not known.
    "military, listed": (MILITARY_2026, someone(450, job=SOLDIER), Outcome.CRITERIA_UNKNOWN, 50),
    "military, not listed": (MILITARY_2026, someone(450, job=DRIVER), NOT, 50, Obstacle(Why.NOT_LISTED)),
    "programs not published": (NO_PROGRAMS, someone(540), Outcome.CRITERIA_UNKNOWN, 22),
    # Before the profile existed.
    "not yet, above": (D250, someone(500, submitted=Moments.of(date(2023, 6, 9), None, TORONTO)), Outcome.NOT_YET, 14),
    "not yet, level": (D250, someone(486, submitted=Moments.of(date(2023, 6, 9), None, TORONTO)), Outcome.NOT_YET, 0),
    "not yet, below": (D250, someone(480, submitted=Moments.of(date(2023, 6, 9), None, TORONTO)), Outcome.NOT_YET, -6),
    "not yet and not for you": (D264, someone(480, submitted=Moments.of(date(2024, 1, 1), None, TORONTO)), NOT, 45, Obstacle(Why.NO_JOB)),
    "not yet, criteria unknown": (FRENCH_2026, someone(450, nclc=7, submitted=Moments.of(date(2026, 4, 1), None, TORONTO)), Outcome.NOT_YET, 50),
    "entered a second before": (D250, someone(500, submitted=second(2023, 6, 8, 12, 8, 57)), Outcome.ABOVE, 14),
    "entered on the second": (D250, someone(500, submitted=second(2023, 6, 8, 12, 8, 58)), Outcome.NOT_YET, 14),
    "entered on the day": (D250, someone(500, submitted=Moments.of(date(2023, 6, 8), None, TORONTO)), Outcome.ENTRY_DEPENDS, 14),
    "entered on the day of a draw without a time": (NO_TIME, someone(540, submitted=Moments.of(date(2026, 9, 29), time(9), TORONTO)), Outcome.ENTRY_DEPENDS, 22),
    "entered the day before a draw without a time": (NO_TIME, someone(540, submitted=Moments.of(date(2026, 9, 28), None, TORONTO)), Outcome.ABOVE, 22),
    "entered the day after a draw without a time": (NO_TIME, someone(540, submitted=Moments.of(date(2026, 9, 30), None, TORONTO)), Outcome.NOT_YET, 22),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_case_worked_out_by_hand(case):
    draw, candidate, outcome, points, *obstacles = case
    answer = judge(draw, candidate)
    assert (answer.outcome, answer.points, list(answer.obstacles)) == (outcome, points, obstacles)
    assert (answer.draw, answer.size) == (draw, abs(points))


def test_what_is_not_known_is_said_even_before_the_profile():
    late = someone(450, nclc=7, submitted=Moments.of(date(2026, 4, 1), None, TORONTO))
    assert not judge(FRENCH_2026, late).is_known
    assert judge(D250, late).is_known


def test_an_hour_that_the_clock_shows_twice_counts_as_both():
    twice = Moments.of(date(2023, 11, 5), time(1, 30), TORONTO)
    assert twice == (datetime(2023, 11, 5, 5, 30, tzinfo=UTC), datetime(2023, 11, 5, 6, 30, tzinfo=UTC))


def test_a_day_is_that_of_its_zone():
    day = Moments.of(date(2023, 5, 19), None, KOLKATA)
    assert day.earliest == datetime(2023, 5, 18, 18, 30, tzinfo=UTC)
    assert day.latest == datetime(2023, 5, 19, 18, 29, 59, tzinfo=UTC)


@given(score=st.integers(1, 1200), after=st.integers(-5, 5))
def test_a_higher_score_and_an_earlier_profile_never_stand_worse(score, after):
    order = [Outcome.BELOW, Outcome.TOO_LATE, Outcome.IN_TIME, Outcome.ABOVE]
    moment = datetime(2023, 5, 19, 14, 4, 5 + after, tzinfo=UTC)
    candidate = someone(score, submitted=Moments(moment, moment))
    rank = order.index(judge(D250, candidate).outcome)
    assert order.index(judge(D250, candidate._replace(score=score + 1)).outcome) >= rank
    earlier = candidate._replace(submitted=second(2023, 5, 1))
    assert order.index(judge(D250, earlier).outcome) >= rank


def test_summary_counts_each_draw_once():
    late = Moments.of(date(2025, 9, 19), None, TORONTO)
    candidate = someone(486, job=COOK, submitted=late, nclc=7)
    draws = [NO_TIME, TRADES_2026, D434, FRENCH_2026, TRADES_2025, FRENCH_2025, D250, NO_TIE]
    answers = judge_all(draws, candidate)
    found = summary(answers)
    assert (found.draws, found.considered, found.not_for_you, found.unknown) == (8, 1, 2, 1)
    assert (found.not_yet_above, found.not_yet_level, found.not_yet_below) == (1, 1, 2)
    assert found.not_yet == 4
    assert found.last is None
    assert found.nearest.draw is NO_TIME


def test_summary_names_the_last_reached_and_the_nearest_missed():
    candidate = someone(486, submitted=Moments.of(date(2023, 5, 20), None, TORONTO), job=DRIVER)
    draws = [Draw(GENERAL, cutoff, date(2024, 1, cutoff - 480)) for cutoff in (490, 487, 485, 484)]
    found = summary(judge_all([*draws, D264, D250], candidate))
    assert (found.considered, found.above, found.in_time, found.reached) == (6, 3, 0, 3)
    assert found.last.draw is draws[2]
    # Level and too late is nearer than one point below.
    assert found.nearest.draw is D250
    assert summary([]) == (0, 0, 0, 0, 0, None, None, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize("job", [COOK, BUTCHER, SOLDIER])
@pytest.mark.parametrize("score", [400, 470, 600])
def test_under_a_list_that_is_not_published_it_is_not_known_whether_a_job_was_on_it(job, score):
    answer = judge(AWAITED_2026, someone(score, job=job))
    assert (answer.outcome, answer.obstacles, answer.is_known) == (Outcome.CRITERIA_UNKNOWN, (), False)
    assert summary([answer])._replace(last=None, nearest=None) == (
        1,
        0,
        0,
        0,
        0,
        None,
        None,
        0,
        0,
        0,
        0,
        1,
        0,
    )


def test_what_is_certain_before_a_list_is_published_stays_an_obstacle():
    assert judge(AWAITED_2026, someone(600)).obstacles == (Obstacle(Why.NO_JOB),)
    short = COOK._replace(months=11, unbroken=11)
    assert judge(AWAITED_2026, someone(600, job=short)).obstacles == (Obstacle(Why.MONTHS, 12, 11),)
