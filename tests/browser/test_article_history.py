"""Editors at one article: nothing is overwritten, readers wait for what is published, an old state comes back."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from articles.saving import save_article
from tests.articles.editing import change_url
from tests.browser.axe import violations
from tests.browser.layout import CASES, overflows
from tests.browser.test_enter_draw import log_in
from tests.factories import make_article
from tests.thorough import SCRIPTS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article():
    return save_article(
        make_article(
            "story", kind="news", title="A week of draws", body="One paragraph.\n\nAnother paragraph."
        )
    )


def open_form(page, article, *, name="editor"):
    log_in(page, name)
    page.goto(change_url(article))


@pytest.mark.parametrize("scripts", SCRIPTS)
def test_two_editors_and_nothing_is_lost(new_page, article, scripts):
    ada, ben = new_page(java_script_enabled=scripts), new_page(java_script_enabled=scripts)
    open_form(ada, article, name="ada")
    open_form(ben, article, name="ben")
    ada.get_by_role("textbox", name="Text:").fill("One paragraph, by Ada.\n\nAnother paragraph.")
    ada.get_by_role("textbox", name="Headline:").fill("Ada's headline")
    ada.get_by_role("button", name="Publish changes").click()
    expect(ada.get_by_text("Published")).not_to_have_count(0)

    ben.watch.expect("409")
    ben.get_by_role("textbox", name="Text:").fill("One paragraph, by Ben.\n\nAnother paragraph.")
    ben.get_by_role("button", name="Publish changes").click()
    expect(ben.get_by_text("ada saved this article while you were writing.").first).to_be_visible()
    differences = ben.get_by_role("table", name="Text: changed by both")
    expect(differences.locator("del")).to_have_text("Ada.")
    expect(differences.locator("ins")).to_have_text("Ben.")
    expect(ben.get_by_role("textbox", name="Text:")).to_have_value(
        "One paragraph, by Ben.\n\nAnother paragraph."
    )
    expect(ben.get_by_role("textbox", name="Headline:")).to_have_value("Ada's headline")
    assert Article.objects.get(pk=article.pk).body.startswith("One paragraph, by Ada.")

    ben.get_by_role("button", name="Publish changes").click()
    expect(ben.get_by_text("Published")).not_to_have_count(0)
    assert Article.objects.get(pk=article.pk).body.startswith("One paragraph, by Ben.")
    bodies = [revision.content["body"] for revision in article.revisions.all()]
    assert [body.partition(".")[0] for body in bodies] == [
        "One paragraph, by Ben", "One paragraph, by Ada", "One paragraph",
    ]  # fmt: skip


@pytest.mark.thorough
def test_the_answer_to_the_second_editor_is_for_everyone(page, article):
    open_form(page, article)
    article.title = "Another headline"
    save_article(article)
    page.watch.expect("409")
    page.get_by_role("textbox", name="Text:").fill("Mine.")
    page.get_by_role("button", name="Save without publishing").click()
    expect(page.get_by_text("saved this article while you were writing.").first).to_be_visible()
    assert list(violations(page, {"light": (320, 1280), "dark": (1280,)})) == []
    assert list(overflows(page, CASES)) == []


def test_readers_wait_for_what_is_published_and_an_old_state_comes_back(new_page, article):
    editor, reader = new_page(), new_page()
    open_form(editor, article)
    editor.get_by_role("textbox", name="Text:").fill("Not yet for readers.")
    editor.get_by_label("What you changed").fill("A first try")
    editor.get_by_role("button", name="Save and continue editing").click()
    expect(editor.get_by_text("Readers get what they had until you publish the changes.")).to_be_visible()
    expect(editor.get_by_role("textbox", name="Text:")).to_have_value("Not yet for readers.")
    reader.goto(article.get_absolute_url())
    expect(reader.get_by_text("One paragraph.")).to_be_visible()

    editor.get_by_role("button", name="Publish changes").click()
    reader.reload()
    expect(reader.get_by_text("Not yet for readers.")).to_be_visible()
    expect(reader.get_by_text("Last updated")).to_be_visible()

    editor.get_by_role("link", name="History").click()
    expect(editor.get_by_text("A first try")).to_be_visible()
    editor.get_by_role("button", name="Bring back").last.click()
    expect(editor.get_by_text("Revision 1 is the newest state again.")).to_be_visible()
    editor.goto(change_url(article))
    expect(editor.get_by_role("textbox", name="Text:")).to_have_value("One paragraph.\n\nAnother paragraph.")
    reader.reload()
    expect(reader.get_by_text("Not yet for readers.")).to_be_visible()
    editor.get_by_role("button", name="Publish changes").click()
    reader.reload()
    expect(reader.get_by_text("One paragraph.")).to_be_visible()
