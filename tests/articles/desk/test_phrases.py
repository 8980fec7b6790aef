"""Phrases that the desk stops at: loaded once, then the editors' own, and never able to keep it busy for ever."""

from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from articles.models import StopPhrase
from articles.models.desk import validate_pattern
from core.loading import data_dir, read_rows

pytestmark = pytest.mark.django_db
HEADER = "pattern,reason,instead\n"


def load(**options):
    out = StringIO()
    call_command("load_phrases", stdout=out, **options)
    return out.getvalue()


def test_shipped_phrases_are_loaded_once_and_stay_as_editors_have_them():
    count = len(list(read_rows(data_dir("articles") / "phrases.csv", ["pattern", "reason", "instead"])))
    assert StopPhrase.objects.count() == count
    StopPhrase.objects.filter(instead="draw").update(reason="Another reason.")
    assert f"0 added, {count - 1} unchanged, 1 differ" in load(force=True)
    assert StopPhrase.objects.get(instead="draw").reason == "Another reason."


def test_what_editors_took_away_comes_back_only_with_another_file():
    StopPhrase.objects.filter(instead="draw").update(active=False)
    load(force=True)
    assert not StopPhrase.objects.get(instead="draw").active


def test_a_bad_row_stops_the_load_with_its_place(tmp_path):
    (tmp_path / "phrases.csv").write_text(f"{HEADER}(,Because.,\n")
    with pytest.raises(CommandError, match="phrases.csv, line 2, column pattern"):
        load(data=tmp_path)


def test_every_shipped_pattern_may_be_saved_again():
    for phrase in StopPhrase.objects.all():
        phrase.full_clean()


@pytest.mark.parametrize(
    "pattern",
    [
        *("(", "(a+)+", "(?:a*b)*", "(a{2}){3,}", "((a+)b)+", "([a-z]+ ){200}", "(?:x(?:y+))*"),
        *(r"(a)\1", "(?P<x>a)(?P=x)", "x?", "", "a{99999999999}", "(" * 5000),
    ],
)
def test_patterns_that_could_run_for_ever_or_find_nothing_are_refused(pattern):
    with pytest.raises(ValidationError):
        validate_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [r"\bsure\b", r"sure.{0,40}pr", r"\w+ly guaranteed", "a (?:b|c)d?", r"a(?: \w+){0,4} b", r"(?:[+*)]|\(\+)+x", "(?:ab |cd )*e"],
)  # fmt: skip
def test_patterns_of_words_are_taken(pattern):
    validate_pattern(pattern)
