"""Two editors at one article: the second has both texts, and nothing is lost."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client

from articles.models import Article, FaqEntry, Tag
from articles.saving import save_article
from tests.articles.editing import change_url, opened
from tests.factories import make_article, make_editor
from tests.html import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return save_article(make_article("story", kind="news", title="A week", body="One line.\r\n\r\nAnother."))


def values(response):
    form = response.context["adminform"].form
    return {name: form[name].value() for name in form.fields}


def test_the_second_to_save_is_told_who_was_first_and_keeps_what_was_typed(client, editor, article):
    mine = opened(article, body="One line.\r\n\r\nMine.")
    ada = make_editor("ada")
    article.body = "One line.\r\n\r\nTheirs."
    save_article(article, by=ada)
    response = client.post(change_url(article), mine)
    assert response.status_code == 409
    assert "ada saved this article while you were writing." in response.text
    assert values(response)["body"] == "One line.\r\n\r\nMine."
    assert "<del>Theirs.</del>" in response.text
    assert "<ins>Mine.</ins>" in response.text
    assert "Text: changed by both; yours is in the form" in Page(response.text).text
    assert Article.objects.get(pk=article.pk).body == "One line.\r\n\r\nTheirs."


def test_after_a_look_the_second_may_save_over_the_first_and_both_are_kept(client, editor, article):
    mine = opened(article, title="Mine", _publish="")
    article.title = "Theirs"
    save_article(article)
    response = client.post(change_url(article), mine)
    again = mine | {"seen": values(response)["seen"]}
    assert client.post(change_url(article), again).status_code == 302
    assert Article.objects.get(pk=article.pk).title == "Mine"
    assert [revision.content["title"] for revision in article.revisions.all()] == ["Mine", "Theirs", "A week"]


def test_what_only_the_other_changed_is_taken_into_the_form(client, editor, article):
    mine = opened(article, body="Mine.")
    tag = Tag.objects.get(slug="trades")
    article.title, article.review_by = "Theirs", "2026-12-24"
    save_article(article, tags=[tag])
    response = client.post(change_url(article), mine)
    form = values(response)
    assert (form["title"], form["body"], form["tags"]) == ("Theirs", "Mine.", [tag.pk])
    assert form["review_by"] == "2026-12-24"
    assert "changed by them, and taken into the form" in response.text
    assert "changed by you; yours is in the form" in response.text


def test_where_it_stands_is_as_the_other_left_it(client, editor):
    draft = save_article(make_article("later", kind="news", status="draft", published_at=None))
    mine = opened(draft, title="Mine")
    other = Article.objects.get(pk=draft.pk)
    other.status, other.published_at = "ready", "2099-01-01T12:00:00Z"
    save_article(other)
    form = values(client.post(change_url(draft), mine))
    assert form["status"] == "ready"
    assert form["published_at"].text == "2099-01-01T07:00:00"


def test_the_questions_of_the_other_are_shown_and_the_form_keeps_its_own(client, editor, article):
    mine = opened(article, **{"faq_entries-0-question": "Mine?", "faq_entries-0-answer": "Yes."})
    save_article(article, entries=[FaqEntry(question="Theirs?", answer="No.")])
    response = client.post(change_url(article), mine)
    assert "Theirs?" in response.text
    assert 'value="Mine?"' in response.text


def test_a_form_without_its_number_is_not_trusted(client, editor, article):
    sent = opened(article, title="Mine")
    del sent["seen"]
    assert client.post(change_url(article), sent).status_code == 409


@pytest.mark.parametrize("seen", ["", "x", "-1", "99", "9" * 400])
def test_nonsense_for_a_number_is_a_conflict_and_no_error(client, editor, article, seen):
    response = client.post(change_url(article), opened(article, title="Mine", seen=seen))
    assert response.status_code == 409
    assert values(response)["title"] == "Mine"
    assert Article.objects.get(pk=article.pk).title == "A week"


def test_a_row_without_a_revision_has_none_to_show(client, editor):
    article = make_article("loaded", kind="news")
    response = client.post(change_url(article), opened(article, title="Mine", seen=7))
    assert response.status_code == 409
    assert "Somebody saved this article" in response.text


@pytest.mark.thorough
@pytest.mark.django_db(transaction=True)
def test_of_twenty_who_save_at_once_one_wins_each_version():
    article = save_article(make_article("story", kind="news", title="A week"))
    clients = []
    for number in range(20):
        client = Client()
        client.force_login(make_editor(f"editor-{number}"))
        clients.append(client)
    for version in (1, 2):
        article.refresh_from_db()
        gate = Barrier(len(clients))
        statuses = []

        def save(number, client, article=article, gate=gate, statuses=statuses):
            sent = opened(article, title=f"By {number}", _publish="")
            gate.wait()
            statuses.append(client.post(change_url(article), sent).status_code)
            connection.close()

        threads = [Thread(target=save, args=[number, client]) for number, client in enumerate(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(statuses) == [302] + [409] * 19
        assert article.revisions.count() == version + 1
