"""The command that reads everything again."""

import json

import pytest
from django.core.management import call_command

from articles.models import FactCheck, FaqEntry, StatedClaim
from articles.saving import save_article
from tests.articles.desk.plain_reader import read_by
from tests.articles.desk.test_rechecking import correct
from tests.articles.desk.test_remembering import make
from tests.factories import make_article, toronto

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_reader")]


def run(capsys, *arguments):
    """Run the command; return its exit status and what it printed."""
    status = 0
    try:
        call_command("check_facts", *arguments)
    except SystemExit as end:
        status = end.code
    return status, capsys.readouterr().out


def test_says_nothing_where_all_agrees(capsys):
    make()
    status, printed = run(capsys)
    assert status == 0
    [line] = printed.splitlines()
    assert "0 claims contradicted, 0 overtaken" in line
    check = FactCheck.objects.get()
    assert (check.contradicted, check.overtaken, check.failed) == (0, 0, 0)
    assert check.articles
    assert check.answers


def test_a_contradiction_is_told_with_its_place_and_fails(capsys):
    make(title="A week of draws", body="First line.\n\nThen draw 255 had a cut-off of 463.")
    correct()
    status, printed = run(capsys)
    assert status == 1
    assert printed.splitlines()[0] == (
        "A week of draws, body, 3:32: contradicted: draw 255 had a cut-off of 463 (expected: 464)"
    )
    assert FactCheck.objects.get().contradicted == 1


def test_json_has_an_object_for_each(capsys):
    make(body="Then draw 255 had a cut-off of 463.")
    correct()
    status, printed = run(capsys, "--json")
    [found] = json.loads(printed)
    assert status == 1
    assert found == {
        "text": "A week of draws",
        "address": "http://testserver/news/2023/07/told/",
        "part": "body",
        "line": 1,
        "column": 32,
        "rule": "rounds",
        "status": "contradicted",
        "claim": "draw 255 had a cut-off of 463",
        "expected": "464",
        "record": "http://testserver/draws/255/",
        "confidence": 1.0,
        "message": "The record has another value.",
    }


def test_all_has_what_agrees_too(capsys):
    make()
    _status, printed = run(capsys, "--json", "--all")
    assert [item["status"] for item in json.loads(printed)] == ["agrees", "agrees"]


def test_what_was_never_remembered_is_from_now_on(capsys):
    article = make()
    StatedClaim.objects.all().delete()
    run(capsys)
    assert StatedClaim.objects.filter(article=article).count() == 2


def test_what_was_let_stand_is_told_and_fails_nothing(capsys):
    save_article(
        make_article("despite", kind="news", body="draw 255 had a cut-off of 460."), despite="So it is."
    )
    status, printed = run(capsys)
    assert status == 0
    assert ": let-stand: " in printed.splitlines()[0]


def test_what_cannot_be_told_any_more_is_told(capsys, monkeypatch):
    make(body="draw 255 had a cut-off of 463.")
    read_by(monkeypatch, lambda parts, record, on: [])
    status, printed = run(capsys)
    assert status == 0
    assert ": unclear: draw 255 had a cut-off of 463" in printed.splitlines()[0]


def test_a_text_that_cannot_be_read_fails(capsys, failing_reader):
    make()
    failing_reader()
    status, printed = run(capsys)
    assert status == 2
    assert "This text could not be read as a whole." in printed


def test_pinned_answers_that_the_record_has_moved_past_are_told_and_fail_nothing(capsys):
    article = make(body="Text.")
    entry = FaqEntry(
        question="Which?", answer="My words.", template="latest", pinned=True, computed="Something else."
    )
    save_article(article, entries=[entry])
    status, printed = run(capsys)
    assert status == 0
    first = printed.splitlines()[0]
    assert first.startswith(
        "A week of draws, the answer to “Which?”, 1:1: moved-past: Something else. (expected: "
    )
    assert FactCheck.objects.get().pinned == 1


def test_what_readers_get_by_themselves_later_is_read_too(capsys):
    make(title="Later", body="draw 255 had a cut-off of 463.", published_at=toronto(2090, 1, 1))
    correct()
    assert run(capsys)[0] == 1
