"""The rule of docs/invited.md over the shipped record."""

from datetime import date

import pytest

from draws.invited import Candidate, Job, Moments, Obstacle, Outcome, Why, judge_all
from draws.invited_summary import summary
from draws.models import Round
from occupations.models import Listing
from tests.factories import toronto

pytestmark = pytest.mark.django_db


def driver():
    """A transport truck driver with 491 points and three years of work, in the pool since January 2023."""
    places = list(Listing.objects.filter(occupation__code="73300").select_related("version__category"))
    moment = toronto(2023, 1, 1)
    return Candidate(491, Moments(moment, moment), frozenset({"CEC", "FSW"}), job=Job(places, 36, 36, 0))


def test_the_driver_with_491_points():
    rounds = Round.objects.public_record().between(date(2023, 5, 31), date(2026, 10, 1)).oldest_first()
    rounds = rounds.filter(version__category__slug__in=["transport", "general"]).for_list()
    answers = judge_all(rounds, driver())
    above = [answer.draw.number for answer in answers if answer.outcome is Outcome.ABOVE]
    assert above == ["250", "251", "264", "277", "289"]
    (later,) = [answer for answer in answers if answer.draw.number == "434"]
    assert (later.outcome, later.points) == (Outcome.NOT_FOR_YOU, 21)
    assert later.obstacles == (Obstacle(Why.NOT_LISTED, until=date(2025, 2, 26)),)
    others = {answer.outcome for answer in answers if answer.draw.number not in [*above, "434"]}
    assert others == {Outcome.BELOW}
    assert summary(reversed(answers)).last.draw.number == "289"


def test_every_draw_of_the_record_is_answered():
    rounds = list(Round.objects.public_record().newest_first().for_list())
    for candidate in (driver()._replace(nclc=7), driver()._replace(score=900, nominated=True)):
        answers = judge_all(rounds, candidate)
        assert answers == [judge_all([round], candidate)[0] for round in rounds]
        counts = summary(answers)
        apart = counts.not_yet + counts.entry_depends + counts.unknown + counts.not_for_you
        assert counts.considered + apart == len(rounds) == 448
        refused = [answer for answer in answers if answer.outcome is Outcome.NOT_FOR_YOU]
        assert refused == [answer for answer in answers if answer.obstacles]
