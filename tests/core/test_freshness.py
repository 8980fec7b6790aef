"""One version of what readers see: which changes move it, and who learns of it when."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from core import freshness
from core.freshness import CURRENT, Current, move
from core.models import ContentVersion
from draws.models import Round
from occupations.models import Occupation
from readers.models import MissedSearch
from tests.factories import make_article, make_round

SOON = datetime(2099, 1, 1, tzinfo=UTC)


def number():
    row = ContentVersion.objects.filter(pk=1).first()
    return row.number if row else 0


def stored(**fields):
    return Round.objects.filter(number="255", **fields)


@pytest.mark.django_db
class TestWhatMoves:
    @pytest.mark.parametrize(
        "change",
        [
            lambda: Round.objects.get(number="255").save(),
            lambda: stored().update(verified=False),
            lambda: make_round("448"),
            lambda: Round.objects.bulk_update([Round.objects.get(number="255")], ["verified"]),
            lambda: Occupation.objects.bulk_create(
                [Occupation(code="99999", title_en="T", title_fr="T", teer=1)]
            ),
            lambda: make_round("449").delete(),
            lambda: make_article().tags.clear(),
            lambda: connection.cursor().execute("UPDATE draws_round SET verified = verified"),
        ],
        ids=range(8),
    )
    def test_any_way_of_writing_what_readers_see(self, change):
        before = number()
        change()
        assert number() > before

    @pytest.mark.parametrize(
        "change",
        [
            lambda: list(Round.objects.all()),
            lambda: MissedSearch.objects.bulk_create([]),
            lambda: connection.cursor().execute("SELECT 'UPDATE draws_round'"),
        ],
        ids=range(3),
    )
    def test_nothing_else(self, change):
        before = number()
        change()
        assert number() == before

    def test_what_is_taken_back_moves_nothing(self):
        before = number()
        with transaction.atomic():
            stored().update(verified=False)
            assert number() > before
            transaction.set_rollback(True)
        assert number() == before

    def test_the_private_does_not(self):
        before = number()
        MissedSearch.objects.create(words="zebra crossing", day=timezone.localdate(), times=1)
        assert number() == before


@pytest.mark.django_db(transaction=True)
class TestCommitted:
    def test_a_save_outside_of_any_transaction_moves_it_once_it_is_stored(self):
        before = number()
        Round.objects.create(
            **{
                field.attname: getattr(Round.objects.get(number="447"), field.attname)
                for field in Round._meta.concrete_fields
                if field.attname not in ("id", "number", "sequence")
            },
            number="s1",
            sequence=999_999,
        )
        assert number() > before

    def test_this_process_knows_at_once_and_another_within_a_second(self, monkeypatch):
        other = Current(lambda now: SOON)
        monkeypatch.setattr(CURRENT, "due", lambda now: SOON)
        CURRENT.forget()
        before = CURRENT.get().number
        assert other.get().number == before
        stored().update(verified=False)
        assert CURRENT.get().number > before
        assert other.get().number == before
        monkeypatch.setattr(freshness, "monotonic", lambda moment=freshness.monotonic: moment() + 0.6)
        assert other.get().number > before

    def test_migrations_leave_it_alone_until_they_have_ended(self):
        before = number()
        call_command("migrate", verbosity=0)
        assert number() > before


@pytest.mark.django_db
def test_it_is_looked_at_once_for_many_and_again_when_something_falls_due(django_assert_num_queries):
    move()
    due = [datetime.now(UTC) + timedelta(hours=1), SOON]
    current = Current(lambda now: due.pop(0))
    with django_assert_num_queries(1):
        first = current.get()
        assert all(current.get() is first for _ in range(50))
    current._known = first._replace(due_at=datetime.now(UTC))
    current.forget()
    assert current.get().due_at == SOON


@pytest.mark.django_db(transaction=True)
def test_threads_share_one_look(monkeypatch):
    looks = []
    current = Current(lambda now: SOON)
    look = current._look
    monkeypatch.setattr(current, "_look", lambda known: (looks.append(1), look(known))[1])

    def ask():
        current.get()
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(looks) == 1
