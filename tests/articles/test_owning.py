"""Whose article it is: what a writer may do with their own, with others', and with what readers have."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Author, FaqEntry
from tests.articles.test_admin import ADD, errors, posted
from tests.factories import make_article, make_person, toronto

pytestmark = pytest.mark.django_db

DRAFT = {"status": "draft", "published_at": None}


@pytest.fixture
def writer(client):
    writer = make_person("Writer")
    client.force_login(writer)
    return writer


@pytest.fixture
def other(db):
    return make_person("Writer", "ann", first_name="Ann", last_name="<b>Lee</b>")


def page(article, name="change"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def sent(article, **fields):
    """What a writer's browser sends for an article: no time, no reason, no hands."""
    values = posted(
        status=article.status, slug=article.slug, seen=article.version, title="Written again", body="New"
    )
    for name in ("published_at", "withdrawn_reason"):
        del values[name]
    return values | fields


def row(article):
    return Article.objects.filter(pk=article.pk).values().get()


class TestAWriter:
    def test_begins_a_draft_which_is_in_their_hands_and_bears_their_name(self, client, writer):
        author = Author.objects.create(name="W. Riter", slug="w", user=writer)
        form = client.get(ADD).context["adminform"].form
        assert form["author"].value() == author.pk
        assert [value for value, label in form.fields["status"].choices] == ["draft", "in-review"]
        assert not {"published_at", "withdrawn_reason", "owner"} & set(form.fields)
        fields = posted([{"question": "Why?", "answer": "So."}], status="draft", published_at="")
        assert client.post(ADD, fields).status_code == 302
        article = Article.objects.get(slug="trades-again")
        assert (article.owner, article.status, article.published_at) == (writer, "draft", None)
        assert article.faq_entries.get().question == "Why?"

    def test_changes_a_draft_of_their_own_with_its_questions_and_sends_it_to_review(self, client, writer):
        article = make_article("own", owner=writer, **DRAFT)
        FaqEntry.objects.create(article=article, question="Old?", answer="Yes.")
        entries = [{"question": "New?", "answer": "Yes."}]
        fields = sent(article, status="in-review") | {
            key: value for key, value in posted(entries).items() if key.startswith("faq")
        }
        assert client.post(page(article), fields).status_code == 302
        article.refresh_from_db()
        assert (article.title, article.status, article.owner) == ("Written again", "in-review", writer)
        assert client.get(page(article)).context["adminform"].form.fields

    @pytest.mark.parametrize("status", ["ready", "withdrawn", "removed"])
    def test_cannot_publish_or_withdraw(self, client, writer, status):
        article = make_article("own", owner=writer, **DRAFT)
        before = row(article)
        fields = sent(article, status=status, published_at="2026-10-02T09:00:00", withdrawn_reason="x")
        response = client.post(page(article), fields)
        assert "are for editors" in errors(response)["status"]
        assert row(article) == before
        response = client.post(ADD, posted(status=status))
        assert "are for editors" in errors(response)["status"]
        assert not Article.objects.filter(slug="trades-again").exists()

    def test_moves_neither_the_time_nor_the_hands(self, client, writer, other):
        article = make_article("own", owner=writer, **DRAFT)
        fields = sent(article, published_at="2026-10-02T09:00:00", owner=other.pk, _publish="")
        assert client.post(page(article), fields).status_code == 302
        article.refresh_from_db()
        assert (article.title, article.published_at, article.owner) == ("Written again", None, writer)

    @pytest.mark.parametrize("hands", ["ann", None])
    def test_reads_what_is_in_other_hands_and_changes_nothing(self, client, writer, other, hands):
        article = make_article("others", owner=other if hands else None, **DRAFT)
        before = row(article)
        html = client.get(page(article)).text
        assert "You can read this article." in html
        assert ("in the hands of Ann &lt;b&gt;Lee&lt;/b&gt;" in html) == bool(hands)
        assert "<b>Lee</b>" not in html
        assert 'name="_save"' not in html
        assert 'name="title"' not in html
        assert client.get(page(article, "preview")).status_code == 200
        for name in ("change", "delete"):
            answer = client.post(page(article, name), sent(article, owner=writer.pk, post="yes"))
            assert answer.status_code == 403
        assert row(article) == before

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"published_at": timezone.now() + timedelta(days=2)},
            {"status": "withdrawn", "withdrawn_reason": "Wrong."},
        ],
        ids=["published", "scheduled", "withdrawn"],
    )
    def test_leaves_their_own_to_editors_from_when_it_is_ready(self, client, writer, fields):
        article = make_article("own", owner=writer, **fields)
        before = row(article)
        assert "An editor changes it." in client.get(page(article)).text
        for name in ("change", "delete"):
            answer = client.post(page(article, name), sent(article, status="draft", post="yes", _publish=""))
            assert answer.status_code == 403
        assert row(article) == before

    def test_deletes_a_draft_of_their_own_with_its_questions(self, client, writer):
        article = make_article("own", owner=writer, **DRAFT)
        FaqEntry.objects.create(article=article, question="Why?", answer="So.")
        assert client.post(page(article, "delete"), {"post": "yes"}).status_code == 302
        assert not Article.objects.filter(pk=article.pk).exists()

    def test_deletes_nothing_of_others_from_the_list(self, client, writer, other):
        own, others = make_article("own", owner=writer, **DRAFT), make_article("theirs", owner=other, **DRAFT)
        fields = {"action": "delete_selected", "_selected_action": [own.pk, others.pk], "post": "yes"}
        assert client.post("/admin/articles/article/", fields).status_code == 403
        assert Article.objects.filter(pk__in=[own.pk, others.pk]).count() == 2

    def test_finds_what_is_in_whose_hands(self, client, writer, other):
        make_article("mine", title="Mine alone", owner=writer, **DRAFT)
        make_article("theirs", title="Theirs alone", owner=other, **DRAFT)
        for hands, there, not_there in (
            ("mine", "Mine alone", "Theirs alone"),
            ("others", "Theirs alone", "Mine alone"),
            ("nobody", "No title", "Mine alone"),
        ):
            make_article(f"nobodys-{hands}", title="No title", **DRAFT)
            html = client.get(f"/admin/articles/article/?hands={hands}&state=draft").text
            assert there in html
            assert not_there not in html

    def test_does_not_touch_questions_of_the_whole_site(self, client, writer):
        question = {"question": "A?", "answer": "B.", "order": 10}
        assert client.post("/admin/articles/faqentry/add/", question).status_code == 403
        assert not FaqEntry.objects.filter(question="A?").exists()


class TestAnEditor:
    @pytest.fixture(autouse=True)
    def editor(self, client):
        editor = make_person("Editor")
        client.force_login(editor)
        return editor

    def test_publishes_and_withdraws_what_a_writer_wrote(self, client, other):
        article = make_article("theirs", owner=other, **DRAFT)
        fields = posted(slug="theirs", seen=0, owner=other.pk)
        assert client.post(page(article), fields).status_code == 302
        article.refresh_from_db()
        assert (article.status, article.published_at) == ("ready", toronto(2026, 10, 2, 9))
        assert article.owner == other
        fields |= {"status": "withdrawn", "withdrawn_reason": "Wrong.", "seen": 1}
        assert client.post(page(article), fields).status_code == 302
        article.refresh_from_db()
        assert article.status == "withdrawn"

    def test_gives_an_article_to_somebody_who_works_here(self, client, editor, other):
        article = make_article("nobodys", **DRAFT)
        gone = make_person("Writer", "gone", is_active=False)
        fields = sent(article, published_at="", withdrawn_reason="")
        response = client.post(page(article), fields | {"owner": gone.pk})
        assert "has left the newsroom" in errors(response)["owner"]
        assert client.post(page(article), fields | {"owner": other.pk}).status_code == 302
        article.refresh_from_db()
        assert article.owner == other

    def test_deletes_a_draft_of_anybodys_and_nothing_that_readers_have(self, client, other):
        for article, code in (
            (make_article("theirs", owner=other, **DRAFT), 302),
            (make_article("public", owner=other), 403),
        ):
            assert client.post(page(article, "delete"), {"post": "yes"}).status_code == code


def test_publishing_changes_is_for_those_who_may_publish(client):
    """Somebody may change what readers have without giving it to them."""
    person = make_person("Editor")
    person.groups.get().permissions.remove(
        person.groups.get().permissions.get(codename="publish_article"),
    )
    client.force_login(person)
    article = make_article("public", body="As readers know it", week_start=toronto(2026, 9, 28).date())
    form = client.get(page(article)).context["adminform"].form
    assert [value for value, label in form.fields["status"].choices] == ["ready"]
    assert client.post(page(article), sent(article, _publish="")).status_code == 302
    article.refresh_from_db()
    assert (article.body, article.has_unseen_changes) == ("As readers know it", True)
