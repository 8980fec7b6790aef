"""A correction drafted: the text changed where the record says so, and a note that readers get with it."""

import pytest
from django.core.exceptions import ValidationError

from articles.desk.mending import draft_correction
from articles.desk.rechecking import recheck_all
from articles.models import Article, ArticleCorrection, FaqEntry
from articles.revisions import newest_state
from articles.saving import SavedMeanwhile, save_article
from tests.articles.desk.test_rechecking import ROWS, correct
from tests.articles.desk.test_remembering import claims, make
from tests.factories import make_editor, toronto

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_reader")]

KIND = {"kind": "ircc", "reason": "IRCC's page gave 463 at first."}
LINKED = "In [[round 255 link]] of **healthcare**, draw 255 had a cut-off of 463, says [IRCC](/draws/)."


def moved(body=LINKED, **fields):
    article = make(body=body, **fields)
    correct()
    recheck_all(ROWS)
    return Article.objects.get(pk=article.pk)


def newest(article):
    return newest_state(Article.objects.get(pk=article.pk))


def test_the_newest_state_says_what_is_right_and_readers_keep_what_they_have():
    article = moved()
    drafted = draft_correction(article, **KIND, by=make_editor())
    assert (drafted.replaced, drafted.left) == (1, [])
    assert newest(article).article.body == LINKED.replace("463", "464")
    row = Article.objects.get(pk=article.pk)
    assert (row.body, row.has_unseen_changes) == (LINKED, True)


def test_the_note_is_in_plain_words_and_nobodys_but_the_newsrooms():
    article = moved()
    draft_correction(article, **KIND, by=make_editor())
    note = article.corrections.get()
    assert note.said == "In draw 255 of healthcare, draw 255 had a cut-off of 463, says IRCC."
    assert (note.right, note.kind, note.reason) == ("464", "ircc", KIND["reason"])
    assert not ArticleCorrection.objects.public().exists()


def test_the_note_is_published_with_the_change():
    article = moved()
    draft_correction(article, **KIND, by=make_editor())
    state = newest(article)
    save_article(state.article, entries=state.entries, tags=state.tags)
    [note] = ArticleCorrection.objects.public()
    assert note.made_at >= Article.objects.get(pk=article.pk).updated_at.replace(microsecond=0)
    assert {claim.standing for claim in claims(article=article)} == {"agrees"}


def test_a_note_waits_while_the_text_still_says_it():
    article = moved()
    draft_correction(article, **KIND, by=make_editor())
    old = Article.objects.get(pk=article.pk)
    save_article(old, despite="Not yet.")
    assert not ArticleCorrection.objects.public().exists()
    assert article.corrections.drafts().exists()


def test_two_values_in_one_sentence_make_one_note():
    article = moved("Now draw 255 had a cut-off of 463, and draw 255 had a cut-off of **463**, again.")
    drafted = draft_correction(article, **KIND, by=None)
    assert drafted.replaced == 2
    assert newest(article).article.body.count("464") == 2
    assert article.corrections.get().right == "464"


def test_answers_and_headlines_are_mended_too():
    article = make("told", body="Text.", title="Why draw 255 had a cut-off of 463")
    answer = FaqEntry(question="What?", answer="Here draw 255 had a cut-off of 463.")
    save_article(article, entries=[answer])
    correct()
    recheck_all(ROWS)
    draft_correction(Article.objects.get(pk=article.pk), **KIND, by=None)
    state = newest(article)
    assert state.article.title == "Why draw 255 had a cut-off of 464"
    assert state.entries[0].answer == "Here draw 255 had a cut-off of 464."
    assert article.corrections.count() == 2


def test_what_the_newsroom_has_changed_since_is_found_where_it_stands():
    article = moved()
    article.body = f"A new beginning.\n\n{LINKED}"
    save_article(article, live=False)
    draft_correction(Article.objects.get(pk=article.pk), **KIND, by=None)
    assert newest(article).article.body == f"A new beginning.\n\n{LINKED.replace('463', '464')}"


def test_what_cannot_be_replaced_is_left_to_an_editor():
    article = moved()
    article.body = "Somebody wrote it anew: draw 255 had a cut-off of 463."
    save_article(article, live=False)
    drafted = draft_correction(Article.objects.get(pk=article.pk), **KIND, by=None)
    assert (drafted.replaced, [claim.words for claim in drafted.left]) == (0, ["463"])


def test_nothing_is_drafted_twice_or_without_cause_or_reason():
    article = make()
    with pytest.raises(ValidationError, match="contradicts nothing"):
        draft_correction(article, **KIND, by=None)
    article = moved(slug="second")
    with pytest.raises(ValidationError):
        draft_correction(article, kind="ircc", reason="", by=None)
    assert (newest(article).article.body, article.corrections.count()) == (LINKED, 0)
    article = Article.objects.get(pk=article.pk)
    draft_correction(article, **KIND, by=None)
    with pytest.raises(ValidationError, match="drafted already"):
        draft_correction(Article.objects.get(pk=article.pk), **KIND, by=None)


def test_nothing_is_written_over_what_somebody_saved_meanwhile():
    article = moved()
    save_article(Article.objects.get(pk=article.pk), live=False, despite="")
    with pytest.raises(SavedMeanwhile):
        draft_correction(article, **KIND, by=None)
    assert not article.corrections.exists()


def test_an_article_that_nobody_has_seen_is_changed_without_a_note():
    article = moved("Soon told: draw 255 had a cut-off of 463.", published_at=toronto(2090, 1, 1))
    drafted = draft_correction(article, **KIND, by=None)
    assert (drafted.notes, drafted.replaced) == ([], 1)
    assert Article.objects.get(pk=article.pk).body.endswith("464.")
    assert not article.stated_claims.wrong().exists()


def test_only_the_claims_that_are_named_are_corrected_for_this_reason():
    article = moved("Then draw 255 had a cut-off of 463.\n\nAnd draw 256 had a cut-off of 439.")
    correct("256", 440)
    recheck_all([("round", "256")])
    article = Article.objects.get(pk=article.pk)
    keys = [claim.pk for claim in article.stated_claims.wrong().filter(rows__key="256")]
    draft_correction(article, **KIND, by=None, keys=keys)
    assert newest(article).article.body.endswith("And draw 256 had a cut-off of 440.")
    assert "draw 255 had a cut-off of 463" in newest(article).article.body
    assert article.corrections.count() == 1
