"""What readers are told is remembered with the rows that it rests on."""

import pytest

from articles.models import Article, FaqEntry, StatedClaim
from articles.saving import save_article, save_entry
from tests.factories import make_article, toronto

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_reader")]

BODY = "Before. Then draw 255 had a cut-off of 463 points. And draw 256 had a cut-off of 439."


def make(slug="told", body=BODY, **fields):
    fields = {"kind": "news", "published_at": toronto(2023, 7, 8)} | fields
    return save_article(make_article(slug, body=body, **fields))


def claims(**fields):
    return list(StatedClaim.objects.filter(**fields).order_by("pk"))


def test_a_published_claim_that_agrees_is_kept_with_its_place_and_rows():
    article = make()
    first, second = claims(article=article)
    assert (first.part, first.version, first.standing) == ("body", 1, "agrees")
    assert first.sentence == "Then draw 255 had a cut-off of 463 points."
    assert first.pieces == ("Then draw 255 had a cut-off of ", "463", " points.")
    assert article.body[first.start : first.end] == "463"
    assert [(row.kind, row.key) for row in second.rows.all()] == [("round", "256")]


def test_which_articles_rest_on_a_draw_is_one_query(django_assert_num_queries):
    make()
    make("other", body="draw 253 had a cut-off of 511")
    with django_assert_num_queries(1):
        found = StatedClaim.objects.resting_on([("round", "255"), ("round", "9")]).for_readers()
        assert list(found.values_list("article__slug", flat=True)) == ["told"]


def test_a_claim_in_an_answer_of_an_article_is_the_articles():
    article = make(body="Text.")
    save_article(article, entries=[FaqEntry(question="What?", answer="draw 255 had a cut-off of 463.")])
    assert [claim.part for claim in claims(article=article)] == ["answer-0"]


def test_what_readers_do_not_get_is_not_remembered():
    draft = make("draft", status="draft", published_at=None)
    assert claims(article=draft) == []
    public = make()
    public.body = "Nothing is said."
    save_article(public, live=False)
    assert len(claims(article=public)) == 2
    save_article(public)
    assert claims(article=public) == []


def test_a_scheduled_article_is_remembered_since_readers_get_it_by_themselves():
    later = make("later", published_at=toronto(2090, 1, 1), kind="guide")
    assert StatedClaim.objects.for_readers().filter(article=later).count() == 2


def test_a_withdrawn_article_tells_nothing():
    article = make()
    article.status, article.withdrawn_reason = Article.Status.WITHDRAWN, "It was wrong."
    save_article(article, live=False)
    assert not StatedClaim.objects.for_readers().filter(article=article).exists()


def test_what_an_editor_let_stand_is_kept_as_such():
    article = make_article("despite", kind="news", body="draw 255 had a cut-off of 460.")
    save_article(article, despite="IRCC's page says so.")
    assert [claim.standing for claim in claims(article=article)] == ["let-stand"]
    assert not StatedClaim.objects.wrong().exists()


def test_a_claim_about_a_draw_to_come_is_kept_too():
    article = make(body="draw 999 had a cut-off of 500.")
    [claim] = claims(article=article)
    assert (claim.standing, claim.rows.get().key) == ("not-in-record", "999")


def test_an_answer_of_the_whole_site_is_remembered_whenever_it_is_saved():
    entry = save_entry(FaqEntry(question="What?", answer="draw 255 had a cut-off of 463."))
    [claim] = claims(faq_entry=entry)
    assert (claim.part, claim.version, claim.owner) == ("answer-0", 0, entry)
    entry.answer = "Nothing."
    save_entry(entry)
    assert claims(faq_entry=entry) == []


def test_where_the_desk_fails_the_old_claims_are_dropped_and_it_is_noted(failing_reader):
    article = make()
    failing_reader()
    article.body += " More."
    save_article(article)
    assert claims(article=article) == []
    article.fact_check.refresh_from_db()
    assert article.fact_check.failure == "error"


def test_a_live_reference_follows_and_is_remembered_only_where_it_is_of_another_draw():
    body = "draw 255 had a cut-off of [[round 255 cutoff]]; draw 256 had a cut-off of [[round 255 cutoff]]."
    article = make_article("live", kind="news", body=body)
    save_article(article, despite="It says so.")
    assert [(claim.words, claim.standing) for claim in claims(article=article)] == [
        ("[[round 255 cutoff]]", "let-stand")
    ]
    assert claims(article=article)[0].claim.startswith("draw 256")
