"""An article read against the record: parts, decisions, and failures that stand in nobody's way."""

from datetime import date
from threading import Event

import pytest

from articles.desk import running
from articles.desk.judging import judge
from articles.desk.parts import day_of, parts_of
from articles.desk.running import look, look_at, remember
from articles.facts.model import Format, Part, Status
from articles.models import ArticleCheck, FaqEntry
from tests.factories import make_article, make_image, make_person, toronto

pytestmark = pytest.mark.django_db
ON = date(2023, 7, 8)


def parts(text):
    return [Part("body", text)]


def test_parts_are_all_that_is_written():
    image = make_image(caption="The desk, with 35 chairs.")
    article = make_article(body=f"One.\r\n\r\n[[image {image.pk}]]", description="Plain.")
    entries = [
        FaqEntry(question="How many?", answer="Four."),
        FaqEntry(question="Lowest?", answer="463.", template="lowest-cutoff year=2023"),
        FaqEntry(question="Highest?", answer="511.", template="lowest-cutoff year=2023", pinned=True),
    ]
    found = {part.name: part for part in parts_of(article, entries)}
    assert list(found) == [
        *("title", "standfirst", "body", "description"),
        *("question-0", "answer-0", "question-2", "answer-2", f"caption-{image.pk}"),
    ]
    assert found["body"].source == f"One.\n\n[[image {image.pk}]]"
    assert (found["title"].format, found["answer-0"].format) == (Format.PLAIN, Format.MARKDOWN)
    assert found[f"caption-{image.pk}"].source == "The desk, with 35 chairs."


def test_its_day_is_that_of_its_figures_in_toronto():
    assert day_of(make_article(published_at=toronto(2023, 7, 8, 23))) == date(2023, 7, 8)
    # A guide speaks of today.
    assert day_of(make_article("g", kind="guide")) > date(2026, 1, 1)


def test_remarks_stand_in_the_order_of_the_text(engine):
    engine.contradicts("493", "463")
    engine.says("463", Status.AGREES)
    looked = look([Part("title", "At 463"), Part("body", "Was 493. Is 463.")], ON)
    assert [(remark.finding.part, remark.finding.claim) for remark in looked.remarks] == [
        ("title", "463"),
        ("body", "493"),
        ("body", "463"),
    ]
    assert [remark.sentence for remark in looked.contradictions] == ["Was 493."]
    assert looked.contradictions[0].message == "The record has 463."
    assert looked.counts == {Status.AGREES: 2, Status.CONTRADICTED: 1}
    assert engine.asked[0][1] == ON


def test_the_engine_is_asked_once_for_the_same_text_and_record(engine):
    look(parts("Text."), ON)
    look(parts("Text."), ON)
    assert len(engine.asked) == 1
    look(parts("Text."), date(2023, 7, 9))
    look(parts("Other text."), ON)
    assert len(engine.asked) == 3


def test_a_change_of_the_record_asks_anew(engine):
    look(parts("Text."), ON)
    make_article()
    look(parts("Text."), ON)
    from tests.factories import make_round

    make_round("449")
    look(parts("Text."), ON)
    assert len(engine.asked) == 2


def test_a_failure_is_an_answer(engine, caplog):
    engine.raises = RuntimeError("synthetic")
    looked = look(parts("Was 493."), ON)
    assert (looked.failure, looked.remarks, looked.contradictions) == ("error", (), [])
    assert "The fact desk failed." in caplog.text


def test_a_rule_that_fails_leaves_what_the_others_found(engine):
    engine.contradicts("493", "463")
    engine.is_whole = False
    looked = look(parts("Was 493."), ON)
    assert (looked.failure, len(looked.contradictions)) == ("error", 1)


def test_whoever_takes_too_long_is_not_waited_for(monkeypatch, engine, caplog):
    over = Event()
    monkeypatch.setattr(running, "DEADLINE", 0.05)
    monkeypatch.setattr(running, "ask", lambda *asked: over.wait(60))
    looked = look(parts("Was 493."), ON)
    over.set()
    assert (looked.failure, looked.remarks) == ("slow", ())
    assert "took more than" in caplog.text


def test_a_command_waits_longer(monkeypatch, engine):
    monkeypatch.setattr(running, "DEADLINE", 0.05)
    over = Event()
    monkeypatch.setattr(running, "ask", lambda *asked: over.wait(0.3) or running.Answer([], True))
    with running.unhurried():
        assert look(parts("Was 493."), ON).failure == ""
    assert look(parts("Was 463."), ON).failure == "slow"


def test_a_judged_claim_stands_in_nobodys_way(engine):
    engine.contradicts("35", "36")
    article = make_article(body="He is 35. They are 35.")
    first, second = look_at(article, []).contradictions
    judge(first, article, reason="This 35 is an age.", by=make_person("Writer", "ann", first_name="Ann"))
    looked = look_at(article, [])
    assert [remark.sentence for remark in looked.contradictions] == [second.sentence]
    assert [remark.judged and remark.judged.reason for remark in looked.remarks] == [
        "This 35 is an age.",
        None,
    ]
    assert looked.counts == {Status.CONTRADICTED: 1}
    # In another article the sentence may mean something else.
    assert len(look_at(make_article("other", body=article.body), []).contradictions) == 2


def test_what_was_said_last_is_remembered_of_an_article(engine):
    engine.contradicts("493", "463")
    article = make_article(body="Was 493.")
    article.version = 3
    remember(article, look_at(article, []))
    check = ArticleCheck.objects.get(article=article)
    assert (check.version, check.failure, check.counts) == (3, "", {"contradicted": 1})
    engine.raises = RuntimeError("synthetic")
    article.body = "Was 494."
    remember(article, look_at(article, []))
    check.refresh_from_db()
    assert (check.failure, check.counts) == ("error", {})
