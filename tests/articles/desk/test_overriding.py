"""Publication is stopped by a contradiction on every road, and goes on with a reason, which is kept."""

import pytest
from django.core.exceptions import ValidationError

from articles.desk.overriding import Contradicted
from articles.drafting.making import make_flash
from articles.models import Article, FaqEntry, Override
from articles.saving import save_article
from draws.models import Round
from tests.factories import make_article, make_editor, toronto

pytestmark = pytest.mark.django_db
WRONG = "The cut-off was 493."


@pytest.fixture(autouse=True)
def wrong(engine):
    engine.contradicts("493", "463")
    return engine


def make(slug="story", **fields):
    return make_article(slug, kind="news", **fields)


@pytest.mark.parametrize("at", [toronto(2026, 10, 2, 9), toronto(2090, 1, 1, 9)], ids=["now", "scheduled"])
def test_what_readers_would_get_is_stopped(at):
    article = make(body="Text.", published_at=at, status="draft")
    article.body, article.status = WRONG, "ready"
    with pytest.raises(
        Contradicted, match="Not published: 1 claim contradicts the record. “493”: The record has 463."
    ):
        save_article(article)
    article.refresh_from_db()
    assert (article.status, article.version) == ("draft", 0)
    assert not Override.objects.exists()


def test_an_answer_stops_it_too():
    article = make(status="draft")
    article.status = "ready"
    with pytest.raises(Contradicted):
        save_article(article, entries=[FaqEntry(question="The cut-off?", answer="493.")])


def test_a_draft_and_a_revision_that_readers_do_not_get_are_saved():
    draft = make("draft", status="draft", body=WRONG)
    assert save_article(draft).fact_check.counts == {"contradicted": 1}
    public = save_article(make(body="Text."))
    public.body = WRONG
    save_article(public, live=False)
    assert public.fact_check.counts == {"contradicted": 1}
    with pytest.raises(Contradicted):
        save_article(public, live=True)


def test_a_scheduled_article_that_is_changed_is_stopped():
    later = save_article(make(published_at=toronto(2090, 1, 1, 9)))
    later.body = WRONG
    with pytest.raises(Contradicted):
        save_article(later, live=False)


def test_what_comes_back_from_a_withdrawal_is_read_again(engine):
    article = save_article(make(body="At 494."))
    article.status, article.withdrawn_reason = "withdrawn", "Wrong."
    save_article(article, live=False)
    engine.contradicts("494", "463")
    article.status = "ready"
    with pytest.raises(Contradicted):
        save_article(article, live=False)


def test_a_withdrawn_article_is_nobodys_reading():
    article = save_article(make(body="Text."))
    article.body, article.status, article.withdrawn_reason = WRONG, "withdrawn", "Wrong."
    save_article(article)


def test_a_flash_is_stopped(engine):
    draw = Round.objects.get(number="447")
    engine.contradicts("3,500", "3,400")
    engine.contradicts("trades", "cooks")
    with pytest.raises(ValidationError, match="contradict"):
        make_flash(draw, make_editor(), publish=True)
    assert not Article.objects.filter(flash_of=draw).exists()
    article, _made = make_flash(draw, make_editor("ben"), publish=False)
    assert article.status == "draft"


def test_with_a_reason_it_is_published_and_the_reason_kept():
    editor = make_editor()
    article = make(body=WRONG, status="draft")
    article.status = "ready"
    save_article(article, despite="IRCC  corrected itself today.", by=editor, note="First.")
    kept = Override.objects.get(article=article)
    assert (kept.version, kept.reason, kept.made_by) == (1, "IRCC corrected itself today.", editor)
    assert [(one["claim"], one["sentence"], one["message"]) for one in kept.findings] == [
        ("493", WRONG, "The record has 463.")
    ]
    assert kept.findings[0]["rows"] == [{"kind": "round", "key": "255", "address": "/draws/255/"}]
    note = article.revisions.get(number=1).note
    assert note == "Published although the fact desk was against it: IRCC corrected itself today. First."


def test_a_long_reason_does_not_burst_the_history():
    article = make(body=WRONG)
    save_article(article, despite="x" * 200, note="y" * 200)
    assert len(article.revisions.get().note) == 200


def test_the_same_claim_needs_no_second_reason_and_another_does():
    article = make(body=WRONG)
    save_article(article, despite="IRCC corrected itself today.")
    article.body = f"{WRONG} More."
    save_article(article)
    assert Override.objects.count() == 1
    article.body = "Of 493 there is more to say."
    with pytest.raises(Contradicted):
        save_article(article)


def test_a_reason_without_a_contradiction_is_not_kept():
    article = save_article(make(body="Text."), despite="For nothing.", note="A note.")
    assert not Override.objects.exists()
    assert article.revisions.get().note == "A note."


def test_a_desk_that_fails_stops_nothing_and_is_remembered(engine):
    engine.raises = RuntimeError("synthetic")
    article = save_article(make(body=WRONG))
    assert (article.fact_check.failure, article.fact_check.counts) == ("error", {})
