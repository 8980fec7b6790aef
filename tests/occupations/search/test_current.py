"""The index of a process: built once, and again as soon as what it is built from has changed."""

import threading

import pytest
from django.db import OperationalError, connection, transaction

from occupations.models import Occupation, OccupationTitle, SearchMark
from occupations.search import Fit, current, near_titles, prepare, search, search_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def built(monkeypatch):
    """Counts the indexes that are built while the test runs, by an index holder of its own."""
    count = []

    def read_tables():
        count.append(1)
        return original()

    original = current.read_tables
    monkeypatch.setattr(current, "read_tables", read_tables)
    monkeypatch.setattr(current, "HOLDER", current.Holder())
    return count


@pytest.fixture
def few_rows(empty_record):
    """Two synthetic occupations instead of the record."""
    for code, title in (("10001", "Synthetic widget turners"), ("10002", "Synthetic gadget turners")):
        Occupation.objects.create(code=code, title_en=title, title_fr=title, teer=0, broad_category="1")


def codes(query):
    return [match.code for match in search(query)]


def test_it_is_built_once(built, few_rows, django_assert_num_queries):
    with django_assert_num_queries(4):
        assert codes("widget") == ["10001"]
    with django_assert_num_queries(1):
        assert codes("gadget") == ["10002"]
    assert len(built) == 1


def test_it_asks_nothing_until_the_content_changes(
    built, few_rows, record_in_hand, django_assert_num_queries
):
    search("widget")
    with django_assert_num_queries(0):
        assert codes("gadget") == ["10002"]
    occupation = Occupation.objects.get(code="10001")
    OccupationTitle.objects.create(occupation=occupation, language="en", title="Wizard")
    assert codes("wizard") == ["10001"]


def test_without_rows_it_is_empty(built, empty_record):
    assert search("widget") == near_titles("widget turner") == []
    assert SearchMark.objects.current() is None


def test_what_is_saved_changed_and_deleted_is_found_at_once(built, few_rows):
    occupation = Occupation.objects.get(code="10001")
    title = OccupationTitle.objects.create(occupation=occupation, language="en", title="Sorcerer")
    assert codes("sorcerer") == ["10001"]
    title.title = "Wizard"
    title.save()
    assert (codes("sorcerer"), codes("wizard")) == ([], ["10001"])
    title.delete()
    assert codes("wizard") == []


def test_what_is_changed_in_bulk_is_found_at_once(built, few_rows):
    occupation = Occupation.objects.get(code="10001")
    assert codes("wizard") == []
    OccupationTitle.objects.bulk_create(
        [OccupationTitle(occupation=occupation, language="en", title="Wizard")]
    )
    assert codes("wizard") == ["10001"]
    OccupationTitle.objects.update(title="Sorcerer")
    assert (codes("sorcerer"), codes("wizard")) == (["10001"], [])
    row = OccupationTitle.objects.get()
    row.title = "Magician"
    OccupationTitle.objects.bulk_update([row], ["title"])
    assert codes("magician") == ["10001"]
    occupation.titles.all().delete()
    assert codes("magician") == []
    Occupation.objects.filter(code="10001").delete()
    assert codes("10001") == []


def test_what_is_taken_back_is_not_found_any_more(built, few_rows):
    """The next change has a mark of its own, not the one of what was taken back."""
    occupation = Occupation.objects.get(code="10001")
    with transaction.atomic():
        OccupationTitle.objects.create(occupation=occupation, language="en", title="Sorcerer")
        assert codes("sorcerer") == ["10001"]
        transaction.set_rollback(True)
    OccupationTitle.objects.create(occupation=occupation, language="en", title="Wizard")
    assert (codes("sorcerer"), codes("wizard")) == ([], ["10001"])


def test_a_change_by_another_process_is_found(built, few_rows):
    """Another process leaves no trace here but the row and the mark."""
    assert codes("blob") == []
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE occupations_occupation SET title_en = 'Blob turners', title_fr = '' WHERE code = '10002'"
        )
        assert codes("blob") == []
    SearchMark.objects.move()
    assert codes("blob") == ["10002"]


def test_many_searches_look_once_whether_the_index_is_right(built, few_rows, django_assert_num_queries):
    search("widget")
    with django_assert_num_queries(1):
        first, second, third = search_all(["widget", "gadget", "zzzz"])
    assert (first, second, third) == (search("widget"), search("gadget"), [])
    assert first[0].fit is Fit.TITLE_WORDS


@pytest.mark.django_db(transaction=True)
def test_it_can_be_prepared_before_anyone_searches(built):
    run(prepare)
    assert len(built) == 1
    assert codes("73300") == ["73300"]
    assert len(built) == 1


def test_without_tables_there_is_nothing_to_prepare(monkeypatch, caplog):
    def missing():
        raise OperationalError("no such table")

    monkeypatch.setattr(current.HOLDER, "index", missing)
    run(prepare)
    assert "no such table" in caplog.text


def run(task):
    """Run in a thread of its own, with a connection of its own."""
    thread = threading.Thread(target=task)
    thread.start()
    thread.join()


@pytest.mark.django_db(transaction=True)
def test_threads_that_ask_together_build_it_once(built, monkeypatch):
    """All wait at the start, and the first to build gives the others time to come."""
    start, late = threading.Barrier(4), threading.Event()
    reading, answers = current.read_tables, []

    def slow():
        late.wait(0.2)
        return reading()

    def ask():
        start.wait()
        answers.append(codes("73300"))
        connection.close()

    monkeypatch.setattr(current, "read_tables", slow)
    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [["73300"]] * 4
    assert len(built) == 1
