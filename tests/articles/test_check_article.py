"""manage.py check_article: findings with line and column, JSON, and exit statuses."""

import io
import json
import sys
from contextlib import nullcontext

import pytest
from django.core.management import CommandError, call_command

from articles.facts.model import Status
from tests.articles.desk.engine import install

pytestmark = pytest.mark.django_db
KEYS = {"rule", "status", "claim", "expected", "line", "column", "record", "confidence", "message"}


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    engine = install(monkeypatch)
    monkeypatch.setattr("articles.management.commands.check_article.ask", engine.ask)
    engine.contradicts("493", "463")
    return engine


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "release.txt"
    path.write_text("A release.\nThe cut-off was 493.\n")
    return path


def run(*args, status=0):
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) if status else nullcontext() as ended:
        call_command("check_article", *args, stdout=out, stderr=err)
    assert (ended.value.code if status else 0) == status
    return out.getvalue(), err.getvalue()


def test_prints_where_and_what_and_ends_with_1(text):
    out, _err = run(str(text), "--date", "2023-07-08", status=1)
    assert out.splitlines() == [
        "2:17: Contradicts the record (rounds): 493; the record has 463",
        "    The record has 463.",
        "    http://testserver/draws/255/",
        "1 claim contradicts the record.",
    ]


def test_prints_a_list_of_objects(text, engine):
    engine.says("release", Status.FLAGGED, rule="language")
    out, _err = run(str(text), "--date", "2023-07-08", "--json", status=1)
    first, second = json.loads(out)
    assert first.keys() == second.keys() == KEYS
    assert (first["line"], first["column"], first["status"], first["expected"]) == (1, 3, "flagged", "")
    assert second | {"message": ""} == {
        "rule": "rounds",
        "status": "contradicted",
        "claim": "493",
        "expected": "463",
        "line": 2,
        "column": 17,
        "record": "http://testserver/draws/255/",
        "confidence": 0.9,
        "message": "",
    }
    assert str(engine.asked[-1][1]) == "2023-07-08"


def test_other_words_are_not_called_the_records(text, engine):
    text.write_text("A lottery.")
    engine.says("lottery", Status.FLAGGED, rule="language", expected="draw")
    out, _err = run(str(text))
    assert out.startswith("1:3: Wording (language): lottery; instead: draw\n")


def test_what_contradicts_nothing_ends_with_0(text):
    text.write_text("Text.")
    assert run(str(text), "--json") == ("[]\n", "")


def test_reads_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"At 493.")))
    out, _err = run("-", status=1)
    assert out.startswith("1:4: Contradicts")


def test_an_article_of_the_site_has_its_lines(tmp_path):
    path = tmp_path / "story.md"
    path.write_text('+++\ntitle = "Of 493"\n+++\n\nText of 493.\n')
    out, _err = run(str(path), "--json", status=1)
    assert [(one["line"], one["column"]) for one in json.loads(out)] == [(2, 13), (5, 9)]


def test_a_part_of_the_desk_that_failed_is_said(text, engine):
    engine.is_whole = False
    out, err = run(str(text), status=1)
    assert "A part of the fact desk failed" in err
    assert "493" in out


@pytest.mark.parametrize(
    ("content", "args", "reason"),
    [
        (None, [], "cannot be read: No such file"),
        (b"\xe9", [], "is not UTF-8"),
        (b"\0", [], "binary"),
        (b"Text.", ["--date", "2023-13-01"], "no day"),
        (b"Text.", ["--date", "tomorrow"], "no day"),
    ],
)
def test_what_cannot_be_read_ends_with_2(tmp_path, content, args, reason):
    path = tmp_path / "x"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=reason) as caught:
        run(str(path), *args)
    assert caught.value.returncode == 2
