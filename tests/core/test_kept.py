"""What is kept until the content changes: read once, never older than its version, and by no transaction."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.utils import translation

from core.freshness import CURRENT, move
from core.kept import LONGEST_QUERY, Kept, KeptEach, KeptQueries
from draws.models import Round


def cutoff():
    return Round.objects.values_list("crs_cutoff", flat=True).get(number="255")


def change(cutoff):
    Round.objects.filter(number="255").update(crs_cutoff=cutoff)


@pytest.fixture
def kept():
    CURRENT.forget()
    kept = Kept(cutoff)
    kept.get()
    return kept


@pytest.mark.django_db(transaction=True)
class TestOutsideOfTransactions:
    def test_is_read_once_until_the_content_changes(self, kept, django_assert_num_queries):
        with django_assert_num_queries(0):
            first = kept.get()
        change(first + 1)
        assert kept.get() == first + 1

    def test_what_was_taken_back_is_never_kept(self, kept):
        before = kept.get()
        with transaction.atomic():
            change(before + 1)
            assert kept.get() == before + 1
            transaction.set_rollback(True)
        assert kept.get() == before
        # The next change has the number that the one taken back had had.
        change(before + 2)
        assert kept.get() == before + 2

    def test_what_changes_while_it_is_read_is_read_again(self):
        CURRENT.forget()
        reads = []

        def slowly():
            reads.append(cutoff())
            if len(reads) == 1:
                change(reads[0] + 1)
            return reads[-1]

        kept = Kept(slowly)
        kept.get()
        assert kept.get() == reads[0] + 1

    def test_many_threads_read_once(self):
        CURRENT.forget()
        CURRENT.get()
        start, reads = threading.Barrier(4), []

        def ask():
            start.wait()
            try:
                return kept.get()
            finally:
                connection.close()

        kept = Kept(lambda: reads.append(1) or cutoff())
        with ThreadPoolExecutor(4) as pool:
            found = {future.result() for future in [pool.submit(ask) for _ in range(4)]}
        assert (len(found), len(reads)) == (1, 1)


@pytest.mark.django_db
def test_a_transaction_reads_for_itself(django_assert_num_queries):
    kept = Kept(cutoff)
    before = kept.get()
    move()
    change(before + 1)
    with django_assert_num_queries(1):
        assert kept.get() == before + 1


@pytest.mark.django_db(transaction=True)
class TestEach:
    @pytest.fixture
    def asked(self):
        CURRENT.forget()
        return []

    def kept(self, asked, most=2):
        def read(key):
            asked.append(key)
            if key == "wrong":
                raise Round.DoesNotExist
            return f"{key} at {cutoff()}"

        return KeptEach(read, most)

    def test_reads_each_key_once_until_the_content_changes(self, asked):
        kept = self.kept(asked)
        before = [kept.get(key) for key in ("a", "b", "a")]
        assert asked == ["a", "b"]
        change(cutoff() + 1)
        assert kept.get("a") != before[0]
        assert asked == ["a", "b", "a"]

    def test_keeps_the_keys_last_asked_for(self, asked):
        kept = self.kept(asked)
        for key in ("a", "b", "a", "c", "a", "b"):
            kept.get(key)
        assert asked == ["a", "b", "c", "b"]

    def test_keeps_each_language_apart(self, asked):
        kept = self.kept(asked)
        kept.get("a")
        with translation.override("fr"):
            kept.get("a")
        assert asked == ["a", "a"]

    def test_keeps_nothing_of_what_fails(self, asked):
        kept = self.kept(asked)
        for _ in range(2):
            with pytest.raises(Round.DoesNotExist):
                kept.get("wrong")
        assert asked == ["wrong", "wrong"]

    def test_a_transaction_reads_for_itself(self, asked):
        kept = self.kept(asked)
        with transaction.atomic():
            change(cutoff() + 1)
            inside = kept.get("a")
            transaction.set_rollback(True)
        assert kept.get("a") != inside


@pytest.mark.django_db(transaction=True)
class TestQueries:
    @pytest.fixture
    def lists(self):
        CURRENT.forget()
        self.asked = []

        def read(request):
            self.asked.append(request.GET.getlist("type"))
            return {"type": request.GET.get("type"), "cutoff": cutoff()}

        return KeptQueries(read, 2)

    def test_reads_each_query_once_until_the_content_changes(self, lists, rf):
        first = lists.of(rf.get("/draws/?type=cec&type=pnp"))
        assert first["type"] == "pnp"
        assert lists.of(rf.get("/elsewhere/?type=cec&type=pnp")) is first
        assert lists.of(rf.get("/draws/"))["type"] is None
        change(first["cutoff"] + 1)
        assert lists.of(rf.get("/draws/?type=cec&type=pnp"))["cutoff"] == first["cutoff"] + 1
        assert self.asked == [["cec", "pnp"], [], ["cec", "pnp"]]

    def test_a_long_query_is_read_anew_each_time(self, lists, rf):
        for _ in range(2):
            assert lists.of(rf.get("/draws/?type=" + "x" * LONGEST_QUERY))["type"][0] == "x"
        assert len(self.asked) == 2

    def test_a_query_is_what_it_was_in_any_characters(self, lists, rf):
        for query in ("type=%C3%A9t%C3%A9", "type=%ff", "type=a%20b", "type=a%26b", "type", "=%00"):
            request = rf.get(f"/draws/?{query}")
            assert lists.of(request)["type"] == request.GET.get("type")
