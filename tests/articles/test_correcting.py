"""Correction notes of articles: where readers find them, and who may touch them."""

from xml.etree import ElementTree

import pytest

from articles.models import ArticleCorrection
from articles.saving import save_article
from tests.factories import make_article, make_note, make_person, make_saved_article
from tests.html import Page

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
SAID = "The cut-off was 460."


@pytest.fixture
def story():
    return save_article(make_article("story", kind="news", title="A story", body="It was 463."))


def test_stands_under_the_article_and_with_all_corrections(client, story):
    note = make_note(story, published=True)
    page = Page(client.get(story.get_absolute_url()).text)
    assert f"This article said: {SAID} What is right: 463." in page.text
    assert "We got this wrong: A slip of the hand." in page.text
    listed = Page(client.get("/corrections/").text)
    assert f"This article said: {SAID}" in listed.text
    links = [link.get("href") for link in listed.all("a")]
    assert f"{story.get_absolute_url()}#correction-{note.pk}" in links


def test_is_in_the_feeds_of_corrections_and_of_news(client, story):
    make_note(story, published=True)
    feed = ElementTree.fromstring(client.get("/corrections/feed.atom").content)
    [entry] = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Article corrected: A story"
    assert f"This article said: “{SAID}” What is right: 463." in entry.findtext(f"{ATOM}summary")
    assert f"This article said: {SAID}" in client.get("/news/feed.json").json()["items"][0]["content_html"]


def test_is_told_to_machines(client, story):
    make_note(story, published=True)
    assert f"This article said: “{SAID}”" in client.get(story.get_absolute_url()).text


def test_of_the_newsroom_is_nowhere_but_in_a_preview(client, editor, story):
    make_note(story)
    assert SAID not in client.get(story.get_absolute_url()).text
    assert SAID not in client.get("/corrections/").text
    assert SAID in client.get(f"/admin/articles/article/{story.pk}/preview/").text


@pytest.mark.parametrize(
    "fields", [{"status": "withdrawn", "withdrawn_reason": "Wrong."}, {"status": "removed"}]
)
def test_goes_with_its_article(client, story, fields):
    make_note(story, published=True)
    type(story).objects.filter(pk=story.pk).update(**fields)
    assert not ArticleCorrection.objects.public().exists()
    assert SAID not in client.get("/corrections/").text


def test_an_article_costs_as_many_queries_with_notes_as_without(client, story, django_assert_max_num_queries):
    with django_assert_max_num_queries(9) as few:
        client.get(story.get_absolute_url())
    for _ in range(3):
        make_note(story, published=True)
    with django_assert_max_num_queries(len(few)):
        client.get(story.get_absolute_url())


class TestAdmin:
    def change(self, client, note, **fields):
        path = f"/admin/articles/articlecorrection/{note.pk}/change/"
        values = {"said": note.said, "right": note.right, "kind": note.kind, "reason": note.reason}
        return client.post(path, values | fields)

    def test_an_editor_words_a_note_until_it_is_published(self, client, story):
        client.force_login(make_person("Editor"))
        note = make_note(story)
        assert self.change(client, note, right="463 points").status_code == 302
        note.refresh_from_db()
        assert note.right == "463 points"
        ArticleCorrection.objects.update(is_published=True)
        assert self.change(client, note, right="464").status_code == 403
        assert client.post(f"/admin/articles/articlecorrection/{note.pk}/delete/").status_code == 403

    def test_a_writer_reads(self, client):
        client.force_login(make_person("Writer"))
        note = make_note(make_saved_article())
        assert client.get(f"/admin/articles/articlecorrection/{note.pk}/change/").status_code == 200
        assert self.change(client, note, right="464").status_code == 403

    def test_one_that_is_deleted_leaves_the_article_to_be_drafted_anew(self, client, story):
        client.force_login(make_person("Editor"))
        note = make_note(story)
        client.post(f"/admin/articles/articlecorrection/{note.pk}/delete/", {"post": "yes"})
        assert not ArticleCorrection.objects.exists()
