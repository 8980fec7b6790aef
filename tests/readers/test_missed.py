import pytest
from django.db import DatabaseError
from django.utils import timezone

from readers import missed
from readers.missed import count_search, kept_words
from readers.models import MissedSearch


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Infirmière-chef", "infirmiere chef"),
        ("noc 72300 21231", "noc 72300 21231"),
        ("crs 489", "crs 489"),
        ("my uci 1234567890", "my uci"),
        ("12-3456-7890 plumber", "plumber"),
        ("call (416) 555-0123 now", "call now"),
        ("e123456789", "e"),
        ("who is alice@example.org", "who is"),
        ("a" * 200, "a" * 80),
        ("\x00 … !", ""),
        ("9" * 5000, ""),
    ],
)
def test_what_could_be_anybodys_is_not_kept(words, kept):
    assert kept_words(words) == kept


@pytest.mark.django_db
def test_the_same_words_of_a_day_are_one_row():
    count_search("Gold  digger")
    count_search("gold digger")
    count_search(" ")
    row = MissedSearch.objects.get()
    assert (row.words, row.times, row.day) == ("gold digger", 2, timezone.localdate())


@pytest.mark.django_db
def test_rows_of_a_day_are_bounded(monkeypatch):
    monkeypatch.setattr(missed, "MOST_A_DAY", 2)
    for words in ("one", "two", "three", "two"):
        count_search(words)
    assert dict(MissedSearch.objects.values_list("words", "times")) == {"one": 1, "two": 2}


@pytest.mark.django_db
def test_the_reader_never_sees_it_fail(monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise DatabaseError("locked")

    monkeypatch.setattr(type(MissedSearch.objects.all()), "add", fail)
    count_search("gold digger")
    assert "was not counted" in caplog.text
    assert not MissedSearch.objects.exists()
