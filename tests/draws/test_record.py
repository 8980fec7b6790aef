"""The public draws in hand are those that the database has."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from draws.models import Round
from draws.record import PublicDraws, public_draws
from tests.factories import make_round

pytestmark = pytest.mark.django_db


def stored(now=None):
    return list(Round.objects.public_record(now).oldest_first())


def test_are_the_public_record_oldest_first():
    assert list(public_draws().rounds) == stored()
    assert list(public_draws().newest_first) == stored()[::-1]


def test_have_neither_waiting_nor_withdrawn_ones():
    waiting = make_round("448", published_at=None)
    gone = Round.objects.get(number="255")
    Round.objects.filter(pk=gone.pk).update(withdrawn_at=timezone.now(), withdrawn_reason="A test.")
    assert not {waiting, gone} & set(public_draws().rounds)


def test_one_that_is_to_appear_is_there_from_its_moment_on():
    moment = timezone.now() + timedelta(hours=1)
    coming = make_round("448", published_at=moment)
    assert coming not in public_draws().rounds
    assert coming in public_draws(moment).rounds
    assert list(public_draws(moment).rounds) == stored(moment)


def test_draws_of_a_type_share_it():
    rounds = public_draws().by_slug["cec"]
    assert len({id(round.category) for round in rounds}) == 1
    assert rounds == list(Round.objects.public_record().filter(version__category__slug="cec").oldest_first())
    assert public_draws().of(rounds[0].category) == rounds


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2023, 7, 4), date(2023, 7, 7)),
        (date(2023, 7, 6), date(2023, 7, 6)),
        (date(2010, 1, 1), date(2011, 1, 1)),
        (date(2023, 7, 7), date(2023, 7, 4)),
        (date(2010, 1, 1), date(2099, 1, 1)),
    ],
)
def test_of_a_span_of_days(start, end):
    assert list(public_draws().between(start, end)) == list(
        Round.objects.public_record().between(start, end).oldest_first()
    )


def test_are_found_by_number_and_key():
    draws = public_draws()
    assert draws.by_number["91a"].number == "91a"
    assert draws.by_pk[draws.by_number["255"].pk] == Round.objects.get(number="255")


def test_reach_to_their_last_day_and_none_reach_nowhere():
    assert public_draws().reach_to == stored()[-1].date
    assert (PublicDraws([]).reach_to, PublicDraws([]).last_appears_at) == (None, None)


def test_all_that_a_row_shows_comes_with_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        for round in public_draws().rounds:
            assert round.category.name
            assert round.pool is None or round.pool.as_of
