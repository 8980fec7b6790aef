"""The history of an article in the newsroom: seen, compared, brought back."""

import pytest
from django.urls import reverse

from articles.models import Article, FaqEntry
from articles.saving import save_article
from tests.factories import make_article, make_editor
from tests.html import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("editor")]


def url(name, *args):
    return reverse(f"admin:articles_article_{name}", args=args)


@pytest.fixture
def article():
    """A public article of three states, of which readers have the second."""
    article = make_article("story", kind="news", title="One", body="First text.")
    save_article(article, entries=[FaqEntry(question="Old?", answer="Old.")], note="As it came")
    article.title, article.body = "Two", "Second text."
    save_article(article, entries=[FaqEntry(question="New?", answer="New.")])
    article.title = "Three"
    return save_article(article, live=False)


def test_history_lists_every_state_and_says_which_one_readers_get(client, article):
    text = Page(client.get(url("history", article.pk)).text).text
    assert text.index("Revision 3") < text.index("Revision 2") < text.index("Revision 1")
    assert "Revision 1 : As it came" in text or "Revision 1: As it came" in text
    before, _, after = text.partition("What readers get")
    assert "Revision 2" in before
    assert "Revision 1" not in before
    assert "Revision 1" in after


def test_an_article_that_the_newsroom_never_saved_has_no_states_yet(client):
    article = make_article("loaded")
    assert "Nothing has been saved in the newsroom yet" in client.get(url("history", article.pk)).text


def test_two_states_are_compared_field_by_field(client, article):
    html = client.get(url("compare", article.pk), {"from": 1, "to": 2}).text
    assert "<del>First</del>" in html
    assert "<ins>Second</ins>" in html
    assert "<del>One</del>" in html
    assert "Questions and answers" in html
    assert "<del>Old?</del>" in html
    assert "Description" not in html


def test_the_older_state_stands_first_whichever_way_it_is_asked_and_the_last_two_without_a_question(
    client, article
):
    ways = [client.get(url("compare", article.pk), {"from": a, "to": b}).text for a, b in ((1, 2), (2, 1))]
    assert Page(ways[0]).text == Page(ways[1]).text
    assert "<ins>Three</ins>" in client.get(url("compare", article.pk)).text


@pytest.mark.parametrize("numbers", [{"from": 1, "to": 99}, {"from": 98, "to": 99}])
def test_a_state_that_there_is_not_cannot_be_compared(client, article, numbers):
    assert client.get(url("compare", article.pk), numbers).status_code == 404


@pytest.mark.parametrize("numbers", [{"from": "x", "to": ""}, {"from": "9" * 500}, {"from": "-1", "to": "0"}])
def test_nonsense_is_no_error(client, article, numbers):
    assert client.get(url("compare", article.pk), numbers).status_code in (200, 404)


def test_a_state_is_shown_as_the_page_that_it_would_be(client, article):
    response = client.get(url("revision", article.pk, 1))
    assert "First text." in response.text
    assert "Revision 1, saved" in response.text
    assert "no-store" in response["Cache-Control"]
    assert Article.objects.get(pk=article.pk).title == "Two"


def test_bringing_one_back_makes_a_new_state_that_readers_get_when_it_is_published(client, article):
    response = client.post(url("restore", article.pk, 1), {"seen": 3}, follow=True)
    assert "Revision 1 is the newest state again." in response.text
    revision = article.revisions.first()
    assert (revision.number, revision.restored_from, revision.content["title"]) == (4, 1, "One")
    assert [entry["question"] for entry in revision.content["questions"]] == ["Old?"]
    assert Article.objects.get(pk=article.pk).title == "Two"
    form = client.get(url("change", article.pk)).text
    assert 'value="One"' in form
    assert "First text." in form
    assert "Old?" in form


def test_what_was_saved_meanwhile_is_not_set_aside_unseen(client, article):
    response = client.post(url("restore", article.pk, 1), {"seen": 2}, follow=True)
    assert "saved again meanwhile" in response.text
    assert article.revisions.count() == 3


def test_a_state_that_is_wrong_by_now_says_why_it_stays_where_it_is(client, article):
    revision = article.revisions.get(number=1)
    revision.content["body"] = "[[round 999 cutoff]]"
    revision.save()
    response = client.post(url("restore", article.pk, 1), {"seen": 3}, follow=True)
    assert "cannot be brought back as it is" in response.text
    assert article.revisions.count() == 3


def test_the_address_that_readers_have_stays(client, article):
    revision = article.revisions.get(number=1)
    revision.content |= {"slug": "another", "kind": "guide"}
    revision.save()
    client.post(url("restore", article.pk, 1), {"seen": 3})
    newest = article.revisions.first().content
    assert (newest["slug"], newest["kind"]) == ("story", "news")


def test_only_a_form_brings_back(client, article):
    assert client.get(url("restore", article.pk, 1)).status_code == 405


@pytest.mark.parametrize("name", ["history", "compare", "revision", "restore"])
def test_the_history_is_the_newsrooms(client, article, name):
    args = [article.pk, 1] if name in ("revision", "restore") else [article.pk]
    ask = client.post if name == "restore" else client.get
    client.logout()
    assert ask(url(name, *args)).status_code == 302
    client.force_login(make_editor("other", "draws"))
    assert ask(url(name, *args)).status_code == 403
    client.force_login(make_editor("third"))
    assert ask(url(name, *[999_999, *args[1:]])).status_code in (302, 404)
