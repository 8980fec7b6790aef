"""Every save is a revision; what readers have changes when it is published."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article, Author, FaqEntry, Tag
from articles.revisions import newest_state, state_of
from articles.saving import SavedMeanwhile, save_article
from tests.factories import make_article, make_editor

pytestmark = pytest.mark.django_db


def entry(question="Why?", answer="Because of [[round 447 link]].", **fields):
    return FaqEntry(question=question, answer=answer, **fields)


def make(**fields):
    return make_article("story", **{"kind": "news"} | fields)


def row(article):
    return Article.objects.get(pk=article.pk)


def write(article, **fields):
    for name, value in fields.items():
        setattr(article, name, value)
    return article


def test_a_first_save_is_revision_one_with_all_that_the_article_is():
    tag = Tag.objects.get(slug="trades")
    article = make(body="See [[round 447 cutoff]].")
    save_article(article, entries=[entry()], tags=[tag], by=make_editor("ada"), note="First state")
    [revision] = article.revisions.all()
    assert (revision.number, revision.note, revision.made_by.username) == (1, "First state", "ada")
    assert revision.content["body"] == "See [[round 447 cutoff]]."
    assert revision.content["tags"] == [tag.pk]
    assert [(q["question"], q["answer"]) for q in revision.content["questions"]] == [
        ("Why?", "Because of [[round 447 link]].")
    ]
    assert revision.content["references"] == ["round 447 cutoff", "round 447 link"]


def test_a_draft_is_always_as_it_was_last_saved():
    article = make(status="draft", published_at=None)
    save_article(write(article, title="One"), live=False)
    save_article(write(article, title="Two"), live=False)
    assert row(article).title == "Two"
    assert (row(article).version, row(article).live_version) == (2, 2)
    assert [revision.content["title"] for revision in article.revisions.all()] == ["Two", "One"]


def test_readers_of_a_public_article_keep_what_they_have_until_it_is_published():
    article = make(title="Old", body="Old text.")
    save_article(article, entries=[entry("Old?")], tags=[])
    before = row(article).updated_at
    tag = Tag.objects.get(slug="trades")
    changed = write(row(article), title="New", body="New text.")
    save_article(changed, entries=[entry("New?")], tags=[tag], live=False)
    public = row(article)
    assert (public.title, public.body, "Old text." in public.body_html) == ("Old", "Old text.", True)
    assert [q.question for q in public.faq_entries.all()] == ["Old?"]
    assert not public.tags.exists()
    assert (public.version, public.live_version, public.has_unseen_changes) == (2, 1, True)
    assert public.updated_at == before

    state = newest_state(row(article))
    assert (state.article.title, [q.question for q in state.entries], state.tags) == ("New", ["New?"], [tag])
    save_article(state.article, entries=state.entries, tags=state.tags)
    public = row(article)
    assert (public.title, public.has_unseen_changes) == ("New", False)
    assert [q.question for q in public.faq_entries.all()] == ["New?"]
    assert public.updated_at > before


def test_where_a_public_article_stands_changes_at_once():
    article = save_article(make(title="Old"))
    reason = "The figures were another week's."
    save_article(write(row(article), title="New", status="withdrawn", withdrawn_reason=reason), live=False)
    public = row(article)
    assert (public.title, public.status, public.withdrawn_reason) == ("Old", "withdrawn", reason)


def test_an_article_whose_minute_came_while_it_was_written_is_public_and_waits():
    """It was opened as scheduled, and is saved by the same form a minute after."""
    article = save_article(make(title="Old", published_at=timezone.now()))
    save_article(write(row(article), title="New"), live=False)
    assert row(article).title == "Old"


def test_whoever_began_with_an_older_state_is_told_and_nothing_is_saved():
    article = save_article(make())
    mine, theirs = row(article), row(article)
    save_article(write(theirs, title="Theirs"), seen=1)
    with pytest.raises(SavedMeanwhile) as error:
        save_article(write(mine, title="Mine"), seen=1)
    assert error.value.version == 2
    assert (row(article).title, article.revisions.count()) == ("Theirs", 2)


def test_what_is_wrong_makes_no_revision():
    article = save_article(make())
    with pytest.raises(ValidationError):
        save_article(write(row(article), body="[[round 999 cutoff]]"), live=False)
    with pytest.raises(ValidationError):
        save_article(row(article), entries=[entry(answer="[[round 999 cutoff]]")], live=False)
    assert (row(article).version, article.revisions.count()) == (1, 1)


def test_people_who_go_leave_their_work():
    ada = make_editor("ada")
    article = save_article(make(owner=ada), by=ada)
    Author.objects.filter(pk=article.author_id).update(user=ada)
    get_user_model().objects.get(pk=ada.pk).delete()
    kept = row(article)
    assert (kept.owner, kept.author.user, kept.revisions.get().made_by) == (None, None, None)
    assert kept.revisions.get().made_by_name == "ada"


def test_a_state_is_read_without_the_tags_and_authors_that_are_gone():
    tag = Tag.objects.create(name_en="Passing", slug="passing")
    other = Author.objects.create(name="Gone", slug="gone")
    article = save_article(make(author=other), tags=[tag])
    save_article(write(row(article), author=Author.objects.get(slug="eedraws-desk")), tags=[])
    other.delete()
    tag.delete()
    state = state_of(article.revisions.get(number=1), row(article))
    assert (state.article.author.slug, state.tags) == ("eedraws-desk", [])


def test_days_and_moments_come_back_as_they_were():
    article = make(kind="roundup", week_start="2026-10-01")
    article.record_at = moment = timezone.now()
    save_article(article)
    state = state_of(article.revisions.get(), row(article))
    assert state.article.week_start.isoformat() == "2026-09-28"
    assert abs((state.article.record_at - moment).total_seconds()) < 0.001
